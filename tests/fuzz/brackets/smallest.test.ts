import { expect, test } from 'vitest';
import { smallest } from './smallest.ts';

test('what a failure does not need is taken out, wherever it stands', () => {
  const fails = (text: string) => /\[[^\]]*\[/.test(text);
  expect(smallest('some words [and more] words [then {one [nested} text] without ][ an end', fails)).toBe('[[');
});

test('what is left still fails, and is asked for no more often than there is patience', () => {
  let asked = 0;
  const fails = (text: string) => {
    asked += 1;
    return text.includes('x');
  };
  const least = smallest(`${'a'.repeat(500)}x${'b'.repeat(500)}`, fails, 20);
  expect(asked).toBeLessThanOrEqual(20);
  expect(least).toContain('x');
  expect(least.length).toBeLessThan(1001);
});
