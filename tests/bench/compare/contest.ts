import { present } from '@chapeau/base';
import { chapeau, checkParts, peers } from '../support/differs.ts';
import { figureCells, meanFigures, readingFigures } from '../support/readingFigures.ts';
import { processorClock, ratio, row, takeTurns, type Turns } from '../support/timing.ts';

/** A paragraph as it was and as it is. */
export interface Pair {
  readonly before: string;
  readonly after: string;
}

/** A row of the table for us and for each peer: all of them compare all pairs, in turns. */
export async function contest(
  what: string,
  pairs: readonly Pair[],
  turns: Omit<Turns, 'clock'>,
): Promise<readonly string[]> {
  const entrants = [chapeau, ...peers].map(({ name, prepare }) => {
    const comparisons = pairs.map(({ before, after }) => {
      const comparison = prepare(before, after);
      checkParts(name, comparison.parts(), before, after);
      return comparison;
    });
    return { name, comparisons };
  });
  const times = await takeTurns(
    Object.fromEntries(
      entrants.map(({ name, comparisons }) => [
        name,
        () => {
          for (const { run } of comparisons) run();
        },
      ]),
    ),
    { ...turns, clock: processorClock },
  );
  const timeOf = (name: string) => present(times[name], name);
  return entrants.map(({ name, comparisons }) => {
    const figures = meanFigures(comparisons.map(({ parts }) => readingFigures(parts())));
    const each = ((1000 * timeOf(name)) / pairs.length).toFixed(0);
    const ours = name === chapeau.name ? '' : ratio(timeOf(chapeau.name), timeOf(name));
    return row(what, name, each, ours, ...figureCells(figures));
  });
}
