import type { Adoption, DocumentState } from '@chapeau/procedure';
import type { Failure } from '@chapeau/protocol';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateLocale } from '../i18n/dateLocale.ts';
import { Refusal } from '../app/Refusal.tsx';
import { conferencePath, Link } from '../app/router.ts';
import type { ExportFile } from '../conference/api.ts';
import { useConference, useSeat, useStore } from '../conference/useConference.ts';

interface Props {
  readonly document: DocumentState;
  readonly adopted: NonNullable<Adoption['adopted']>;
}

/** The result: when it was adopted, under which hash, and what can be taken home. */
export function Sealed({ document, adopted }: Props) {
  const { t, i18n } = useTranslation();
  const seat = useSeat();
  const conference = useConference((state) => state.id);
  const timeZone = useConference((state) => state.details?.timeZone ?? 'UTC');
  const date = new Intl.DateTimeFormat(dateLocale(i18n.resolvedLanguage), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  }).format(new Date(adopted.at));
  return (
    <section className="sealed stack">
      <div>
        <h2>{t('adoption.sealed', { date })}</h2>
        <p>{t('adoption.sealedExplain', { seq: adopted.entry })}</p>
      </div>
      <p className="hash">
        {t('chair.textHash')} (SHA-256): <code>{document.adoption?.textHash}</code>
      </p>
      <Downloads document={document} />
      <p>
        <Link href={conferencePath({ conference, as: seat.seat, document: document.id })}>
          {t('adoption.showText')}
        </Link>
      </p>
    </section>
  );
}

const files: readonly { readonly file: ExportFile; readonly key: 'docx' | 'markdown' | 'csv' | 'bundle' }[] = [
  { file: 'text.docx', key: 'docx' },
  { file: 'text.md', key: 'markdown' },
  { file: 'adoption-log.csv', key: 'csv' },
  { file: 'bundle.json', key: 'bundle' },
];

function Downloads({ document }: { readonly document: DocumentState }) {
  const { t } = useTranslation();
  const store = useStore();
  const [credits, setCredits] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const take = async (file: ExportFile) => {
    setFailure(null);
    const answer = await store.api.exportFile(document.id, file, credits);
    if (answer.ok) keepFile(answer.value, `${store.snapshot().state.id}-${file}`);
    else setFailure(answer.error);
  };
  return (
    <div className="stack tight">
      <h3>{t('adoption.downloads')}</h3>
      <div className="buttons">
        {files.map(({ file, key }) => (
          <button key={file} type="button" className="button" onClick={() => void take(file)}>
            {t(`adoption.${key}`)}
          </button>
        ))}
      </div>
      <label className="check">
        <input type="checkbox" checked={credits} onChange={(event) => setCredits(event.target.checked)} />
        {t('adoption.withNames')}
      </label>
      <Refusal failure={failure} />
    </div>
  );
}

/** Hands a file to the browser to be saved. */
function keepFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = globalThis.document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
