import { compile, compiler, type Proposal, readCompilation } from '@chapeau/redline';
import { plainText, wording } from '@chapeau/text';
import { SeededRandom } from '../../seededRandom.ts';
import { amended, draftWords } from '../support/draftWords.ts';
import { processorClock, takeTurns } from '../support/timing.ts';
import { compileTable } from './compileTable.ts';
import { peerDiffs } from './peerDiffs.ts';

const delegations = 193;
const length = 120;

/** Each amendment changes one to four places. */
export async function compileParagraph(print: (line: string) => void): Promise<void> {
  const random = new SeededRandom(193);
  const text = draftWords(random, length);
  const texts = Array.from({ length: delegations }, () => amended(random, text));
  const base = wording('operative', 0, text);
  const proposals = texts.map(proposalOf);
  const kept = compiler(base);
  const latest = [...proposals];
  const newcomers = Array.from({ length: delegations }, (_, index) => proposalOf(amended(random, text), index));
  let changed = 0;
  const changeOne = () => {
    // One delegation has tabled another version; the others' are what they were.
    const at = changed % delegations;
    latest[at] = newcomers[changed] as Proposal;
    changed += 1;
    return latest;
  };
  const times = await takeTurns(
    {
      ours: () => check(compile(base, proposals), proposals),
      oneNew: () => kept.compile(changeOne()),
      readable: () => kept.arrange(changeOne()),
      ...peerDiffs(texts.map((other) => [text, other])),
    },
    { turns: 41, warmUp: 15, clock: processorClock },
  );
  const ours = {
    'compiled into one bracketed text': times.ours,
    'compiled again, one of them new': times.oneNew,
    'the same, made readable with whole paragraphs beside it': times.readable,
  };
  for (const line of compileTable(`${delegations} amendments of ${length} words`, ours, times)) print(line);
}

function proposalOf(text: string, index: number): Proposal {
  return { id: `a-${index}`, names: [`D${index}`], wording: wording('operative', 0, text) };
}

/** A compilation that reads wrongly would be no achievement. One reading costs next to nothing beside the rest. */
function check(compilation: ReturnType<typeof compile>, proposals: readonly Proposal[]): void {
  const read = plainText({ runs: readCompilation(compilation, 'a-7') });
  if (read !== plainText(proposals[7]?.wording ?? { runs: [] }))
    throw new Error('the compilation does not say what was proposed');
}
