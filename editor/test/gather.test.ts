import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gather } from '../src/conference/gather.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what arrives within a frame is taken together, in order, and nothing twice, at once where it is asked for', () => {
  const taken: (readonly number[])[] = [];
  const { give, now } = gather<number>((all) => taken.push(all));
  for (const one of [1, 2, 3]) give(one);
  expect(taken).toEqual([]);
  vi.runAllTimers();
  give(4);
  now();
  vi.runAllTimers();
  now();
  expect(taken).toEqual([[1, 2, 3], [4]]);
});

test('who cannot take one lot gets the next all the same', () => {
  const taken: number[] = [];
  const { give } = gather<number>(([one = 0]) => {
    if (one === 1) throw new Error('unreadable');
    taken.push(one);
  });
  give(1);
  expect(() => vi.runAllTimers()).toThrow('unreadable');
  give(2);
  vi.runAllTimers();
  expect(taken).toEqual([2]);
});
