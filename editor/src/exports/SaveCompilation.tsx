import './exports.css';
import { type NotationForm, notationForms } from '@chapeau/redline/brackets';
import { useId, useMemo, useState } from 'react';
import { Refusal } from '../app/Refusal.tsx';
import type { CompilationFile } from '../conference/api.ts';
import { paragraphPath } from '../conference/paragraphName.ts';
import { useAsk } from '../conference/useAct.ts';
import { useConference, useDocument, useStore } from '../conference/useConference.ts';
import { saveFile } from '../secretariat/saveFile.ts';
import { type CompilationWish, notationOf, shortestDisputed } from './notationPreview.ts';
import { useExportWords } from './useExportWords.ts';

const files: readonly CompilationFile[] = ['compilation.docx', 'compilation.md'];

/** The choice of how a compilation is written, one paragraph of it as it will read, and the files. */
export function SaveCompilation({ wished }: { readonly wished: CompilationWish }) {
  const { t } = useExportWords();
  const [wish, setWish] = useState(wished);
  const { form } = wish;
  return (
    <div className="stack save-compilation">
      <p className="muted">{t('explain')}</p>
      <fieldset className="stack tight">
        <legend className="label">{t('form')}</legend>
        {notationForms.map((one) => (
          <FormChoice key={one} form={one} chosen={form === one} onChoose={() => setWish({ ...wish, form: one })} />
        ))}
      </fieldset>
      <label className="check">
        <input
          type="checkbox"
          checked={wish.positions && form !== 'none'}
          disabled={form === 'none'}
          onChange={(event) => setWish({ ...wish, positions: event.target.checked })}
        />
        <span>
          {t('positions')} <span className="hint">{t('positionsHint')}</span>
        </span>
      </label>
      <Preview wish={wish} />
      <Files wish={wish} />
    </div>
  );
}

interface ChoiceProps {
  readonly form: NotationForm;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function FormChoice({ form, chosen, onChoose }: ChoiceProps) {
  const { t } = useExportWords();
  const hint = useId();
  return (
    <label className="check">
      <input type="radio" name="notation-form" checked={chosen} aria-describedby={hint} onChange={onChoose} />
      <span>
        {t(`forms.${form}`)}{' '}
        <span id={hint} className="hint">
          {t(`forms.${form}Hint`)}
        </span>
      </span>
    </label>
  );
}

function Preview({ wish }: { readonly wish: CompilationWish }) {
  const { t } = useExportWords();
  const document = useDocument((one) => one);
  const paragraph = useMemo(() => shortestDisputed(document), [document]);
  const words = useMemo(
    () => (paragraph === null ? '' : notationOf(document, paragraph, wish)),
    [document, paragraph, wish],
  );
  if (paragraph === null) return <p className="muted small">{t('nothing')}</p>;
  const { id, label } = paragraph;
  return (
    <figure className="notation-preview">
      <figcaption className="label">
        {label === '' ? t('previewNoLabel') : t('preview', { label: paragraphPath(document, id) })}
      </figcaption>
      <blockquote aria-live="polite">
        {label} {words}
      </blockquote>
    </figure>
  );
}

function Files({ wish }: { readonly wish: CompilationWish }) {
  const { t } = useExportWords();
  const { api } = useStore();
  const conference = useConference((state) => state.id);
  const several = useConference((state) => state.documents.size > 1);
  const document = useDocument((one) => one.id);
  const { ask, pending, refusal } = useAsk();
  const [saved, setSaved] = useState('');
  const save = async (file: CompilationFile) => {
    setSaved('');
    const made = await ask(() => api.exportCompilation(document, file, wish));
    if (made === null) return;
    const name = [conference, ...(several ? [document] : []), file.replace('.', `-${wish.form}.`)].join('-');
    saveFile(name, made);
    setSaved(name);
  };
  return (
    <>
      <Refusal failure={refusal} />
      <div className="buttons">
        {files.map((file) => (
          <button
            key={file}
            type="button"
            className={file === 'compilation.docx' ? 'button primary' : 'button'}
            disabled={pending}
            onClick={() => void save(file)}
          >
            {file === 'compilation.docx' ? t('docx') : t('markdown')}
          </button>
        ))}
      </div>
      <p role="status" className="small muted saved-name">
        {pending ? t('making') : saved === '' ? t('markdownHint') : t('saved', { name: saved })}
      </p>
    </>
  );
}
