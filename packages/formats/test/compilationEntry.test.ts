import { existsSync, readFileSync } from 'node:fs';
import { present } from '@chapeau/base';
import {
  conferenceIdSchema,
  decide,
  type DelegationId,
  delegationIdSchema,
  documentIdSchema,
  emptyConference,
  type EnteredProposal,
  type EnteredReplacement,
  evolve,
  type Event,
  openConference,
  type ParticipantState,
  principalIdSchema,
} from '@chapeau/procedure';
import { plainText } from '@chapeau/text';
import { describe, expect, test } from 'vitest';
import {
  compilationEntry,
  delegationNamed,
  membersPresent,
  type NamedInCompilation,
  partiesNamed,
  readCompilation,
  readParagraphs,
} from '../src/compilation.ts';

const here: readonly ParticipantState[] = ['idn', 'fji', 'chl', 'can', 'aus', 'eu', 'g77'].map((id) => ({
  id: delegationIdSchema.parse(id),
  name: id.toUpperCase(),
  officialName: `Delegation ${id}`,
  kind: 'state',
  code: null,
  accredited: true,
}));

type Decide = (party: NamedInCompilation) => readonly DelegationId[];

/** Names mean who is accredited; groups nobody but themselves. */
const beyondDoubt: Decide = (party) => [delegationNamed(party, here)].flatMap((one) => one ?? []);

function entered(source: string, decided: Decide = beyondDoubt) {
  const reading = readCompilation(source, 'plain');
  const parties = new Map(partiesNamed(reading).map((party) => [party.key, decided(party)]));
  return compilationEntry(reading, { document: documentIdSchema.parse('d'), revision: 2, parties });
}

/** `PP1 Words {ad-ref} eu:support` and behind it, indented, what is proposed. */
function shown(source: string, decided?: Decide): readonly string[] {
  const { act } = entered(source, decided);
  return [
    ...act.atHead.map(shownProposal),
    ...act.paragraphs.flatMap((one) => [
      [`${one.label} ${plainText(one)}`.trim(), one.status === 'open' ? '' : `{${one.status}}`, ...shownPositions(one)]
        .filter((part) => part !== '')
        .join(' '),
      ...one.proposals.map(shownProposal),
    ]),
  ];
}

function shownProposal(proposal: EnteredProposal): string {
  const words =
    proposal.type === 'deletion'
      ? '–'
      : proposal.type === 'rewording'
        ? plainText(proposal.wording)
        : proposal.type === 'insertion'
          ? `+ ${proposal.paragraphs.map((one) => plainText(one)).join(' / ')}`
          : `(${proposal.span}) ${proposal.paragraphs.map(shownReplacement).join(' / ')}`;
  return [`  ${proposal.sponsors.join(',') || '?'}: ${words}`, ...shownPositions(proposal)].join(' ');
}

/** A paragraph that rewords the second of several as `2. words`, a new one as `+ words`. */
function shownReplacement(one: EnteredReplacement['paragraphs'][number]): string {
  return `${one.rewords === null ? '+' : `${one.rewords + 1}.`} ${plainText(one)}`;
}

function shownPositions({ positions }: Pick<EnteredProposal, 'positions'>): readonly string[] {
  return positions.map(({ delegation, position }) => `${delegation}:${position}`);
}

function statementsOf(source: string): readonly string[] {
  const { paragraphs } = entered(source).act;
  const all = paragraphs.flatMap((paragraph) => [paragraph, ...paragraph.proposals]);
  return all.flatMap(({ positions }) => positions.map(({ delegation, statement }) => `${delegation} ${statement}`));
}

function leftOf(source: string, decided?: Decide) {
  return entered(source, decided).left.map(({ code, line, what }) => `${line} ${code}: ${what}`);
}

