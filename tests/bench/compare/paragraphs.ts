import { compare } from '@chapeau/redline';
import { wording } from '@chapeau/text';
import { SeededRandom } from '../../seededRandom.ts';
import { draftWords } from '../support/draftWords.ts';
import { edits } from '../support/edits.ts';
import { figureHeads } from '../support/readingFigures.ts';
import { head } from '../support/timing.ts';
import { contest, type Pair } from './contest.ts';

const length = 120;
const paragraphs = 40;

/** Paragraphs of 120 words with edits of each sort. */
export async function compareParagraphs(print: (line: string) => void): Promise<void> {
  const random = new SeededRandom(120);
  print(head(`${paragraphs} paragraphs of ${length} words`, '', 'µs each', 'ours to it', ...figureHeads));
  let told = 0;
  for (const [what, edit] of Object.entries(edits)) {
    const pairs = Array.from({ length: paragraphs }, (): Pair => {
      const before = draftWords(random, length);
      return { before, after: edit(random, before) };
    });
    for (const line of await contest(what, pairs, { turns: 31, warmUp: 10 })) print(line);
    if (what === 'moved clause') told = pairs.filter(tellsMove).length;
  }
  print(`\nOf the ${paragraphs} moved clauses Chapeau shows ${told} as moved; the others know no moves.\n`);
}

function tellsMove({ before, after }: Pair): boolean {
  return compare(wording('operative', 0, before), wording('operative', 0, after)).some(
    (segment) => segment.type === 'inserted' && segment.move !== undefined,
  );
}
