import { wording } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberInContext, wordsBefore } from '../src/numbering/numbersInContext.ts';
import { paragraph, tabledText } from './negotiation.ts';

describe('a number in its context', () => {
  test('stands among the words around it, cut between words', () => {
    const text = `${'many words '.repeat(10)}in accordance with paragraph 3 above${' and so on'.repeat(10)}`;
    const from = text.indexOf('3');
    const { before, number, after } = numberInContext(wording('operative', 0, text), from, from + 1);
    expect(number).toBe('3');
    expect(before).toMatch(/^…(?:words|many) .* in accordance with paragraph $/);
    expect(after).toMatch(/^ above.* (?:and|so|on)…$/);
  });

  test('is left alone in a short paragraph', () => {
    expect(numberInContext(wording('operative', 0, 'See 3.'), 4, 5)).toEqual({
      before: 'See ',
      number: '3',
      after: '.',
    });
  });

  test('loses no word next to it, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', 'é', '3'), minLength: 1, maxLength: 200 }),
        fc.nat(199),
        (text, place) => {
          const from = place % text.length;
          const shown = numberInContext(wording('operative', 0, text), from, from + 1);
          const bare = {
            before: shown.before.replace(/^…/, ''),
            after: shown.after.replace(/…$/, ''),
          };
          expect(shown.number).toBe(text[from]);
          expect(text.slice(0, from).endsWith(bare.before)).toBe(true);
          expect(text.slice(from + 1).startsWith(bare.after)).toBe(true);
          expect(bare.before.length + bare.after.length).toBeLessThanOrEqual(98);
        },
      ),
    );
  });
});

test('a number is looked up in the words that stood when the text was renumbered', () => {
  const negotiation = tabledText();
  const is = () => {
    const found = negotiation.document.paragraphs.get(paragraph('a'));
    if (found === undefined) throw new Error('no paragraph');
    return found;
  };
  const first = is().runs;
  const seq = negotiation.state.seq;
  negotiation
    .tables('m1', { type: 'replace', paragraphs: [paragraph('a')] }, [])
    .rewords('m1', paragraph('a'), 'Share;');
  negotiation
    .tables('m2', { type: 'replace', paragraphs: [paragraph('a')] }, [])
    .rewords('m2', paragraph('a'), 'Meet;');
  expect(wordsBefore(is(), seq).runs).toEqual(first);
  expect(wordsBefore(is(), seq + 4).runs[0]?.text).toBe('Share;');
  expect(wordsBefore(is(), null).runs[0]?.text).toBe('Meet;');
  expect(wordsBefore(is(), seq + 5).runs[0]?.text).toBe('Meet;');
});