describe('what is taken over', () => {
  test('words on the table, proposals with their names, and positions', () => {
    expect(
      shown(
        '1. Encourage [voluntary - IDN, Fiji] exchange;\n2. Meet [each year - Chile; Canada flexible, G77 delete];',
      ),
    ).toEqual([
      '1. Encourage exchange;',
      '  idn,fji: Encourage voluntary exchange;',
      '2. Meet;',
      '  chl: Meet each year; can:flexible g77:object',
    ]);
  });

  test('brackets without names become amendments without names', () => {
    expect(shown('1. Share [open] data;')).toEqual(['1. Share open data;', '  ?: Share data;']);
  });

  test('a proposed paragraph stands behind the one before it, or at the head', () => {
    expect(shown('PP1 [Recalling,] (Fiji)\nPP2 Noting,\nPP2bis [Recognizing,] (Chile) (EU: reserve)')).toEqual([
      '  fji: + Recalling,',
      'PP2 Noting,',
      '  chl: + Recognizing, eu:reserve',
    ]);
  });

  test('options and alt paragraphs are proposals for the first of them', () => {
    expect(shown('1. Option 1: Meet.\nOption 2: Meet twice.\nOption 3: No text.')).toEqual([
      '1. Meet.',
      '  ?: Meet twice.',
      '  ?: –',
    ]);
    expect(shown('1. Meet;\n1 alt. Meet twice;\n2. Go;')).toEqual(['1. Meet;', '  ?: Meet twice;', '2. Go;']);
  });

  test('"No text" as the first of several options deletes the one that stands', () => {
    expect(shown('4. Option 1: No text.\nOption 2: Meet.')).toEqual(['4. Meet.', '  ?: –']);
  });

  test('options of several paragraphs stand in place of one another', () => {
    const source =
      '2. Option 1: Decides:\n(a) to act now;\n(b) to report;\nOption 2: Decides to wait. (EU, Chile; Fiji: delete)\nOption 3: No text.\n\n# End';
    expect(shown(source)).toEqual([
      '2. Decides:',
      '  eu,chl: (3) 1. Decides to wait. fji:object',
      '  ?: (3) ',
      '(a) to act now;',
      '(b) to report;',
      '# End',
    ]);
  });

  test('the end of options is said where the text goes on', () => {
    const source =
      'Option 1:\n6. Meet;\n7. Act;\nOption 2:\n6 alt. [Meet twice;\nShare views; - EU]\n[End of options]\n8. Go;';
    expect(shown(source)).toEqual(['6. Meet;', '  eu: (2) 1. Meet twice; / + Share views;', '7. Act;', '8. Go;']);
    expect(leftOf(source)).toEqual([]);
  });

  test('inside rivals of several paragraphs brackets without names stay words, and names have their wording in full', () => {
    const source = '1. Option 1: Meet.\nOption 2: Act [soon]:\n(a) share [data - Fiji];\n(b) [report][tell];\n\n# End';
    expect(shown(source)).toEqual([
      '1. Meet.',
      '  ?: (1) + Act [soon]: / + share; / + [report][tell];',
      '  fji: (1) + Act [soon]: / + share data; / + [report][tell];',
      '# End',
    ]);
    expect(leftOf(source)).toEqual([
      '2 bracketed: Option 2: Act [soon]:',
      '3 label: (a)',
      '4 label: (b)',
      '4 bracketed: (b) [report][tell];',
    ]);
  });

  test('and so has nobody, beside names', () => {
    const source = '1. Option 1: Meet.\nOption 2: Act:\n(a) [now][soon][here - EU];\n\n# End';
    expect(shown(source)).toEqual([
      '1. Meet.',
      '  ?: (1) + Act: / + now;',
      '  eu: (1) + Act: / + here;',
      '  ?: (1) + Act: / + soon;',
      '# End',
    ]);
  });

  test('a bracket over several paragraphs is one proposal', () => {
    expect(shown('6. Decides:\n[(a) to meet;\n(b) to report;] (EU; Fiji: delete)\n7. Go;')).toEqual([
      '6. Decides:',
      '  eu: + to meet; / to report; fji:object',
      '7. Go;',
    ]);
    expect(shown('6. [(a) to meet [often];\n(b) to report;]\n7. Go;')).toEqual([
      '6. (a) to meet often;',
      '  ?: (2) ',
      '  ?: to meet;',
      '(b) to report;',
      '7. Go;',
    ]);
    expect(shown('6. Meet [soon;\n7. Act;\n8. now - Chile; EU: retain; Fiji: delete] Go;')).toEqual([
      '6. Meet',
      '  chl: (2) 1. Meet soon; / + Act; / 2. now Go; eu:support fji:object',
      '8. Go;',
    ]);
  });

  test('an alt paragraph comes with what stands below it', () => {
    expect(
      shown(
        '6. Decides:\n(a) to meet;\n(b) to act;\n6 alt. Agrees [today]:\n(a) to meet; (Fiji, Canada)\n(b) to wait; (EU, Chile)\n7. Go.',
      ),
    ).toEqual([
      '6. Decides:',
      '  eu,chl: (3) + Agrees [today]: / 2. to meet; / + to wait; fji:support can:support',
      '(a) to meet;',
      '(b) to act;',
      '7. Go.',
    ]);
  });

  test('who would delete a bracket over several paragraphs that somebody proposes objects to it', () => {
    expect(shown('6. Decides:\n[EU: (a) to meet;\n(b) to report;] (Fiji: delete)\n7. Go;')).toEqual([
      '6. Decides:',
      '  eu: + to meet; / to report; fji:object',
      '7. Go;',
    ]);
  });

  test('with what somebody has inside, in full', () => {
    expect(shown('6. Decides:\n[(a) to meet [twice - Chile];\n(b) to report;] (EU)\n7. Go [on - EU];')).toEqual([
      '6. Decides:',
      '  chl: + to meet twice; / to report;',
      '  eu: + to meet; / to report;',
      '7. Go;',
      '  eu: Go on;',
    ]);
  });

  test('agreement, where nobody disputes the words', () => {
    expect(shown('PP1 Recalling, [Agreed ad ref]\nPP2 Noting, (Agreed)\nPP3 Seeing [also], [Agreed]')).toEqual([
      'PP1 Recalling, {ad-ref}',
      'PP2 Noting, {agreed}',
      'PP3 Seeing also,',
      '  ?: Seeing,',
    ]);
    expect(leftOf('PP3 Seeing [also], [Agreed]')).toEqual(['1 disputed: Agreed']);
  });
});

