import { memo, useLayoutEffect, useRef } from 'react';
import { AlternativeWordings } from '../../text/AlternativeWordings.tsx';
import { By } from '../../text/By.tsx';
import { Compiled } from '../../text/Compiled.tsx';
import { openingLength } from '../../text/opening.ts';
import { ProposedParagraph } from '../../text/ProposedParagraph.tsx';
import { Runs } from '../../text/Runs.tsx';
import { bringToCentre } from '../draft/bringToCentre.ts';
import { markWords, unmarkWords } from './markWords.ts';
import { arrangementOf, heldOn, type PreviewRow, sponsorsOf } from './previewRows.ts';
import { type OnCorrect, RowShape } from './RowShape.tsx';
import { useCompilationWords } from './useCompilationWords.ts';

interface Props {
  readonly row: PreviewRow;
  readonly label: string;
  readonly index: number;
  /** Whether it is near the screen; until then its words are shown plain. */
  readonly near: boolean;
  /** Set on the row that is being looked at, with words to be marked. */
  readonly marked: { readonly words: string } | null;
  readonly onCorrect: OnCorrect;
}

export const telling = { names: true, positions: true } as const;

/** One paragraph as it will stand, and beneath it what stands beside and behind it. */
export const PreviewParagraph = memo(function PreviewParagraph({ row, label, index, near, marked, onCorrect }: Props) {
  const { t } = useCompilationWords();
  const element = useRef<HTMLDivElement>(null);
  const { paragraph, proposed } = row;
  const { kind, level, runs, status, positions } = paragraph;
  useLayoutEffect(() => {
    if (marked === null || element.current === null) return;
    const place = markWords(element.current, marked.words)?.startContainer.parentElement;
    const stop = bringToCentre(place ?? element.current);
    return () => {
      stop();
      unmarkWords();
    };
  }, [marked, near, row]);
  const opening = openingLength(kind, level, runs);
  const arrangement = near ? arrangementOf(row) : null;
  return (
    <div
      ref={element}
      className="preview-paragraph"
      data-row={index}
      aria-current={marked === null ? undefined : 'location'}
    >
      <div className={`par kind-${kind} level-${level}`}>
        <div className="par-label">{label}</div>
        <div className="par-body">
          {arrangement === null ? (
            <Runs runs={runs} opening={opening} />
          ) : (
            <Compiled compilation={arrangement.inline} telling={telling} opening={opening} />
          )}
          <By names={[]} positions={heldOn(positions)} telling={telling} />
        </div>
        <div className="par-status">
          {status !== 'open' && (
            <span className={`chip tone-${status === 'agreed' ? 'agreed' : 'ad-ref'}`}>{t(`preview.${status}`)}</span>
          )}
          {near && <RowShape index={index} kind={kind} level={level} onCorrect={onCorrect} />}
        </div>
      </div>
      {arrangement !== null && arrangement.alternatives.length > 0 && (
        <div className="alternatives" role="group" aria-label={t('preview.alternatives', { number: index + 1 })}>
          <AlternativeWordings
            paragraph={{ label, kind, level }}
            alternatives={arrangement.alternatives}
            telling={telling}
          />
        </div>
      )}
      {proposed.behind.map(({ proposal, paragraphs }, at) =>
        paragraphs.map((one, step) => (
          <ProposedParagraph
            key={`${at}/${step}`}
            paragraph={one}
            names={sponsorsOf(proposal)}
            positions={heldOn(proposal.positions)}
            telling={telling}
          >
            <span className="chip tone-amended">{t('preview.proposed')}</span>
          </ProposedParagraph>
        )),
      )}
    </div>
  );
});
