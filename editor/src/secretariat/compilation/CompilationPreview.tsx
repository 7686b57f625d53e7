import '../../text/text.css';
import '../../text/compilation.css';
import { type IntroduceCompilation, numberingOf } from '@chapeau/procedure';
import { labelsOnEntry } from '@chapeau/text';
import { useDeferredValue, useMemo, useState } from 'react';
import { useConference } from '../../conference/useConference.ts';
import { ProposedParagraph } from '../../text/ProposedParagraph.tsx';
import { telling } from './PreviewParagraph.tsx';
import { PreviewStretch } from './PreviewStretch.tsx';
import { heldOn, previewRows, type PreviewRow, sponsorsOf } from './previewRows.ts';
import type { OnCorrect } from './RowShape.tsx';
import { useCompilationWords } from './useCompilationWords.ts';

interface Props {
  readonly act: IntroduceCompilation;
  /** The row that is being looked at, and words in it to be marked. */
  readonly here: { readonly row: number; readonly words: string } | null;
  readonly onCorrect: OnCorrect;
}

/** So many rows are laid out, skipped and compiled together. */
const stretchLength = 10;

/** A compilation as it will stand on the table, with names and positions, drawn as the text page draws it. */
export function CompilationPreview({ act, here, onCorrect }: Props) {
  const { t } = useCompilationWords();
  const { paragraphs, atHead } = act;
  const [rows, setRows] = useState<readonly PreviewRow[]>(() => previewRows(paragraphs, []));
  const [of, setOf] = useState(paragraphs);
  if (of !== paragraphs) {
    setOf(paragraphs);
    setRows(previewRows(paragraphs, rows));
  }
  const numbering = useConference(numberingOf);
  const labels = useMemo(() => labelsOnEntry(paragraphs, numbering), [paragraphs, numbering]);
  const stretches = useMemo(
    () =>
      Array.from({ length: Math.ceil(rows.length / stretchLength) }, (_, index) =>
        rows.slice(index * stretchLength, (index + 1) * stretchLength),
      ),
    [rows],
  );
  const shown = useDeferredValue(stretches.length, 1);
  return (
    <>
      <p className="small muted">{t('preview.explain')}</p>
      <article className="sheet shows-compilation compilation-sheet" aria-labelledby="compilation-preview">
        {atHead.map((one, index) =>
          one.paragraphs.map((paragraph, at) => (
            <ProposedParagraph
              key={`${index}/${at}`}
              paragraph={paragraph}
              names={sponsorsOf(one)}
              positions={heldOn(one.positions)}
              telling={telling}
            >
              {null}
            </ProposedParagraph>
          )),
        )}
        {stretches.slice(0, Math.max(1, shown)).map((stretch, index) => {
          const from = index * stretchLength;
          const isHere = here !== null && here.row >= from && here.row < from + stretch.length;
          return (
            <PreviewStretch
              // Its place is what a stretch is.
              key={index}
              rows={stretch}
              labels={labels}
              from={from}
              here={isHere ? here : null}
              onCorrect={onCorrect}
            />
          );
        })}
      </article>
    </>
  );
}
