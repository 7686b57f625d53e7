import { type Mark, marks, normaliseRuns, paragraphKinds, type Run } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintedParagraph, PrintedText } from '../src/printedText.ts';
import { readDraft } from '../src/readDraft.ts';
import { writeMarkdown } from '../src/writeMarkdown.ts';
import { sharedFile } from './draftText.ts';

const words = fc.oneof(
  fc.constantFrom(
    'Recalling',
    'the participants',
    ' ',
    ', ',
    '; ',
    '.',
    ':',
    '1.',
    '(a)',
    '[',
    ']',
    '](',
    '[^1]',
    '[x]: http://a',
    '*',
    '**',
    '_',
    '\\',
    '`',
    '```',
    '---',
    '===',
    '<b>',
    '</i>',
    '<!-- x -->',
    '&amp;',
    '#',
    '##',
    ' #',
    '> ',
    '| a |',
    '- ',
    '+ ',
    '{:toc}',
    '~~',
    'é',
    '文',
    '😀',
    '“',
    '”',
    '–',
    '\u00a0',
    'PP1 ',
    'I. ',
    'Article 1',
    'Have agreed as follows:',
    '<!-- plain level=0 label=0 -->',
    'Option 1:',
  ),
  fc.string({ unit: fc.constantFrom(...'ab *_[]()<>\\.#-1'.split('')) }),
);
const run: fc.Arbitrary<Run> = fc.record({
  text: fc
    .array(words, { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(''))
    .filter((text) => text !== ''),
  marks: fc.subarray([...marks] as Mark[]),
});
const label = fc.oneof(
  fc.constantFrom(
    '',
    'PP1',
    '1.',
    '2.',
    '10.',
    '(a)',
    '(b)',
    '(i)',
    '(v)',
    'a.',
    'i.',
    '3.3quat',
    '1. bis',
    '1 bis.',
    'I.',
    'A.',
    'Article 1',
    '*',
    '-',
    '•',
    '#',
    '>',
  ),
  fc.string({ maxLength: 6, unit: fc.constantFrom(...'a1.*_()[]\\<#- '.split('')) }).map((text) => text.trim()),
);
const paragraph: fc.Arbitrary<PrintedParagraph> = fc.record({
  label,
  kind: fc.constantFrom(...paragraphKinds),
  level: fc.integer({ min: 0, max: 6 }),
  runs: fc.array(run, { maxLength: 4 }).map(normaliseRuns),
});

/** What is read from a text just written, without what was quoted around it. */
function readBack(text: PrintedText) {
  return readDraft(writeMarkdown(text), 'markdown')
    .paragraphs.filter((read) => !read.doubts.includes('quotation'))
    .map(({ label, kind, level, runs }) => ({ label, kind, level, runs }));
}

/** White space at the ends of a paragraph is what Markdown cannot hold. */
function trimmed(paragraphs: readonly PrintedParagraph[]) {
  return paragraphs
    .map(({ label, kind, level, runs }) => {
      const text = runs.map((run) => run.text).join('');
      const from = text.length - text.trimStart().length;
      const to = text.trimEnd().length;
      let at = 0;
      const kept = runs.map((run) => {
        const start = at;
        at += run.text.length;
        return { ...run, text: run.text.slice(Math.max(0, from - start), Math.max(0, to - start)) };
      });
      return { label, kind, level, runs: normaliseRuns(kept) };
    })
    .filter((kept) => kept.label !== '' || kept.runs.length > 0);
}

describe('writing Markdown', () => {
  it('is undone by reading it, whatever the paragraphs', () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 8 }), (paragraphs) => {
        expect(readBack({ title: '', masthead: [], paragraphs })).toEqual(trimmed(paragraphs));
      }),
      { numRuns: 1000 },
    );
  });

  it('is undone by reading it, also within credits, masthead, annexes and tables', () => {
    fc.assert(
      fc.property(
        fc.array(paragraph, { maxLength: 5 }),
        fc.array(words),
        fc.string(),
        (paragraphs, masthead, credits) => {
          const text = {
            title: 'A declaration',
            masthead,
            paragraphs: paragraphs.map((one) => ({
              ...one,
              kind: one.kind === 'title' ? ('plain' as const) : one.kind,
              credits,
            })),
            annexes: [{ title: 'Reservations', items: [{ label: 'Atlantis', text: credits }] }],
            tables: [{ title: 'Amendments', header: ['No.', credits], rows: [['1', credits]] }],
          };
          const title = { label: '', kind: 'title' as const, level: 0, runs: [{ text: 'A declaration', marks: [] }] };
          expect(readBack(text)).toEqual([title, ...trimmed(text.paragraphs)]);
        },
      ),
    );
  });

  it('writes an ordinary text as anybody would', () => {
    const plain = (text: string): Run[] => [{ text, marks: [] }];
    const text: PrintedText = {
      title: 'Lagoon Declaration',
      masthead: ['Meeting of Islands, 3 May 2030', 'Adopted 3 May 2030'],
      paragraphs: [
        { label: '', kind: 'plain', level: 0, runs: plain('The islands,') },
        {
          label: 'PP1',
          kind: 'preambular',
          level: 0,
          runs: [{ text: 'Recalling', marks: ['italic'] }, ...plain(' the tide,')],
        },
        { label: '', kind: 'plain', level: 0, runs: plain('Have agreed as follows:') },
        { label: 'I.', kind: 'heading', level: 0, runs: plain('Harbours') },
        {
          label: '1.',
          kind: 'operative',
          level: 0,
          runs: plain('Decide to [dredge][deepen] * harbours:'),
          credits: 'Words of Atlantis',
        },
        { label: '(a)', kind: 'operative', level: 1, runs: plain('slowly;') },
        { label: '(i)', kind: 'operative', level: 2, runs: plain('and with care;') },
        {
          label: '2.',
          kind: 'operative',
          level: 0,
          runs: [{ text: 'Also decide', marks: ['bold', 'italic'] }, ...plain(' to wait.')],
        },
      ],
      annexes: [{ title: 'Reservations', items: [{ label: 'Lemuria', text: 'paragraph 2' }] }],
    };
    expect(writeMarkdown(text)).toBe(`# Lagoon Declaration

> Meeting of Islands, 3 May 2030${'  '}
> Adopted 3 May 2030

The islands,

PP1 *Recalling* the tide,

Have agreed as follows:

## I. Harbours

1. Decide to [dredge][deepen] \\* harbours:

    > Words of Atlantis

    (a) slowly;

    (i) and with care;

2. ***Also decide*** to wait.

> **Reservations**
>
> - Lemuria: paragraph 2
`);
  });

  const real = sharedFile('data/negotiating-texts/unfccc-2015-10-23.md');
  it.skipIf(real === null)('gives a real negotiating text back, with few notes', () => {
    const { paragraphs } = readDraft(real ?? '', 'markdown');
    const text = { title: '', masthead: [], paragraphs };
    expect(readBack(text)).toEqual(paragraphs.map(({ label, kind, level, runs }) => ({ label, kind, level, runs })));
    const notes = writeMarkdown(text).match(/^ *<!-- /gm)?.length ?? 0;
    expect(notes).toBeLessThan(paragraphs.length / 10);
  });
});
