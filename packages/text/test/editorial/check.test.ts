import { present } from '@chapeau/base';
import { describe, expect, test } from 'vitest';
import {
  applyFix,
  check,
  type CheckedLanguage,
  editorialRules,
  openCheck,
  type RuleId,
  ruleSources,
} from '../../src/editorial/index.ts';
import { type EditorialLanguage, type ParagraphId, plainText } from '../../src/index.ts';
import { states } from '../../src/states.ts';
import { found, italics, marked, shown } from './marked.ts';

/** What a rule says of one line among sound ones of its kind; the line's words after the fix, or null where it has none. */
type Row = readonly [line: string, finding: string | null, fixed?: string | undefined];

function expectRow(rule: RuleId, language: EditorialLanguage, [line, finding, fixed]: Row): void {
  const findings = found([line, 'OP _Decides_ so.'], { language, only: [rule] }).filter(
    ({ paragraph }) => paragraph === 'a',
  );
  expect(shown([line], findings)).toEqual(finding === null ? [] : [`${rule}:${finding}`]);
  const [first] = findings;
  if (first === undefined) return;
  const [paragraph] = marked(line);
  const words = first.fix === null ? undefined : plainText({ runs: applyFix(paragraph?.runs ?? [], first.fix) });
  expect(words).toBe(fixed);
}

