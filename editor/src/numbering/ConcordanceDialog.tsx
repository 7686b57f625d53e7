import type { DocumentState, Event } from '@chapeau/procedure';
import type { Failure, RecordEntry } from '@chapeau/protocol';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../app/Dialog.tsx';
import { Refusal } from '../app/Refusal.tsx';
import { Waiting } from '../app/Waiting.tsx';
import { readEntry } from '../conference/readEntry.ts';
import { useConference, useStore } from '../conference/useConference.ts';
import { dateLocale } from '../i18n/dateLocale.ts';
import { Concordance } from './Concordance.tsx';

interface Props {
  readonly document: DocumentState;
  /** The entry of the record that renumbered the text. */
  readonly seq: number;
  readonly onClose: () => void;
}

/** What a renumbering did, as the record has it, for everybody to read. */
export function ConcordanceDialog({ document, seq, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const { entry, failure } = useEntry(seq);
  const zone = useConference((state) => state.details?.timeZone ?? 'UTC');
  const renumbered = entry === null ? null : renumberingIn(entry);
  const time = new Intl.DateTimeFormat(dateLocale(i18n.resolvedLanguage), {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone || 'UTC',
  });
  return (
    <Dialog title={t('numbering.title')} onClose={onClose}>
      {entry === null && failure === null && <Waiting />}
      <Refusal failure={failure} />
      {entry !== null && renumbered !== null && (
        <>
          <p className="muted">{t('numbering.byEntry', { seq, time: time.format(new Date(entry.at)) })}</p>
          <Concordance document={document} renumbering={renumbered} entry={seq} />
        </>
      )}
      <div className="buttons">
        <button type="button" className="button" onClick={onClose}>
          {t('common.close')}
        </button>
      </div>
    </Dialog>
  );
}

function renumberingIn({ event }: RecordEntry): Extract<Event, { type: 'text-renumbered' }> | null {
  return event.type === 'text-renumbered' ? event : null;
}

/** An entry of the record: one that arrived while the page was open, or asked for. */
function useEntry(seq: number): { readonly entry: RecordEntry | null; readonly failure: Failure | null } {
  const store = useStore();
  const [entry, setEntry] = useState(() => store.snapshot().latest.find((one) => one.seq === seq) ?? null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const isKnown = entry !== null;
  useEffect(() => {
    if (isKnown) return;
    const asking = new AbortController();
    void readEntry(store.api.base, store.seat.seat, seq, asking).then((answer) => {
      if (asking.signal.aborted) return;
      if (answer.ok) setEntry(answer.value);
      else setFailure(answer.error);
    });
    return () => asking.abort();
  }, [store, seq, isKnown]);
  return { entry, failure };
}
