import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { editorialLanguages, type ParagraphId, wording } from '@chapeau/text';
import { check, editorialRules, type Finding, ruleSources } from '@chapeau/text/editorial';
import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { checkedLanguages, firstChoice, readChoice, rulesByKind } from '../../src/editorial/editorialChoice.ts';
import { type EditorialT, findingWords, heaviest, problems, sourceWords } from '../../src/editorial/findingWords.ts';
import { forceChanges } from '../../src/editorial/forceChanges.ts';
import { editorialEn } from '../../src/editorial/words.en.ts';
import { editorialId } from '../../src/editorial/words.id.ts';

type Tree = { readonly [key: string]: string | Tree };

function messages(tree: Tree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : messages(value, `${path}${key}.`),
  );
}

const variables = (message: string) =>
  [...new Set([...message.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name))].toSorted().join();

test('the checks say in Indonesian what they say in English', () => {
  const keys = (tree: Tree) => messages(tree).map(([key]) => key);
  expect(keys(editorialId)).toEqual(keys(editorialEn));
  const indonesian = new Map(messages(editorialId));
  // A grammatical number of the English verb has no counterpart.
  const differing = messages(editorialEn).filter(
    ([key, words]) => variables(words) !== variables(indonesian.get(key) ?? ''),
  );
  expect(differing).toEqual([]);
});

test('every problem that a rule reports has its words', () => {
  expect(Object.keys(problems).toSorted()).toEqual([...editorialRules].toSorted());
  const words = new Map(messages(editorialEn));
  const wordless = Object.entries(problems).flatMap(([rule, those]) =>
    those.filter((problem) => !words.has(`problem.${rule}.${problem}`)).map((problem) => `${rule}/${problem}`),
  );
  expect(wordless).toEqual([]);
  const folder = fileURLToPath(new URL('../../../packages/text/src/editorial/rules/', import.meta.url));
  const source = globSync('*.ts', { cwd: folder })
    .map((file) => readFileSync(folder + file, 'utf8'))
    .join('\n');
  const named = [...source.matchAll(/problem: '([a-z-]+)'|mark\([^,]+, '([a-z-]+)'\)|bracketAt\([^)]*'([a-z-]+)'\)/g)];
  const reported = named.flatMap(([, ...some]) => some.filter((one) => one !== undefined));
  expect(reported.length).toBeGreaterThan(11);
  const known = new Set<string>(Object.values(problems).flat());
  expect(reported.filter((problem) => !known.has(problem))).toEqual([]);
});

test('the choice knows every rule and every language once', () => {
  expect(Object.values(rulesByKind).flat().toSorted()).toEqual([...editorialRules].toSorted());
  expect(checkedLanguages).toEqual([...editorialLanguages, 'other']);
});

test('a choice is kept, and what is not understood of it is as at first', () => {
  const choice = { shown: false, off: ['ending', 'numbering'], language: 'fr' };
  expect(readChoice(JSON.stringify(choice))).toEqual({ ...choice, off: ['numbering', 'ending'] });
  expect(readChoice(null)).toEqual(firstChoice);
  expect(readChoice('not a choice')).toEqual(firstChoice);
  expect(readChoice('[]')).toEqual(firstChoice);
  expect(readChoice('{"off":["no-such-rule"],"language":"xx"}')).toEqual({ shown: true, off: [], language: null });
});

async function speaking(lng: 'en' | 'id'): Promise<EditorialT> {
  const i18n = createInstance();
  const resources = { en: { editorial: editorialEn }, id: { editorial: editorialId } };
  await i18n.init({ lng, resources, interpolation: { escapeValue: false } });
  return i18n.t;
}

test('every house rule says what it rests on in both languages of the page', async () => {
  const [english, indonesian] = [await speaking('en'), await speaking('id')];
  for (const rule of editorialRules) {
    const source = ruleSources[rule];
    const [one, other] = [sourceWords({ rule, source }, english), sourceWords({ rule, source }, indonesian)];
    expect(one).toContain(source.document);
    if (source.document !== 'house rule') expect(other).toBe(one);
    else expect(other).toMatch(/^aturan sendiri \((?!editorial)./);
  }
});

test('a finding is said in words, also where punctuation is missing', async () => {
  const texts = ['Decides to meet', 'Decides  to to act;', 'Urges States.'];
  const paragraphs = texts.map((text, at) => ({
    id: String(at) as ParagraphId,
    label: `${at + 1}.`,
    ...wording('operative', 0, text),
  }));
  const found = check(paragraphs, { language: 'en', off: ['opening-italics'] });
  const [english, indonesian] = [await speaking('en'), await speaking('id')];
  expect(found.map((finding) => findingWords(finding, english))).toEqual([
    'An operative paragraph ends with “;”; it is missing.',
    '2 spaces in a row.',
    '“to” stands twice.',
  ]);
  expect(found.map((finding) => findingWords(finding, indonesian))[2]).toBe('“to” tertulis dua kali.');
});

test('a change of force is said in words, and weighs less than a bracket', async () => {
  const t = await speaking('en');
  const runs = (text: string) => wording('plain', 0, text).runs;
  const rewordingOf = (before: string, after: string) =>
    ({ before: runs(before), after: runs(after), kind: 'plain', level: 0 }) as const;
  const rewording = rewordingOf('States shall report.', 'States should report.');
  const changes = forceChanges([rewording, rewordingOf('one', 'two')], 'en');
  expect(changes.map((finding) => findingWords(finding, t))).toEqual(['shall → should: weaker']);
  expect(
    forceChanges([rewordingOf('States should report.', 'States shall report.')], 'en').map((one) =>
      findingWords(one, t),
    ),
  ).toEqual(['should → shall: stronger']);
  const bracket = { ...changes[0], rule: 'brackets-left', severity: 'error' } as Finding;
  expect([heaviest([]), heaviest(changes), heaviest([...changes, bracket])]).toEqual([null, 'warning', 'error']);
});
