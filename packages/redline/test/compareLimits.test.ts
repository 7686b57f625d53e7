import { plainText } from '@chapeau/text';
import { describe, expect, it } from 'vitest';
import { after, compare } from '../src/index.ts';
import { p, shown } from './notation.ts';

describe('compare at its limits', () => {
  const words = (count: number, seed: number) =>
    Array.from({ length: count }, (_, index) => `w${(index * 7919 + seed) % 104_729}`);

  it('tells more distinct words apart than there are UTF-16 code units', () => {
    const old = words(70_000, 1);
    const fresh = old.with(35_000, 'amended').toSpliced(60_000, 1);
    const redline = compare(p(old.join(' ')), p(fresh.join(' ')));
    expect(redline.map(({ type }) => type)).toEqual(['same', 'deleted', 'inserted', 'same', 'deleted', 'same']);
  });

  it('parts a very long paragraph at words that occur once', () => {
    const old = words(5_000, 3);
    const fresh = old.map((word, index) => (index % 500 === 250 ? `${word}x` : word));
    const changes = compare(p(old.join(' ')), p(fresh.join(' '))).filter(({ type }) => type === 'inserted');
    expect(changes).toHaveLength(10);
  });

  it('shows very long repetitive paragraphs that have nothing to hold on to as replaced', () => {
    const old = p(`start ${'a b '.repeat(3_000)}end`);
    const fresh = p(`begin ${'b c '.repeat(3_000)}stop`);
    const redline = compare(old, fresh);
    expect(redline.map(({ type }) => type)).toEqual(['deleted', 'inserted']);
    expect(shown(after(redline))).toBe(plainText(fresh));
  });
});
