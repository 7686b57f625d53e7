import type { CompiledOption } from '@chapeau/redline';
import { plainText, sliceRuns } from '@chapeau/text';
import { MoveTag } from './MoveTag.tsx';
import type { MoveDirections } from './moveDirections.ts';
import { Runs } from './Runs.tsx';

interface Props {
  readonly option: CompiledOption;
  readonly directions: MoveDirections;
}

/** The words of a proposal at a place, without the white space at their ends; those that come from elsewhere bear a sign of it. */
export function OptionWords({ option, directions }: Props) {
  return (
    <span className="proposed-words">
      {stretchesOf(option).map(({ from, to, begun, moved }) => {
        const words = <Runs key={from} runs={sliceRuns(option.runs, from, to)} />;
        if (!moved) return words;
        return (
          <span key={from} className="moved">
            {begun.map((end) => (
              <MoveTag
                key={end.move}
                end={end}
                direction={directions.get(end) ?? 'beside'}
                words={plainText(option).slice(end.at, end.at + end.length)}
                byAll={end.proposals.length === option.proposals.length}
              />
            ))}
            {words}
          </span>
        );
      })}
    </span>
  );
}

/** An option's words cut where moved ones begin and end, with the ends of moves that begin there. */
function stretchesOf(option: CompiledOption) {
  const text = plainText(option);
  const [head, tail] = [text.length - text.trimStart().length, text.trimEnd().length];
  const ends = (option.moves ?? [])
    .filter(({ type }) => type === 'here')
    .map((end) => ({ end, from: Math.max(head, end.at), to: Math.min(tail, end.at + end.length) }));
  const cuts = [...new Set([head, ...ends.flatMap(({ from, to }) => [from, to]), tail])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => ({
    from,
    to: cuts[index + 1] ?? tail,
    begun: ends.filter((one) => one.from === from).map(({ end }) => end),
    moved: ends.some((one) => one.from <= from && from < one.to),
  }));
}
