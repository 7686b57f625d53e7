import type { DocumentId } from '@chapeau/procedure';
import { longestStatement } from '../conference/terms.ts';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../app/Refusal.tsx';
import { useAct } from '../conference/useAct.ts';

/** An explanation of position after the gavel: logged; it changes no stance and no word. */
export function ExplainForm({ document }: { readonly document: DocumentId }) {
  const { t } = useTranslation();
  const id = useId();
  const { run, pending, refusal } = useAct();
  const [explanation, setExplanation] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const filed = await run({ type: 'explain-position', document, explanation: explanation.trim() });
    if (filed !== null) setExplanation('');
  };
  return (
    <form className="stance-form stack tight" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor={id}>{t('adoption.after')}</label>
        <textarea
          id={id}
          className="textarea"
          rows={3}
          maxLength={longestStatement}
          value={explanation}
          onChange={(event) => setExplanation(event.target.value)}
        />
        <p className="hint">{t('adoption.afterHint')}</p>
      </div>
      <Refusal failure={refusal} />
      <div className="buttons">
        <button type="submit" className="button" disabled={pending || explanation.trim() === ''}>
          {t('adoption.afterSubmit')}
        </button>
      </div>
    </form>
  );
}
