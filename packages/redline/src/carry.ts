import { assert, assertNever } from '@chapeau/base';
import { plainText } from '@chapeau/text';
import type { Redline, RedlineSegment } from './compare.ts';

/** A value that `length` UTF-16 code units of a paragraph's plain text share, such as the delegation that wrote them. */
export interface Span<T> {
  readonly length: number;
  readonly value: T;
}

/**
 * The spans of a paragraph after a change: kept, reformatted and moved words keep their value, inserted words get `inserted`.
 * Neighbours of equal value (`===`) are joined; none is empty; the lengths add up to the new plain text.
 * Throws when `before` does not measure the redline's old side.
 */
export function carrySpans<T>(before: readonly Span<T>[], redline: Redline, inserted: T): readonly Span<T>[] {
  const carried: Span<T>[] = [];
  const old = taken(before, redline);
  for (const segment of redline) {
    switch (segment.type) {
      case 'same':
      case 'reformatted':
        for (const span of old.kept.get(segment) ?? []) append(carried, span);
        break;
      case 'deleted':
        break;
      case 'inserted': {
        const moved = segment.move === undefined ? undefined : old.moved.get(segment.move);
        for (const span of moved ?? [{ length: plainText(segment).length, value: inserted }]) append(carried, span);
        break;
      }
      default:
        assertNever(segment);
    }
  }
  return carried;
}

/** The old spans of kept words by segment, and of moved words by the number of their move. */
interface Taken<T> {
  readonly kept: ReadonlyMap<RedlineSegment, readonly Span<T>[]>;
  readonly moved: ReadonlyMap<number, readonly Span<T>[]>;
}

function taken<T>(before: readonly Span<T>[], redline: Redline): Taken<T> {
  const kept = new Map<RedlineSegment, readonly Span<T>[]>();
  const moved = new Map<number, readonly Span<T>[]>();
  const old = reader(before);
  for (const segment of redline) {
    if (segment.type === 'inserted') continue;
    const spans = old.take(plainText(segment).length);
    if (segment.type !== 'deleted') kept.set(segment, spans);
    else if (segment.move !== undefined) moved.set(segment.move, spans);
  }
  assert(old.atEnd(), 'the spans are longer than the words they belong to');
  return { kept, moved };
}

interface Reader<T> {
  take(length: number): readonly Span<T>[];
  atEnd(): boolean;
}

function reader<T>(spans: readonly Span<T>[]): Reader<T> {
  let index = 0;
  let used = 0;
  const take = (length: number): readonly Span<T>[] => {
    const taken: Span<T>[] = [];
    for (let rest = length; rest > 0; ) {
      const span = spans[index];
      assert(span !== undefined, 'the spans are shorter than the words they belong to');
      const part = Math.min(rest, span.length - used);
      taken.push({ length: part, value: span.value });
      rest -= part;
      used += part;
      if (used >= span.length) {
        index += 1;
        used = 0;
      }
    }
    return taken;
  };
  return { take, atEnd: () => spans.slice(index).every(({ length }) => length === 0) };
}

function append<T>(spans: Span<T>[], span: Span<T>): void {
  if (span.length === 0) return;
  const last = spans.at(-1);
  if (last !== undefined && last.value === span.value) {
    spans[spans.length - 1] = { length: last.length + span.length, value: span.value };
  } else spans.push(span);
}
