import type { Compilation, CompiledSegment } from '@chapeau/redline';
import { plainText, type Run, sliceRuns } from '@chapeau/text';

/**
 * A compilation without the white space at its ends, which stands outside the brackets around it, nor that at the end of brackets which
 * end with it. `head` counts the UTF-16 code units that are gone from the beginning.
 */
export function trimCompilation(compilation: Compilation): { readonly trimmed: Compilation; readonly head: number } {
  const [first] = compilation;
  const text = first?.type === 'text' ? plainText(first) : '';
  const head = text.length - text.trimStart().length;
  const trimmed = compilation.map((segment, index) => {
    const begun =
      index === 0 && segment.type === 'text'
        ? { ...segment, runs: sliceRuns(segment.runs, head, text.length) }
        : segment;
    return index === compilation.length - 1 ? withoutTail(begun) : begun;
  });
  return { trimmed, head };
}

function withoutTail(segment: CompiledSegment): CompiledSegment {
  if (segment.type === 'text') return { ...segment, runs: ended(segment.runs) };
  const { base, options } = segment;
  // White space alone stays: nothing in its place would be a deletion.
  const close = (runs: readonly Run[]) => (plainText({ runs }).trim() === '' ? runs : ended(runs));
  return {
    ...segment,
    base: base === null ? null : { ...base, runs: close(base.runs) },
    options: options.map((option) => ({ ...option, runs: close(option.runs) })),
  };
}

function ended(runs: readonly Run[]): readonly Run[] {
  return sliceRuns(runs, 0, plainText({ runs }).trimEnd().length);
}
