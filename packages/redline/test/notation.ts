import { type Mark, plainText, type Run, type Wording, wording } from '@chapeau/text';
import type { Redline } from '../src/index.ts';

const signs: Readonly<Record<string, Mark>> = { '*': 'bold', _: 'italic', '~': 'underline' };

/** An operative paragraph from words in which `_italic_`, `*bold*` and `~underlined~` switch formatting on and off. */
export function p(text: string): Wording {
  const on = new Set<Mark>();
  const runs: Run[] = [];
  for (const part of text.split(/([*_~])/)) {
    const mark = signs[part];
    if (mark === undefined) runs.push({ text: part, marks: [...on].sort() });
    else if (!on.delete(mark)) on.add(mark);
  }
  return wording('operative', 0, runs);
}

/** Runs in the notation that {@link p} reads. */
export function shown(runs: readonly Run[]): string {
  return runs
    .map(({ text, marks }) => {
      const open = Object.keys(signs).filter((sign) => marks.some((mark) => mark === signs[sign]));
      return `${open.join('')}${text}${open.reverse().join('')}`;
    })
    .join('');
}

/** A redline as a line: `[-deleted-]`, `{+inserted+}`, `<reformatted>`; moved words `[1>gone]` and `{1>come}` with the number of their move. */
export function line(redline: Redline): string {
  return redline
    .map((segment) => {
      const text = plainText(segment);
      if (segment.type === 'same') return text;
      if (segment.type !== 'reformatted' && segment.move !== undefined)
        return segment.type === 'deleted' ? `[${segment.move}>${text}]` : `{${segment.move}>${text}}`;
      if (segment.type === 'deleted') return `[-${text}-]`;
      return segment.type === 'inserted' ? `{+${text}+}` : `<${shown(segment.runs)}>`;
    })
    .join('');
}
