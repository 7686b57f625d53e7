import { compile, compiler, type Proposal, readCompilation, tokenise } from '@chapeau/redline';
import { wording } from '@chapeau/text';
import diffMatchPatch from 'diff-match-patch';
import { SeededRandom } from '../seededRandom.ts';
import { amended, draftWords } from './support/draftWords.ts';
import { head, ratio, row, takeTurns } from './support/timing.ts';

export const name = 'compile';
export const what = 'all amendments of 193 delegations to one paragraph in one bracketed text, beside diff-match-patch';

const delegations = 193;
const length = 120;

/** Each amendment changes one to four places. About ten seconds. */
export async function run(print: (line: string) => void): Promise<void> {
  const random = new SeededRandom(193);
  const text = draftWords(random, length);
  const texts = Array.from({ length: delegations }, () => amended(random, text));
  const base = wordingOf(text);
  const proposals = texts.map(proposalOf);
  const differ = new diffMatchPatch.diff_match_patch();
  // It gives up after a second and calls what is left one change; here it may take as long as it needs.
  differ.Diff_Timeout = 0;
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
      words: () => texts.map((other) => differ.diff_main(...asCharacters(text, other))),
      characters: () =>
        texts.map((other) => {
          const diff = differ.diff_main(text, other);
          differ.diff_cleanupSemantic(diff);
          return diff;
        }),
    },
    { turns: 41, warmUp: 15 },
  );
  print(
    head(`${delegations} amendments of ${length} words`, 'ms', 'ratio to diff-match-patch on words', 'on characters'),
  );
  const line = (what: string, time: number) =>
    print(row(what, time.toFixed(2), ratio(time, times.words), ratio(time, times.characters)));
  line('compiled into one bracketed text', times.ours);
  line('compiled again, one of them new', times.oneNew);
  line('the same, made readable with whole paragraphs beside it', times.readable);
  line('diff-match-patch on words cut beforehand, 193 two-way diffs', times.words);
  line('diff-match-patch on characters, made readable', times.characters);
}

function wordingOf(text: string) {
  return wording('operative', 0, [{ text, marks: [] }]);
}

function proposalOf(text: string, index: number): Proposal {
  return { id: `a-${index}`, names: [`D${index}`], wording: wordingOf(text) };
}

/** A compilation that reads wrongly would be no achievement. One reading costs next to nothing beside the rest. */
function check(compilation: ReturnType<typeof compile>, proposals: readonly Proposal[]): void {
  const read = readCompilation(compilation, 'a-7')
    .map(({ text }) => text)
    .join('');
  const wanted = proposals[7]?.wording?.runs.map(({ text }) => text).join('');
  if (read !== wanted) throw new Error('the compilation does not say what was proposed');
}

/** Two texts with one character for each word, as the authors of diff-match-patch advise. */
function asCharacters(one: string, other: string): [string, string] {
  const codes = new Map<string, string>();
  const coded = (text: string) =>
    tokensOf(text)
      .map((token) => {
        const code = codes.get(token) ?? String.fromCharCode(0x100 + codes.size);
        codes.set(token, code);
        return code;
      })
      .join('');
  return [coded(one), coded(other)];
}

const known = new Map<string, readonly string[]>();

// Cut once: the comparison is of diffs, not of ways to find words.
function tokensOf(text: string): readonly string[] {
  let tokens = known.get(text);
  if (tokens === undefined) {
    tokens = tokenise(text);
    known.set(text, tokens);
  }
  return tokens;
}
