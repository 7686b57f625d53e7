import { characterFault } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DraftFormat, type DraftReading, readDraft } from '../src/readDraft.ts';
import { sharedFile, wordsOf } from './draftText.ts';

const baliStyle = sharedFile('examples/bali-style-zero-draft.txt');
const negotiatingText = sharedFile('data/negotiating-texts/unfccc-2015-10-23.md');

/** All that a person gets to see of a reading, in order. */
function shown({ paragraphs }: DraftReading): string {
  return paragraphs.map((paragraph) => paragraph.label + wordsOf(paragraph)).join('');
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** What is neither white space nor forbidden in a text, with the stand-in for what could not be decoded. */
function substance(text: string): string {
  return Array.from(text.replaceAll('\ufffd', '?'))
    .filter((one) => !/\s/u.test(one) && characterFault(one) === null)
    .join('');
}

const runs = 1000;

const tags = /<\/?(?:b|i|u|strong|em)>/g;

/** Checks that nothing of a Markdown source went but Markdown's own syntax, by counting and comparing, without reading Markdown. */
function expectOnlySyntaxGone(source: string, reading: DraftReading): void {
  const output = shown(reading);
  const lines = source.split(/\r\n|\n|\r/);
  const kept = (text: string) => substance(text.replace(tags, '')).replace(/[*_\\#=<>/-]/g, '');
  expect(kept(output)).toBe(kept(source));
  const gone = (character: string) =>
    source.replace(tags, '').split(character).length - output.replace(tags, '').split(character).length;
  const among = (pattern: RegExp, character: RegExp) =>
    lines.filter((line) => pattern.test(line)).reduce((sum, line) => sum + count(line, character), 0);
  for (const character of '*_\\#=-<>/') expect(gone(character)).toBeGreaterThanOrEqual(0);
  for (const character of '<>/') expect(gone(character)).toBe(0);
  expect(gone('#')).toBeLessThanOrEqual(among(/^[\ufeff\s]*#{1,6}(?:\s|$)/, /#/g));
  expect(gone('=')).toBeLessThanOrEqual(among(/^ *={3,}\s*$/, /=/g));
  expect(gone('-')).toBeLessThanOrEqual(among(/^ *-{3,}\s*$/, /-/g));
  // An escape may come about only when a forbidden character between its two halves has gone.
  const clean = Array.from(source.replaceAll('\ufffd', '?'))
    .filter((one) => characterFault(one) === null || /[^\S\ufeff]/u.test(one))
    .join('');
  expect(gone('\\')).toBeLessThanOrEqual(count(clean, /\\(?=[!-/:-@[-`{-~]|\s*[\r\n])/g));
  // Tags that stand around nothing may stand between asterisks: then there is nothing to mark.
  const isMarked =
    source.search(tags) >= 0 || reading.paragraphs.some(({ runs }) => runs.some(({ marks }) => marks.length > 0));
  for (const character of '*_') {
    expect(gone(character) % 2).toBe(0);
    if (!isMarked) expect(gone(character)).toBe(0);
  }
}

function expectTiling(source: string, { paragraphs }: DraftReading): void {
  if (paragraphs.length === 0) {
    expect(substance(source).replace(/#/g, '')).toBe('');
    return;
  }
  expect(paragraphs.map(({ source: { from } }) => from)).toEqual([
    0,
    ...paragraphs.slice(0, -1).map((one) => one.source.to),
  ]);
  expect(paragraphs.at(-1)?.source.to).toBe(source.length);
  const letters = (text: string) => substance(text.replace(tags, '')).replace(/[^\p{L}\p{N}[\]()]/gu, '');
  for (const paragraph of paragraphs) {
    const range = source.slice(paragraph.source.from, paragraph.source.to);
    expect(letters(paragraph.label + wordsOf(paragraph))).toBe(letters(range));
  }
}

const piece = fc.constantFrom(
  ...[
    'Recalling',
    ' the ',
    'tide',
    ', ',
    '; ',
    '.',
    ' ',
    '  ',
    '\t',
    '*',
    '**',
    '***',
    '_',
    '__',
    '[',
    ']',
    '][',
    '[^1]',
    '(a) ',
    '(i) ',
    '1. ',
  ],
  ...[
    '2. ',
    '3.3quat ',
    'PP1 ',
    'OP2 ',
    'I. ',
    'Article 1',
    '- ',
    '* ',
    '+ ',
    '# ',
    '## ',
    ' ##',
    '> ',
    '| x |',
    '\\',
    '\\*',
    '<b>',
    '</b>',
  ],
  ...[
    '<u>',
    '</u>',
    '<span a="*">',
    '&amp;',
    '`',
    '```',
    '---',
    '===',
    '***',
    '{:toc}',
    '<!-- x -->',
    'Have agreed as follows:',
    'Option 1: ',
  ],
  ...[
    '\u202e',
    '\u0000',
    '\ufffd',
    '\ufeff',
    '\u00a0',
    '\u2028',
    '\ud800',
    '😀',
    'é',
    '“',
    '文',
    '[x]: http://y',
    'title: x',
  ],
);
const line = fc
  .tuple(fc.constantFrom('', '', '', '  ', '    ', '        ', '\t'), fc.array(piece, { maxLength: 7 }))
  .map(([indent, parts]) => indent + parts.join(''));
const source = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\n\n', '\r\n', '\r'), fc.boolean())
  .map(([lines, end, matter]) => (matter ? `---${end}title: x${end}---${end}` : '') + lines.join(end));

describe('no character of a draft is lost', () => {
  it('in plain text: only white space and forbidden characters go', () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(substance(shown(readDraft(text, 'plain')))).toBe(substance(text));
      }),
      { numRuns: runs },
    );
  });

  it('in Markdown: only white space, forbidden characters and Markdown syntax go', () => {
    fc.assert(
      fc.property(source, (text) => {
        expectOnlySyntaxGone(text, readDraft(text, 'markdown'));
      }),
      { numRuns: runs },
    );
  });

  it('and each paragraph says where its words stood, without gap or overlap', () => {
    fc.assert(
      fc.property(source, fc.constantFrom<DraftFormat>('plain', 'markdown'), (text, format) => {
        expectTiling(text, readDraft(text, format));
      }),
      { numRuns: runs },
    );
  });

  it('and what is left is fit to be text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom<DraftFormat>('plain', 'markdown'), (text, format) => {
        const { paragraphs } = readDraft(text, format);
        for (const paragraph of paragraphs) {
          expect(characterFault(paragraph.label + wordsOf(paragraph))).toBeNull();
          expect(paragraph.label + wordsOf(paragraph)).not.toBe('');
        }
      }),
    );
  });

  it.skipIf(baliStyle === null)('in a Bali-style draft, whose every line is known', () => {
    const reading = readDraft(baliStyle ?? '', 'plain');
    expect(substance(shown(reading))).toBe(substance(baliStyle ?? ''));
    expectTiling(baliStyle ?? '', reading);
    expect(reading.paragraphs.map(({ kind, label }) => `${kind} ${label}`.trim())).toEqual([
      ...['title', 'plain', 'preambular PP1', 'preambular PP2', 'preambular PP3', 'plain'],
      ...['heading I.', 'operative 1.', 'heading II.', 'operative 2.', 'heading III.', 'operative 3.'],
      ...['heading IV.', 'operative 4.', 'heading V.', 'operative 5.', 'operative 6.'],
    ]);
    expect(reading.paragraphs.flatMap(({ doubts }) => doubts)).toEqual([]);
    expect(reading.repairs).toEqual([]);
  });

  it.skipIf(negotiatingText === null)('in a real negotiating text of 120 kB: exactly the syntax goes', () => {
    const text = negotiatingText ?? '';
    const reading = readDraft(text, 'markdown');
    const output = shown(reading);
    expectOnlySyntaxGone(text, reading);
    expectTiling(text, reading);
    const kept = (words: string) => words.replace(/[\s*#\\]/g, '');
    expect(kept(output)).toBe(kept(text));
    expect(count(text, /#/g) - count(output, /#/g)).toBe(count(text, /(?<=^#*)#(?=#* )/gm));
    expect(count(text, /\\/g) - count(output, /\\/g)).toBe(count(text, /\\(?:[!-/:-@[-`{-~]|$)/gm));
    // Each stretch of italics stood between two asterisks, each stretch of bold between four.
    const stretches = (mark: 'italic' | 'bold') =>
      reading.paragraphs.flatMap(({ runs }) =>
        runs.filter((run, at) => run.marks.includes(mark) && runs[at - 1]?.marks.includes(mark) !== true),
      ).length;
    expect(count(text, /\*/g) - count(output, /\*/g)).toBe(2 * stretches('italic') + 4 * stretches('bold'));
  });

  it.skipIf(negotiatingText === null)('and its articles, options and nested lists are found', () => {
    const { paragraphs, repairs } = readDraft(negotiatingText ?? '', 'markdown');
    const labels = paragraphs.filter(({ kind }) => kind === 'heading').map(({ label }) => label);
    const articles = Array.from({ length: 26 }, (_, index) => `Article ${index + 1}`);
    expect(labels.filter((label) => articles.includes(label))).toEqual(articles);
    expect(labels).toContain('Article 2bis');
    expect(paragraphs.filter(({ kind }) => kind === 'title')).toHaveLength(1);
    expect(paragraphs.filter(({ kind }) => kind === 'preambular')).toHaveLength(16);
    expect(paragraphs.filter(({ label, level }) => label === '3.3quat' && level === 1)).toHaveLength(1);
    expect(new Set(paragraphs.map(({ level }) => level))).toEqual(new Set([0, 1, 2, 3]));
    expect(
      paragraphs.filter(({ doubts }) => doubts.includes('footnote') && doubts.length === 1).length,
    ).toBeGreaterThan(10);
    expect(repairs.map(({ line, code }) => `${line} ${code}`)).toEqual(['668 break-to-space', '669 break-to-space']);
  });
});

describe('reading takes time linear in the draft', () => {
  const characters = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length));
  /** Processor time (ms) of reading; the lesser of two runs, since the machine does other things too. */
  const cost = (source: string, format: 'plain' | 'markdown') =>
    Math.min(
      ...[1, 2].map(() => {
        const before = process.cpuUsage();
        readDraft(source, format);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      }),
    );
  /** Eight times the draft costs about eight times as much; were it quadratic, sixty-four times. */
  const expectLinear = (unit: string, format: 'plain' | 'markdown') => {
    const part = cost(characters(unit, 125_000), format);
    expect(cost(characters(unit, 1_000_000), format)).toBeLessThan(30 * Math.max(part, 10));
  };
  it.each([
    ['asterisks that pair', 'a*b**'],
    ['asterisks that never pair', ' *a'],
    ['asterisks and underscores', '*_**__a'],
    ['brackets', '['],
    ['one wrapped paragraph', `${'word '.repeat(14)}\n`],
    ['one very long line', 'word '],
    ['lines of one word', 'a*\n'],
    ['list items', '1. a\n'],
    ['backslashes', `${'\\'.repeat(999)}\n`],
    ['forbidden characters', 'a\u202e'],
    ['tags', '<b></i>'],
    ['spaces', `a${' '.repeat(5000)}\n`],
    ['rules', '- '],
    ['adverbs', 'deeply '],
  ])('made of %s', (_, unit) => {
    for (const format of ['plain', 'markdown'] as const) expectLinear(unit, format);
  });

  it('nested ever deeper', () => {
    const nested = Array.from({ length: 1400 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n');
    expect(readDraft(nested, 'markdown').paragraphs).toHaveLength(1400);
  });
});
