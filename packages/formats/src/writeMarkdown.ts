import type { PrintedText } from './printedText.ts';

/** The text in Markdown. */
export function writeMarkdown(text: PrintedText): string {
  return text.paragraphs.map((p) => `${p.label} ${p.runs.map((r) => r.text).join('')}\n\n`).join('');
}
