import { marks, type Run } from '@chapeau/text';
import type { WordChange } from './wordChanges.ts';
import { runsOf, type Words } from './words.ts';

/**
 * Which of some changes of a base were made where `part` is the base with some of them made, none and all included; null where it is
 * something else. The changes are looked for in `part` as they are: comparing it with the base by itself could pair a word that stands
 * twice with the other one, and see changes that nobody made.
 */
export function madeChanges(
  base: Words,
  changes: readonly WordChange[],
  part: readonly Run[],
): readonly boolean[] | null {
  const text = looks(part);
  // For each change, where it may end, and whence. A change may have been made or not, so there are several.
  const steps: Map<number, Step>[] = [];
  let ends: readonly number[] = [0];
  let from = 0;
  for (const change of changes) {
    const kept = looks(runsOf(base, from, change.from));
    const starts = ends.filter((end) => text.startsWith(kept, end));
    const step = new Map<number, Step>();
    for (const isMade of [false, true]) {
      const words = looks(isMade ? runsOf(change.replacement) : runsOf(base, change.from, change.to));
      for (const start of starts) {
        const end = start + kept.length + words.length;
        if (!step.has(end) && text.startsWith(words, start + kept.length)) step.set(end, { start, isMade });
      }
    }
    if (step.size === 0) return null;
    steps.push(step);
    ends = [...step.keys()];
    from = change.to;
  }
  const rest = looks(runsOf(base, from));
  const last = text.length - rest.length;
  return ends.includes(last) && text.endsWith(rest) ? madeOnTheWayTo(last, steps) : null;
}

interface Step {
  readonly start: number;
  readonly isMade: boolean;
}

function madeOnTheWayTo(last: number, steps: readonly ReadonlyMap<number, Step>[]): readonly boolean[] {
  const made: boolean[] = [];
  let end = last;
  for (const step of steps.toReversed()) {
    const { start, isMade } = step.get(end) as Step;
    made.push(isMade);
    end = start;
  }
  return made.reverse();
}

/** A string of two code units for each of the text's, itself and how it is formatted, so that equal stretches look alike. */
function looks(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      const dress = String.fromCharCode(
        marks.reduce((sum, mark, bit) => sum + (run.marks.includes(mark) ? 1 << bit : 0), 0),
      );
      return run.text.replace(/[\s\S]/g, (character) => character + dress);
    })
    .join('');
}
