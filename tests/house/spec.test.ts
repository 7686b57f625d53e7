import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const rules = [...readFileSync(`${root}packages/procedure/SPEC.md`, 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(
  ([, rule]) => rule ?? '',
);

function numbersIn(pattern: string, mention: RegExp): ReadonlySet<string> {
  const text = globSync(pattern, { cwd: root })
    .map((file) => readFileSync(root + file, 'utf8'))
    .join('\n');
  return new Set([...text.matchAll(mention)].map(([, rule]) => rule ?? ''));
}

test('every rule of procedure has a test that carries its number, and every number a rule', () => {
  const tested = numbersIn('packages/procedure/test/*.test.ts', /\[([A-Z]\d+)\]/g);
  expect([...rules].filter((rule) => !tested.has(rule))).toEqual([]);
  expect([...tested].filter((rule) => !rules.includes(rule))).toEqual([]);
  expect(rules.length).toBeGreaterThan(30);
});

test('every refusal names a rule of the specification', () => {
  const named = numbersIn('packages/procedure/src/**/*.ts', /refuse\(\s*'([A-Z]\d+)'/g);
  expect([...named].filter((rule) => !rules.includes(rule))).toEqual([]);
  expect(named.size).toBeGreaterThan(20);
});
