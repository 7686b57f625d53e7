import { type FormEvent, useState } from 'react';
import { Refusal } from '../../app/Refusal.tsx';
import { conferencePath, navigate } from '../../app/router.ts';
import { useAct } from '../../conference/useAct.ts';
import { useConference, useSeat } from '../../conference/useConference.ts';
import { Field } from '../Field.tsx';
import { useWords } from '../useWords.ts';

/** Creates an outcome document and shows it. */
export function CreateDocument() {
  const { t } = useWords();
  const { seat } = useSeat();
  const conference = useConference((state) => state.id);
  const [title, setTitle] = useState('');
  const [wasSent, setWasSent] = useState(false);
  const { run, pending, refusal } = useAct();
  const create = async (event: FormEvent) => {
    event.preventDefault();
    setWasSent(true);
    if (title.trim() === '') return;
    const entries = await run({ type: 'create-document', title: title.trim() });
    const created = entries?.flatMap(({ event }) => (event.type === 'document-created' ? [event.document] : []))[0];
    if (created === undefined) return;
    setTitle('');
    setWasSent(false);
    navigate(`${conferencePath({ conference, as: seat, document: created, view: 'secretariat' })}#document`);
  };
  return (
    <form className="stack tight" noValidate onSubmit={(event) => void create(event)}>
      <Field
        label={t('document.title')}
        hint={t('document.titleHint')}
        error={wasSent && title.trim() === '' ? t('fault.title-missing') : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            className="input"
            maxLength={240}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Refusal failure={refusal} />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? t('translation:common.working') : t('document.create')}
        </button>
      </div>
    </form>
  );
}
