import { describe, expect, it } from 'vitest';
import { readDraft } from '../src/readDraft.ts';
import { lineOf } from './draftText.ts';

const plain = (source: string) => readDraft(source, 'plain').paragraphs.map(lineOf);
const markdown = (source: string) => readDraft(source, 'markdown').paragraphs.map(lineOf);

describe('reading plain text', () => {
  it('takes each line of a short draft for what it is', () => {
    const source = [
      'Lagoon Declaration',
      '',
      'The islands,',
      'PP1 Recalling the tide,',
      'PP2bis. [Noting] the wind,',
      'Have agreed as follows:',
      'I. Harbours',
      '1. Decide to dredge:',
      '(a) slowly;',
      '(i) by hand;',
      '(ii) by boat;',
      '(b) with care;',
      '2. [Also decide] to wait;',
      'II. Lights',
      '3bis. Light the lamps.',
    ];
    expect(plain(source.join('\n'))).toEqual([
      'title0 <> Lagoon Declaration',
      'plain0 <> The islands,',
      'preambular0 <PP1> Recalling the tide,',
      'preambular0 <PP2bis.> [Noting] the wind,',
      'plain0 <> Have agreed as follows:',
      'heading0 <I.> Harbours',
      'operative0 <1.> Decide to dredge:',
      'operative1 <(a)> slowly;',
      'operative2 <(i)> by hand;',
      'operative2 <(ii)> by boat;',
      'operative1 <(b)> with care;',
      'operative0 <2.> [Also decide] to wait;',
      'heading0 <II.> Lights',
      'operative0 <3bis.> Light the lamps.',
    ]);
  });

  it('joins lines that a program wrapped, and says so', () => {
    const source = [
      'The islands,',
      '',
      'Recalling that the tide comes in twice a day and that no harbour can be',
      'dredged while it does, and recalling also that boats need water under',
      'their keels,',
      '',
      'Have agreed as follows:',
      '',
      '1. Decide that every harbour shall be dredged to a depth of co-',
      'operative fathoms. Boats of more than two masts shall wait outside of it',
      'until the tide is high;',
      '2. Invite neighbours.',
    ];
    expect(plain(source.join('\n'))).toEqual([
      'plain0 <> The islands,',
      'preambular0 <> Recalling that the tide comes in twice a day and that no harbour can be dredged while it does, and recalling also that boats need water under their keels, ?lines-joined',
      'plain0 <> Have agreed as follows:',
      'operative0 <1.> Decide that every harbour shall be dredged to a depth of co-operative fathoms. Boats of more than two masts shall wait outside of it until the tide is high; ?hyphen-at-line-end,lines-joined',
      'operative0 <2.> Invite neighbours.',
    ]);
  });

  it('does not join lines that stand for themselves, however long', () => {
    const source = [
      'Recalling the long history of the harbours of the islands of the lagoon,',
      'Noting the wind that blows over all of the islands of the same lagoon,',
      'Concerned by rocks,',
      'Have agreed as follows:',
      'Decides to dredge every harbour of the islands of the whole lagoon;',
      'Invites neighbours.',
    ];
    expect(plain(source.join('\n'))).toEqual([
      'preambular0 <> Recalling the long history of the harbours of the islands of the lagoon,',
      'preambular0 <> Noting the wind that blows over all of the islands of the same lagoon,',
      'preambular0 <> Concerned by rocks,',
      'plain0 <> Have agreed as follows:',
      'operative0 <> Decides to dredge every harbour of the islands of the whole lagoon; ?kind-guessed',
      'operative0 <> Invites neighbours. ?kind-guessed',
    ]);
  });

  it('knows chapters, sections and articles, and tells a Roman numeral from a letter', () => {
    const source = [
      'Treaty',
      '',
      'I. One',
      'A. First',
      'B. Second',
      'II. Two',
      'Article 3bis',
      'Scope',
      '1. It applies.',
      'Article 3 applies here.',
      'ANNEX',
    ];
    expect(plain(source.join('\n'))).toEqual([
      'title0 <> Treaty',
      'heading0 <I.> One',
      'heading1 <A.> First',
      'heading1 <B.> Second',
      'heading0 <II.> Two',
      'heading0 <Article 3bis> ',
      'heading0 <> Scope ?kind-guessed',
      'operative0 <1.> It applies.',
      'plain0 <> Article 3 applies here. ?kind-guessed',
      'heading0 <> ANNEX',
    ]);
  });

  it('reads (i) behind (h) as a letter, and behind (a) as a numeral', () => {
    expect(plain('1. Lists:\n(h) eighth;\n(i) ninth;\n(j) tenth;\n2. More:\n(a) first;\n(i) deeper;').slice(1)).toEqual(
      [
        'operative1 <(h)> eighth;',
        'operative1 <(i)> ninth;',
        'operative1 <(j)> tenth;',
        'operative0 <2.> More:',
        'operative1 <(a)> first;',
        'operative2 <(i)> deeper;',
      ],
    );
  });

  it('keeps the marks of Markdown as they stand', () => {
    expect(plain('1. *Decides* to **wait** \\ [^1] <b>x</b>;')).toEqual([
      'operative0 <1.> *Decides* to **wait** \\ [^1] <b>x</b>;',
    ]);
  });

  it('leaves a number behind a bracket in the words, doubts page numbers and rival wordings', () => {
    expect(plain('Title\n\n1. [(a) One;\n[2. Two;]\n\n17\n\nOption 1: No text.').slice(1)).toEqual([
      'operative0 <1.> [(a) One; ?number-in-text',
      'plain0 <> [2. Two;] ?number-in-text,kind-guessed',
      'plain0 <> 17 ?page-number',
      'plain0 <> Option 1: No text. ?option',
    ]);
  });

  it('takes the words of a number, not a decimal or a year, for its label', () => {
    expect(plain('1. A:\n1.1 Sub;\n1.2bis. Sub;\n2.[B;]\n1.5 metres deep.\n2015. A year.').slice(0, 4)).toEqual([
      'operative0 <1.> A:',
      'operative1 <1.1> Sub;',
      'operative1 <1.2bis.> Sub;',
      'operative0 <2.> [B;]',
    ]);
    expect(readDraft('1. A.\n\n1.5 metres deep.\n\n2015. A year.', 'plain').paragraphs.map((one) => one.label)).toEqual(
      ['1.', '', ''],
    );
  });
});

