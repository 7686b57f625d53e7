import { readCompilation as readBracketedDraft } from '@chapeau/formats/compilation';
import { compiler, type Proposal, readCompilation } from '@chapeau/redline';
import { type NotationReading, wordingOf, writeVerbatim } from '@chapeau/redline/brackets';
import { plainText, type Wording, wording } from '@chapeau/text';
import { negotiatingDraft } from '../support/negotiatingDraft.ts';
import { head, median, processorClock, row, takeTurns } from '../support/timing.ts';
import { compileTable } from './compileTable.ts';
import { peerDiffs } from './peerDiffs.ts';

/** A paragraph of the draft and all that its brackets propose. */
interface Negotiated {
  readonly base: Wording;
  readonly proposals: readonly Proposal[];
}

/** Reads a real draft of a thousand brackets, and compiles what it found again. */
export async function compileDraft(print: (line: string) => void): Promise<void> {
  const source = negotiatingDraft(print);
  if (source === null) return;
  const read = () => readBracketedDraft(source, 'markdown');
  const reading = read();
  const paragraphs = negotiatedIn(reading);
  checkAll(paragraphs);
  const slowest = new Map<Negotiated, number[]>();
  const compileEach = () => {
    for (const paragraph of paragraphs) {
      const begun = processorClock();
      compiler(paragraph.base).compile(paragraph.proposals);
      const times = slowest.get(paragraph) ?? [];
      slowest.set(paragraph, [...times, processorClock() - begun]);
    }
  };
  const pairs = paragraphs.flatMap(({ base, proposals }) =>
    proposals.map(({ wording }) => [plainText(base), plainText(wording ?? { runs: [] })] as const),
  );
  const times = await takeTurns(
    {
      read,
      write: () => writeVerbatim(reading.tokens),
      compile: compileEach,
      arrange: () => {
        for (const { base, proposals } of paragraphs) compiler(base).arrange(proposals);
      },
      ...peerDiffs(pairs),
    },
    { turns: 11, warmUp: 3, clock: processorClock },
  );
  const { brackets, nesting } = reading.counts;
  print(
    `A real draft: ${reading.paragraphs.length} paragraphs, ${brackets} brackets up to ${nesting} deep; ` +
      `${paragraphs.length} of them negotiated, ${pairs.length} amendments.\n`,
  );
  const ours = { 'compiled, paragraph by paragraph': times.compile, 'the same, made readable': times.arrange };
  for (const line of compileTable('all amendments of a real draft', ours, times)) print(line);
  print('');
  print(head('beside that', 'ms'));
  print(row('the draft read, labels, brackets, options and names', times.read.toFixed(1)));
  print(row('written back to the byte', times.write.toFixed(1)));
  const [worst, its] = slowestOf(slowest);
  const size = plainText(worst.base).split(' ').length;
  print(row(`the slowest paragraph: ${size} words, ${worst.proposals.length} amendments`, its.toFixed(2)));
}

function negotiatedIn(reading: NotationReading): readonly Negotiated[] {
  return reading.paragraphs.flatMap(({ proposals }, index) => {
    if (proposals.length === 0) return [];
    const base = wordingOf(reading, index, null) ?? wording('operative', 0, '');
    return [
      {
        base,
        proposals: proposals.map((proposal, at) => ({
          id: `a-${at}`,
          names: [`D${at}`],
          wording: wordingOf(reading, index, proposal),
        })),
      },
    ];
  });
}

/** Each compilation says what was proposed, to the character. */
function checkAll(paragraphs: readonly Negotiated[]): void {
  for (const { base, proposals } of paragraphs) {
    const compilation = compiler(base).compile(proposals);
    for (const { id, wording } of proposals) {
      const said = plainText({ runs: readCompilation(compilation, id) });
      if (said !== plainText(wording ?? { runs: [] })) throw new Error(`${said} is not what was proposed`);
    }
  }
}

function slowestOf(times: ReadonlyMap<Negotiated, readonly number[]>): readonly [Negotiated, number] {
  const medians = [...times].map(([paragraph, taken]) => [paragraph, median(taken)] as const);
  return medians.reduce((worst, one) => (one[1] > worst[1] ? one : worst));
}
