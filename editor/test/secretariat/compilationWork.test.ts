import { type CompiledParagraph, delegationIdSchema, documentIdSchema } from '@chapeau/procedure';
import { plainText } from '@chapeau/text';
import { expect, test } from 'vitest';
import { compilationEn } from '../../src/i18n/compilationEn.ts';
import { compilationId } from '../../src/i18n/compilationId.ts';
import {
  type CompilationAnswer,
  compilationWork,
  type EntryChoices,
  type ReadingChoices,
} from '../../src/secretariat/compilation/compilationWork.ts';
import { restored } from '../../src/secretariat/compilation/sinceLast.ts';

const source = 'PP1 Recalling [again - Fiji, Atlantis],\n1. Meet [soon;';
const document = documentIdSchema.parse('d');
const fiji = delegationIdSchema.parse('fji');

function reading(text: string, choices: Partial<ReadingChoices> = {}) {
  const work = compilationWork();
  const all = { names: [], noNames: [], rivals: {}, ...choices };
  const read = work({ type: 'read', id: 1, source: text, format: 'plain', ...all });
  if (read.type !== 'read') throw new Error('not read');
  let paragraphs: readonly CompiledParagraph[] = [];
  const enter = (
    parties: EntryChoices['parties'],
    corrections: EntryChoices['corrections'] = [],
  ): Omit<Extract<CompilationAnswer, { type: 'entry' }>, 'paragraphs'> & {
    readonly paragraphs: readonly CompiledParagraph[];
  } => {
    const entry = work({ type: 'enter', id: 2, document, revision: 4, parties, corrections });
    if (entry.type !== 'entry') throw new Error('not entered');
    paragraphs = restored(entry.paragraphs, paragraphs);
    return { ...entry, paragraphs };
  };
  return { report: read.report, enter };
}

test('a compilation is read, then entered as often as a person decides anew whom its names mean', () => {
  const { report, enter } = reading(source);
  expect(report.counts).toMatchObject({ brackets: 2 });
  expect(report.parties.map(({ key }) => key)).toEqual(['?Atlantis', 'fji']);
  expect(report.repairs).toContainEqual(
    expect.objectContaining({
      ...{ line: 2, column: 9, from: 48, kind: 'unclosed', before: '1. Meet ', excerpt: '[soon;' },
      id: 'unclosed 1. Meet [soon;',
    }),
  );

  const sponsorsWhere = (parties: EntryChoices['parties']) => {
    const { paragraphs, left } = enter(parties);
    return [paragraphs[0]?.proposals[0]?.sponsors, left.map(({ code, what }) => `${code}: ${what}`)];
  };
  expect(sponsorsWhere([['fji', [fiji]]])).toEqual([['fji'], ['name: Atlantis']]);
  expect(sponsorsWhere([['?Atlantis', [fiji]]])).toEqual([['fji'], ['name: Fiji']]);
  expect(sponsorsWhere([])).toEqual([[], ['name: Fiji', 'name: Atlantis']]);
});

test('each name and each thing left out is told with its place in the source', () => {
  const { report, enter } = reading(source);
  const atlantis = { line: 1, column: 30, from: 29 };
  expect(report.parties[0]?.places).toEqual([atlantis]);
  expect(enter([['fji', [fiji]]]).left).toMatchObject([atlantis]);
  expect(source.slice(29)).toMatch(/^Atlantis/);
});

test('a paragraph is what a person says, or is left out, and the others keep their identity', () => {
  const { report, enter } = reading(source);
  expect(report.paragraphs).toMatchObject([
    { index: 0, line: 1, from: 0 },
    { index: 1, line: 2 },
  ]);
  const before = enter([]);
  const corrected = enter([], [[1, { kind: 'plain', level: 2 }]]);
  expect(corrected.paragraphs[1]).toMatchObject({ kind: 'plain', level: 2 });
  expect(corrected.paragraphs[0]).toBe(before.paragraphs[0]);
  const shorter = enter([], [[0, { isLeftOut: true }]]);
  expect(shorter.paragraphs).toHaveLength(1);
  expect(shorter.starts).toEqual([report.paragraphs[1]?.from]);
  expect(shorter.left).toContainEqual(expect.objectContaining({ code: 'left-out', line: 1 }));
});

test('a decision of the reader is known again when the text was changed elsewhere', () => {
  const ids = (text: string) => reading(text).report.repairs.map(({ id }) => id);
  const [only] = ids('1. Meet [soon;');
  expect(ids('Title\n\n1. Meet [soon;')).toEqual([only]);
  const twice = ids('1. Meet [soon;\n1. Meet [soon;');
  expect(new Set(twice).size).toBe(2);
  expect(twice[0]).toBe(only);
});

test('words that a person takes for a name are one, and those that are none are words', () => {
  const text = '1. Meet [soon - rapporteur], [often - Observatory];';
  const named = (choices: Partial<ReadingChoices>) =>
    reading(text, choices).report.parties.flatMap(({ spellings }) => spellings);
  expect(named({})).toEqual(['Observatory']);
  expect(named({ names: ['rapporteur'] }).toSorted()).toEqual(['Observatory', 'rapporteur']);
  expect(named({ noNames: ['Observatory'] })).toEqual([]);
});

test('of brackets side by side a person says whether they are rivals', () => {
  const text = '1. Promote [national plans] [local strategies] for data;';
  const { report } = reading(text);
  const id = report.repairs.find(({ kind }) => kind === 'neighbours-unclear')?.id ?? '';
  const choices = (isRival: boolean) => {
    const [only] = reading(text, { rivals: { [id]: isRival } }).enter([]).paragraphs;
    return only?.proposals.map((one) => (one.type === 'rewording' ? plainText(one.wording) : one.type));
  };
  expect(choices(true)).toEqual(['Promote local strategies for data;']);
  expect(choices(false)).toEqual(['Promote local strategies for data;', 'Promote national plans for data;']);
  expect(reading(text, { rivals: { [id]: true } }).report.repairs.map((one) => one.id)).toContain(id);
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
