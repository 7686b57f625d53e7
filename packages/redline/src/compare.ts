import { assertNever } from '@chapeau/base';
import { normaliseRuns, type Run, type Wording } from '@chapeau/text';
import { differenceFrom } from './difference.ts';
import { runsOf, type Words, wordsOf } from './words.ts';

/** A stretch of a redline, in runs of normal form. `reformatted` words are the same in another formatting: `runs` as they are, `was` as they were. */
export type RedlineSegment =
  | { readonly type: 'same' | 'inserted' | 'deleted'; readonly runs: readonly Run[] }
  | { readonly type: 'reformatted'; readonly runs: readonly Run[]; readonly was: readonly Run[] };

/** The way from one wording to another. At one place what was deleted stands before what was inserted. No segment is empty. */
export type Redline = readonly RedlineSegment[];

/**
 * The redline between two wordings of a paragraph, in whole words: changes that belong together stay together, and an
 * isolated space or article between two changes is part of them. {@link before} and {@link after} give both sides back exactly.
 */
export function compare(before: Pick<Wording, 'runs'>, after: Pick<Wording, 'runs'>): Redline {
  const a = wordsOf(before.runs);
  const { words: b, hunks } = differenceFrom(a, after.runs, 'reading');
  const redline: RedlineSegment[] = [];
  let from = 0;
  let newFrom = 0;
  for (const hunk of hunks) {
    pushKept(redline, a, b, { from, to: hunk.from, newFrom });
    if (hunk.from < hunk.to) redline.push({ type: 'deleted', runs: runsOf(a, hunk.from, hunk.to) });
    if (hunk.newFrom < hunk.newTo) redline.push({ type: 'inserted', runs: runsOf(b, hunk.newFrom, hunk.newTo) });
    from = hunk.to;
    newFrom = hunk.newTo;
  }
  pushKept(redline, a, b, { from, to: a.texts.length, newFrom });
  return redline;
}

/** The wording that a redline starts from. */
export function before(redline: Redline): readonly Run[] {
  return normaliseRuns(redline.flatMap(oldRuns));
}

/** The wording that a redline leads to. */
export function after(redline: Redline): readonly Run[] {
  return normaliseRuns(redline.flatMap((segment) => (segment.type === 'deleted' ? [] : segment.runs)));
}

function oldRuns(segment: RedlineSegment): readonly Run[] {
  switch (segment.type) {
    case 'same':
    case 'deleted':
      return segment.runs;
    case 'inserted':
      return [];
    case 'reformatted':
      return segment.was;
    default:
      return assertNever(segment);
  }
}

interface KeptWords {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
}

function pushKept(redline: RedlineSegment[], a: Words, b: Words, { from, to, newFrom }: KeptWords): void {
  const shift = newFrom - from;
  const looksSame = (at: number) => a.dresses[at] === b.dresses[at + shift];
  for (let start = from; start < to; ) {
    const same = looksSame(start);
    let end = start + 1;
    while (end < to && looksSame(end) === same) end += 1;
    const runs = runsOf(b, start + shift, end + shift);
    redline.push(same ? { type: 'same', runs } : { type: 'reformatted', runs, was: runsOf(a, start, end) });
    start = end;
  }
}
