import type { CompiledOption, CompiledSegment, Compilation } from '@chapeau/redline';
import { plainText, type Run } from '@chapeau/text';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Runs } from './Runs.tsx';
import { trimRuns } from './trimRuns.ts';

interface Props {
  readonly compilation: Compilation;
  /** Where the compilation begins in the paragraph's plain text. */
  readonly at?: number;
  readonly opening?: number;
}

/** The bracketed text: disputed words in square brackets, each reading with the names of those who propose it. */
export function Compiled({ compilation, at = 0, opening = 0 }: Props) {
  const parts: ReactNode[] = [];
  let from = at;
  compilation.forEach((segment, index) => {
    parts.push(<Segment key={index} segment={segment} at={from} opening={Math.max(0, opening - (from - at))} />);
    from +=
      segment.type === 'text' ? plainText(segment).length : segment.base === null ? 0 : plainText(segment.base).length;
  });
  return parts;
}

interface SegmentProps {
  readonly segment: CompiledSegment;
  readonly at: number;
  readonly opening: number;
}

function Segment({ segment, at, opening }: SegmentProps) {
  if (segment.type === 'text') return <Runs runs={segment.runs} at={at} opening={opening} />;
  return <Choice segment={segment} at={at} />;
}

interface ChoiceProps {
  readonly segment: Extract<CompiledSegment, { type: 'choice' }>;
  readonly at: number;
}

function Choice({ segment: { base, options }, at }: ChoiceProps) {
  const { t } = useTranslation();
  const deletion = options.find(({ runs }) => runs.length === 0);
  const others = options.filter((option) => option !== deletion);
  const sides = [...(base === null ? [] : [base.runs]), ...others.map(({ runs }) => runs)].map(trimRuns);
  const brackets: ReactNode[] = [];
  if (base !== null) {
    const head = plainText(base).length - plainText(base).trimStart().length;
    brackets.push(
      <span
        key="base"
        className={deletion === undefined ? 'bracketed' : 'bracketed to-delete'}
        data-amendment={deletion?.proposals[0]}
      >
        [
        {base.within === null ? (
          <Runs runs={trimRuns(base.runs).runs} at={at + head} />
        ) : (
          <Compiled compilation={base.within} at={at} />
        )}
        {deletion !== undefined && <By option={deletion} says={t('text.delete')} />}]
      </span>,
    );
  }
  for (const option of others) {
    const onlyLooks = base !== null && plainText(base) === plainText(option);
    brackets.push(
      <span key={option.proposals.join()} className="bracketed proposed" data-amendment={option.proposals[0]}>
        [<Words runs={trimRuns(option.runs).runs} />
        <By option={option} says={onlyLooks ? t('text.format') : ''} />]
      </span>,
    );
  }
  return (
    <>
      {sides.some(({ head }) => head) && ' '}
      {brackets.map((bracket, index) => (
        <Fragment key={index}>
          {index > 0 && ' '}
          {bracket}
        </Fragment>
      ))}
      {sides.some(({ tail }) => tail) && ' '}
    </>
  );
}

function Words({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <span className="proposed-words">
      <Runs runs={runs} />
    </span>
  );
}

/** Names in small capitals, behind a dash, as compilations have them. */
function By({ option, says }: { readonly option: CompiledOption; readonly says: string }) {
  return (
    <span className="by">
      {' – '}
      {option.names.join(', ')}
      {says !== '' && <i> {says}</i>}
    </span>
  );
}
