import { type LanguageRules, terms, words } from '../languageRules.ts';

export const spanish: LanguageRules = {
  adverbs:
    words(`también asimismo además profundamente gravemente enérgicamente firmemente solemnemente plenamente encarecidamente nuevamente vivamente sinceramente
    debidamente especialmente sumamente igualmente muy`),
  preambular: {
    words:
      words(`alarmado alarmada consciente conscientes convencido convencida convencidos decidido decidida empeñado alentado alentada guiado guiada guiados inspirado inspirada
      preocupado preocupada preocupados resuelto resuelta resueltos deseoso deseosa deseosos persuadido consternado consternada atento atenta comprometido
      perturbado perturbada inquieto inquieta animado animada`),
    shape: /^\p{L}{2,}(?:ando|iendo|yendo|ándose|iéndose|ándolo)$/u,
  },
  operative: {
    verbs:
      words(`acepta acoge aconseja acuerda adopta advierte afirma agradece alienta apela aplaude apoya aprecia aprueba asegura autoriza celebra comparte concluye condena
      confía confirma considera continúa conviene crea decide declara deplora desea designa destaca determina dispone elogia encarece encarga encomia establece espera estima
      exhorta exige expresa facilita felicita fomenta fortalece hace hizo insta insiste intensifica invita lamenta llama manifiesta mantiene mejora observa ofrece pide
      pone proclama promueve propone reafirma recalca rechaza recomienda reconoce recuerda refrenda reitera remite renueva resalta resuelve ruega saluda se señala
      solicita subraya sugiere suscribe toma tiene transmite urge valora`),
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
  placeholders: /\b(?:por (?:completar|determinar|confirmar)|a (?:completar|determinar) posteriormente|XX+)|_{3,}/giu,
  quotations: [
    ['“', '”'],
    ['«', '»'],
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
      [5, 'deber (presente, futuro)', 'debe, deben, deberá, deberán, ha de, han de'],
      [3, 'deber (condicional)', 'debería, deberían'],
      [2, 'poder (presente, futuro)', 'puede, pueden, podrá, podrán'],
      [1, 'poder (condicional)', 'podría, podrían'],
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
    ]),
    ...terms('reception', [
      [4, 'aprobar', 'aprueba, aprueban, hace suyo, hace suya, refrenda, refrendan'],
      [
        3,
        'acoger con beneplácito',
        'acoge con beneplácito, acogen con beneplácito, acogiendo con beneplácito, acoge con satisfacción, acogiendo con satisfacción, celebra, celebran',
      ],
      [
        2,
        'tomar nota con reconocimiento',
        'toma nota con reconocimiento, toman nota con reconocimiento, tomando nota con reconocimiento, toma nota con aprecio, tomando nota con aprecio',
      ],
      [1, 'tomar nota', 'toma nota, toman nota, tomando nota'],
    ]),
    ...terms('commitment', [
      [4, 'comprometerse', 'se compromete, se comprometen'],
      [3, 'resolver', 'resuelve, resuelven'],
      [1, 'procurar', 'procura, procuran, se esfuerza, se esfuerzan'],
    ]),
    ...terms('qualifier', [
      [-1, 'según proceda', 'según proceda, según corresponda, cuando proceda, cuando corresponda, si procede'],
      [
        -1,
        'con carácter voluntario',
        'con carácter voluntario, de forma voluntaria, voluntario, voluntaria, voluntariamente',
      ],
      [-1, 'en la medida de lo posible', 'en la medida de lo posible, cuando sea posible'],
      [-1, 'considerar', 'considerar la posibilidad de, considere la posibilidad de'],
    ]),
  ],
  negations: words('no'),
};
