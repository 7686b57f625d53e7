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

/**
 * The words at an offset of the source, or before it where a bracket closes or none can be found behind, without signs: by them a place is
 * found in the text as it will stand.
 */
export function wordsAt(source: string, offset: number): string {
  const behind = /[\])}]/.test(source[offset] ?? '') ? '' : wordsBehind(source, offset);
  return behind.length >= leastWords ? behind : wordsBefore(source, offset) || behind;
}

/** Fewer characters are met everywhere. */
const leastWords = 4;

function wordsBehind(source: string, offset: number): string {
  const [line = ''] = source.slice(offset, offset + 120).split(/[\r\n]/);
  return /^[^[\]{}()*_\\]{2,60}/u.exec(line.replace(/^[\s\p{P}]+/u, ''))?.[0].trimEnd() ?? '';
}

function wordsBefore(source: string, offset: number): string {
  const [line = ''] = source
    .slice(Math.max(0, offset - 120), offset)
    .split(/[\r\n]/)
    .slice(-1);
  return /[^[\]{}()*_\\]{2,60}$/u.exec(line.replace(/[\s\p{P}]+$/u, ''))?.[0].trimStart() ?? '';
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
