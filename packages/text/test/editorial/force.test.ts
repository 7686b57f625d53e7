import { describe, expect, test } from 'vitest';
import { check } from '../../src/editorial/index.ts';
import { type EditorialLanguage, type ParagraphId, plainText } from '../../src/index.ts';
import { found, italics, marked } from './marked.ts';

function changes(language: EditorialLanguage, before: string, after: string, kind = 'OP') {
  const paragraphs = marked(`${kind} ${after}`);
  const agreed = new Map([['a' as ParagraphId, italics(before)]]);
  return check(paragraphs, { language, off: [], agreed }).filter(({ rule }) => rule === 'force-changed');
}

/** `weaker: shall → should`, with nothing where a term came or went. */
function said(language: EditorialLanguage, before: string, after: string): readonly string[] {
  return changes(language, before, after).map(({ parameters: { problem, was, is } }) =>
    `${problem}: ${was} → ${is}`.replaceAll('  ', ' ').trim(),
  );
}

type Row = readonly [before: string, after: string, ...said: readonly string[]];

const english: Readonly<Record<string, readonly Row[]>> = {
  'modal verbs': [
    ['Parties should share data', 'Parties shall share data', 'stronger: should → shall'],
    ['Parties shall share data', 'Parties should share data', 'weaker: shall → should'],
    ['States must share', 'States shall share', 'different: must → shall'],
    ['States will share', 'States would share', 'weaker: will → would'],
    ['States shall share', 'States are to share', 'different: shall → are to'],
    ['States have to share', 'States may share', 'weaker: have to → may'],
    ['States are required to share', 'States are allowed to share', 'weaker: are required to → are allowed to'],
    ['States should share', 'States ought to share'],
    ['States shall share', 'States share', 'removed: shall →'],
    ['States share', 'States may share', 'added: → may'],
    ['SHALL', 'SHOULD', 'weaker: shall → should'],
    ['States MUST share', 'States MAY share', 'weaker: must → may'],
  ],
  negations: [
    ['States shall share', 'States shall not share', 'reversed: shall → shall not'],
    ['States shall not share', 'States should not share', 'weaker: shall not → should not'],
    ['States shall not share', 'States may not share', 'different: shall not → may not'],
    ['States must not share', 'States need not share', 'weaker: must not → need not'],
    ['States cannot share', 'States can share', 'reversed: cannot → can'],
    ['States can not share', 'States cannot share'],
    ['States won’t share', 'States will share', 'reversed: won’t → will'],
    ['States shall share', 'States shall in no case share', 'added: → no'],
    ['No State shall share', 'Each State shall share', 'removed: no →'],
    ['States shall share no later than 2030', 'States shall share'],
    ['Not only States share', 'States share'],
  ],
  'calls, in the active and in the passive': [
    ['Urges States to share', 'Invites States to share', 'weaker: urges → invites'],
    ['Calls upon States to share', 'Urges States to share', 'stronger: calls upon → urges'],
    ['Calls on States to share', 'Calls upon States to share'],
    ['Requests the Board to report', 'Invites the Board to report', 'weaker: requests → invites'],
    ['Decides to meet', 'Decides to meet and to share'],
    ['States are urged to share', 'States are invited to share', 'weaker: are urged → are invited'],
    ['States are strongly urged to share', 'States are urged to share', 'weaker: are strongly urged → are urged'],
    ['It is recommended that all share', 'It is decided that all share', 'stronger: is recommended → is decided'],
  ],
  'verbs of different kinds': [
    ['States shall share', 'States agree to share', 'different: shall → agree'],
    ['States should share', 'States are encouraged to share', 'different: should → are encouraged'],
    ['Decides to meet', 'Agrees to meet', 'different: decides → agrees'],
    ['Adopts the plan', 'Takes note of the plan', 'weaker: adopts → takes note'],
    ['Endorses the plan', 'Acknowledges the plan', 'different: endorses → acknowledges'],
    ['Reaffirms the plan', 'Recalls the plan', 'different: reaffirms → recalls'],
    ['Condemns the acts', 'Condemn the acts'],
  ],
  reception: [
    ['Welcomes the report', 'Takes note of the report', 'weaker: welcomes → takes note'],
    ['Takes note with appreciation of it', 'Takes note of it', 'weaker: takes note with appreciation → takes note'],
    ['Takes duly note of it', 'Welcomes it', 'stronger: takes duly note → welcomes'],
    ['Notes with grave concern it', 'Notes with concern it', 'weaker: notes with grave concern → notes with concern'],
  ],
  'words that weaken and words that emphasise': [
    ['States shall share', 'States shall share, as appropriate', 'weaker: → as appropriate'],
    ['Share on a voluntary basis', 'Share', 'stronger: on a voluntary basis →'],
    ['Shares binding rules', 'Shares voluntary rules', 'weaker: binding → voluntary'],
    ['States shall share', 'States shall endeavour to share', 'weaker: → endeavour'],
    ['Encourages States to consider sharing', 'Encourages States to share', 'stronger: consider →'],
    ['Strongly urges States', 'Urges States', 'weaker: strongly →'],
    ['Condemns the acts', 'Strongly condemns the acts', 'stronger: → strongly'],
    ['Expresses deep concern', 'Expresses concern', 'weaker: deep concern →'],
    ['A strongly built house', 'A built house'],
  ],
  'the same words that are no verbs of force': [
    ['Meet in May with political will', 'Meet in June with political wish'],
    ['Welcomes the note by the Secretariat', 'Welcomes the report by the Secretariat'],
    ['Shares the aims and the resolve of all', 'Shares the purposes and the wish of all'],
    ['Acts upon request', 'Acts upon invitation'],
    ['The marshalled mayor', 'The mustard shallot'],
    ['A need to share', 'A wish to share'],
  ],
  'in a quotation, where the words are words of the text as well': [
    ['Share “as they may see fit”', 'Share “as they should see fit”', 'stronger: may → should'],
  ],
  'several in one text': [
    [
      'States shall share and should train',
      'States should share and shall train',
      'weaker: shall → should',
      'stronger: should → shall',
    ],
    ['States should share data and shall train staff', 'States shall train staff and should share data'],
    [
      'States shall share data. Firms may share data.',
      'States may share data. Firms shall share data.',
      'weaker: shall → may',
      'stronger: may → shall',
    ],
    ['States shall share. Firms share.', 'States share. Firms shall share.', 'removed: shall →', 'added: → shall'],
  ],
};

