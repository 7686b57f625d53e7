import { latest } from '@chapeau/procedure';
import { type Compilation, compare, compile } from '@chapeau/redline';
import { wording } from '@chapeau/text';
import i18next from 'i18next';
import { createElement, type FunctionComponent } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { initReactI18next } from 'react-i18next';
import { beforeAll, expect, test } from 'vitest';
import { ProposalWords } from '../src/amendments/ProposalWords.tsx';
import { en } from '../src/i18n/en.ts';
import { Compiled } from '../src/text/Compiled.tsx';
import { Redlined } from '../src/text/Redlined.tsx';
import { everything } from '../src/text/shown.ts';
import { paragraph, proposed, tabledText } from './negotiation.ts';

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  });
});

function drawn<P extends object>(component: FunctionComponent<P>, props: P): string {
  return renderToStaticMarkup(createElement(component, props));
}
const plain = (html: string) => html.replace(/<[^>]*>/g, '');
const words = (text: string) => wording('operative', 0, text);

test('a moved clause is said to be moved at both places', () => {
  const html = drawn(Redlined, {
    redline: compare(
      words('Support the exchange of information between ministries during natural disasters and other emergencies;'),
      words('Support during natural disasters and other emergencies the exchange of information between ministries;'),
    ),
  });
  expect(html).toMatch(/<ins class="inserted moved">/);
  expect(html).toMatch(/<del class="deleted moved">/);
  expect(plain(html)).toContain('moved from here');
  expect(plain(html)).toContain('moved to here');
});

test('words that were put in are not said to be moved', () => {
  const html = drawn(Redlined, { redline: compare(words('Decide to meet;'), words('Decide to meet again soon;')) });
  expect(plain(html)).not.toContain('moved');
  expect(html).toMatch(/<ins class="inserted">/);
});

const proposal = (id: string, names: readonly string[], text: string) => ({ id, names, wording: words(text) });

test('the ending of a word stands close to it', () => {
  const compilation = compile(words('States agree to meet.'), [proposal('x', ['MEX'], 'States agreed to meet.')]);
  expect(plain(drawn(Compiled, { compilation }))).toBe('States agree[d – MEX] to meet.');
});

test('a space at the end of nested brackets stands behind all of them', () => {
  const compilation = compile(words('Participants agree to share open data (once)'), [
    proposal('a', [], '(once)'),
    proposal('b', [], 'Participants (once)'),
    proposal('c', [], 'Participants agree to data (once)'),
    proposal('d', [], 'Participants agree to share data (once)'),
  ]);
  const shown = drawn(Compiled, { compilation }).replace(/<span class="visually-hidden">[^<]*<\/span>/g, '');
  expect(plain(shown)).toBe('[Participants [agree to [share [open]] data]] (once)');
});

test('a blank that only looks different is no reading of its own', () => {
  const base = {
    ...words(''),
    runs: [
      { text: 'Agree ', marks: ['italic' as const] },
      { text: 'to meet.', marks: [] },
    ],
  };
  const wordingOfIt = {
    ...words(''),
    runs: [
      { text: 'Agree', marks: ['italic' as const] },
      { text: ' to meet.', marks: [] },
    ],
  };
  const compilation = compile(base, [{ id: 'x', names: ['CHL'], wording: wordingOfIt }]);
  expect(plain(drawn(Compiled, { compilation }))).toBe('Agree to meet.');
});

test('brackets within brackets stand close to their words', () => {
  const compilation = compile(words('Cooperate in training on mutually agreed terms.'), [
    proposal('x', ['USA'], 'Cooperate in training.'),
    proposal('y', ['FJI'], 'Cooperate in training on agreed terms.'),
  ]);
  expect(plain(drawn(Compiled, { compilation }))).toBe(
    'Cooperate in training [on [mutually – FJI delete] agreed terms – USA delete].',
  );
});

/** What the eye sees of it. */
const seen = (html: string) => plain(html.replace(/<span class="visually-hidden">.*?<\/span>/g, ''));
const spoken = (html: string) =>
  [...html.matchAll(/<span class="visually-hidden">(.*?)<\/span>/g)].map(([, said]) => said);
const decides = 'Decides, in line with national law, to share all data and to report on it';
const clauseLast = 'Decides to share all data and to report on it, in line with national law';