const rows: readonly (readonly [RuleId, EditorialLanguage, readonly Row[]])[] = [
  [
    'opening-preambular',
    'en',
    [
      ['PP Recalling the Message,', null],
      ['PP Deeply concerned at the divide,', null],
      ['PP Also bearing in mind the needs,', null],
      ['PP [Mindful of the needs,]', null],
      ['PP Recalls the Message,', 'verb-in-preamble "Recalls"'],
      ['PP The needs of all,', 'no-participle "The"'],
    ],
  ],
  [
    'opening-preambular',
    'fr',
    [
      ['PP Rappelant le Message,', null],
      ['PP Profondément préoccupée par le fossé,', null],
      ['PP S’inspirant de la Charte,', null],
      ['PP Rappelle le Message,', 'verb-in-preamble "Rappelle"'],
    ],
  ],
  [
    'opening-preambular',
    'es',
    [
      ['PP Recordando el Mensaje,', null],
      ['PP Profundamente preocupada por la brecha,', null],
      ['PP Recuerda el Mensaje,', 'verb-in-preamble "Recuerda"'],
    ],
  ],
  [
    'opening-preambular',
    'id',
    [
      ['PP Mengingat Pesan Jakarta,', null],
      ['PP Prihatin atas kesenjangan digital,', null],
      ['PP Para peserta,', 'no-participle "Para"'],
    ],
  ],
  [
    'opening-operative',
    'en',
    [
      ['OP Encourage sharing;', null],
      ['OP Strongly urges all States;', null],
      ['OP Encouraging sharing;', 'participle-in-operative "Encouraging"'],
      ['OP The participants share;', 'no-verb "The"'],
    ],
  ],
  [
    'opening-operative',
    'fr',
    [
      ['OP Encourage le partage ;', null],
      ['OP Invitent les États ;', null],
      ['OP Encourageant le partage ;', 'participle-in-operative "Encourageant"'],
    ],
  ],
  [
    'opening-operative',
    'es',
    [
      ['OP Alienta el intercambio;', null],
      ['OP Instan a los Estados;', null],
      ['OP Alentando el intercambio;', 'participle-in-operative "Alentando"'],
    ],
  ],
  [
    'opening-operative',
    'id',
    [
      ['OP Mendorong pertukaran;', null],
      ['OP Sepakat untuk bertemu;', null],
      ['OP Prihatin atas kesenjangan;', 'participle-in-operative "Prihatin"'],
    ],
  ],
  [
    'opening-italics',
    'en',
    [
      ['PP _Recalling_ the Message,', null],
      [
        'PP Taking note with appreciation of it,',
        'upright "Taking note with appreciation"',
        'Taking note with appreciation of it,',
      ],
      ['PP The Message,', null],
    ],
  ],
  [
    'ending',
    'en',
    [
      ['PP Recalling,', null],
      ['PP Recalling', 'preambular ""', 'Recalling,'],
      ['PP Recalling;', 'preambular ";"', 'Recalling,'],
      ['PP Recalling others, etc.', 'preambular ""', 'Recalling others, etc.,'],
      ['OP Decides;', null],
      ['OP Decides “to share;”', null],
      ['OP Decides,', 'operative ","', 'Decides;'],
      ['OP Decides [to share]', null],
      ['  OP To share; and', null],
      ['  OP To share', 'sub-paragraph ""', 'To share;'],
    ],
  ],
  [
    'ending',
    'fr',
    [
      ['OP Décide ;', null],
      ['OP Décide de partager', 'operative ""', 'Décide de partager\u00a0;'],
      ['OP Décide de partager.', 'operative "."', 'Décide de partager\u00a0;'],
    ],
  ],
  ['ending', 'es', [['OP Decide,', 'operative ","', 'Decide;']]],
  ['ending', 'id', [['PP Mengingat;', 'preambular ";"', 'Mengingat,']]],
  [
    'brackets-left',
    'en',
    [
      ['OP Share [and [train]] all;', 'not-agreed "[and [train]]"'],
      ['OP Share] all;', 'unbalanced "]"'],
      ['OP Share (with all);', null],
    ],
  ],
  [
    'placeholder-left',
    'en',
    [
      ['OP Share {follow-up};', 'placeholder "{follow-up}"'],
      ['OP Meet in TBD;', 'placeholder "TBD"'],
      ['OP Meet (to be determined);', 'placeholder "to be determined"'],
      ['OP Meet each year;', null],
    ],
  ],
  ['placeholder-left', 'fr', [['OP Se réunit (à déterminer) ;', 'placeholder "à déterminer"']]],
  ['placeholder-left', 'es', [['OP Decide reunirse (por determinar);', 'placeholder "por determinar"']]],
  ['placeholder-left', 'id', [['OP Bertemu (akan ditentukan);', 'placeholder "akan ditentukan"']]],
  [
    'doubled-word',
    'en',
    [
      ['OP Share the the data;', 'doubled "the the"', 'Share the data;'],
      ['OP Share The the the data;', 'doubled "The the the"', 'Share The data;'],
      ['OP Note that that is so;', null],
      ['OP Thank Walla Walla;', 'doubled "Walla Walla"', undefined],
      ['OP Share the theory;', null],
    ],
  ],
  ['doubled-word', 'fr', [['OP Invite de de bonnes pratiques ;', 'doubled "de de"', 'Invite de bonnes pratiques ;']]],
  ['doubled-word', 'es', [['OP Pide la la cooperación;', 'doubled "la la"', 'Pide la cooperación;']]],
  [
    'doubled-word',
    'id',
    [
      ['OP Mendorong negara negara;', 'doubled-or-hyphen "negara negara"', undefined],
      ['OP Mendorong negara-negara;', null],
    ],
  ],
  [
    'state-name',
    'en',
    [
      ['OP Thank Vietnam;', 'informal "Vietnam"', 'Thank Viet Nam;'],
      ['OP Thank Viet Nam and Türkiye;', null],
      ['OP Thank the United States of America;', null],
      ['OP Thank the United States;', 'informal "United States"', 'Thank the United States of America;'],
      ['OP Thank Laos;', 'informal "Laos"', undefined],
      ['OP Thank the Lao People’s Democratic Republic;', null],
      ['OP Thank North Macedonia;', null],
      ['OP Thank the Islamic Republic of Iran and Iran (Islamic Republic of);', null],
      ['OP Thank the Republic of Moldova;', null],
      ['OP Quote the “Turkey programme”;', null],
      ['OP Visit South Korean cities;', null],
      ['OP Pay US$ 4;', null],
    ],
  ],
  [
    'state-name',
    'fr',
    [
      ['OP Remercie le Vietnam ;', 'informal "Vietnam"', 'Remercie le Viet Nam ;'],
      ['OP Remercie la République tchèque ;', 'informal "République tchèque"', 'Remercie la Tchéquie ;'],
      ['OP Remercie les États-Unis d’Amérique ;', null],
    ],
  ],
  [
    'state-name',
    'es',
    [
      ['OP Agradece a Turquía;', 'informal "Turquía"', 'Agradece a Türkiye;'],
      ['OP Agradece a los Estados Unidos de América;', null],
    ],
  ],
  [
    'state-name',
    'id',
    [
      ['OP Mendorong Korea Selatan;', 'not-formal "Korea Selatan"', 'Mendorong Republik Korea;'],
      ['OP Mendorong Pemerintah Rusia;', 'not-formal "Rusia"', 'Mendorong Pemerintah Federasi Rusia;'],
      ['OP Mendorong Federasi Rusia, Makedonia Utara dan Republik Demokratik Rakyat Laos;', null],
      ['OP Mengajarkan bahasa Rusia di tepi Laut Cina Selatan;', null],
      ['OP Mendorong Cina;', 'not-formal "Cina"', undefined],
    ],
  ],
  [
    'look-alike',
    'en',
    [
      ['OP Share dаta;', 'mixed-scripts "dаta"', 'Share data;'],
      ['OP Share data with Москва;', null],
      ['OP Measure µ-waves;', null],
      ['OP Share мирa;', 'mixed-scripts "мирa"', undefined],
    ],
  ],
  [
    'double-space',
    'en',
    [
      ['OP Share  data;', 'several "  "', 'Share data;'],
      ['OP Share data;', null],
    ],
  ],
  [
    'space-before-punctuation',
    'en',
    [
      ['OP Share , and train;', 'surplus " "', 'Share, and train;'],
      ['OP Share .NET;', null],
    ],
  ],
  [
    'space-before-punctuation',
    'fr',
    [
      ['OP Décide de partager ;', null],
      ['OP Décide de partager;', 'missing ""', 'Décide de partager\u00a0;'],
      ['OP Décide , oui ;', 'surplus " "', 'Décide, oui ;'],
    ],
  ],
  [
    'quotation-marks',
    'en',
    [
      ['OP Quote “this”;', null],
      ['OP Quote “this;', 'not-closed "“"'],
      ['OP Quote this”;', 'not-opened "”"'],
      ['OP Quote "this;', 'odd """'],
    ],
  ],
  [
    'quotation-marks',
    'es',
    [
      ['OP Pregunta: ¿cómo? y exclama: ¡basta!;', null],
      ['OP Consulta https://un.org/a?b=1;', null],
      ['OP Pregunta: cómo?;', 'sign-not-opened "?"'],
      ['OP Exclama: ¡basta;', 'sign-not-closed "¡"'],
    ],
  ],
];

