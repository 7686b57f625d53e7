import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { states } from '../src/states.ts';

const source = new URL('../../../../shared/data/states.csv', import.meta.url);

test('each State is listed once, under codes of its own, in alphabetical order', () => {
  expect(states).toHaveLength(197);
  expect(new Set(states.map(({ alpha2 }) => alpha2)).size).toBe(197);
  expect(new Set(states.map(({ alpha3 }) => alpha3)).size).toBe(197);
  const collator = new Intl.Collator('en');
  const names = states.map(({ english }) => english);
  expect(names).toEqual(names.toSorted(collator.compare));
});

test('codes and names are well formed', () => {
  for (const { alpha2, alpha3, ...names } of states) {
    expect([alpha2, alpha3]).toEqual([expect.stringMatching(/^[A-Z]{2}$/), expect.stringMatching(/^[A-Z]{3}$/)]);
    for (const name of Object.values(names)) expect(name).toMatch(/^\p{Lu}[^*]*\S$/u);
  }
});

test.skipIf(!existsSync(source))('no State of the source is missing', () => {
  const [, ...lines] = readFileSync(source, 'utf8').trim().split('\n');
  const codes = new Set(states.map(({ alpha2, alpha3 }) => `${alpha2},${alpha3}`));
  expect(lines.filter((line) => !codes.has(line.slice(0, 6)))).toEqual([]);
});

const names = new Intl.DisplayNames('id', { type: 'region' });
test.skipIf(names.of('JP') !== 'Jepang')(
  'Indonesian names are those of the CLDR, but for those of formal names',
  () => {
    const formal = states.filter(({ alpha2, indonesian }) => names.of(alpha2) !== indonesian);
    expect(states.every(({ indonesian }) => indonesian !== '')).toBe(true);
    expect(states.find(({ alpha3 }) => alpha3 === 'JPN')?.indonesian).toBe('Jepang');
    expect(formal.map(({ alpha3 }) => alpha3)).toEqual(
      expect.arrayContaining(['BRN', 'KOR', 'PRK', 'LAO', 'RUS', 'TLS']),
    );
    expect(formal.length).toBeLessThan(25);
  },
);