describe('whom names mean', () => {
  const source = '1. Meet [often - CANZ, Atlantis, Chile];';
  const [atlantis, canz] = ['?Atlantis', 'canz'];
  const party = (key: string) =>
    present(
      partiesNamed(readCompilation(source, 'plain')).find((one) => one.key === key),
      key,
    );

  test('a group is never taken for its members', () => {
    expect(delegationNamed(party(canz), here)).toBe(null);
    expect(shown(source)[1]).toBe('  chl: Meet often;');
    expect(leftOf(source)).toEqual(['1 name: CANZ', '1 name: Atlantis']);
  });

  test('unless the person says so', () => {
    const expanded: Decide = (one) => (one.key === canz ? membersPresent(one, here) : beyondDoubt(one));
    expect(shown(source, expanded)[1]).toBe('  can,aus,chl: Meet often;');
  });

  test('an unknown name means whom the person says', () => {
    expect(party(atlantis).meanings).toEqual([]);
    const decided: Decide = ({ key }) => (key === atlantis ? [delegationIdSchema.parse('fji')] : []);
    expect(shown(source, decided)[1]).toBe('  fji: Meet often;');
  });

  test('a group that leaves somebody out never means those, whatever the person says of the group', () => {
    const exception = '1. Meet [often - CANZ except Canada] [here - Canada];';
    const members: Decide = (one) =>
      one.key.startsWith('?') ? ['can', 'aus'].map((id) => delegationIdSchema.parse(id)) : beyondDoubt(one);
    expect(shown(exception, members)).toEqual(['1. Meet;', '  aus: Meet often;', '  can: Meet here;']);
  });

  test('two names of one delegation are one', () => {
    const all: Decide = () => [delegationIdSchema.parse('idn')];
    expect(shown('1. Meet [often - Fiji, Chile; Canada flexible];', all)[1]).toBe('  idn: Meet often;');
    expect(leftOf('1. Meet [often - Fiji, Chile; Canada flexible];', all)).toEqual(['1 own: Canada flexible']);
  });
});

