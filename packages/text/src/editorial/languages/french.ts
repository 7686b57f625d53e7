import { contexts, type LanguageRules, terms, words } from '../languageRules.ts';

export const french: LanguageRules = {
  adverbs:
    words(`également aussi ainsi profondément vivement gravement fermement solennellement pleinement instamment derechef toujours sincèrement dûment
    particulièrement se à nouveau en outre par ailleurs de nouveau`),
  preambular: {
    words:
      words(`alarmé alarmée animé animée attaché attachée conscient consciente conscients convaincu convaincue convaincus désireux désireuse déterminé déterminée
      encouragé encouragée guidé guidée guidés inquiet inquiète préoccupé préoccupée préoccupés résolu résolue résolus soucieux soucieuse inspiré inspirée consterné consternée
      indigné indignée frappé frappée certain certaine fidèle compte troublé troublée vu vus vue vues reconnaissant reconnaissante`),
    shape: /^(?:s['’])?\p{L}{2,}ant$/u,
  },
  operative: {
    verbs:
      words(`accepte accueille adopte affirme appelle applaudit apprécie appuie approuve attend autorise charge condamne confirme conclut considère constate convient
      continue crée décide déclare demande déplore désigne émet encourage engage enjoint entend entérine estime exhorte exige exprime fait félicite s'engage s'associe
      s'attache s'inquiète s'emploie insiste invite juge lance loue met note nomme observe prend préconise presse prie proclame propose rappelle réaffirme recommande
      reconnaît reconnait reconduit redit regrette réitère rejette remercie rend renouvelle renvoie reste salue sait souhaite souligne soutient souscrit suggère
      tient trouve veille voit réclame adjure attire dénonce demeure dit donne proroge ratifie réjouit relève se invite établit renforce favorise facilite promeut élabore améliore partage`),
    shape: null,
    plural: (word) => (word.endsWith('e') ? `${word}nt` : word),
  },
  complement:
    / (?:acte|note|à nouveau|en outre|également|instamment|avec (?:satisfaction|intérêt|préoccupation|inquiétude|gratitude|regret)(?: que)?|compte|que|à|l['’]esprit)/y,
  beforeSemicolon: '\u00a0',
  tightPunctuation: ',.',
  conjunctions: words('et ou'),
  abbreviations: words('etc. al. cit. par. art.'),
  doubledAllowed: words('nous vous'),
  reduplicates: false,
  placeholders:
    /(?<!\p{L})à (?:compléter|déterminer|confirmer|insérer)(?!\p{L})|_{3,}|(?<!(?:article|chapitre|partie|section|annexe|titre|siècle) )(?<!\p{L})XX+(?!\p{L})/giu,
  quotations: [
    ['«', '»'],
    ['“', '”'],
  ],
  signs: [],
  stateName: 'french',
  wrongStateNames: [
    { wrong: 'Birmanie', alpha3: 'MMR', swap: 'never' },
    { wrong: 'Swaziland', alpha3: 'SWZ', swap: 'never' },
    { wrong: 'République tchèque', alpha3: 'CZE', swap: { behind: 'la' } },
    { wrong: 'Turquie', alpha3: 'TUR', swap: { behind: 'la' } },
    { wrong: 'Vietnam', alpha3: 'VNM', swap: 'always' },
    { wrong: 'Timor oriental', alpha3: 'TLS', swap: 'never' },
    { wrong: 'Cap-Vert', alpha3: 'CPV', swap: 'never' },
    { wrong: 'Biélorussie', alpha3: 'BLR', swap: 'never' },
    { wrong: 'Moldavie', alpha3: 'MDA', swap: 'never' },
    { wrong: 'Laos', alpha3: 'LAO', swap: 'never' },
    { wrong: 'Corée du Sud', alpha3: 'KOR', swap: 'never' },
    { wrong: 'Corée du Nord', alpha3: 'PRK', swap: 'never' },
    { wrong: 'Russie', alpha3: 'RUS', swap: 'never' },
    { wrong: 'Syrie', alpha3: 'SYR', swap: 'never' },
    { wrong: 'Tanzanie', alpha3: 'TZA', swap: 'never' },
    { wrong: 'Grande-Bretagne', alpha3: 'GBR', swap: 'never' },
    { wrong: 'Royaume-Uni', alpha3: 'GBR', swap: 'always' },
    { wrong: 'États-Unis', alpha3: 'USA', swap: 'always' },
  ],
  force: [
    ...terms('modal', [
      [
        5,
        'devoir (présent, futur)',
        "doit, doivent, doive, devra, devront, est tenu de, est tenue de, sont tenus de, sont tenues de, a l'obligation de, ont l'obligation de, faut",
      ],
      [3, 'devoir (conditionnel)', 'devrait, devraient, il convient de, il conviendrait de, il importe de'],
      [2, 'pouvoir (présent, futur)', 'peut, peuvent, puisse, puissent, pourra, pourront'],
      [1, 'pouvoir (conditionnel)', 'pourrait, pourraient'],
    ]),
    ...terms('call', [
      [8, 'décider', 'décide, décident'],
      [8, 'exiger', 'exige, exigent'],
      [
        7,
        'demander instamment',
        'demande instamment, demandent instamment, prie instamment, prient instamment, exhorte, exhortent, est instamment prié, sont instamment priés',
      ],
      [6, 'demander', 'demande, demandent, prie, prient, est prié, est priée, sont priés, sont priées'],
      [5, 'engager', 'engage, engagent'],
      [4, 'recommander', 'recommande, recommandent, préconise, préconisent, est recommandé'],
      [3, 'encourager', 'encourage, encouragent, est encouragé, est encouragée, sont encouragés, sont encouragées'],
      [2, 'inviter', 'invite, invitent, est invité, est invitée, sont invités, sont invitées'],
    ]),
    ...terms('reception', [
      [5, 'adopter', 'adopte, adoptent'],
      [4, 'approuver', 'approuve, approuvent, fait sienne, fait siennes, fait siens, font leur, font leurs'],
      [3, 'appuyer', 'appuie, appuient'],
      [
        3,
        'se féliciter',
        'se félicite, se félicitent, se félicitant, accueille avec satisfaction, accueillent avec satisfaction, accueillant avec satisfaction, salue, saluent, saluant',
      ],
      [
        2,
        'prendre note avec satisfaction',
        'prend note avec satisfaction, prennent note avec satisfaction, prenant note avec satisfaction, note avec satisfaction, notent avec satisfaction, notant avec satisfaction',
      ],
      [
        1,
        'prendre note',
        'prend note, prennent note, prenant note, prend acte, prennent acte, prenant acte, note, notent, notant',
      ],
    ]),
    ...terms('concern', [
      [
        2,
        'noter avec une vive préoccupation',
        'note avec une vive préoccupation, notent avec une vive préoccupation, notant avec une vive préoccupation, note avec une profonde préoccupation, notent avec une profonde préoccupation, notant avec une profonde préoccupation',
      ],
      [1, 'noter avec préoccupation', 'note avec préoccupation, notent avec préoccupation, notant avec préoccupation'],
    ]),
    ...terms('commitment', [
      [4, "s'engager", "s'engage, s'engagent"],
      [3, 'convenir', 'convient de, conviennent de, convient, conviennent'],
      [2, 'entendre', 'entend, entendent'],
      [-1, "s'efforcer", "s'efforce, s'efforcent, s'emploie, s'emploient, s'efforcer, s'employer"],
    ]),
    ...terms('qualifier', [
      [
        1,
        'juridiquement contraignant',
        'juridiquement contraignant, juridiquement contraignante, contraignant, contraignante',
      ],
      [-1, 'non contraignant', 'non contraignant, non contraignante, non contraignants, non contraignantes'],
      [
        -1,
        'selon qu’il convient',
        "selon qu'il convient, selon qu'il conviendra, s'il y a lieu, le cas échéant, selon que de besoin, selon les besoins",
      ],
      [-1, 'à titre volontaire', 'à titre volontaire, sur une base volontaire, volontaire, volontaires'],
      [-1, 'dans la mesure du possible', 'dans la mesure du possible, si possible, autant que possible'],
      [
        -1,
        'dans la limite des ressources',
        'dans la limite des ressources disponibles, dans les limites des ressources existantes',
      ],
      [-1, 'envisager', 'envisager, envisage, envisagent'],
    ]),
    ...terms('emphasis', [
      [1, 'vivement', 'vivement, fermement, énergiquement, catégoriquement, solennellement'],
      [1, 'profond', 'profonde préoccupation, vive préoccupation, profonde inquiétude, vive inquiétude'],
    ]),
    ...terms('negation', [
      [0, 'pas', 'pas'],
      [0, 'jamais', 'jamais'],
      [0, 'aucun', 'aucun, aucune'],
      [0, 'nul', 'nul, nulle'],
      [0, 'rien', 'rien'],
    ]),
  ],
  negations: words('pas'),
  beforeNouns: words('une la cette sa ma leur notre de des sur toute aucune'),
  notForce: contexts([['pas', '', 'seulement']]),
};
