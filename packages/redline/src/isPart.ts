import { marks, type Run } from '@chapeau/text';
import { differenceFrom } from './difference.ts';
import { wordChanges } from './wordChanges.ts';
import { runsOf, type Words } from './words.ts';

/**
 * Whether `part` is the base with some of the changes made that lead from it to `whole`, as `hunksOf` tells them; none and all count.
 * The changes are looked for in `part` as they stand in `whole`: comparing `part` with the base by itself could pair a word that stands
 * twice with the other one, and see changes that nobody made.
 */
export function isPart(base: Words, part: readonly Run[], whole: readonly Run[]): boolean {
  const text = looks(part);
  // Where in `part` the stretches read so far may end; a change may have been made or not, so there are several.
  let ends: ReadonlySet<number> = new Set([0]);
  let from = 0;
  const read = (...readings: readonly (readonly Run[])[]) => {
    const next = new Set<number>();
    for (const reading of readings.map(looks)) {
      for (const end of ends) if (text.startsWith(reading, end)) next.add(end + reading.length);
    }
    ends = next;
  };
  for (const change of wordChanges(base, differenceFrom(base, whole, 'reading'))) {
    read(runsOf(base, from, change.from));
    if (ends.size === 0) return false;
    read(runsOf(base, change.from, change.to), runsOf(change.replacement));
    from = change.to;
  }
  read(runsOf(base, from));
  return ends.has(text.length);
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
