import { type Mark, normaliseRuns, type Run } from '@chapeau/text';
import { delimiter } from './emphasis.ts';
import { escapeMarkdown } from './escapeMarkdown.ts';
import { characterAt, characterBefore } from './inlineMarkdown.ts';

const tags: Readonly<Record<Mark, string>> = { bold: 'b', italic: 'i', underline: 'u' };

/**
 * Runs as Markdown: `*` and `**` where CommonMark takes them for emphasis, tags where it would not (a marked space, a marked
 * comma before a letter, two marked runs side by side) and for underline.
 */
export function markdownRuns(runs: readonly Run[]): string {
  const words = normaliseRuns(runs);
  let line = '';
  words.forEach((run, index) => {
    const text = escapeMarkdown(run.text);
    const after = words[index + 1]?.marks.length === 0 ? escapeMarkdown(words[index + 1]?.text ?? '') : '';
    const isBetweenPlain = (words[index - 1]?.marks.length ?? 0) === 0 && (words[index + 1]?.marks.length ?? 0) === 0;
    line += isBetweenPlain && takesStars(line, text, after) ? starred(text, run.marks) : tagged(text, run.marks);
  });
  return line;
}

function takesStars(before: string, text: string, after: string): boolean {
  const opens = delimiter('*', 1, characterBefore(before, before.length), characterAt(text, 0));
  const closes = delimiter('*', 1, characterBefore(text, text.length), characterAt(after, 0));
  // A delimiter that could do both might pair with another one than its own.
  return opens.canOpen && !opens.canClose && closes.canClose && !closes.canOpen;
}

function starred(text: string, marks: readonly Mark[]): string {
  const stars = (marks.includes('bold') ? '**' : '') + (marks.includes('italic') ? '*' : '');
  const inner = `${stars}${text}${stars}`;
  return marks.includes('underline') ? `<u>${inner}</u>` : inner;
}

function tagged(text: string, marks: readonly Mark[]): string {
  return marks.reduceRight((inner, mark) => `<${tags[mark]}>${inner}</${tags[mark]}>`, text);
}
