import { plainText } from '@chapeau/text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isLive, paragraphsInText } from '../src/index.ts';
import { type Conference, chair, chile, fiji, tableAct } from './conference.ts';
import { Choices, choices, onTheTable, proposalOf, readingOf, tries } from './negotiation.ts';
import { act, parts } from './parting.ts';

test('[A15] law: any amendment accepted part by part, in any order, comes to the text that accepting it whole gives', () => {
  let inParts = 0;
  fc.assert(
    fc.property(choices, choices, (proposal, order) => {
      const [whole, byParts] = [tabled(proposal), tabled(proposal)];
      if (whole === null || byParts === null) return;
      whole.accepts(1);
      const choose = new Choices(order);
      for (let turn = 0; turn < 40 && isLive(byParts.amendment(1)); turn += 1) {
        const all = parts(byParts).flatMap(({ paragraph, hunks }) =>
          hunks.map(({ id }) => ({ paragraph, hunks: [id] })),
        );
        if (all.length === 0 || !tries(byParts, [chair, act(byParts, [choose.of(all)]), null])) break;
      }
      if (byParts.amendment(1).acceptedInPart.length > 0) inParts += 1;
      if (isLive(byParts.amendment(1))) byParts.accepts(1);
      expect(paragraphsInText(byParts.document).map(shown)).toEqual(paragraphsInText(whole.document).map(shown));
    }),
    { numRuns: 300 },
  );
  expect(inParts).toBeGreaterThan(30);
});

test('[A15] law: accepting parts brings neither the amendment into conflict nor another of the same words', () => {
  let inParts = 0;
  fc.assert(
    fc.property(choices, choices, (proposal, order) => {
      const conference = tabled(proposal);
      if (conference === null) return;
      const twin = readingOf(conference, proposalOf(conference, new Choices(proposal)), [chile]);
      if (!tries(conference, [chile, tableAct(twin), twin])) return;
      const choose = new Choices(order);
      for (let turn = 0; turn < 3 && isLive(conference.amendment(1)); turn += 1) {
        const all = parts(conference).flatMap(({ paragraph, hunks }) =>
          hunks.map(({ id }) => ({ paragraph, hunks: [id] })),
        );
        if (all.length === 0 || !tries(conference, [chair, act(conference, [choose.of(all)]), null])) break;
        inParts += 1;
        expect([1, 2].map((number) => conference.amendment(number).status)).not.toContain('conflict');
      }
    }),
    { numRuns: 300 },
  );
  expect(inParts).toBeGreaterThan(50);
});

function shown(paragraph: ReturnType<typeof paragraphsInText>[number]): string {
  return `${paragraph.kind} ${paragraph.level} ${plainText(paragraph)}`;
}

function tabled(numbers: readonly number[]): Conference | null {
  const conference = onTheTable();
  const reading = readingOf(conference, proposalOf(conference, new Choices(numbers)), [fiji]);
  return tries(conference, [fiji, tableAct(reading), reading]) ? conference : null;
}
