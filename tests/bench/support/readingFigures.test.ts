import { expect, test } from 'vitest';
import type { DiffPart } from './differs.ts';
import { readingFigures } from './readingFigures.ts';

/** `a [-b-]{+c+}` as parts. */
function parts(line: string): readonly DiffPart[] {
  return [...line.matchAll(/\[-(.*?)-\]|\{\+(.*?)\+\}|([^[{]+)/g)].map(([, deleted, inserted, same]) => {
    if (deleted !== undefined) return { type: 'deleted', text: deleted };
    return inserted === undefined ? { type: 'same', text: same ?? '' } : { type: 'inserted', text: inserted };
  });
}

test.each([
  ['nothing changed', 'all States act', { places: 0, fragments: 0, insideWords: 0, lone: 0 }],
  ['a word for another is one place of two fragments', 'all [-act-]{+do+} so', { places: 1, fragments: 2, lone: 0 }],
  ['a word kept between two changes is alone', '[-a -]States{+ all+}', { places: 2, fragments: 2, lone: 1 }],
  ['two are not', '[-a -]States act{+ all+}', { places: 2, lone: 0 }],
  ['words kept at either end are not between changes', 'so [-a-] so', { places: 1, lone: 0 }],
  ['an ending of a word is inside it', 'agree{+d+} so', { fragments: 1, insideWords: 1 }],
  ['whole words are not', 'agree {+soon +}so', { fragments: 1, insideWords: 0 }],
  ['each side is looked at in its own text', 'co[-operat-]{+-+}ion', { fragments: 2, insideWords: 1 }],
])('%s', (_, line, figures) => {
  expect(readingFigures(parts(line))).toMatchObject(figures);
});

test('what is marked counts in the characters of both texts', () => {
  expect(readingFigures(parts('abcd[-ef-]')).marked).toBe(2 / 10);
  expect(readingFigures(parts('[-ab-]{+cd+}')).marked).toBe(1);
});
