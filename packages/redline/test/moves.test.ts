import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, before, compare } from '../src/index.ts';
import { p, shown } from './notation.ts';

test('law: what moved is equal at both places but for a capital at its head, each move has one of either, and they are numbered as they come', () => {
  const words = fc.constantFrom(
    'the',
    'parties',
    'act',
    'Act',
    'shall',
    'Shall',
    ',',
    'open',
    'data',
    'to',
    'all',
    'States',
    'soon',
    'agree',
  );
  const clause = fc.array(words, { minLength: 4, maxLength: 8 });
  const texts = fc.array(clause, { minLength: 2, maxLength: 5 });
  let moves = 0;
  fc.assert(
    fc.property(
      texts.chain((clauses) => fc.tuple(fc.constant(clauses), fc.shuffledSubarray([...clauses], { minLength: 1 }))),
      ([old, fresh]) => {
        const [one, other] = [p(old.flat().join(' ')), p(fresh.flat().join(' '))];
        const redline = compare(one, other);
        expect(before(redline)).toEqual(one.runs);
        expect(after(redline)).toEqual(other.runs);
        const moved = (type: 'deleted' | 'inserted') =>
          redline.flatMap((segment): readonly (readonly [number, string])[] =>
            segment.type === type && segment.move !== undefined
              ? [[segment.move, uncapitalised(shown(segment.runs))]]
              : [],
          );
        const come = moved('inserted');
        expect(come.map(([move]) => move)).toEqual(come.map((_, index) => index + 1));
        expect(moved('deleted').toSorted((a, b) => a[0] - b[0])).toEqual(come);
        moves += come.length;
      },
    ),
    { numRuns: 500 },
  );
  expect(moves).toBeGreaterThan(100);
});

function uncapitalised(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
