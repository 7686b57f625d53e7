import type { DocumentState } from '@chapeau/procedure';
import { useContext, useState } from 'react';
import { Refusal } from '../../app/Refusal.tsx';
import type { ExportFile } from '../../conference/api.ts';
import { useAsk } from '../../conference/useAct.ts';
import { DocumentContext, useConference, useStore } from '../../conference/useConference.ts';
import { SaveCompilation } from '../../exports/SaveCompilation.tsx';
import { saveFile } from '../saveFile.ts';
import { useWords } from '../useWords.ts';

const files = ['text.docx', 'text.md', 'adoption-log.csv', 'bundle.json'] as const satisfies readonly ExportFile[];
const words = {
  'text.docx': 'docx',
  'text.md': 'markdown',
  'adoption-log.csv': 'csv',
  'bundle.json': 'bundle',
} as const;

/** The text, the log and the bundle of the document that is shown, as files. */
export function ExportSection() {
  const { t } = useWords();
  const id = useContext(DocumentContext);
  const document = useConference((state) => (id === null ? null : (state.documents.get(id) ?? null)));
  return (
    <section className="stack" aria-labelledby="exports-title">
      <h2 id="exports-title" className="desk-title">
        {t('section.exports')}
      </h2>
      {document === null || document.stage === 'empty' ? (
        <p className="muted">{t('exports.nothing')}</p>
      ) : (
        <ExportsOf document={document} />
      )}
    </section>
  );
}

function ExportsOf({ document }: { readonly document: DocumentState }) {
  const { t } = useWords();
  const [credits, setCredits] = useState(false);
  const isAdopted = document.stage === 'adopted';
  const issue =
    document.revision === null
      ? t('translation:text.zeroDraft')
      : t('translation:text.revision', { number: document.revision });
  return (
    <>
      <div className={isAdopted ? 'notice good' : 'notice caution'}>
        <p>
          <strong>{document.title}</strong>
          {': '}
          {isAdopted ? t('exports.adopted') : t('exports.draft', { issue })}
        </p>
        {document.stage === 'drafting' && document.drafting !== null && <p>{t('exports.drafting')}</p>}
      </div>
      <label className="check">
        <input type="checkbox" checked={credits} onChange={(event) => setCredits(event.target.checked)} />
        <span>
          {t('exports.credits')} <span className="hint">{t('exports.creditsHint')}</span>
        </span>
      </label>
      {document.stage === 'negotiation' && (
        <details className="export-compilation">
          <summary>
            <h3>{t('exports.compilation')}</h3>
          </summary>
          <SaveCompilation wished={{ form: 'rio', positions: false }} />
        </details>
      )}
      <ul className="export-list">
        {files.map((file) => (
          <ExportLine key={file} document={document} file={file} credits={credits} isAdopted={isAdopted} />
        ))}
      </ul>
    </>
  );
}

interface LineProps {
  readonly document: DocumentState;
  readonly file: ExportFile;
  readonly credits: boolean;
  readonly isAdopted: boolean;
}

function ExportLine({ document, file, credits, isAdopted }: LineProps) {
  const { t, i18n } = useWords();
  const { api } = useStore();
  const conference = useConference((state) => state.id);
  const several = useConference((state) => state.documents.size > 1);
  const { ask, pending, refusal } = useAsk();
  const [size, setSize] = useState<number | null>(null);
  const kind = words[file];
  const save = async () => {
    setSize(null);
    const made = await ask(() => api.exportFile(document.id, file, credits && file.startsWith('text.')));
    if (made === null) return;
    saveFile([conference, ...(several ? [document.id] : []), ...(isAdopted ? [] : ['draft']), file].join('-'), made);
    setSize(made.size);
  };
  return (
    <li className="export-line">
      <div>
        <h3>
          {t(`exports.${kind}`)} {!isAdopted && <span className="chip tone-amended">{t('exports.draftChip')}</span>}
        </h3>
        <p className="small muted">{t(`exports.${kind}Explain`)}</p>
        <Refusal failure={refusal} />
      </div>
      <div className="export-act">
        <button
          type="button"
          className="button"
          disabled={pending}
          aria-label={t('exports.saveOf', { what: t(`exports.${kind}`) })}
          onClick={() => void save()}
        >
          {pending ? t('exports.making') : t('exports.save')}
        </button>
        <span role="status" className="small muted">
          {pending ? <progress aria-label={t('exports.making')} /> : null}
          {size === null ? '' : t('exports.saved', { size: kilobytes(size, i18n.resolvedLanguage) })}
        </span>
      </div>
    </li>
  );
}

function kilobytes(bytes: number, language: string | undefined): string {
  const whole = Math.max(1, Math.round(bytes / 1000));
  return new Intl.NumberFormat(language, { style: 'unit', unit: 'kilobyte' }).format(whole);
}
