import { deepestLevel, normaliseRuns, type Run } from '@chapeau/text';
import type { DraftParagraph } from './draftReading.ts';
import { escapeLineStart, escapeMarkdown } from './escapeMarkdown.ts';
import { markdownRuns } from './markdownRuns.ts';
import { markerOf } from './marker.ts';
import { writeParagraphNote } from './paragraphNote.ts';
import type { PrintedParagraph, PrintedText } from './printedText.ts';
import { readDraft } from './readDraft.ts';

/**
 * The text in Markdown. Law: {@link readDraft} reads it back to the same labels, kinds, levels and runs, in order, apart from white
 * space at the ends of a paragraph; paragraphs without label and words are left out. What stands around the text (masthead, credits,
 * annexes) is quoted (`>`), and readDraft marks it so. A paragraph whose form alone would be misread gets a comment above it that no
 * viewer shows.
 */
export function writeMarkdown(text: PrintedText): string {
  const paragraphs = withTitle(text);
  const plainly = print(text, paragraphs, new Set());
  const misread = misreadOf(paragraphs, plainly);
  if (misread.size === 0) return plainly;
  const noted = print(text, paragraphs, misread);
  // A note may change how its neighbours are read; with a note on each, nothing depends on neighbours.
  return misreadOf(paragraphs, noted).size === 0 ? noted : print(text, paragraphs, new Set(paragraphs.keys()));
}

function withTitle(text: PrintedText): readonly PrintedParagraph[] {
  const printed = text.paragraphs
    .map((paragraph) => ({ ...paragraph, label: paragraph.label.trim(), runs: trimmed(paragraph.runs) }))
    .filter((paragraph) => paragraph.label !== '' || paragraph.runs.length > 0);
  if (text.title.trim() === '' || printed.some((paragraph) => paragraph.kind === 'title')) return printed;
  return [{ label: '', kind: 'title', level: 0, runs: [{ text: text.title.trim(), marks: [] }] }, ...printed];
}

/** Runs in normal form without white space at either end: what a paragraph of Markdown can hold. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  const left = [...normaliseRuns(runs)];
  for (let first = left[0]; first !== undefined && /^\s/.test(first.text); first = left[0]) {
    const text = first.text.trimStart();
    left.splice(0, 1, ...(text === '' ? [] : [{ ...first, text }]));
  }
  for (let last = left.at(-1); last !== undefined && /\s$/.test(last.text); last = left.at(-1)) {
    const text = last.text.trimEnd();
    left.splice(-1, 1, ...(text === '' ? [] : [{ ...last, text }]));
  }
  return left;
}

function misreadOf(paragraphs: readonly PrintedParagraph[], markdown: string): ReadonlySet<number> {
  const read = readDraft(markdown, 'markdown').paragraphs.filter(
    (paragraph) => !paragraph.doubts.includes('quotation'),
  );
  if (read.length !== paragraphs.length) return new Set(paragraphs.keys());
  return new Set([...paragraphs.keys()].filter((index) => !isSame(paragraphs[index], read[index])));
}

function isSame(printed: PrintedParagraph | undefined, read: DraftParagraph | undefined): boolean {
  return (
    printed?.label === read?.label &&
    printed?.kind === read?.kind &&
    printed?.level === read?.level &&
    JSON.stringify(printed?.runs) === JSON.stringify(read?.runs)
  );
}

function print(text: PrintedText, paragraphs: readonly PrintedParagraph[], noted: ReadonlySet<number>): string {
  const blocks: string[] = [];
  const masthead = quoted(text.masthead, '');
  if (paragraphs[0]?.kind !== 'title') blocks.push(...masthead);
  const items: { readonly level: number; readonly indent: number }[] = [];
  paragraphs.forEach((paragraph, index) => {
    const indent = indentOf(paragraph, items);
    blocks.push(
      (noted.has(index) ? notedLines(paragraph) : [plainLine(paragraph)]).map((line) => indent + line).join('\n'),
    );
    if (paragraph.credits !== undefined) blocks.push(...quoted([paragraph.credits], ' '.repeat(contentIndent(items))));
    if (index === 0 && paragraph.kind === 'title') blocks.push(...masthead);
  });
  for (const annex of text.annexes ?? []) {
    const lines = annex.items.map(
      (item) => `- ${oneLine(`${item.label === '' ? '' : `${item.label}: `}${item.text}`)}`,
    );
    blocks.push(['> ' + `**${oneLine(annex.title)}**`, '>', ...lines.map((line) => `> ${line}`)].join('\n'));
  }
  return blocks.map((block) => `${block}\n`).join('\n');
}

/** The indentation that puts a paragraph inside the list item it belongs to. Keeps `items`, the list items open, up to date. */
function indentOf(paragraph: PrintedParagraph, items: { readonly level: number; readonly indent: number }[]): string {
  if (paragraph.kind === 'heading' || paragraph.kind === 'title') items.length = 0;
  while ((items.at(-1)?.level ?? -1) >= paragraph.level) items.pop();
  const indent = contentIndent(items);
  if (/^(?:\d{1,9}[.)]|[*+-])$/.test(paragraph.label)) items.push({ level: paragraph.level, indent });
  return ' '.repeat(indent);
}

/** The column at which the words of the innermost open list item stand. */
function contentIndent(items: readonly { readonly indent: number }[]): number {
  const parent = items.at(-1);
  return parent === undefined ? 0 : parent.indent + 4;
}

function plainLine(paragraph: PrintedParagraph): string {
  const hashes =
    paragraph.kind === 'title'
      ? '# '
      : paragraph.kind === 'heading'
        ? `${'#'.repeat(Math.min(paragraph.level, 4) + 2)} `
        : '';
  const words = markdownRuns(paragraph.runs);
  if (paragraph.label === '') return hashes + escapeLineStart(words);
  const isReadable = markerOf(`${paragraph.label} A`, 'markdown')?.label === paragraph.label;
  const label = isReadable ? paragraph.label : escapeLineStart(escapeMarkdown(paragraph.label));
  return `${hashes}${label} ${escapeLineStart(words)}`.trimEnd();
}

function notedLines(paragraph: PrintedParagraph): readonly string[] {
  const { kind, label, runs } = paragraph;
  const level = Math.min(paragraph.level, deepestLevel);
  const words = [...(label === '' ? [] : [{ text: `${label} `, marks: [] }]), ...runs];
  return [
    writeParagraphNote({ kind, level, labelLength: label.length }),
    escapeLineStart(markdownRuns(trimmed(words))),
  ];
}

function quoted(lines: readonly string[], indent: string): readonly string[] {
  const shown = lines.map(oneLine).filter((line) => line !== '');
  return shown.length === 0 ? [] : [shown.map((line) => `${indent}> ${line}`).join('  \n')];
}

function oneLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}
