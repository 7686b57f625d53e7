import { contexts, type LanguageRules, terms, words } from '../languageRules.ts';

export const spanish: LanguageRules = {
  adverbs:
    words(`también asimismo además profundamente gravemente enérgicamente firmemente solemnemente plenamente encarecidamente nuevamente vivamente sinceramente
    debidamente se especialmente sumamente igualmente muy`),
  preambular: {
    words:
      words(`alarmado alarmada consciente conscientes convencido convencida convencidos decidido decidida empeñado alentado alentada guiado guiada guiados inspirado inspirada
      preocupado preocupada preocupados resuelto resuelta resueltos deseoso deseosa deseosos persuadido consternado consternada atento atenta comprometido
      perturbado perturbada inquieto inquieta animado animada visto vista vistos vistas dado dada`),
    shape: /^\p{L}{2,}(?:ando|iendo|yendo|ándose|iéndose|ándolo)$/u,
  },
  operative: {
    verbs:
      words(`acepta acoge aconseja acuerda adopta advierte afirma agradece alienta apela aplaude apoya aprecia aprueba asegura autoriza celebra comparte concluye condena
      confía confirma considera continúa conviene crea decide declara deplora desea designa destaca determina dispone elogia encarece encarga encomia establece espera estima
      exhorta exige expresa facilita felicita fomenta fortalece hace hizo insta insiste intensifica invita lamenta llama manifiesta mantiene mejora observa ofrece pide
      pone proclama promueve propone reafirma recalca rechaza recomienda reconoce recuerda refrenda reitera remite renueva resalta resuelve ruega saluda señala
      solicita subraya sugiere suscribe toma tiene transmite urge valora aguarda compromete congratula da denuncia llama nombra prorroga queda ratifica rinde vuelve`),
    shape: null,
    plural: (word) => `${word}n`,
  },
  complement:
    / (?:con (?:beneplácito|satisfacción|reconocimiento|aprecio|preocupación|interés|inquietud|agrado|pesar|profunda preocupación)|nota(?: con (?:reconocimiento|aprecio|interés|preocupación))?|en cuenta|presente|también|asimismo|además|a|que|encarecidamente)/y,
  beforeSemicolon: '',
  tightPunctuation: ',;:.!?',
  conjunctions: words('y e o u'),
  abbreviations: words('etc. art. párr. núm. ee.uu.'),
  doubledAllowed: words(''),
  reduplicates: false,
  placeholders:
    /\b(?:por (?:completar|determinar|confirmar)|a (?:completar|determinar) posteriormente)(?!\p{L})|_{3,}|(?<!(?:artículo|capítulo|parte|sección|anexo|título|siglo) )(?<!\p{L})XX+(?!\p{L})/giu,
  quotations: [
    ['“', '”'],
    ['«', '»'],
  ],
  signs: [
    ['¿', '?'],
    ['¡', '!'],
  ],
  stateName: 'spanish',
  wrongStateNames: [
    { wrong: 'Birmania', alpha3: 'MMR', swap: 'always' },
    { wrong: 'Suazilandia', alpha3: 'SWZ', swap: 'always' },
    { wrong: 'Swazilandia', alpha3: 'SWZ', swap: 'always' },
    { wrong: 'República Checa', alpha3: 'CZE', swap: 'never' },
    { wrong: 'Turquía', alpha3: 'TUR', swap: 'always' },
    { wrong: 'Vietnam', alpha3: 'VNM', swap: 'always' },
    { wrong: 'Timor Oriental', alpha3: 'TLS', swap: 'always' },
    { wrong: 'Bielorrusia', alpha3: 'BLR', swap: 'always' },
    { wrong: 'Costa de Marfil', alpha3: 'CIV', swap: 'always' },
    { wrong: 'Laos', alpha3: 'LAO', swap: 'never' },
    { wrong: 'Corea del Sur', alpha3: 'KOR', swap: 'never' },
    { wrong: 'Corea del Norte', alpha3: 'PRK', swap: 'never' },
    { wrong: 'Rusia', alpha3: 'RUS', swap: 'never' },
    { wrong: 'Siria', alpha3: 'SYR', swap: 'never' },
    { wrong: 'Moldavia', alpha3: 'MDA', swap: 'never' },
    { wrong: 'Gran Bretaña', alpha3: 'GBR', swap: 'never' },
    { wrong: 'Reino Unido', alpha3: 'GBR', swap: 'always' },
    { wrong: 'Estados Unidos', alpha3: 'USA', swap: 'always' },
  ],
  force: [
    ...terms('modal', [
      [
        5,
        'deber (presente, futuro)',
        'debe, deben, deba, deban, deberá, deberán, ha de, han de, habrá de, habrán de, tiene que, tienen que, tendrá que, tendrán que, está obligado a, están obligados a',
      ],
      [3, 'deber (condicional)', 'debería, deberían, debiera, debieran, conviene que'],
      [2, 'poder (presente, futuro)', 'puede, pueden, pueda, puedan, podrá, podrán'],
      [1, 'poder (condicional)', 'podría, podrían, pudiera, pudieran'],
    ]),
    ...terms('call', [
      [8, 'decidir', 'decide, deciden'],
      [8, 'exigir', 'exige, exigen'],
      [7, 'instar', 'insta, instan'],
      [6, 'exhortar', 'exhorta, exhortan, hace un llamamiento, hacen un llamamiento'],
      [6, 'pedir', 'pide, piden, solicita, solicitan'],
      [4, 'recomendar', 'recomienda, recomiendan'],
      [3, 'alentar', 'alienta, alientan'],
      [2, 'invitar', 'invita, invitan'],
      [1, 'sugerir', 'sugiere, sugieren'],
    ]),
    ...terms('reception', [
      [4, 'aprobar', 'aprueba, aprueban, hace suyo, hace suya, hacen suyo, hacen suya, refrenda, refrendan'],
      [3, 'apoyar', 'apoya, apoyan'],
      [
        3,
        'acoger con beneplácito',
        'acoge con beneplácito, acogen con beneplácito, acogiendo con beneplácito, acoge con satisfacción, acogen con satisfacción, acogiendo con satisfacción, celebra, celebran',
      ],
      [
        2,
        'tomar nota con reconocimiento',
        'toma nota con reconocimiento, toman nota con reconocimiento, tomando nota con reconocimiento, toma nota con aprecio, toman nota con aprecio, tomando nota con aprecio',
      ],
      [1, 'tomar nota', 'toma nota, toman nota, tomando nota'],
    ]),
    ...terms('concern', [
      [
        2,
        'observar con profunda preocupación',
        'observa con profunda preocupación, observan con profunda preocupación, observando con profunda preocupación',
      ],
      [
        1,
        'observar con preocupación',
        'observa con preocupación, observan con preocupación, observando con preocupación',
      ],
    ]),
    ...terms('commitment', [
      [4, 'comprometerse', 'se compromete, se comprometen'],
      [3, 'acordar', 'acuerda, acuerdan, conviene en, convienen en'],
      [3, 'resolver', 'resuelve, resuelven'],
      [
        -1,
        'procurar',
        'procura, procuran, procurará, procurarán, procurar, se esfuerza, se esfuerzan, se esforzará, se esforzarán',
      ],
    ]),
    ...terms('qualifier', [
      [1, 'jurídicamente vinculante', 'jurídicamente vinculante, jurídicamente vinculantes, vinculante, vinculantes'],
      [-1, 'no vinculante', 'no vinculante, no vinculantes'],
      [
        -1,
        'según proceda',
        'según proceda, según corresponda, cuando proceda, cuando corresponda, si procede, según sea necesario',
      ],
      [
        -1,
        'con carácter voluntario',
        'con carácter voluntario, de forma voluntaria, voluntario, voluntaria, voluntarios, voluntarias, voluntariamente',
      ],
      [-1, 'en la medida de lo posible', 'en la medida de lo posible, cuando sea posible, de ser posible'],
      [-1, 'dentro de los recursos', 'dentro de los recursos existentes, dentro de los recursos disponibles'],
      [-1, 'considerar', 'considerar la posibilidad de, considere la posibilidad de, que consideren la posibilidad de'],
    ]),
    ...terms('emphasis', [
      [1, 'encarecidamente', 'encarecidamente, enérgicamente, firmemente, categóricamente, solemnemente'],
      [1, 'profunda', 'profunda preocupación, grave preocupación, profunda inquietud'],
    ]),
    ...terms('negation', [
      [0, 'no', 'no'],
      [0, 'nunca', 'nunca'],
      [0, 'jamás', 'jamás'],
      [0, 'ningún', 'ningún, ninguna, ninguno'],
      [0, 'nada', 'nada'],
    ]),
  ],
  negations: words('no'),
  beforeNouns: words('la una esta su de'),
  notForce: contexts([['no', '', 'solo sólo obstante']]),
};
