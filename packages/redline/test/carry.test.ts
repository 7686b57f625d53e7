import { plainText } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { carrySpans, compare, type Span } from '../src/index.ts';
import { family } from './arbitraries.ts';
import { p } from './notation.ts';

/** Who wrote what, as `words<Author>` for each span. */
function credited(text: string, spans: readonly Span<string>[]): string {
  let at = 0;
  return spans
    .map(({ length, value }) => {
      at += length;
      return `${text.slice(at - length, at)}<${value}>`;
    })
    .join('');
}

describe('carrySpans credits', () => {
  it.each([
    [
      'inserted words to their author',
      'a framework',
      'a voluntary framework',
      'a <chair>voluntary <Fiji>framework<chair>',
    ],
    ['a replaced word to its author', 'shall act', 'should act', 'should<Fiji> act<chair>'],
    ['reformatted words to whom they had', 'Recalling it', '_Recalling_ it', 'Recalling it<chair>'],
    ['nothing for deleted words', 'shall act now', 'shall act', 'shall act<chair>'],
    [
      'moved words to whom they had, and a new comma to its author',
      'in line with national law we act and report',
      'we act and report, in line with national law',
      'we act and report<chair>, <Fiji>in line with national law<chair>',
    ],
    ['another ending to its author, the word to whom it had', 'agree', 'agreed', 'agree<chair>d<Fiji>'],
    ['a new text to its author', '', 'To act', 'To act<Fiji>'],
    ['an emptied one to nobody', 'To act', '', ''],
  ])('%s', (_, old, fresh, credits) => {
    const before = plainText(p(old)) === '' ? [] : [{ length: old.replaceAll('_', '').length, value: 'chair' }];
    const spans = carrySpans(before, compare(p(old), p(fresh)), 'Fiji');
    expect(credited(plainText(p(fresh)), spans)).toBe(credits);
  });

  it('several authors inside one kept stretch', () => {
    const before = [
      { length: 3, value: 'Fiji' },
      { length: 5, value: 'Chile' },
    ];
    const redline = compare(p('ab cdefg'), p('ab cdefg, hij'));
    expect(credited('ab cdefg, hij', carrySpans(before, redline, 'India'))).toBe('ab <Fiji>cdefg<Chile>, hij<India>');
  });

  it.each([
    ['too short', [{ length: 1, value: 'Fiji' }]],
    ['too long', [{ length: 99, value: 'Fiji' }]],
    [
      'longer by a whole span',
      [
        { length: 8, value: 'Fiji' },
        { length: 1, value: 'Chile' },
      ],
    ],
  ])('refuses spans that are %s', (_, spans) => {
    expect(() => carrySpans(spans, compare(p('ab cdefg'), p('ab')), 'India')).toThrow('spans');
  });
});

test('law: spans measure the new text, none is empty, no neighbours are equal, and characters kept keep their author', () => {
  const input = family(1).chain(({ base, variants }) =>
    fc.record({
      base: fc.constant(base),
      fresh: fc.constant(variants[0] ?? base),
      authors: fc.array(fc.constantFrom('Fiji', 'Chile', 'Japan'), {
        minLength: plainText(base).length,
        maxLength: plainText(base).length,
      }),
    }),
  );
  fc.assert(
    fc.property(input, ({ base, fresh, authors }) => {
      const redline = compare(base, fresh);
      const spans = carrySpans(
        authors.map((value) => ({ length: 1, value })),
        redline,
        'India',
      );
      const carried = spans.flatMap(({ length, value }) => Array.from({ length }, () => value));
      expect(carried).toEqual(naiveCarry(authors, redline));
      expect(carried).toHaveLength(plainText(fresh).length);
      spans.forEach(({ length, value }, index) => {
        expect(length).toBeGreaterThan(0);
        expect(spans[index + 1]?.value).not.toBe(value);
      });
    }),
  );
});

function naiveCarry(authors: readonly string[], redline: ReturnType<typeof compare>): readonly string[] {
  const rest = [...authors];
  const old = redline.map((segment) => (segment.type === 'inserted' ? [] : rest.splice(0, plainText(segment).length)));
  return redline.flatMap((segment, index) => {
    if (segment.type === 'deleted') return [];
    if (segment.type !== 'inserted') return old[index] ?? [];
    const origin = redline.findIndex(
      (other) => other.type === 'deleted' && other.move !== undefined && other.move === segment.move,
    );
    return origin >= 0 ? (old[origin] ?? []) : Array.from({ length: plainText(segment).length }, () => 'India');
  });
}
