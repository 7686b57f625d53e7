import { type DocumentState, liveAmendments, type ParagraphState } from '@chapeau/procedure';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { conferencePath, Link } from '../../app/router.ts';
import { useConference, useSeat } from '../../conference/useConference.ts';
import { touchesAt } from '../../text/touches.ts';
import { Leftover } from '../draft/Leftover.tsx';
import { SummaryLines } from './CompilationSummary.tsx';
import { type EnteredCompilation, enteringHere, noteEntering, onEntering } from './enteredCompilation.ts';
import { keepCompilation, keptCompilation, noCompilation } from './keptCompilation.ts';
import { SaveLeftOut } from './LeftOutList.tsx';
import { useCompilationWords } from './useCompilationWords.ts';

/** Once a text is on the table: what the compilation brought that entered here, or what was still being prepared. */
export function AfterCompilation({ document }: { readonly document: DocumentState }) {
  const conference = useConference((state) => state.id);
  const entering = useSyncExternalStore(onEntering, () => enteringHere(conference, document.id));
  if (entering === null) return <LeftCompilation document={document} />;
  if (entering === 'sending') return null;
  const close = () => noteEntering(conference, document.id, null);
  return <Entered document={document} entered={entering} onClose={close} />;
}

interface EnteredProps {
  readonly document: DocumentState;
  readonly entered: EnteredCompilation;
  readonly onClose: () => void;
}

function Entered({ document, entered, onClose }: EnteredProps) {
  const { t } = useCompilationWords();
  const { seat } = useSeat();
  const conference = useConference((state) => state.id);
  const several = useConference((state) => state.documents.size > 1);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const { revision, sums, left } = entered;
  const open = firstOpen(document);
  const path = conferencePath({ conference, as: seat, document: several ? document.id : null });
  return (
    <section className="notice good stack tight" aria-labelledby="compilation-entered">
      <h3 id="compilation-entered" ref={head} tabIndex={-1}>
        {t('entered.title', { revision })}
      </h3>
      <SummaryLines sums={sums} />
      <p>{left.length === 0 ? t('left.none') : t('left.title', { count: left.length })}</p>
      <div className="buttons">
        <Link className="button primary" href={open === null ? path : `${path}#p-${open.id}`}>
          {open === null ? t('entered.read') : t('entered.go')}
        </Link>
        {left.length > 0 && <SaveLeftOut left={left} />}
        <button type="button" className="button small quiet" onClick={onClose}>
          {t('entered.close')}
        </button>
      </div>
    </section>
  );
}

/** The first paragraph of the text on which something is proposed; else the first that is not agreed. */
function firstOpen(document: DocumentState): ParagraphState | null {
  const open = document.order.flatMap((id) => {
    const paragraph = document.paragraphs.get(id);
    return paragraph?.status === 'open' ? [paragraph] : [];
  });
  const isProposed = liveAmendments(document).length > 0;
  return open.find(({ id }) => isProposed && touchesAt(document, id).length > 0) ?? open[0] ?? null;
}

/** A compilation that was being prepared when another text was tabled. */
function LeftCompilation({ document }: { readonly document: DocumentState }) {
  const conference = useConference((state) => state.id);
  const [kept, setKept] = useState(() => keptCompilation(conference, document.id));
  if (kept.source === '') return null;
  return (
    <Leftover
      source={kept.source}
      fileName={kept.fileName ?? 'compilation.txt'}
      onDiscard={() => {
        keepCompilation(conference, document.id, noCompilation);
        setKept(noCompilation);
      }}
    />
  );
}