for (const [name, rows] of Object.entries(english)) {
  describe(`force in English: ${name}`, () => {
    test.each(rows)('%s / %s', (before, after, ...expected) => {
      expect(said('en', before, after)).toEqual(expected);
    });
  });
}

const others: readonly (readonly [EditorialLanguage, Row])[] = [
  ['fr', ['Les États devraient partager', 'Les États doivent partager', 'stronger: devraient → doivent']],
  ['fr', ['Les États doivent partager', 'Les États ne doivent pas partager', 'reversed: doivent → doivent pas']],
  ['fr', ['Les États doivent partager', 'Les États devront partager']],
  ['fr', ['Chaque État peut partager', 'Aucun État ne peut partager', 'added: → aucun']],
  ['fr', ['Demande instamment aux États', 'Invite les États', 'weaker: demande instamment → invite']],
  [
    'fr',
    ['Les États sont priés de partager', 'Les États sont invités à partager', 'weaker: sont priés → sont invités'],
  ],
  ['fr', ['Engage vivement les États', 'Engage les États', 'weaker: vivement →']],
  ['fr', ['Partager', 'Partager, le cas échéant', 'weaker: → le cas échéant']],
  ['fr', ['Ils s’engagent à partager', 'Ils s’efforcent de partager', 'weaker: s’engagent → s’efforcent']],
  ['fr', ['Souligne le besoin', 'Soulignent le besoin']],
  ['fr', ['Selon une demande des États', 'Selon un souhait des États']],
  ['es', ['Los Estados deberán compartir', 'Los Estados podrán compartir', 'weaker: deberán → podrán']],
  ['es', ['Los Estados deben compartir', 'Los Estados no deben compartir', 'reversed: deben → no deben']],
  ['es', ['Los Estados deberían compartir', 'Los Estados debieran compartir']],
  ['es', ['Los Estados tienen que compartir', 'Los Estados pueden compartir', 'weaker: tienen que → pueden']],
  ['es', ['Insta a los Estados', 'Alienta a los Estados', 'weaker: insta → alienta']],
  ['es', ['Insta encarecidamente a los Estados', 'Insta a los Estados', 'weaker: encarecidamente →']],
  ['es', ['Subraya la necesidad', 'Destaca la necesidad', 'different: subraya → destaca']],
  ['id', ['Negara harus berbagi', 'Negara sebaiknya berbagi', 'weaker: harus → sebaiknya']],
  ['id', ['Negara wajib berbagi', 'Negara tidak wajib berbagi', 'reversed: wajib → tidak wajib']],
  ['id', ['Negara dilarang berbagi', 'Negara boleh berbagi', 'reversed: dilarang → boleh']],
  ['id', ['Negara tidak boleh berbagi', 'Negara dilarang berbagi']],
  ['id', ['Mengundang negara', 'Mendesak negara', 'stronger: mengundang → mendesak']],
  ['id', ['Negara diminta berbagi', 'Negara diundang berbagi', 'weaker: diminta → diundang']],
  ['id', ['Menegaskan komitmen', 'Menekankan komitmen', 'different: menegaskan → menekankan']],
  ['id', ['Akan tetapi negara harus berbagi', 'Namun negara harus berbagi']],
  ['id', ['Negara berupaya berbagi', 'Negara berbagi', 'stronger: berupaya →']],
];

test.each(others)('force in %s: %s', (language, [before, after, ...expected]) => {
  expect(said(language, before, after)).toEqual(expected);
});

test('a change names its place in the new words: the term itself, or where one is gone', () => {
  const places = (before: string, after: string) =>
    changes('en', before, after).map(({ paragraph, from, to }) => [
      plainText(marked(`OP ${after}`).find(({ id }) => id === paragraph) ?? { runs: [] }).slice(from, to),
      from,
    ]);
  expect(places('States shall share', 'States may not share')).toEqual([['may not', 7]]);
  expect(places('States shall share', 'States share')).toEqual([['', 6]]);
});

test('the first verb of an operative paragraph is one of force; elsewhere only those that a table ranks are', () => {
  expect(changes('en', 'Condemns it', 'Deplores it').length).toBe(1);
  expect(changes('en', 'Condemns it', 'Deplores it', 'PP').length).toBe(0);
});

test('of an unchanged wording, or without one, nothing is said', () => {
  expect(said('en', 'States shall share', 'States shall share')).toEqual([]);
  expect(found(['OP Decides that States shall share.'], { only: ['force-changed'] })).toEqual([]);
});
