import { delegationIdSchema } from '@chapeau/procedure';
import { expect, test } from 'vitest';
import {
  withCorrection,
  withMeaning,
  withNoNames,
  withRival,
  withSeen,
} from '../../src/secretariat/compilation/decisions.ts';
import { noCompilation } from '../../src/secretariat/compilation/keptCompilation.ts';

test('what is ticked off twice is ticked off once, and can be taken back', () => {
  const twice = withSeen(withSeen(noCompilation, ['a', 'b'], true), ['b', 'c'], true);
  expect(twice.seen).toEqual(['a', 'b', 'c']);
  expect(withSeen(twice, ['a', 'c', 'd'], false).seen).toEqual(['b']);
});

test('who says what brackets side by side are has seen them', () => {
  const work = withRival(noCompilation, 'a', false);
  expect(work).toMatchObject({ rivals: { a: false }, seen: ['a'] });
  expect(withRival(work, 'a', true).rivals).toEqual({ a: true });
});

test('a correction leaves alone what it does not name', () => {
  const work = withCorrection(withCorrection(noCompilation, 'p', { kind: 'heading' }), 'p', { level: 1 });
  expect(work.corrections).toEqual({ p: { kind: 'heading', level: 1 } });
});

test('decisions on names add to one another', () => {
  const fiji = delegationIdSchema.parse('fji');
  const work = withMeaning(withMeaning(noCompilation, ['a', 'b'], [fiji]), ['b'], []);
  expect(work.decided).toEqual({ a: [fiji], b: [] });
  expect(withNoNames(withNoNames(work, ['X'], true), ['X'], false).noNames).toEqual([]);
});
