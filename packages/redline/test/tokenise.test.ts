import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { tokenise } from '../src/index.ts';
import { tokeniseLike } from '../src/tokeniseLike.ts';

/** Tokens parted by bars; spaces stay visible. */
const bars = (text: string) => tokenise(text).join('|');

describe('tokenise', () => {
  it.each([
    [
      'words, spaces and punctuation part',
      'Welcomes, once more, the offer;',
      'Welcomes|,| |once| |more|,| |the| |offer|;',
    ],
    ['hyphenated words stay whole', 'high-level co-operation', 'high-level| |co-operation'],
    [
      'so do words with an apostrophe of either kind',
      "Participants' and delegates’ don't",
      "Participants|'| |and| |delegates|’| |don't",
    ],
    ['document symbols', 'in A/RES/78/1, para. 4', 'in| |A/RES/78/1|,| |para|.| |4'],
    ['alternatives with a stroke', 'and/or', 'and/or'],
    ['a figure with its unit', 'below 1.5 °C', 'below| |1.5 °C'],
    ['sums and percentages', 'US $1,500.50 or 50%', 'US| |$1,500.50| |or| |50%'],
    ['ranges of years and hours', '2019–2021, 10:30', '2019–2021|,| |10:30'],
    [
      'list labels',
      '(a) to meet; (iv) to report; (12) to end',
      '(a)| |to| |meet|;| |(iv)| |to| |report|;| |(12)| |to| |end',
    ],
    ['a bracketed word is not a label', '(if any)', '(|if| |any|)'],
    ['a dash between phrases is no hyphen', 'peace — and — data', 'peace| |—| |and| |—| |data'],
    ['white space is one token', 'two  spaces\u00a0here', 'two|  |spaces|\u00a0|here'],
    ['Thai by dictionary', 'ภาษาไทยและภาษาลาว', 'ภาษา|ไทย|และ|ภาษา|ลาว'],
    ['Chinese by dictionary', '各国政府合作', '各国|政府|合作'],
    ['a hyphen between Chinese phrases joins nothing', '合作-治理', '合作|-|治理'],
    ['Arabic', 'التعاون الدولي، والتنمية', 'التعاون| |الدولي|،| |والتنمية'],
    ['French elision stays with its word', 'l’accord d’État', 'l’accord| |d’État'],
    ['an emoji family and a flag', 'Welcome 👩‍👩‍👧‍👦 of 🇫🇯', 'Welcome| |👩‍👩‍👧‍👦| |of| |🇫🇯'],
    ['a combining mark stays with its letter', 'e\u0301tude', 'e\u0301tude'],
    ['and with the space that carries it', 'a \u0301b', 'a| \u0301|b'],
    ['nothing', '', ''],
  ])('%s', (_, text, tokens) => {
    expect(bars(text)).toBe(tokens);
  });

  test('law: tokens joined give the text back, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.base64String()),
        (text) => {
          expect(tokenise(text).join('')).toBe(text);
          expect(tokenise(text)).not.toContain('');
        },
      ),
    );
  });

  test('law: lone surrogates are kept as they are', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(units, (text) => {
        expect(tokenise(text).join('')).toBe(text);
      }),
    );
  });

  test('law: no token parts what a reader sees as one character', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const starts = new Set([...graphemes.segment(text)].map(({ index }) => index));
        let at = 0;
        for (const token of tokenise(text)) {
          expect(starts.has(at), `${JSON.stringify(token)} at ${at}`).toBe(true);
          at += token.length;
        }
      }),
    );
  });

  test('law: what stands beyond a space does not change the tokens', () => {
    const word = fc.constantFrom('shall', 'co-operation', '合作治理', 'ภาษาไทย', "don't", '(a)', '🇫🇯🇯🇵', '-', '1.5');
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (one, other) => {
        const [left, right] = [one.join(''), other.join('')];
        expect(tokenise(`${left} ${right}`)).toEqual([...tokenise(left), ' ', ...tokenise(right)]);
      }),
    );
  });

  test('law: cut like another text, a text with spaces has the tokens that it has by itself', () => {
    const word = fc.constantFrom(
      ...['shall', 'co-operation', '(a)', '1.5', '50', '°C', '%', ',', '. ', '/', '\u00a0', '  '],
      ...[' ', ' ', ' ', ' ', 'e\u0301', '\u0301', '\u200d', '🇫🇯', '👩‍👩‍👧', 'الدبلوماسية'],
    );
    const part = fc.array(word, { maxLength: 12 }).map((words) => words.join(''));
    fc.assert(
      fc.property(part, part, part, part, (head, old, fresh, tail) => {
        const [before, after] = [head + old + tail, head + fresh + tail];
        expect(tokeniseLike(tokenise(before), after)).toEqual(tokenise(after));
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses what is not a language tag', () => {
    expect(() => tokenise('words', 'not a tag')).toThrow(RangeError);
  });
});
