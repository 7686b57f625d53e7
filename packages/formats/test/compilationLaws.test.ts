import { existsSync, readFileSync } from 'node:fs';
import { present } from '@chapeau/base';
import {
  conferenceIdSchema,
  decide,
  type DelegationId,
  delegationIdSchema,
  documentIdSchema,
  type DocumentState,
  emptyConference,
  type Event,
  evolve,
  latest,
  liveAmendments,
  openConference,
  paragraphsInText,
  principalIdSchema,
  scopeParagraphs,
} from '@chapeau/procedure';
import { compile, readCompilation as readBack } from '@chapeau/redline';
import { type NotationReading, partyKey, placeFinder, wordingOf, writeVerbatim } from '@chapeau/redline/brackets';
import { plainText } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilationEntry, type LeftOut, partiesNamed, readCompilation } from '../src/compilation.ts';
import { rivalsOf } from '../src/compilationRivals.ts';
import { notations, someNames } from './notations.ts';

const document = documentIdSchema.parse('d');

/** One delegation for each party, however it is spelt. */
function delegationOf(key: string): DelegationId {
  return delegationIdSchema.parse(
    `p${[...key].map((sign) => (/[a-z0-9]/.test(sign) ? sign : `-${sign.codePointAt(0)?.toString(36) ?? ''}`)).join('')}`.slice(
      0,
      40,
    ),
  );
}

/** The conference once a text has entered, everybody named taken for a delegation of their own but those `absent`. */
function entered(source: string, format: 'plain' | 'markdown' = 'plain', absent: readonly string[] = []) {
  const reading = readCompilation(source, format);
  const keys = partiesNamed(reading).map(({ key }) => key);
  const parties = new Map(keys.map((key) => [key, absent.includes(key) ? [] : [delegationOf(key)]]));
  const { act, left } = compilationEntry(reading, { document, revision: 1, parties });
  const state = conferenceOf(keys.map(delegationOf));
  let ids = 0;
  const newId = () => `id${String((ids += 1)).padStart(16, '0')}`;
  const by = { principal: principalIdSchema.parse('desk'), role: 'secretariat', delegation: null } as const;
  if (act.paragraphs.length + act.atHead.length === 0) return { reading, left, parties, document: null };
  const decision = decide(state, act, by, { now: '2026-01-01T00:00:01.000Z', newId, room: null });
  if (!decision.ok) throw new Error(decision.error.message);
  const after = decision.value.reduce(
    (before, event, index) => evolve(before, { seq: state.seq + 1 + index, at: '2026-01-01T00:00:01.000Z', event }),
    state,
  );
  return { reading, left, parties, document: present(after.documents.get(document), 'the document') };
}

