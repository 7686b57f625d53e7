import type { DelegationId } from '@chapeau/procedure';
import type { AuthoredSpan } from '@chapeau/room';
import { Provenance, roomRoot } from '@chapeau/room';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { AuthorshipBook, type Authors, authorRanges, authorShares } from '../../src/rooms/authorship.ts';

const [idn, fji] = ['idn' as DelegationId, 'fji' as DelegationId];
const authors: Authors = new Map<number, DelegationId | null>([
  [1, null],
  [2, idn],
  [3, idn],
  [4, fji],
]);
const spans = (...lengths: readonly (readonly [client: number, length: number])[]): readonly AuthoredSpan[] =>
  lengths.map(([client, length]) => ({ client, length }));

describe('shares', () => {
  it('add up over all client ids of a delegation, most first', () => {
    const shares = authorShares(spans([2, 10], [4, 38], [3, 52]), authors);
    expect(shares.map(({ delegation, percent }) => [delegation, percent])).toEqual([
      ['idn', 62],
      ['fji', 38],
    ]);
  });

  it('leave out who the server has not named yet', () => {
    expect(authorShares(spans([9, 5], [2, 5]), authors)).toEqual([{ delegation: 'idn', length: 5, percent: 100 }]);
    expect(authorShares(spans([9, 5]), authors)).toEqual([]);
  });

  it('make up a hundred, and are no further from the truth than one', () => {
    const anySpans = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 500 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(anySpans, (lengths) => {
        const shares = authorShares(spans(...lengths), authors);
        const total = shares.reduce((sum, { length }) => sum + length, 0);
        expect(shares.reduce((sum, { percent }) => sum + percent, 0)).toBe(100);
        for (const { length, percent } of shares)
          expect(Math.abs(percent - (100 * length) / total)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

it('ranges are the words of one delegation, neighbours joined', () => {
  expect(authorRanges(spans([1, 3], [2, 2], [3, 4], [4, 1], [2, 5]), authors, idn)).toEqual([
    { from: 3, to: 9 },
    { from: 10, to: 15 },
  ]);
});

describe('the book of authors', () => {
  function room() {
    const doc = new Y.Doc();
    const text = doc.getXmlFragment(roomRoot);
    text.insert(0, [new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')]);
    const [first, second] = text.toArray().filter((child) => child instanceof Y.XmlElement);
    if (first === undefined || second === undefined) throw new Error('two paragraphs');
    const words = new Y.XmlText('Agree');
    first.insert(0, [words]);
    return { text, first, second, words };
  }

  it('works out again only the paragraph that was touched', () => {
    const { text, first, second, words } = room();
    let touched = 0;
    const book = new AuthorshipBook(text, () => {
      touched += 1;
    });
    const [one, other] = [book.spansOf(first), book.spansOf(second)];
    words.insert(5, ' now');
    expect(touched).toBe(1);
    expect(book.spansOf(first)).not.toBe(one);
    expect(book.spansOf(first).reduce((sum, { length }) => sum + length, 0)).toBe(9);
    expect(book.spansOf(second)).toBe(other);
    book.close();
    words.insert(0, 'x');
    expect(touched).toBe(1);
  });

  it('gives words that were moved back to whoever typed them, once the server has said so', () => {
    const { text, first } = room();
    const book = new AuthorshipBook(text, () => {});
    const { client, clock } = unitOf(first);
    expect(book.spansOf(first)).toEqual([{ client, length: 5 }]);
    const moved = new Provenance([{ client, clock: clock + 1, length: 3, author: 42 }]);
    book.learn(moved);
    const spans = book.spansOf(first);
    expect(spans).toEqual([
      { client, length: 1 },
      { client: 42, length: 3 },
      { client, length: 1 },
    ]);
    book.learn(moved);
    expect(book.spansOf(first)).toBe(spans);
    book.close();
  });
});

/** The first letter's. */
function unitOf(paragraph: Y.XmlElement): { readonly client: number; readonly clock: number } {
  const words = paragraph.get(0);
  if (words instanceof Y.XmlText && words._start !== null) return words._start.id;
  throw new Error('words');
}
