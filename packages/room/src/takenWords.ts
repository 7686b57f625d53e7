import { present } from '@chapeau/base';
import type { UnitId } from './updateFrame.ts';
import { isWordBoundary } from './wordBoundary.ts';

/** Text that was deleted, and who typed each of its UTF-16 code units. Each may come back once. */
export interface TakenRun {
  readonly text: string;
  readonly authors: readonly number[];
  readonly isBack: boolean[];
  /** How many are not back. */
  away: number;
  readonly first: UnitId;
  readonly last: UnitId;
  readonly before: UnitId | null;
  readonly behind: UnitId | null;
}

/** Notes that a unit, which was away, is back; gives its author. */
export function bringBack(run: TakenRun, at: number): number {
  run.isBack[at] = true;
  run.away -= 1;
  return present(run.authors[at], 'author');
}

/** Where in a run text was found. */
export interface Found {
  readonly run: TakenRun;
  readonly at: number;
  readonly length: number;
}

/** Fewer code units of whole words are too common to say whose they were: below this nothing counts as moved to another place. */
export const leastMoved = 12;

/** Letters deleted one by one become one run until it is so long. */
const longestJoined = 1000;
/** So many places are kept, and looked at, for words that begin alike. */
const mostAlike = 16;

/** What one writer deleted: where words that the same writer puts down come from. */
export class TakenWords {
  /** UTF-16 code units. */
  size = 0;
  readonly #runs = new Set<TakenRun>();
  readonly #byFirst = new Map<string, TakenRun>();
  readonly #byLast = new Map<string, TakenRun>();
  /** Where words begin, by the first units from there on. */
  readonly #starts = new Map<string, { readonly run: TakenRun; readonly at: number }[]>();
  /** Not looked up since they came. */
  readonly #fresh = new Set<TakenRun>();

  get isEmpty(): boolean {
    return this.#runs.size === 0;
  }

  /** Remembers a run, as one with a run that stood right beside it. */
  add(taken: TakenRun): void {
    let run = taken;
    const behind = this.#byFirst.get(keyOf(run.behind));
    if (behind !== undefined) run = this.#join(run, behind, run);
    const before = this.#byLast.get(keyOf(run.before));
    if (before !== undefined) run = this.#join(before, run, run);
    this.#runs.add(run);
    this.#fresh.add(run);
    this.#byFirst.set(keyOf(run.first), run);
    this.#byLast.set(keyOf(run.last), run);
    this.size += run.text.length;
  }

  /** A run that begins or ends at one of these units. */
  beside(first: UnitId | null, last: UnitId | null): TakenRun | null {
    return this.#byFirst.get(keyOf(first)) ?? this.#byLast.get(keyOf(last)) ?? null;
  }

  /** The longest stretch of whole words that begins at `from` in `text`, ends at `to` at the latest, and was taken and is not back. */
  find(text: string, from: number, to: number): Found | null {
    if (to - from < leastMoved) return null;
    this.#index();
    let best: Found | null = null;
    for (const { run, at } of this.#starts.get(text.slice(from, from + leastMoved)) ?? []) {
      const length = lengthInCommon(run, at, text, from, to);
      if (length >= leastMoved && length > (best?.length ?? 0)) best = { run, at, length };
    }
    return best;
  }

  /** Forgets the run that came first. */
  forgetOldest(): void {
    for (const run of this.#runs) return this.forget(run);
  }

  forget(run: TakenRun): void {
    this.#runs.delete(run);
    this.size -= run.text.length;
    if (this.#byFirst.get(keyOf(run.first)) === run) this.#byFirst.delete(keyOf(run.first));
    if (this.#byLast.get(keyOf(run.last)) === run) this.#byLast.delete(keyOf(run.last));
    if (this.#fresh.delete(run)) return;
    for (const at of startsOf(run)) {
      const key = run.text.slice(at, at + leastMoved);
      const others = this.#starts.get(key)?.filter((start) => start.run !== run) ?? [];
      if (others.length > 0) this.#starts.set(key, others);
      else this.#starts.delete(key);
    }
  }

  #join(before: TakenRun, behind: TakenRun, added: TakenRun): TakenRun {
    const text = before.text + behind.text;
    if (text.length > longestJoined) return added;
    this.forget(added === before ? behind : before);
    return {
      text,
      authors: [...before.authors, ...behind.authors],
      isBack: [...before.isBack, ...behind.isBack],
      away: before.away + behind.away,
      ...{ first: before.first, before: before.before, last: behind.last, behind: behind.behind },
    };
  }

  #index(): void {
    for (const run of this.#fresh) {
      for (const at of startsOf(run)) {
        const key = run.text.slice(at, at + leastMoved);
        const known = this.#starts.get(key);
        if (known === undefined) this.#starts.set(key, [{ run, at }]);
        else if (known.push({ run, at }) > mostAlike) known.shift();
      }
    }
    this.#fresh.clear();
  }
}

function startsOf({ text }: TakenRun): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at + leastMoved <= text.length; at += 1) if (isWordBoundary(text, at)) starts.push(at);
  return starts;
}

function lengthInCommon(run: TakenRun, at: number, text: string, from: number, to: number): number {
  const most = Math.min(to - from, run.text.length - at);
  let length = 0;
  while (
    length < most &&
    !run.isBack[at + length] &&
    run.text.charCodeAt(at + length) === text.charCodeAt(from + length)
  )
    length += 1;
  while (length > 0 && !(isWordBoundary(run.text, at + length) && isWordBoundary(text, from + length))) length -= 1;
  return length;
}

function keyOf(unit: UnitId | null): string {
  return unit === null ? '' : `${unit.client} ${unit.clock}`;
}
