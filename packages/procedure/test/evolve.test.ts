import { canonicalJson, hashOf } from '@chapeau/base';
import { plainText } from '@chapeau/text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  emptyConference,
  eventSchema,
  evolve,
  isLive,
  paragraphsInText,
  type Scope,
  stateFromJson,
  stateToJson,
} from '../src/index.ts';
import { Conference, chair, chile, fiji, indonesia, tableAct } from './conference.ts';

const heads = [indonesia, fiji, chile] as const;

/** A course of negotiation as plain numbers: what is tried is read off them, whatever the rules then say. */
const course = fc.array(fc.tuple(fc.nat(6), fc.nat(40), fc.nat(40), fc.nat(2)), { maxLength: 40 });

function play(steps: readonly (readonly [number, number, number, number])[]): Conference {
  const conference = new Conference().tabled(
    '# Title',
    'PP Recalling one and two,',
    'OP Share good practices;',
    '  OP in each region;',
    'OP Meet.',
  );
  for (const [what, where, how, who] of steps) attempt(conference, what, where, how, heads[who] ?? fiji);
  return conference;
}

function attempt(conference: Conference, what: number, where: number, how: number, head: typeof fiji): void {
  const { document } = conference;
  const target = document.order[where % Math.max(1, document.order.length)];
  const amendment = [...document.amendments.values()].filter(isLive)[how % Math.max(1, document.amendments.size)];
  if (target === undefined) return;
  if (what < 4) return propose(conference, what, target, how, head);
  if (what === 4 && amendment !== undefined) {
    const act = { document: document.id, amendment: amendment.id, hash: amendment.versions.at(-1)?.hash ?? hashOf('') };
    if (conference.attempts(chair, { type: 'accept-amendment', ...act }).ok) conference.accepts(amendment.number);
  }
  if (what === 5) {
    const { hash } = document.paragraphs.get(target) ?? { hash: hashOf('') };
    const position = how % 2 === 0 ? 'support' : 'object';
    conference.does(head, {
      type: 'take-position',
      document: document.id,
      on: { type: 'paragraph', paragraph: target, hash },
      position,
      statement: '',
    });
  }
  if (what === 6) {
    const { hash } = document.paragraphs.get(target) ?? { hash: hashOf('') };
    const act = {
      type: 'declare-agreed',
      document: document.id,
      level: 'agreed',
      paragraphs: [{ paragraph: target, hash }],
    } as const;
    if (conference.attempts(chair, act).ok) conference.does(chair, act);
  }
}

function propose(
  conference: Conference,
  what: number,
  target: NonNullable<Scope & { type: 'insert' }>['after'],
  how: number,
  head: typeof fiji,
): void {
  if (target === null) return;
  const words = plainText(conference.document.paragraphs.get(target) ?? { runs: [] }).split(' ');
  words.splice(how % (words.length + 1), how % 3, `w${how}`);
  const after = conference.document.order[how % conference.document.order.length] ?? null;
  const scopes: readonly Scope[] = [
    { type: 'replace', paragraphs: [target] },
    { type: 'insert', after: target },
    { type: 'delete', paragraphs: [target] },
    { type: 'move', paragraphs: [target], after },
  ];
  const scope = scopes[what];
  if (scope === undefined) return;
  const lines =
    scope.type === 'replace'
      ? ([[target, `OP ${words.join(' ')}`]] as const)
      : scope.type === 'insert'
        ? ([[null, 'OP New;']] as const)
        : [];
  const reading = conference.reading([head], scope, lines);
  if (conference.attempts(head, tableAct(reading), reading).ok) conference.tables(reading, head);
}

test('replaying the record gives the same state', () => {
  fc.assert(
    fc.property(course, (steps) => {
      const conference = play(steps);
      const replayed = conference.events.reduce(
        (state, event, index) => evolve(state, { seq: index + 1, at: '', event }),
        emptyConference(conference.state.id),
      );
      expect(canonicalJson(stateToJson({ ...replayed, at: conference.state.at }))).toBe(
        canonicalJson(stateToJson(conference.state)),
      );
    }),
    { numRuns: 60 },
  );
});

test('a state survives JSON and goes on evolving alike', () => {
  fc.assert(
    fc.property(course, course, (first, more) => {
      const conference = play(first);
      const revived = stateFromJson(JSON.parse(JSON.stringify(stateToJson(conference.state))));
      const from = conference.events.length;
      for (const [what, where, how, who] of more) attempt(conference, what, where, how, heads[who] ?? fiji);
      const caughtUp = conference.events
        .slice(from)
        .reduce(
          (state, event, index) => evolve(state, { seq: from + index + 1, at: conference.state.at, event }),
          revived,
        );
      expect(canonicalJson(stateToJson({ ...caughtUp, at: '' }))).toBe(
        canonicalJson(stateToJson({ ...conference.state, at: '' })),
      );
    }),
    { numRuns: 30 },
  );
});

test('whatever happens, credits cover the words, the order names what stands, and every event is one that the schema knows', () => {
  fc.assert(
    fc.property(course, (steps) => {
      const conference = play(steps);
      for (const event of conference.events)
        expect(eventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
      const standing = paragraphsInText(conference.document);
      expect(new Set(conference.document.order).size).toBe(standing.length);
      for (const paragraph of standing) {
        expect(paragraph.status).not.toBe('deleted');
        const covered = paragraph.credits.reduce((sum, { length }) => sum + length, 0);
        expect(covered).toBe(plainText(paragraph).length);
      }
      const labels = standing
        .filter(({ kind, level }) => level === 0 && kind === 'operative')
        .map(({ label }) => label);
      expect(new Set(labels).size).toBe(labels.length);
    }),
    { numRuns: 60 },
  );
});

test('no state of an amendment erases its wording', () => {
  fc.assert(
    fc.property(course, (steps) => {
      const conference = play(steps);
      const tabled = conference.events.filter((event) => event.type === 'amendment-tabled');
      for (const event of tabled) {
        const versions = conference.document.amendments.get(event.amendment)?.versions ?? [];
        expect(versions.find(({ version }) => version === event.version)?.paragraphs).toEqual(
          event.proposal.paragraphs,
        );
      }
    }),
    { numRuns: 40 },
  );
});
