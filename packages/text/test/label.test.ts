import { describe, expect, test } from 'vitest';
import { defaultNumbering, insertedLabel, labelsOnEntry, numberDraft, numberText } from '../src/index.ts';

const none = new Set<string>();

describe('the label of an inserted paragraph', () => {
  test.each([
    ['4.', '4. bis'],
    ['4. bis', '4. ter'],
    ['4. decies', '4. (11)'],
    ['4. (11)', '4. (12)'],
    ['PP1', 'PP1bis'],
    ['PP1ter', 'PP1quater'],
    ['(a)', '(a) bis'],
    ['(ii) bis', '(ii) ter'],
    ['', '0.'],
  ])('behind "%s" is "%s"', (before, label) => {
    expect(insertedLabel('operative', before, none)).toBe(label);
  });

  test('goes on from the one that it stands behind, also where an earlier one is free again', () => {
    expect(insertedLabel('operative', '4. ter', new Set(['4.', '4. ter']))).toBe('4. quater');
  });

  test('repeats none that is taken', () => {
    expect(insertedLabel('operative', '4.', new Set(['4. bis', '4. ter']))).toBe('4. quater');
    expect(insertedLabel('preambular', '', new Set(['PP0']))).toBe('PP0bis');
  });

  test.each(['Chapter', 'Option (2)', '7 (3)'])(
    'takes no part of the source’s own label "%s" for its own',
    (before) => {
      expect(insertedLabel('operative', before, none).startsWith(before)).toBe(true);
    },
  );

  test('of the thousandth behind one paragraph is found at once', () => {
    let last = '4.';
    let probes = 0;
    const taken = new Set<string>();
    const counting = { has: (label: string) => (probes += 1) > 0 && taken.has(label) };
    for (let count = 0; count < 1000; count += 1) {
      last = insertedLabel('operative', last, counting);
      taken.add(last);
    }
    expect([last, probes]).toEqual(['4. (1001)', 1000]);
  });
});

test('labels that the source gave are kept, and counting goes on from them', () => {
  const labels = ['', '5.', '', 'A', ''].map((label) => ({ kind: 'operative', level: 0, label }) as const);
  expect(numberDraft(labels)).toEqual(['1.', '5.', '6.', 'A', '7.']);
});

test('on entry a text without numbers is numbered by the rule, and one that has some keeps them', () => {
  const text = [
    { kind: 'preambular' as const, level: 0, label: '' },
    { kind: 'operative' as const, level: 0, label: '' },
  ];
  expect(labelsOnEntry(text, defaultNumbering)).toEqual(numberText(text));
  expect(labelsOnEntry(text, { ...defaultNumbering, scheme: 'continuous' })).toEqual(
    numberText(text, { ...defaultNumbering, scheme: 'continuous' }),
  );
  const numbered = text.map((one, index) => (index === 1 ? { ...one, label: '7.' } : one));
  expect(labelsOnEntry(numbered, { ...defaultNumbering, scheme: 'continuous' })).toEqual(numberDraft(numbered));
});
