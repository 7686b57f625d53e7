import type { CompiledBase, CompiledOption, CompiledSegment, Compilation } from '@chapeau/redline';
import { plainText } from '@chapeau/text';
import { Fragment, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { By, type Telling } from './By.tsx';
import { type MoveDirections, moveDirections } from './moveDirections.ts';
import { MoveTag } from './MoveTag.tsx';
import { OptionWords } from './OptionWords.tsx';
import { Runs } from './Runs.tsx';
import { everything } from './shown.ts';
import { areEndings, type Choice as CompiledChoice } from './areEndings.ts';
import { trimCompilation } from './trimCompilation.ts';
import { trimRuns } from './trimRuns.ts';

interface Props {
  readonly compilation: Compilation;
  /** Names alone unless it is said otherwise. */
  readonly telling?: Telling;
  /** Where the compilation begins in the paragraph's plain text. */
  readonly at?: number;
  readonly opening?: number;
}

/**
 * The bracketed text: disputed words in square brackets, each reading with the names of those who propose it, and a sign where words go to
 * another place and where they come from one.
 */
export function Compiled(props: Props) {
  const directions = useMemo(() => moveDirections(props.compilation), [props.compilation]);
  return <Segments {...props} directions={directions} />;
}

interface SegmentsProps extends Props {
  readonly directions: MoveDirections;
}

function Segments({ compilation, telling = everything, at = 0, opening = 0, directions }: SegmentsProps) {
  const parts: ReactNode[] = [];
  let from = at;
  compilation.forEach((segment, index) => {
    parts.push(
      segment.type === 'text' ? (
        <Runs key={index} runs={segment.runs} at={from} opening={Math.max(0, opening - (from - at))} />
      ) : (
        <Choice
          key={index}
          choice={segment}
          before={compilation[index - 1]}
          at={from}
          telling={telling}
          directions={directions}
        />
      ),
    );
    from +=
      segment.type === 'text' ? plainText(segment).length : segment.base === null ? 0 : plainText(segment.base).length;
  });
  return parts;
}

interface PartProps {
  readonly at: number;
  readonly telling: Telling;
  readonly directions: MoveDirections;
}

interface ChoiceProps extends PartProps {
  readonly choice: CompiledChoice;
  /** What stands before it. */
  readonly before: CompiledSegment | undefined;
}

function Choice({ choice, before, at, telling, directions }: ChoiceProps) {
  const { base, options } = choice;
  const { t } = useTranslation();
  const deletion = options.find(({ runs }) => runs.length === 0);
  const others = options.filter((option) => option !== deletion);
  const sides = [...(base === null ? [] : [base.runs]), ...others.map(({ runs }) => runs)].map(trimRuns);
  const endings = areEndings(choice, before);
  if (base !== null && sides.every(({ runs }) => runs.length === 0) && base.runs.length > 0 && deletion === undefined) {
    // Blanks that only look different: nobody could see what is meant.
    return <Runs runs={base.runs} at={at} />;
  }
  const brackets: ReactNode[] = [];
  if (base !== null) {
    const head = plainText(base).length - plainText(base).trimStart().length;
    brackets.push(
      <span
        key="base"
        className={deletion === undefined ? 'bracketed' : 'bracketed to-delete'}
        title={deletion?.names.length === 0 ? t('text.deleteNameless') : undefined}
        data-amendment={deletion?.proposals[0]}
      >
        [
        {base.within === null ? (
          <Runs runs={trimRuns(base.runs).runs} at={at + head} />
        ) : (
          <Within compilation={base.within} at={at} telling={telling} directions={directions} />
        )}
        {deletion !== undefined && <Deleting deletion={deletion} telling={telling} />}
        {deletion !== undefined && <MovedAway option={deletion} base={base} directions={directions} />}]
      </span>,
    );
  }
  for (const option of others) {
    const onlyLooks = base !== null && plainText(base) === plainText(option);
    brackets.push(
      <span key={option.proposals.join()} className="bracketed proposed" data-amendment={option.proposals[0]}>
        [<OptionWords option={option} directions={directions} />
        <By {...option} says={onlyLooks ? t('text.format') : ''} telling={telling} />
        {base !== null && <MovedAway option={option} base={base} directions={directions} />}]
      </span>,
    );
  }
  return (
    <>
      {sides.some(({ head }) => head) && ' '}
      {brackets.map((bracket, index) => (
        <Fragment key={index}>
          {index > 0 && !endings && ' '}
          {bracket}
        </Fragment>
      ))}
      {sides.some(({ tail }) => tail) && ' '}
    </>
  );
}

interface DeletingProps {
  readonly deletion: CompiledOption;
  readonly telling: Telling;
}

/** Who would delete the words before. Where nobody is named, brackets alone say it, as they do in printed texts. */
function Deleting({ deletion, telling }: DeletingProps) {
  const { t } = useTranslation();
  const isNameless = deletion.names.length === 0;
  return (
    <>
      {isNameless && <span className="visually-hidden"> ({t('text.deleteNameless')})</span>}
      <By {...deletion} says={isNameless ? '' : t('text.delete')} telling={telling} />
    </>
  );
}

interface MovedAwayProps {
  readonly option: CompiledOption;
  readonly base: CompiledBase;
  readonly directions: MoveDirections;
}

/** Which of the words of the base a proposal puts elsewhere. Where that is in its own bracket, the sign at the words says it. */
function MovedAway({ option, base, directions }: MovedAwayProps) {
  return (option.moves ?? []).map((end) => {
    const direction = directions.get(end) ?? 'beside';
    if (end.type === 'here' || direction === 'beside') return null;
    return (
      <MoveTag
        key={`${end.move}/${end.at}`}
        end={end}
        direction={direction}
        words={plainText(base).slice(end.at, end.at + end.length)}
        byAll={end.proposals.length === option.proposals.length}
      />
    );
  });
}

/** What is disputed within brackets, close to them. */
function Within({ compilation, at, ...rest }: PartProps & { readonly compilation: Compilation }) {
  const { trimmed, head } = trimCompilation(compilation);
  return <Segments {...rest} compilation={trimmed} at={at + head} />;
}
