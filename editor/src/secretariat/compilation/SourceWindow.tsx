import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react';
import type { SourcePlace } from './compilationWork.ts';
import { markedWords } from './markedWords.ts';
import { useCompilationWords } from './useCompilationWords.ts';

interface Props {
  readonly source: string;
  readonly place: SourcePlace;
}

/** So many lines are shown before and behind the place. */
const around = 25;

/** The text as it was pasted around a place, the place marked and in the middle. */
export function SourceWindow({ source, place }: Props) {
  const { t } = useCompilationWords();
  const box = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLElement>(null);
  const lines = useMemo(() => source.split(/\r\n|[\r\n]/), [source]);
  const first = Math.max(1, place.line - around);
  useLayoutEffect(() => {
    if (box.current === null || mark.current === null) return;
    const middle = mark.current.offsetTop + mark.current.offsetHeight / 2;
    box.current.scrollTop = middle - box.current.clientHeight / 2;
  }, [place, lines]);
  return (
    <div
      ref={box}
      className="source-window"
      role="region"
      aria-label={t('place.source')}
      // A box that scrolls is reached by keys.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {lines.slice(first - 1, place.line + around).map((line, index) => (
        <div key={first + index} className="source-line">
          <span className="source-number" aria-hidden="true">
            {first + index}
          </span>
          {first + index === place.line ? (
            <Marked line={line} at={place.column - 1} mark={mark} />
          ) : (
            <span>{line}</span>
          )}
        </div>
      ))}
    </div>
  );
}

interface MarkedProps {
  readonly line: string;
  readonly at: number;
  readonly mark: RefObject<HTMLElement | null>;
}

/** A line in which the bracket, sign or word at an offset is marked. */
function Marked({ line, at, mark }: MarkedProps) {
  const word = markedWords(line.slice(at));
  return (
    <span>
      {line.slice(0, at)}
      <mark ref={mark}>{word}</mark>
      {line.slice(at + word.length)}
    </span>
  );
}
