import { assertNever } from '@chapeau/base';
import type { DocumentState } from '@chapeau/procedure';
import { useContext, useState } from 'react';
import { conferencePath, Link } from '../../app/router.ts';
import { DocumentContext, useConference, useSeat } from '../../conference/useConference.ts';
import { AfterCompilation } from '../compilation/AfterCompilation.tsx';
import { keptCompilation, noCompilation } from '../compilation/keptCompilation.ts';
import { useWords } from '../useWords.ts';
import { CreateDocument } from './CreateDocument.tsx';
import { rowsOfDocument } from './draftRow.ts';
import { EntryDesk } from './EntryDesk.tsx';
import { keepDraft, keptDraft, noWork } from './keptDraft.ts';
import { Leftover } from './Leftover.tsx';
import { NumbersSection } from './NumbersSection.tsx';

/** The documents of the conference, and how a zero draft enters the one that is shown. */
export function DocumentSection() {
  const { t } = useWords();
  const id = useContext(DocumentContext);
  const document = useConference((state) => (id === null ? null : (state.documents.get(id) ?? null)));
  return (
    <section className="stack" aria-labelledby="document-title">
      <h2 id="document-title" className="desk-title">
        {document === null ? t('document.first') : t('section.document')}
      </h2>
      {document === null ? (
        <CreateDocument />
      ) : (
        <>
          <ZeroDraft key={document.id} document={document} />
          <details className="desk-card">
            <summary>{t('document.another')}</summary>
            <CreateDocument />
          </details>
        </>
      )}
    </section>
  );
}

function ZeroDraft({ document }: { readonly document: DocumentState }) {
  const { stage, drafting } = document;
  switch (stage) {
    case 'empty':
      return <OpenDraft document={document} />;
    case 'drafting':
      return drafting === null ? <OpenDraft document={document} /> : <ClosedDraft document={document} />;
    case 'negotiation':
    case 'adoption':
    case 'adopted':
      return <ClosedDraft document={document} />;
    default:
      return assertNever(stage);
  }
}

/** A document whose draft can enter, or be exchanged for another. */
function OpenDraft({ document }: { readonly document: DocumentState }) {
  const conference = useConference((state) => state.id);
  const [isOpen, setOpen] = useState(
    () => keptDraft(conference, document.id) !== noWork || keptCompilation(conference, document.id) !== noCompilation,
  );
  const isEmpty = document.stage === 'empty';
  if (isOpen || isEmpty) {
    const close = () => setOpen(false);
    return <EntryDesk document={document} mayClose={!isEmpty} onClose={close} />;
  }
  return <EnteredDraft document={document} onExchange={() => setOpen(true)} />;
}

interface EnteredProps {
  readonly document: DocumentState;
  readonly onExchange: () => void;
}

function EnteredDraft({ document, onExchange }: EnteredProps) {
  const { t } = useWords();
  const conference = useConference((state) => state.id);
  const { seat } = useSeat();
  const several = useConference((state) => state.documents.size > 1);
  const correctIt = () => {
    const reading = { rows: rowsOfDocument(document), repairs: [] };
    keepDraft(conference, document.id, { ...noWork, reading });
    onExchange();
  };
  return (
    <div className="stack">
      <div className="notice good" role="status">
        <p>
          <strong>{t('document.entered', { count: document.order.length })}</strong> {t('document.enteredNext')}
        </p>
      </div>
      <p>{t('document.replaceExplain')}</p>
      <div className="buttons">
        <Link
          className="button primary"
          href={conferencePath({ conference, as: seat, document: several ? document.id : null })}
        >
          {t('document.read')}
        </Link>
        <button type="button" className="button" onClick={correctIt}>
          {t('document.correct')}
        </button>
        <button type="button" className="button" onClick={onExchange}>
          {t('document.replace')}
        </button>
      </div>
    </div>
  );
}

/** A draft that can no longer be exchanged, and what was being prepared when that happened. */
function ClosedDraft({ document }: { readonly document: DocumentState }) {
  const { t } = useWords();
  const conference = useConference((state) => state.id);
  const [kept, setKept] = useState(() => keptDraft(conference, document.id));
  return (
    <div className="stack">
      <AfterCompilation document={document} />
      <p className="notice">
        {document.stage === 'drafting'
          ? t('document.openForDrafting')
          : t('document.tabled', { stage: t(`translation:stage.${document.stage}`) })}
      </p>
      <NumbersSection document={document} />
      {kept.source !== '' && (
        <Leftover
          source={kept.source}
          fileName={kept.fileName ?? 'draft.txt'}
          onDiscard={() => {
            keepDraft(conference, document.id, noWork);
            setKept(noWork);
          }}
        />
      )}
    </div>
  );
}