function conferenceOf(delegations: readonly DelegationId[]) {
  const details = { title: 'T', theme: '', place: '', startsOn: '2026-01-01', endsOn: '2026-01-02', timeZone: 'UTC' };
  const participants = [...new Set(delegations)].map((id) => ({
    ...{ id, name: id, officialName: id, kind: 'other', code: null },
  })) as Extract<Event, { type: 'participants-accredited' }>['participants'];
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

/** Each name where it stands in what was read: its offset, and whom it means. */
function namesIn({ paragraphs }: NotationReading) {
  const found = paragraphs.flatMap(({ choices, proposals, positions }) => [
    ...choices.flatMap(({ alternatives }) =>
      alternatives.flatMap(({ clauses }) => clauses.flatMap(({ parties }) => parties)),
    ),
    ...[...proposals, ...positions].flatMap(({ parties }) => parties),
  ]);
  return new Map(found.map((party) => [party.from, party]));
}

/** Everybody who sponsors something or takes a position. */
function heardIn(state: DocumentState): ReadonlySet<DelegationId> {
  const amendments = [...state.amendments.values()];
  return new Set([
    ...amendments.flatMap(({ sponsors, positions }) => [...sponsors, ...positions.keys()]),
    ...paragraphsInText(state).flatMap(({ positions }) => [...positions.keys()]),
  ]);
}

function isListed(left: readonly LeftOut[], source: string) {
  const placeOf = placeFinder(source);
  const places = new Set(left.map(({ line, column }) => `${line}:${column}`));
  return (from: number) => {
    const { line, column } = placeOf(from);
    return places.has(`${line}:${column}`);
  };
}

function nobodyIsLost(source: string, format: 'plain' | 'markdown' = 'plain', absent: readonly string[] = []): void {
  const { reading, left, parties, document: state } = entered(source, format, absent);
  const heard = state === null ? new Set<DelegationId>() : heardIn(state);
  const listed = isListed(left, writeVerbatim(reading.tokens));
  for (const [from, party] of namesIn(reading)) {
    const delegations = parties.get(partyKey(party)) ?? [];
    const isHeard = delegations.some((one) => heard.has(one));
    expect(isHeard || listed(from) ? '' : `${party.written} at ${from} of ${source}`).toBe('');
  }
}

/** What every amendment says at each paragraph of the text or behind it, with its sponsors. */
function saidIn(state: DocumentState): readonly string[] {
  return liveAmendments(state).flatMap((amendment) => {
    const { scope, paragraphs } = latest(amendment);
    const who = [...amendment.sponsors].sort().join();
    const gone = scopeParagraphs(scope).filter((id) => !paragraphs.some((one) => one.id === id));
    return [...paragraphs.map((one) => `${who}: ${plainText(one)}`), ...gone.map(() => `${who}: `)];
  });
}

function everyWordingStands(source: string): void {
  const { reading, left, document: state } = entered(source);
  if (state === null) return;
  const said = saidIn(state);
  const excused = new Set(
    left.filter(({ code }) => ['same', 'too-many', 'no-words', 'bracketed'].includes(code)).map(({ line }) => line),
  );
  const wide = new Set([
    ...reading.tree.brackets.filter(({ open, close }) => open === null || close === null).map((one) => one.paragraph),
    ...reading.options.flatMap((group) =>
      group.some(({ paragraphs }) => paragraphs.length > 1) ? group.flatMap(({ paragraphs }) => paragraphs) : [],
    ),
  ]);
  const { owning } = rivalsOf(reading);
  reading.paragraphs.forEach(({ proposals, line, base }, index) => {
    if (wide.has(index) || excused.has(line)) return;
    for (const proposal of proposals) {
      if (proposal.whole !== null) continue;
      const wording = wordingOf(reading, index, proposal);
      if (wording === null || plainText(wording) === plainText({ runs: base })) continue;
      const who = [...new Set(proposal.parties.map((party) => delegationOf(partyKey(party))))].sort();
      const isSaidBy = (ids: readonly string[]) =>
        said.some((one) => {
          const [sponsors = '', ...text] = one.split(': ');
          return text.join(': ') === plainText(wording) && ids.every((id) => sponsors.split(',').includes(id));
        });
      // In a rival of several paragraphs each has all of its own words in one amendment, so that it may share none with the others.
      const isJoined = (owning.get(index)?.own.length ?? 0) > 1;
      const isThere = isJoined && who.length > 0 ? who.every((id) => isSaidBy([id])) : isSaidBy(who);
      expect(isThere ? '' : `${who.join()}: ${plainText(wording)} in ${source}\n${said.join('\n')}`).toBe('');
    }
  });
}

/** Who proposes words sponsors an amendment that has them, in however many paragraphs it and its rivals stand; or is listed with the place. */
function proposersHaveTheirWords(source: string): void {
  const { reading, left, parties, document: state } = entered(source);
  const listed = isListed(left, writeVerbatim(reading.tokens));
  const said = state === null ? [] : saidIn(state).map((one) => one.split(': '));
  for (const { alternatives } of reading.paragraphs.flatMap(({ choices }) => choices))
    for (const { content, clauses } of alternatives) {
      const words = content.flatMap((piece) => (piece.kind === 'word' && piece.role === 'words' ? [piece.shown] : []));
      // Not claimed of "No text": inside a rival it may be an objection to it, and the first law accounts for the name.
      if (words.length === 0) continue;
      const proposers = clauses.flatMap((clause) => (clause.stance === 'propose' ? clause.parties : []));
      for (const party of proposers) {
        const [delegation] = parties.get(partyKey(party)) ?? [];
        const isThere = said.some(
          ([sponsors = '', ...text]) =>
            sponsors.split(',').includes(delegation ?? '') && words.every((word) => text.join(': ').includes(word)),
        );
        expect(isThere || listed(party.from) ? '' : `${party.written}: ${words.join(' ')} in ${source}`).toBe('');
      }
    }
}

/** The bracketed text of the conference reads, to each amendment, as that amendment says. */
function compilesAsProposed(source: string): void {
  const { document: state } = entered(source);
  if (state === null) return;
  const live = liveAmendments(state).map((amendment) => ({ id: String(amendment.number), ...latest(amendment) }));
  for (const { id, runs } of paragraphsInText(state)) {
    const here = live.filter(({ scope }) => scopeParagraphs(scope).includes(id));
    const proposals = here.map(({ id: number, paragraphs }) => {
      const words = paragraphs.find((one) => one.id === id);
      return { id: number, names: [], wording: words ?? null };
    });
    const compilation = compile({ runs }, proposals);
    for (const { id: number, wording } of proposals)
      expect(plainText({ runs: readBack(compilation, number) })).toBe(wording === null ? '' : plainText(wording));
  }
}

/** Each run of the tests tries the same cases; `fuzz laws` tries others. */
const seed = 2021;

describe('laws of entering a compilation', () => {
  test('everybody who is named is found again, as sponsor, with a position, or listed with the place', () => {
    fc.assert(
      fc.property(notations, fc.subarray([...someNames]), (source, some) => {
        const absent = some.flatMap((name) =>
          partiesNamed(readCompilation(source, 'plain')).flatMap((one) =>
            one.spellings.includes(name) ? [one.key] : [],
          ),
        );
        nobodyIsLost(source, 'plain', absent);
      }),
      { seed, numRuns: 300 },
    );
  });

  test('each wording that is proposed in one paragraph stands as an amendment with the names of those who propose it', () => {
    fc.assert(fc.property(notations, everyWordingStands), { seed, numRuns: 300 });
  });

  test('a wording of two in a rival of several paragraphs, of which one also proposes words elsewhere in it', () => {
    everyWordingStands(
      '1. [No text] (EU); (EU)\n1 alt. [EU: meet].\n(a) [EU, US: meet] [meet] (EU retain).\nmeet; (EU)',
    );
  });

  test('who proposes words sponsors an amendment that has them, also over several paragraphs', () => {
    fc.assert(fc.property(notations, proposersHaveTheirWords), { seed, numRuns: 300 });
  });

  test('words inside a wording that stands only where a proposed bracket over several paragraphs does come with that bracket', () => {
    const source =
      'meet (EU: delete para)[\n[[[meet - EU / No text - EU] meet][meet]; (EU)\n3. meet; (EU) - Chile]\n[act] [EU: No text]; - Chile]\nmeet; (EU)';
    proposersHaveTheirWords(source);
    const { document: state } = entered('[ Parties [shall [now - EU] act] soon;\nand meet; - Chile]\nAct.');
    const said = saidIn(present(state, 'the document'));
    const ofEu = said.filter((one) => one.startsWith(`${delegationOf('eu')}:`));
    expect(ofEu).toEqual([`${delegationOf('eu')}: Parties shall now act soon;`, `${delegationOf('eu')}: and meet;`]);
  });

  test('the text of the conference, compiled, says to each amendment what it proposes', () => {
    fc.assert(fc.property(notations, compilesAsProposed), { seed, numRuns: 100 });
  });
});

const shared = new URL('../../../../shared/', import.meta.url);

describe.each([
  'examples/bracket-notation.txt',
  'examples/bracket-notation-trade.txt',
  'data/negotiating-texts/unfccc-2015-10-23.md',
])('the same of %s', (file) => {
  const url = new URL(file, shared);
  test.skipIf(!existsSync(url))('and it is allowed by the rules of procedure', () => {
    const source = readFileSync(url, 'utf8');
    nobodyIsLost(source, file.endsWith('.md') ? 'markdown' : 'plain');
    if (!file.endsWith('.md')) {
      everyWordingStands(source);
      compilesAsProposed(source);
    }
  });
});