for (const [rule, language, table] of rows) {
  describe(`${rule}, ${language}`, () => {
    for (const row of table) test(row[0], () => expectRow(rule, language, row));
  });
}

describe('endings by place', () => {
  test('a paragraph before its sub-paragraphs ends with a colon, the last of all with a full stop', () => {
    const lines = ['OP Decides;', '  OP To share;', '  OP To train;', 'OP Requests', '  OP A report;'];
    expect(shown(lines, found(lines, { only: ['ending'] }))).toEqual([
      'ending:chapeau ";"',
      'ending:chapeau ""',
      'ending:last ";"',
    ]);
  });

  test('a text of sentences ends each with a full stop', () => {
    const lines = ['OP We meet.', 'OP We share.', 'OP We train;', 'OP We report.'];
    expect(shown(lines, found(lines, { only: ['ending'] }))).toEqual(['ending:operative ";"']);
  });
});

test('a text that is no resolution is not asked for the form of one', () => {
  const lines = [
    'OP Each State shall share.',
    'OP The parties meet.',
    'OP This treaty enters into force.',
    'OP Nothing else.',
  ];
  expect(found(lines, { only: ['opening-operative', 'opening-italics', 'opening-number'] })).toEqual([]);
});

test('one text speaks as one body or as many', () => {
  const lines = ['OP Encourage all;', 'OP Decide so;', 'OP _Invites_ some;', 'OP Reaffirm it.'];
  const [finding] = found(lines, { only: ['opening-number'] });
  expect(finding?.parameters).toEqual({ problem: 'plural', word: 'Invites', expected: 'Invite' });
  expect(applyFix(italics('_Invites_ some;'), finding?.fix ?? { from: 0, to: 0, runs: [] })).toEqual(
    italics('_Invite_ some;'),
  );
});

test('a letter of another script in a verb is a slip, and its correction no change of force', () => {
  const lines = ['OP D\u0435cides to meet;'];
  const [slip] = found(lines, { only: ['look-alike'] });
  expect(slip?.fix).not.toBeNull();
  const agreed = new Map(marked(...lines).map(({ id, runs }) => [id, runs]));
  expect(found(['OP Decides to meet;'], { only: ['force-changed'], agreed })).toEqual([]);
});