test('a clause that a proposal moves bears one sign where it goes away and where it comes, seen and spoken', () => {
  const compilation = compile(words(decides), [proposal('x', ['FJI'], clauseLast)]);
  const html = drawn(Compiled, { compilation });
  expect(seen(html)).toBe(
    'Decides[, in line with national law, – FJI delete moved ↓1 ] to share all data and to report on it' +
      '[ from above ↑1 , in line with national law – FJI]',
  );
  expect(spoken(html)).toEqual(['(Move 1, to further down) ', '(Move 1, from further up) ']);
  expect(html).toContain('title="Move 1, to further down: “, in line with national law”"');
});

test('a move up points the other way, and who only deletes the words is not said to move them', () => {
  const compilation = compile(words(clauseLast), [
    proposal('x', ['FJI'], decides),
    proposal('y', ['CHL'], 'Decides to share all data and to report on it'),
  ]);
  const html = drawn(Compiled, { compilation });
  expect(seen(html)).toContain('from below ↓1');
  expect(seen(html)).toContain('– FJI, CHL delete some: moved ↑1 ]');
  expect(spoken(html)).toContain('(Move 1, to further up, not by all who are named here) ');
});

test('each move bears its own number; words put in or deleted bear none', () => {
  const compilation = compile(words(decides), [
    proposal('x', ['FJI'], clauseLast),
    proposal('y', ['CHL'], 'Decides to share all data, in line with national law, and to report on it'),
    proposal('z', ['MEX'], `${decides} without any delay of more than a year`),
  ]);
  const signs = seen(drawn(Compiled, { compilation })).match(/(moved|from above|from below) [↑↓]\d/g) ?? [];
  expect(signs.toSorted()).toEqual(['from above ↑1', 'from below ↓2', 'moved ↑2', 'moved ↓1']);
});

test('the signs take nothing from the words of a compilation and add nothing else', () => {
  const compilation = compile(words(decides), [
    proposal('x', ['FJI'], `${clauseLast}, and to meet`),
    proposal('y', ['CHL'], 'Decides to share all data, in line with national law, and to report on it'),
    proposal('z', ['MEX'], 'Decides, in line with law, to share all data'),
  ]);
  const unsigned: Compilation = JSON.parse(
    JSON.stringify(compilation, (key, value: unknown) => (key === 'moves' ? [] : value)),
  );
  const signs = /<span class="move-tag".*?<\/span> <span.*?<\/span><\/span>/g;
  const html = drawn(Compiled, { compilation });
  expect(html.match(signs)?.length).toBeGreaterThan(2);
  expect(plain(html.replaceAll(signs, ''))).toBe(plain(drawn(Compiled, { compilation: unsigned })));
});

test('names and positions are told as the reader wishes', () => {
  const compilation = compile(words('Decide to meet.'), [
    { ...proposal('x', ['MEX'], 'Decide to meet soon.'), positions: [{ name: 'CHL', position: 'object' as const }] },
  ]);
  const told = (names: boolean, positions: boolean) =>
    plain(drawn(Compiled, { compilation, telling: { ...everything, names, positions } }));
  expect(told(true, false)).toBe('Decide to meet [soon – MEX].');
  expect(told(false, false)).toBe('Decide to meet [soon].');
  expect(told(true, true)).toBe('Decide to meet [soon – MEX; objects: CHL].');
  expect(told(false, true)).toBe('Decide to meet [soon – objects: CHL].');
});

test('words that nobody in particular would delete stand in brackets alone, and it is said to those who do not see them', () => {
  const compilation = compile(words('Decide to meet again.'), [proposal('x', [], 'Decide to meet.')]);
  const html = drawn(Compiled, { compilation });
  expect(html).toContain(`title="${en.text.deleteNameless}"`);
  expect(plain(html.replace(/<span class="visually-hidden">.*?<\/span>/, ''))).toBe('Decide to meet [again].');
  expect(plain(html)).toBe(`Decide to meet [again (${en.text.deleteNameless})].`);
});

test('an amendment that only takes words away says so in words, also where nobody is named', () => {
  const card = (text: string) => {
    const { document } = tabledText().tables('x', { type: 'replace', paragraphs: [paragraph('c')] }, [
      proposed('c', text),
    ]);
    const [amendment] = [...document.amendments.values()].map((one) => latest(one));
    if (amendment === undefined) throw new Error('no amendment');
    return seen(drawn(ProposalWords, { document, ...amendment }));
  };
  expect(card('Decide to meet.')).toContain(en.amendment.onlyDeletes);
  expect(card('Decide to meet soon.')).not.toContain(en.amendment.onlyDeletes);
  expect(card('Decide to meet again soon.')).not.toContain(en.amendment.onlyDeletes);
});
