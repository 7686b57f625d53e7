import type { ShownRepair, SourcePlace } from './compilationWork.ts';

/** Places of the source that a person goes through one by one, and the id of the element from which they set out. */
export type Walk = { readonly title: string; readonly origin: string } & (
  | { readonly type: 'repairs'; readonly places: readonly ShownRepair[] }
  | { readonly type: 'places'; readonly places: readonly SourcePlace[] }
);

/** A walk, and at which of its places one is. */
export interface Standing {
  readonly walk: Walk;
  readonly at: number;
}

/** The words at an offset of the source, or before it where a bracket closes, without signs: by them a place is found in the text as it will stand. */
export function wordsAt(source: string, offset: number): string {
  if (/[\])}]/.test(source[offset] ?? '')) {
    const [line = ''] = source
      .slice(Math.max(0, offset - 120), offset)
      .split(/[\r\n]/)
      .slice(-1);
    const plain = line.replace(/[\s\p{P}]+$/u, '');
    return /[^[\]{}()*_\\]{2,60}$/u.exec(plain)?.[0].trimStart() ?? '';
  }
  const [line = ''] = source.slice(offset, offset + 120).split(/[\r\n]/);
  const plain = line.replace(/^[\s\p{P}]+/u, '');
  return /^[^[\]{}()*_\\]{2,60}/u.exec(plain)?.[0].trimEnd() ?? '';
}

/** The row in which an offset of the source is, of rows that begin at `starts`, in order; 0 before the first. */
export function rowAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}