describe('reading Markdown', () => {
  it('takes headings, lists and opening words for what they are', () => {
    const source = `# Lagoon Declaration

The islands,

*Recalling* the tide,
*also recalling* the wind,

*In view* of rocks;

Have agreed as follows:

## I. Harbours ##

1. Decide to
   dredge:
    1. slowly;
    2. with care:

        Unnumbered words.

        * a point;
2. Wait.

### Article 2 *(lamps)*

(a) **Light** them;
`;
    expect(markdown(source)).toEqual([
      'title0 <> Lagoon Declaration',
      'plain0 <> The islands,',
      'preambular0 <> {italic: Recalling} the tide, {italic: also recalling} the wind,',
      'preambular0 <> {italic: In view} of rocks; ?kind-guessed',
      'plain0 <> Have agreed as follows:',
      'heading0 <I.> Harbours',
      'operative0 <1.> Decide to dredge:',
      'operative1 <1.> slowly;',
      'operative1 <2.> with care:',
      'plain2 <> Unnumbered words.',
      'operative2 <*> a point;',
      'operative0 <2.> Wait.',
      'heading1 <Article 2> {italic: (lamps)}',
      'operative1 <(a)> {bold: Light} them;',
    ]);
  });

  it.each([
    ['*[Taking* note', '{italic: [Taking} note'],
    ['[*Taking*] note', '[{italic: Taking}] note'],
    ['r*eaffirming* it', 'r{italic: eaffirming} it'],
    ['**bold *both* bold**', '{bold: bold }{bold+italic: both}{bold:  bold}'],
    ['***both***', '{bold+italic: both}'],
    ['_it_ snake_case __bold__', '{italic: it} snake_case {bold: bold}'],
    ['2 * 3 * 4 and *open', '2 * 3 * 4 and *open'],
    ['*closes late. *', '*closes late. *'],
    ['*foo**bar*', '{italic: foo**bar}'],
    ['\\* \\[a\\] \\a C:\\', '* [a] \\a C:\\'],
    ['<u>under</u> <b>bold</b> <i>not closed', '{underline: under} {bold: bold} <i>not closed'],
    ['`*code*`', '`{italic: code}`'],
  ])('reads %s as %s', (source, line) => {
    expect(markdown(`1. ${source}`)).toEqual([expect.stringMatching(/^operative0 <1\.> /)]);
    expect(
      markdown(`1. ${source}`)[0]
        ?.replace(/^operative0 <1\.> /, '')
        .replace(/ \?html$/, ''),
    ).toBe(line);
  });

  it('keeps what is not text of the document word for word, and doubts it', () => {
    const source = `---
title: x
---
# T
{:.no_toc}

| a *b* | c |
> 1. *quoted*

[source]: https://example.org/a_b_c
[text](https://example.org) and <span class="x">span</span>

[^1]: A note.

\`\`\`
1. *code*
\`\`\`

***

<!-- a comment -->
* TOC
`;
    expect(markdown(source)).toEqual([
      'plain0 <> --- ?front-matter',
      'plain0 <> title: x ?front-matter',
      'plain0 <> --- ?front-matter',
      'title0 <> T',
      'plain0 <> {:.no_toc} ?attribute-line',
      'plain0 <> | a *b* | c | ?table',
      'plain0 <> > 1. *quoted* ?quotation',
      'plain0 <> [source]: https://example.org/a_b_c ?link',
      'plain0 <> [text](https://example.org) and <span class="x">span</span> ?kind-guessed,link,html',
      'plain0 <> [^1]: A note. ?footnote',
      'plain0 <> ``` ?code',
      'plain0 <> 1. *code* ?code',
      'plain0 <> ``` ?code',
      'plain0 <> *** ?rule',
      'plain0 <> <!-- a comment --> ?html',
      'plain0 <*> TOC ?bullet',
    ]);
  });

  it('does not take a number that a line happens to begin with for an item', () => {
    expect(markdown('# T\n\nAs was said in paragraph\n14. of the report and item\n(b) of its annex.').slice(1)).toEqual(
      ['plain0 <> As was said in paragraph 14. of the report and item (b) of its annex. ?kind-guessed'],
    );
  });

  it('knows underlined headings', () => {
    expect(markdown('Lagoon\n======\n\nHarbours\n---\n\nWords.')).toEqual([
      'title0 <> Lagoon',
      'heading0 <> Harbours',
      'plain0 <> Words. ?kind-guessed',
    ]);
  });

  it('caps levels at the deepest that a text can hold, and doubts it', () => {
    const source = Array.from({ length: 9 }, (_, depth) => `${' '.repeat(4 * depth)}1. Item;`).join('\n');
    const levels = readDraft(source, 'markdown').paragraphs.map(({ level, doubts }) => `${level}${doubts.join()}`);
    expect(levels).toEqual(['0', '1', '2', '3', '4', '5', '6', '6too-deep', '6too-deep']);
  });
});

