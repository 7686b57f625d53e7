import { canonicalJson } from '@chapeau/base';
import { plainText, type Wording, wordingHash } from '@chapeau/text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AmendmentState,
  changesNothing,
  type Conflict,
  type DocumentState,
  eventSchema,
  isCurrent,
  isLive,
  latest,
  liveAmendments,
  paragraphIn,
  paragraphsInText,
  proposalHash,
  proposalOn,
  scopeParagraphs,
  standsInText,
  stateToJson,
  textHash,
  wordingAt,
} from '../src/index.ts';
import { type Conference, chair, chile, fiji, tableAct } from './conference.ts';
import { attemptOf, Choices, choices, onTheTable, proposalOf, readingOf, tries } from './negotiation.ts';

const course = fc.array(choices, { minLength: 20, maxLength: 60, size: 'max' });

test('[A11] acceptances of amendments that touch different paragraphs give the same text in either order', () => {
  let compared = 0;
  fc.assert(
    fc.property(choices, choices, (one, other) => {
      const [before, after] = [twoTabled(one, other), twoTabled(one, other)];
      if (before.document.amendments.size < 2 || touchCommon(before.document)) return;
      compared += 1;
      acceptInTurn(before, [1, 2]);
      acceptInTurn(after, [2, 1]);
      expect(wordsOf(before)).toEqual(wordsOf(after));
    }),
    { numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(40);
});

function twoTabled(one: readonly number[], other: readonly number[]): Conference {
  const conference = onTheTable();
  for (const [head, numbers] of [
    [fiji, one],
    [chile, other],
  ] as const) {
    const reading = readingOf(conference, proposalOf(conference, new Choices(numbers)), [head]);
    tries(conference, [head, tableAct(reading), reading]);
  }
  return conference;
}

function touchCommon(document: DocumentState): boolean {
  const touched = liveAmendments(document).map((amendment) => {
    const { scope } = latest(amendment);
    return scope.type === 'insert' || scope.type === 'move'
      ? [...scopeParagraphs(scope), scope.after]
      : scopeParagraphs(scope);
  });
  const [first = [], second = []] = touched;
  return first.some((id) => second.includes(id as never));
}

function acceptInTurn(conference: Conference, numbers: readonly number[]): void {
  for (const number of numbers) if (isLive(conference.amendment(number))) conference.accepts(number);
}

function wordsOf({ document }: Conference): readonly string[] {
  return paragraphsInText(document).map(plainText);
}

test('[A11] after any acceptance each live amendment is current and changes something, or its conflicts are true', () => {
  let acceptances = 0;
  let conflicts = 0;
  fc.assert(
    fc.property(course, (turns) => {
      const conference = onTheTable();
      for (const numbers of turns) {
        const attempt = attemptOf(conference, new Choices(numbers));
        const accepted = tries(conference, attempt) && attempt[1].type === 'accept-amendment';
        if (!accepted) continue;
        acceptances += 1;
        for (const amendment of liveAmendments(conference.document)) {
          expectTruth(conference.document, amendment);
          if (amendment.status === 'conflict') conflicts += 1;
        }
      }
    }),
    { numRuns: 100 },
  );
  expect(acceptances).toBeGreaterThan(40);
  expect(conflicts).toBeGreaterThan(10);
});

function expectTruth(document: DocumentState, amendment: AmendmentState): void {
  const version = latest(amendment);
  expect(version.hash).toBe(proposalHash(version.scope, version.base, version.paragraphs));
  if (amendment.status === 'tabled') {
    expect(isCurrent(document, version)).toBe(true);
    expect(changesNothing(document, version)).toBe(false);
    expect(version.base).toEqual(proposalOn(document, version.scope, version.paragraphs).base);
    for (const paragraph of version.paragraphs) expect(plainText(paragraph).trim()).not.toBe('');
  } else {
    expect(amendment.conflicts.length).toBeGreaterThan(0);
    for (const conflict of amendment.conflicts) expectTrueConflict(document, amendment, conflict);
  }
}

function expectTrueConflict(document: DocumentState, amendment: AmendmentState, conflict: Conflict): void {
  const { base, paragraphs } = latest(amendment);
  const paragraph = paragraphIn(document, conflict.paragraph);
  const basedOn = base.find((named) => named.paragraph === conflict.paragraph);
  expect(wordingHash(conflict.base)).toBe(basedOn?.hash);
  expect(wordingAt(paragraph, wordingHash(conflict.base))).not.toBeNull();
  expect(hashOrNull(conflict.theirs)).toBe(standsInText(document, paragraph.id) ? paragraph.hash : null);
  expect(hashOrNull(conflict.ours)).toBe(hashOrNull(paragraphs.find(({ id }) => id === paragraph.id) ?? null));
  expect(new Set([conflict.base, conflict.theirs, conflict.ours].map(hashOrNull)).size).toBeGreaterThan(1);
}

function hashOrNull(wording: Wording | null): string | null {
  return wording === null ? null : wordingHash(wording);
}

test('nothing refused or allowed changes the state it was decided on, and all that is allowed is what the schema knows', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(course, (turns) => {
      const conference = onTheTable();
      for (const numbers of turns) {
        const [by, act, room] = attemptOf(conference, new Choices(numbers));
        const before = canonicalJson(stateToJson(conference.state));
        const decision = conference.attempts(by, act, room);
        expect(canonicalJson(stateToJson(conference.state))).toBe(before);
        if (decision.ok) {
          for (const event of decision.value)
            expect(eventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
          conference.does(by, act, room);
        } else
          expect(decision.error).toMatchObject({
            rule: expect.stringMatching(/^[A-Z]\d+$/),
            message: expect.any(String),
          });
        seen.add(`${act.type}: ${decision.ok ? 'allowed' : 'refused'}`);
      }
    }),
    { numRuns: 50 },
  );
  for (const type of ['table-amendment', 'accept-amendment', 'declare-agreed', 'withdraw-sponsorship', 'accredit'])
    for (const outcome of ['allowed', 'refused']) expect(seen).toContain(`${type}: ${outcome}`);
});

test('[F6] after the gavel no acts of anyone change the text', () => {
  let adopted = 0;
  fc.assert(
    fc.property(course, course, (turns, later) => {
      const conference = onTheTable();
      for (const numbers of turns) tries(conference, attemptOf(conference, new Choices(numbers)));
      if (!adopt(conference)) return;
      adopted += 1;
      const sealed = conference.document;
      for (const numbers of later) tries(conference, attemptOf(conference, new Choices(numbers)));
      expect(textHash(conference.document)).toBe(textHash(sealed));
      const { order, paragraphs, amendments, revision, title, stage, adoption } = conference.document;
      expect({ order, paragraphs, amendments, revision, title, stage }).toEqual({
        order: sealed.order,
        paragraphs: sealed.paragraphs,
        amendments: sealed.amendments,
        revision: sealed.revision,
        title: sealed.title,
        stage: 'adopted',
      });
      expect(adoption?.adopted).toBe(sealed.adoption?.adopted);
    }),
    { numRuns: 40 },
  );
  expect(adopted).toBeGreaterThan(8);
});

/** Settles whatever is open and brings the text to the gavel; false where nothing is left to adopt. */
function adopt(conference: Conference): boolean {
  const { document } = conference;
  const inDocument = { document: document.id };
  if (document.stage === 'adopted') return true;
  if (document.stage === 'adoption')
    conference.does(chair, { type: 'return-to-negotiation', ...inDocument, reason: 'x' });
  for (const amendment of liveAmendments(conference.document)) {
    const { hash } = latest(amendment);
    conference.does(chair, { type: 'not-retain-amendment', ...inDocument, amendment: amendment.id, hash, reason: 'x' });
  }
  for (const { id, hash, positions } of paragraphsInText(conference.document)) {
    for (const delegation of positions.keys()) {
      const on = { type: 'paragraph', paragraph: id, hash } as const;
      const by = { ...fiji, delegation };
      tries(conference, [by, { type: 'take-position', ...inDocument, on, position: 'support', statement: '' }, null]);
    }
  }
  if (conference.document.order.length === 0) return false;
  conference.agreesAll();
  const { textHash: hash } = conference;
  conference.does(chair, { type: 'open-adoption', ...inDocument, textHash: hash });
  conference.does(chair, { type: 'gavel', ...inDocument, textHash: hash });
  return true;
}
