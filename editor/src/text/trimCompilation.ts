import type { Compilation } from '@chapeau/redline';
import { plainText, sliceRuns } from '@chapeau/text';

/** A compilation without the white space at its ends, which stands outside the brackets around it. `head` counts its UTF-16 code units at the beginning. */
export function trimCompilation(compilation: Compilation): { readonly trimmed: Compilation; readonly head: number } {
  const [first] = compilation;
  const text = first?.type === 'text' ? plainText(first) : '';
  const head = text.length - text.trimStart().length;
  const trimmed = compilation.map((segment, index) => {
    if (segment.type !== 'text') return segment;
    const words = plainText(segment);
    const from = index === 0 ? head : 0;
    const to = index === compilation.length - 1 ? words.trimEnd().length : words.length;
    return from === 0 && to === words.length ? segment : { ...segment, runs: sliceRuns(segment.runs, from, to) };
  });
  return { trimmed, head };
}
