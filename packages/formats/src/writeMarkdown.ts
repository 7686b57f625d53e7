import { deepestLevel } from '@chapeau/text';
import type { DraftParagraph } from './draftReading.ts';
import { escapeLineStart, escapeMarkdown } from './escapeMarkdown.ts';
import { headingSigns, ListIndent } from './markdownShape.ts';
import { markdownRuns } from './markdownRuns.ts';
import { markerOf } from './marker.ts';
import { writeParagraphNote } from './paragraphNote.ts';
import type { PrintedParagraph, PrintedText } from './printedText.ts';
import { readDraft } from './readDraft.ts';
import { trimmed } from './trimmed.ts';

/**
 * The text in Markdown. Law: {@link readDraft} reads it back to the same labels, kinds, levels and runs, in order, apart from white
 * space at the ends of a paragraph; paragraphs without label and words are left out. What stands around the text (masthead, notes,
 * credits, annexes, tables) is quoted (`>`), and readDraft marks it so. A paragraph whose form alone would be misread gets a comment above it that no
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
  const lists = new ListIndent();
  paragraphs.forEach((paragraph, index) => {
    const indent = lists.of(paragraph);
    blocks.push(
      (noted.has(index) ? notedLines(paragraph) : [plainLine(paragraph)]).map((line) => indent + line).join('\n'),
    );
    const below = [...(paragraph.notes ?? []), ...(paragraph.credits === undefined ? [] : [paragraph.credits])];
    blocks.push(...below.flatMap((line) => quoted([line], lists.within())));
    if (index === 0 && paragraph.kind === 'title') blocks.push(...masthead);
  });
  for (const annex of text.annexes ?? []) {
    const lines = annex.items.map(
      (item) => `- ${oneLine(`${item.label === '' ? '' : `${item.label}: `}${item.text}`)}`,
    );
    blocks.push(['> ' + `**${oneLine(annex.title)}**`, '>', ...lines.map((line) => `> ${line}`)].join('\n'));
  }
  for (const { title, header, rows } of text.tables ?? []) {
    const row = (cells: readonly string[]) =>
      `> | ${cells.map((cell) => oneLine(cell).replaceAll('|', '\\|')).join(' | ')} |`;
    const lines = [row(header), `> |${' --- |'.repeat(header.length)}`, ...rows.map(row)];
    blocks.push([`> **${oneLine(title)}**`, '>', ...lines].join('\n'));
  }
  return blocks.map((block) => `${block}\n`).join('\n');
}

function plainLine(paragraph: PrintedParagraph): string {
  const hashes = headingSigns(paragraph);
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
