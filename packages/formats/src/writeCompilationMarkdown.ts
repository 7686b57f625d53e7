import { escapeLineStart, escapeMarkdown } from './escapeMarkdown.ts';
import { headingSigns, ListIndent } from './markdownShape.ts';
import type { CompilationLine } from './writeCompilationPlaces.ts';
import type { NotedRun } from './writeCompilationWords.ts';

/** The lines of a compilation in Markdown, each a paragraph; what stands beneath one is set aside as `{: … }`, which no reader takes for text. */
export function compilationMarkdown(lines: readonly CompilationLine[]): string {
  const indent = new ListIndent();
  const blocks = lines.flatMap((line) => {
    const space = indent.of(line);
    const within = indent.within();
    return [`${space}${lineOf(line)}`, ...line.asides.map((text) => `${within}${aside(text)}`)];
  });
  return blocks.map((block) => `${block}\n`).join('\n');
}

/** A line that is no part of the text, as the reader of a compilation takes it. */
export function aside(text: string): string {
  return `{: ${text.replace(/\s+/g, ' ').trim().replaceAll('}', '&#125;')} }`;
}

function lineOf(line: CompilationLine): string {
  const words = notedMarkdown(withoutLead(line.words));
  const [first] = line.words;
  // A sign of the notation begins a line as it is, so does a placeholder in its braces; behind a number nothing is taken for structure.
  const isBare = line.label === '' && first?.part === 'words' && !/^[\\{]/.test(first.text);
  const safe = isBare ? escapeLineStart(words) : words;
  return `${headingSigns(line)}${line.label === '' ? '' : `${line.label} `}${safe}`.trimEnd();
}

/** Short first words before others in italics or bold, also within brackets: what stands before their sign could be read as a number. */
function withoutLead(words: readonly NotedRun[]): readonly NotedRun[] {
  const at = words.findIndex(({ part }) => part !== 'sign');
  const [first, next] = [words[at], words[at + 1]];
  if (first?.part !== 'words' || next === undefined || first.marks.length > 0 || next.marks.length === 0) return words;
  if (first.text.length > longestLead || first.text.includes('\\')) return words;
  return words.with(at, { ...first, text: first.text.replace(/[().:]/g, '\\$&') });
}
const longestLead = 20;

/** Words between white space, escaped or not. */
const edges = /^((?:\\?\s)*)([^]*?)((?:\\?\s)*)$/;
/** An escape that was cut in two. */
const cutEscape = /(?<!\\)(?:\\\\)*\\$/;

/**
 * Bracketed text in Markdown. Formatting is switched on and off by `*` and `**` where words begin and end, never by tags: that is how a text
 * of brackets is read. Underline has no sign.
 */
export function notedMarkdown(words: readonly NotedRun[]): string {
  let line = '';
  let gap = '';
  let open = upright;
  for (const { text, part, marks } of words) {
    const [, before = '', inner = '', behind = ''] = edges.exec(text) ?? [];
    gap += before;
    if (inner !== '') {
      const isPlain = part !== 'words' || cutEscape.test(inner);
      const next = isPlain ? upright : { italic: marks.includes('italic'), bold: marks.includes('bold') };
      line += signs(open, next) + gap + signs(next, open) + escaped(inner);
      gap = '';
      open = next;
    }
    gap += behind;
  }
  return line + signs(open, upright) + gap;
}

interface Format {
  readonly italic: boolean;
  readonly bold: boolean;
}
const upright: Format = { italic: false, bold: false };

/** The signs of what is in the one formatting and not in the other. */
function signs(one: Format, other: Format): string {
  return (one.bold && !other.bold ? '**' : '') + (one.italic && !other.italic ? '*' : '');
}

/** A backslash of the notation escapes in Markdown too, and stays. */
function escaped(text: string): string {
  return text.replace(/\\[!-/:-@[-`{-~\p{Zs}\p{Pd}]|[^\\]+/gu, (part) =>
    part.startsWith('\\') ? part : escapeMarkdown(part),
  );
}
