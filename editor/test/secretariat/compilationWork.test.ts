import { delegationIdSchema, documentIdSchema } from '@chapeau/procedure';
import { expect, test } from 'vitest';
import { compilationEn } from '../../src/i18n/compilationEn.ts';
import { compilationId } from '../../src/i18n/compilationId.ts';
import { compilationWork } from '../../src/secretariat/compilation/compilationWork.ts';

const source = 'PP1 Recalling [again - Fiji, Atlantis],\n1. Meet [soon;';
const document = documentIdSchema.parse('d');
const fiji = delegationIdSchema.parse('fji');

test('a compilation is read, then entered as often as a person decides anew whom its names mean', () => {
  const work = compilationWork();
  const read = work({ type: 'read', id: 1, source, format: 'plain' });
  expect(read).toMatchObject({ type: 'read', id: 1, report: { counts: { brackets: 2 } } });
  if (read.type !== 'read') throw new Error('not read');
  expect(read.report.parties.map(({ key }) => key)).toEqual(['?Atlantis', 'fji']);
  expect(read.report.repairs).toContainEqual({ line: 2, column: 9, kind: 'unclosed', excerpt: '[soon;' });

  const sponsorsWhere = (parties: readonly (readonly [string, readonly (typeof fiji)[]])[]) => {
    const entry = work({ type: 'enter', id: 2, document, revision: 4, parties });
    if (entry.type !== 'entry') throw new Error('not entered');
    return [entry.act.paragraphs[0]?.proposals[0]?.sponsors, entry.left.map(({ code, what }) => `${code}: ${what}`)];
  };
  expect(sponsorsWhere([['fji', [fiji]]])).toEqual([['fji'], ['name: Atlantis']]);
  expect(sponsorsWhere([['?Atlantis', [fiji]]])).toEqual([['fji'], ['name: Fiji']]);
  expect(sponsorsWhere([])).toEqual([[], ['name: Fiji', 'name: Atlantis']]);
});

type Tree = { readonly [key: string]: string | Tree };

function variables(tree: Tree): readonly string[] {
  return Object.entries(tree).flatMap(([key, words]) =>
    typeof words === 'string'
      ? [
          `${key}: ${[...words.matchAll(/\{\{(\w+)\}\}/g)]
            .map(([, name = '']) => name)
            .sort((a, b) => (a < b ? -1 : 1))
            .join()}`,
        ]
      : variables(words),
  );
}

test('what is said in English is said in Indonesian, of the same things', () => {
  expect(variables(compilationId)).toEqual(variables(compilationEn));
});
