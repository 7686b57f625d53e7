import { expect, test } from 'vitest';
import { secretariatEn } from '../../src/i18n/secretariatEn.ts';
import { secretariatId } from '../../src/i18n/secretariatId.ts';

type Tree = { readonly [key: string]: string | Tree };

function messages(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : messages(value, `${path}${key}.`),
  );
}

const variables = (message: string) => [...message.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();

/** English may leave the number of a singular out. */
const said = (tree: Tree) =>
  Object.fromEntries(
    messages(tree).map(([key, message]) => [
      key,
      message === ''
        ? 'nothing'
        : [...new Set(variables(message))].filter((name) => !(key.endsWith('_one') && name === 'count')),
    ]),
  );

test('what the desk says in English it says in Indonesian, of the same things', () => {
  expect(said(secretariatId)).toEqual(said(secretariatEn));
});
