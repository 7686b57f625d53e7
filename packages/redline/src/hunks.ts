import { assert, present } from '@chapeau/base';
import { normaliseRuns, plainText, type Run, type Wording } from '@chapeau/text';
import { differenceFrom } from './difference.ts';
import { madeChanges } from './madeChanges.ts';
import type { Shape } from './rebase.ts';
import { type WordChange, wordChanges } from './wordChanges.ts';
import { runsKey, runsOf, type Words, wordsOf } from './words.ts';

/**
 * One change of an amendment that can be accepted by itself. `id` is the same whenever the same wordings are compared, and tells which
 * characters differ in both, so that whoever names it means exactly these words. Machines that cut the words of a text without spaces
 * differently mostly name a change alike all the same.
 */
export type Hunk =
  /** `length` UTF-16 code units of the base's plain text from `at` become `after`; equal words mean that only formatting changes. */
  | {
      readonly type: 'words';
      readonly id: string;
      readonly at: number;
      readonly length: number;
      readonly before: readonly Run[];
      readonly after: readonly Run[];
    }
  /** What the paragraph is: its kind and level, which change together. */
  | { readonly type: 'shape'; readonly id: 'shape'; readonly before: Shape; readonly after: Shape };

/**
 * The changes that lead from `base` to `ours`, in the order of the text, a change of what the paragraph is before all others. `earlier`
 * are wordings that the paragraph had before, the latest first. Where the base is one of them with some of the changes accepted that led
 * from there to `ours`, the hunks are those that are left of these: what is accepted in part is not parted anew.
 */
export function hunksOf(base: Wording, ours: Wording, earlier: readonly Wording[] = []): readonly Hunk[] {
  const hunks: Hunk[] = [];
  if (base.kind !== ours.kind || base.level !== ours.level)
    hunks.push({ type: 'shape', id: 'shape', before: shapeOf(base), after: shapeOf(ours) });
  const { words, changes, made } = wayFrom(base, ours, earlier);
  let [at, newAt, word] = [0, 0, 0];
  changes.forEach(({ from, to, replacement }, index) => {
    const kept = lengthOf(words.texts, word, from);
    const newLength = lengthOf(replacement.texts);
    const length = made[index] === true ? newLength : lengthOf(words.texts, from, to);
    [at, newAt, word] = [at + kept, newAt + kept, to];
    if (made[index] !== true) {
      const [before, after] = [runsOf(words, from, to), runsOf(replacement)];
      hunks.push({ type: 'words', id: idOf(before, after, at, newAt), at, length, before, after });
    }
    [at, newAt] = [at + length, newAt + newLength];
  });
  return hunks;
}

/** The changes that lead from some wording to another, and which of them were made already. */
interface Way {
  readonly words: Words;
  readonly changes: readonly WordChange[];
  readonly made: readonly boolean[];
}

/** The way to `ours` from the earliest wording on whose way the base lies. */
function wayFrom(base: Wording, ours: Wording, earlier: readonly Wording[]): Way {
  let way: Way | null = null;
  for (const wording of [base, ...earlier]) {
    const words = wordsOf(wording.runs);
    const changes = wordChanges(words, differenceFrom(words, ours.runs, 'reading'));
    const made = madeChanges(words, changes, base.runs);
    if (made === null) break;
    way = { words, changes, made };
  }
  return present(way, 'a way from the base, of which no change was made');
}

/**
 * The base with some of its hunks accepted; with all of them it is the amendment's wording, with none itself. Their order does not
 * matter. Throws where a hunk is not of this base, or is named twice.
 */
export function applyHunks(base: Wording, hunks: readonly Hunk[]): Wording {
  let { kind, level } = base;
  const old = cutter(base.runs);
  const runs: Run[] = [];
  for (const hunk of hunks.toSorted((a, b) => startOf(a) - startOf(b))) {
    if (hunk.type === 'shape') ({ kind, level } = hunk.after);
    else {
      runs.push(...old.upTo(hunk.at));
      const gone = old.upTo(hunk.at + hunk.length);
      assert(runsKey(normaliseRuns(gone)) === runsKey(hunk.before), `the hunk ${hunk.id} is of this base, once`);
      runs.push(...hunk.after);
    }
  }
  runs.push(...old.upTo(Number.POSITIVE_INFINITY));
  return { kind, level, runs: normaliseRuns(runs) };
}

/** The differing characters of a change, as ranges before and after; all of them where only their formatting differs. */
function idOf(before: readonly Run[], after: readonly Run[], at: number, newAt: number): string {
  const [old, fresh] = [plainText({ runs: before }), plainText({ runs: after })];
  const shorter = old === fresh ? 0 : Math.min(old.length, fresh.length);
  let head = 0;
  while (head < shorter && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  return `${at + head}-${at + old.length - tail}:${newAt + head}-${newAt + fresh.length - tail}`;
}

function shapeOf({ kind, level }: Wording): Shape {
  return { kind, level };
}

function lengthOf(texts: readonly string[], from = 0, to = texts.length): number {
  let length = 0;
  for (let at = from; at < to; at += 1) length += (texts[at] as string).length;
  return length;
}

/** Before the words: the shape; at one point: what is put in before what is replaced. */
function startOf(hunk: Hunk): number {
  return hunk.type === 'shape' ? -1 : hunk.at + (hunk.length > 0 ? 0.5 : 0);
}

interface Cutter {
  /** The runs from where the last cut was up to this offset; throws when that lies behind. */
  upTo(offset: number): readonly Run[];
}

function cutter(runs: readonly Run[]): Cutter {
  const normal = normaliseRuns(runs);
  const end = plainText({ runs: normal }).length;
  let [index, used, at] = [0, 0, 0];
  return {
    upTo(offset) {
      const to = Math.min(offset, end);
      assert(at <= to, 'hunks of one base do not overlap');
      const taken: Run[] = [];
      while (at < to) {
        const run = normal[index] as Run;
        const length = Math.min(run.text.length - used, to - at);
        taken.push({ text: run.text.slice(used, used + length), marks: run.marks });
        [at, used] = [at + length, used + length];
        if (used === run.text.length) [index, used] = [index + 1, 0];
      }
      return taken;
    },
  };
}
