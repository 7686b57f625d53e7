import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { en } from '../src/i18n/en.ts';
import { id } from '../src/i18n/id.ts';
import { refusalsId } from '../src/i18n/refusalsId.ts';

type Words = { readonly [key: string]: string | Words };

function entries(words: Words, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as const] : entries(value, `${path}${key}.`),
  );
}

const { refusal: _none, ...english } = en;
const { refusal: _known, ...indonesian } = id;
const inEnglish = new Map(entries(english));
const inIndonesian = new Map(entries(indonesian));
const placeholders = (words: string) => [...words.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted();

describe('the catalogues', () => {
  test('have the same keys', () => {
    expect([...inIndonesian.keys()].toSorted()).toEqual([...inEnglish.keys()].toSorted());
  });

  test('leave no words empty', () => {
    expect([...inEnglish, ...inIndonesian].filter(([, words]) => words.trim() === '')).toEqual([]);
  });

  test('fill in the same things', () => {
    const differing = [...inEnglish].filter(
      ([key, words]) => placeholders(words).join() !== placeholders(inIndonesian.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  test('are translated: few words are the same in both languages', () => {
    const same = [...inEnglish].filter(([key, words]) => /[a-z]{4}/i.test(words) && inIndonesian.get(key) === words);
    expect(same.length).toBeLessThan(15);
  });
});

test('every refusal of the rules of procedure has Indonesian words', () => {
  const folder = fileURLToPath(new URL('../../packages/procedure/src/decide/', import.meta.url));
  const source = globSync('*.ts', { cwd: folder })
    .map((file) => readFileSync(folder + file, 'utf8'))
    .join('\n');
  const codes = new Set([...source.matchAll(/refuse\(\s*'[A-Z]\d+',\s*'([a-z-]+)'/g)].map(([, code]) => code ?? ''));
  expect(codes.size).toBeGreaterThan(20);
  expect([...codes].filter((code) => !(code in refusalsId))).toEqual([]);
});