test('a verb that is typed twice gets its number once it stands once: till then the correction would leave it there', () => {
  const lines = ['OP Decides to meet;', 'OP Urges all States to act;', 'OP Invite invite States to report.'];
  const [finding] = found(lines, { only: ['opening-number'] });
  expect(finding).toMatchObject({ parameters: { expected: 'Invites' }, fix: null });
  expect(found(lines, { only: ['doubled-word'] })).toMatchObject([{ fix: {} }]);
});

test('gaps, doubles and disorder of numbers', () => {
  const lines = [
    '{PP1}PP',
    '{PP3}PP',
    '{1.}OP',
    '{1. bis}OP',
    '{1. alt}OP',
    '{(a)}  OP',
    '{4.}OP',
    '{4.}OP',
    '{2.}OP',
    '{5.}OP',
  ].map((line) => line.replace(/^(\{.*\})( +)/, '$2$1'));
  const findings = found(lines, { only: ['numbering'] });
  expect(findings.map(({ paragraph, parameters }) => `${paragraph} ${parameters.problem}`)).toEqual([
    'b gap',
    'g gap',
    'h duplicate',
    'i out-of-order',
  ]);
});

test('sub-paragraphs (h), (i), (j) and (i), (ii) are in order', () => {
  const letters = 'abcdefghij'.split('').map((letter) => `  {(${letter})}OP`);
  const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi'].map((numeral) => `  {(${numeral})}OP`);
  expect(found(['{1.}OP', ...letters, '{2.}OP', ...romans], { only: ['numbering'] })).toEqual([]);
});

test('of a text in a language without rules nothing is said of its words, but of brackets, placeholders, numbers, letters and spaces', () => {
  const lines = [
    '{1.}OP Die Parteien teilen [alle]  Daten  , die die Stelle {Name} braucht.',
    '{3.}OP „Sie dürfen“ tаgen',
  ];
  const rules = (language: CheckedLanguage) => new Set(found(lines, { language }).map(({ rule }) => rule));
  expect(rules('other')).toEqual(
    new Set(['brackets-left', 'double-space', 'placeholder-left', 'numbering', 'look-alike']),
  );
  expect(rules('en').size).toBeGreaterThan(5);
});

test('every rule names its source and can be switched off', () => {
  const lines = [
    'PP Recalls  the the [dаta] {x} of Laos , “',
    '{4.}OP Encouraging',
    'OP Decides',
    'OP Encourages;',
    'OP Invite so;',
  ];
  const agreed = new Map([['e' as ParagraphId, italics('Urge so;')]]);
  const all = check(marked(...lines), { language: 'en', off: [], states, agreed });
  expect(new Set(all.map(({ rule }) => rule))).toEqual(new Set(editorialRules));
  for (const finding of all) expect(finding.source).toEqual(ruleSources[finding.rule]);
  for (const rule of editorialRules) {
    const rest = check(marked(...lines), { language: 'en', off: [rule], states, agreed });
    expect(rest).toEqual(all.filter((finding) => finding.rule !== rule));
  }
});

describe('a text that is checked again after a change', () => {
  const line = (index: number, words: string) => ({
    ...present(marked(`OP ${words}`)[0], 'a line'),
    id: `p${index}` as ParagraphId,
  });
  const lines = ['_Decides_ so so;', '_Requests_ them  all;', '_Invites_ others.'].map((words, index) =>
    line(index, words),
  );
  const open = (paragraphs: typeof lines) => openCheck(paragraphs, { language: 'en', off: [], states });

  test('words that were not touched are not looked at again', () => {
    const before = open(lines);
    const found = lines.map(({ id }) => before(id));
    expect(found[0]).not.toEqual([]);
    const after = open([line(9, '_Urges_ all;'), ...lines]);
    expect(lines.map(({ id }) => after(id))).toEqual(found);
    for (const [index, { id }] of lines.entries()) expect(after(id)).toBe(found[index]);
  });

  test('they are where their place or the text around them asks for something else', () => {
    open(lines)('p0' as ParagraphId);
    const asLast = open(lines.slice(0, 1))('p0' as ParagraphId);
    expect(asLast).toEqual(
      check(
        lines.slice(0, 1).map((one) => ({ ...one, runs: [...one.runs] })),
        { language: 'en', off: [], states },
      ),
    );
    const inFrench = openCheck(lines, { language: 'fr', off: [], states })('p0' as ParagraphId);
    expect(inFrench).not.toEqual(asLast);
  });
});