describe('what a person corrects', () => {
  const source = '1. Meet [often - EU; Fiji: delete];\nNoting,\n(a) share;';
  const reading = readCompilation(source, 'plain');
  const choices = { document: documentIdSchema.parse('d'), revision: 2, parties: new Map() };

  test('a paragraph is of the kind and level that it is said to be', () => {
    const corrections = new Map([[1, { kind: 'preambular', level: 2 } as const]]);
    const { act } = compilationEntry(reading, { ...choices, corrections });
    expect(act.paragraphs.map(({ kind, level }) => `${kind} ${level}`)).toEqual([
      'operative 0',
      'preambular 2',
      'operative 1',
    ]);
  });

  test('one that is left out is listed with everybody named there', () => {
    const corrections = new Map([[0, { isLeftOut: true }]]);
    const { act, left } = compilationEntry(reading, { ...choices, corrections });
    expect(act.paragraphs.map((one) => plainText(one))).toEqual(['Noting,', 'share;']);
    expect(left.map(({ code, what }) => `${code}: ${what}`)).toEqual([
      'left-out: 1. Meet [often - EU; Fiji: delete];',
      'left-out: EU',
      'left-out: Fiji',
    ]);
  });

  test('neighbours of which the reader was not sure are rivals, or further words', () => {
    const unsure = '1. Meet [freely] [openly];';
    const [told] = readCompilation(unsure, 'plain').repairs;
    expect(told?.kind).toBe('neighbours-unclear');
    const wordings = (isRival: boolean) => {
      const decided = readCompilation(unsure, 'plain', undefined, new Map([[told?.from ?? -1, isRival]]));
      expect(decided.repairs.map(({ kind }) => kind)).toEqual(['neighbours-unclear']);
      const [paragraph] = compilationEntry(decided, choices).act.paragraphs;
      const proposals = paragraph?.proposals ?? [];
      return [plainText(paragraph ?? { runs: [] }), ...proposals.map(shownProposal)];
    };
    expect(wordings(true)).toEqual(['Meet freely;', '  ?: Meet openly;']);
    expect(wordings(false)).toEqual(['Meet freely openly;', '  ?: Meet openly;', '  ?: Meet freely;']);
  });

  test('each paragraph is shown with its place', () => {
    expect(readParagraphs(reading).map(({ line, label, words }) => `${line} ${label} ${words}`)).toEqual([
      '1 1. Meet;',
      '2  Noting,',
      '3 (a) share;',
    ]);
  });
});

describe('what is not taken over is listed', () => {
  test('support of which the wording is not certain; who is against a paragraph is against each', () => {
    const source = '1 bis. [Invite [all] to [meet/go];] (Fiji)';
    expect(leftOf(`${source} (Chile: support whole para)`)).toContain('1 unclear: Chile support whole para');
    expect(shown(`1. Go;\n${source} (Chile: bracket whole para)`)).toEqual([
      '1. Go;',
      '  fji: + Invite all to meet; chl:reserve',
      '  ?: + Invite to meet; chl:reserve',
      '  ?: + Invite all to go; chl:reserve',
    ]);
  });

  test('a position on a part of a wording is taken with the words, on the proposal where that has them alone', () => {
    expect(shown('1. Meet [often - Chile, EU; Canada reserve] [here - EU];')).toEqual([
      '1. Meet;',
      '  chl: Meet often; can:reserve',
      '  eu: Meet often here;',
    ]);
    const wider = '1. Meet [often - EU; Canada reserve until May] [here - EU]; [Act - Fiji delete; Chile retain]';
    expect(shown(wider)).toEqual([
      '1. Meet; Act chl:support',
      '  eu: Meet often here; Act can:reserve',
      '  fji: Meet;',
    ]);
    expect(statementsOf(wider)).toEqual(['chl “Act”: retain', 'can “often”: reserve until May']);
    expect(leftOf(wider)).toEqual(['1 wider: Canada reserve until May', '1 wider: Chile retain']);
  });

  test('positions of one delegation on several parts are one, with the words of each', () => {
    const source = '1. Meet [often - Chile delete; Fiji retain] [here - Chile delete; Fiji retain];';
    expect(statementsOf(source)).toEqual(['fji “often”: retain; “here”: retain']);
  });

  test('a position is not also a statement of itself', () => {
    const source = '1. Meet [often - EU; Fiji reserve; Chile flexible; Canada opposes the word];';
    expect(statementsOf(source).toSorted()).toEqual(['can opposes the word', 'chl ', 'fji ']);
  });

  test('who would delete a rival objects to it', () => {
    expect(shown('1. Meet;\n1 alt. Meet twice; (Chile: delete para)\n2. Go;')).toEqual([
      '1. Meet;',
      '  ?: Meet twice; chl:object',
      '2. Go;',
    ]);
    expect(shown('1. Meet;\n1 bis. [Act;] (EU) (Chile: delete para)\n2. Go;')).toEqual([
      '1. Meet;',
      '  eu: + Act; chl:object',
      '2. Go;',
    ]);
  });

  test('more proposals than can be read, in a text that nobody writes', () => {
    const deep = 6000;
    const source = `1. ${'['.repeat(deep)}x${']'.repeat(deep)};`;
    const { act, left } = entered(source);
    expect(act.paragraphs[0]?.proposals.length).toBeLessThan(1000);
    expect(left.map(({ code }) => code)).toContain('too-many');
  });

  test('nor do more proposals stand at one paragraph than an act takes', () => {
    const many = Array.from({ length: 2100 }, (_, index) => `${(index % 900) + 2}. [Go ${index};] (Fiji)`);
    const { act, left } = entered(['1. Meet;', ...many].join('\n'));
    expect(act.paragraphs[0]?.proposals.length).toBe(2000);
    expect(left.filter(({ code }) => code === 'too-many').map(({ what }) => what)).toEqual(
      Array.from({ length: 100 }, () => 'Fiji'),
    );
  });

  test('what an option of no text says beside that', () => {
    expect(leftOf('1. Option 1: Meet.\nOption 2: No text. (US)')).toEqual(['2 no-words: Option 2: No text. (US)']);
    expect(leftOf('1. Option 1: Meet.\nOption 2: No text.')).toEqual([]);
  });

  test('what is said for nobody', () => {
    expect(leftOf('1. [Retain para] Meet;\n2. [To be retained] Act;')).toEqual([
      '1 words: Retain para',
      '2 words: To be retained',
    ]);
  });

  test('each name that is left out, wherever it stands', () => {
    const source = '1. Meet [often - Zembla] [here - Zembla];';
    const { left } = entered(source, () => []);
    expect(left.map(({ code, column }) => `${column} ${code}`)).toEqual(['18 name', '34 name']);
  });

  test('front matter and marks without a like', () => {
    const left = leftOf('---\ntitle: x\n---\n1. Meet; (pending PP4)');
    expect(left.join('\n')).toMatch(/mark: pending PP4/);
  });
});