describe('repairing what a text may not hold', () => {
  it('takes tabs and breaks for spaces, removes what is invisible, and says where', () => {
    const { paragraphs, repairs } = readDraft(
      '\ufeff1.\tOne\ttwo\u202e\u0000 x\ufffd;\t\r\n2. Hard\u2028break.',
      'plain',
    );
    expect(paragraphs.map(lineOf)).toEqual(['operative0 <1.> One two x?;', 'operative0 <2.> Hard break.']);
    expect(repairs.map(({ line, column, length, code }) => `${line}:${column}+${length} ${code}`)).toEqual([
      '1:3+1 tab-to-space',
      '1:7+1 tab-to-space',
      '1:11+2 character-removed',
      '1:15+1 character-unreadable',
      '2:8+1 break-to-space',
    ]);
  });

  it('reports a hard break of Markdown, and finds no paragraph where no words are left', () => {
    expect(readDraft('one\\\ntwo  \nthree\n\n\u0000\n\n#\n', 'markdown')).toMatchObject({
      paragraphs: [{ runs: [{ text: 'one two three', marks: [] }], source: { from: 0, to: 23 } }],
      repairs: [
        { line: 1, column: 4 },
        { line: 2, column: 4 },
        { line: 5, column: 1, code: 'character-removed' },
      ],
    });
    expect(readDraft(' \n\n', 'plain').paragraphs).toEqual([]);
  });
});
