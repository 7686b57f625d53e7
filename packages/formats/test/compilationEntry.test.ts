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
        : `+ ${proposal.paragraphs.map((one) => plainText(one)).join(' / ')}`;
  return [`  ${proposal.sponsors.join(',') || '?'}: ${words}`, ...shownPositions(proposal)].join(' ');
}

function shownPositions({ positions }: Pick<EnteredProposal, 'positions'>): readonly string[] {
  return positions.map(({ delegation, position }) => `${delegation}:${position}`);
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

  test('two names of one delegation are one', () => {
    const all: Decide = () => [delegationIdSchema.parse('idn')];
    expect(shown('1. Meet [often - Fiji, Chile; Canada flexible];', all)[1]).toBe('  idn: Meet often;');
    expect(leftOf('1. Meet [often - Fiji, Chile; Canada flexible];', all)).toEqual(['1 own: Canada flexible']);
  });
});

describe('what is not taken over is listed', () => {
  test('a position of which the wording is not certain', () => {
    expect(leftOf('1 bis. [Invite [all] to [meet/go];] (Fiji) (Chile: bracket whole para)').join()).toContain(
      'unclear',
    );
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
  ['a whole negotiating text', negotiating, 400],
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