const negotiating = new URL('../../../../shared/data/negotiating-texts/unfccc-2015-10-23.md', import.meta.url);
const notation = new URL('../../../../shared/examples/bracket-notation.txt', import.meta.url);

describe.each([
  ['every notation', notation, 10],
  ['a whole negotiating text', negotiating, 300],
] as const)('%s', (_, file, atLeast) => {
  test.skipIf(!existsSync(file))('is allowed by the rules of procedure as it was taken over', () => {
    const reading = readCompilation(readFileSync(file, 'utf8'), file.pathname.endsWith('.md') ? 'markdown' : 'plain');
    const parties = new Map(partiesNamed(reading).map((party) => [party.key, beyondDoubt(party)]));
    const state = conferenceOf(documentIdSchema.parse('d'));
    const { act } = compilationEntry(reading, { document: documentIdSchema.parse('d'), revision: 1, parties });
    let ids = 0;
    const newId = () => `id${String((ids += 1)).padStart(16, '0')}`;
    const by = { principal: principalIdSchema.parse('desk'), role: 'secretariat', delegation: null } as const;
    const decision = decide(state, act, by, { now: '2026-01-01T00:00:01.000Z', newId, room: null });
    expect(decision.ok ? null : decision.error).toBe(null);
    expect(act.paragraphs.length).toBeGreaterThan(atLeast);
  });
});

function conferenceOf(document: ReturnType<typeof documentIdSchema.parse>) {
  const details = { title: 'T', theme: '', place: '', startsOn: '2026-01-01', endsOn: '2026-01-02', timeZone: 'UTC' };
  const participants = here.map(({ id, name, officialName, kind, code }) => ({ id, name, officialName, kind, code }));
  const events: readonly Event[] = [
    openConference({ ...details, sectors: [] }),
    { type: 'participants-accredited', participants },
    { type: 'document-created', document, title: 'Message' },
  ];
  return events.reduce(
    (state, event, index) => evolve(state, { seq: index + 1, at: '2026-01-01T00:00:00.000Z', event }),
    emptyConference(conferenceIdSchema.parse('c')),
  );
}
