import { states } from '@chapeau/text/states';
import { expect, test } from 'vitest';
import { stateName } from '../src/conference/stateName.ts';

const named = (id: string, name: string) => stateName({ id, name }, 'id');

test('States are called in Indonesian as Indonesian texts call them, and by no name that a State has given up', () => {
  expect(named('mmr', 'Myanmar')).toBe('Myanmar');
  expect(named('kor', 'Republic of Korea')).toBe('Republik Korea');
  expect(named('brn', 'Brunei Darussalam')).toBe('Brunei Darussalam');
  for (const { alpha3, english, indonesian } of states) expect(named(alpha3.toLowerCase(), english)).toBe(indonesian);
});

test('a name that is not on record is left as it stands, and English is what the nameplate has', () => {
  expect(named('asean-secretariat', 'ASEAN Secretariat')).toBe('ASEAN Secretariat');
  expect(stateName({ id: 'kor', name: 'Republic of Korea' }, 'en')).toBe('Republic of Korea');
});
