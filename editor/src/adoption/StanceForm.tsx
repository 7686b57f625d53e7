import {
  type Adoption,
  type DelegationId,
  type DocumentState,
  paragraphsInText,
  type Stance,
} from '@chapeau/procedure';
import type { ParagraphId } from '@chapeau/text';
import { type FormEvent, useId, useState } from 'react';
import { paragraphName } from '../conference/paragraphName.ts';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../app/Refusal.tsx';
import { excerpt } from '../amendments/excerpt.ts';
import { useAct } from '../conference/useAct.ts';
import { longestStatement } from '../conference/terms.ts';
import { useDelegationName } from '../conference/useConference.ts';

const stances = ['joins', 'dissociates', 'objects', 'not-participating'] as const;

interface Props {
  readonly document: DocumentState;
  readonly adoption: Adoption;
  readonly delegation: DelegationId;
}

/** A head of delegation states where it stands on exactly this text. */
export function StanceForm({ document, adoption, delegation }: Props) {
  const { t } = useTranslation();
  const name = useDelegationName();
  const held = adoption.stances.get(delegation)?.stance ?? null;
  const { run, pending, refusal } = useAct();
  const [type, setType] = useState<Stance['type'] | null>(held?.type ?? null);
  const [marked, setMarked] = useState(() => marksOf(held));
  const [explanation, setExplanation] = useState(held?.explanation ?? '');
  const id = useId();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (type === null) return;
    const chosen = type === 'joins' ? [...marked] : [];
    await run({
      type: 'state-stance',
      document: document.id,
      textHash: adoption.textHash,
      stance: {
        type,
        reservations: chosen.filter(([, mark]) => mark === 'reservation').map(([paragraph]) => paragraph),
        dissociations: chosen.filter(([, mark]) => mark === 'dissociation').map(([paragraph]) => paragraph),
        explanation: explanation.trim(),
      },
    });
  };
  return (
    <form className="stance-form stack" onSubmit={(event) => void submit(event)}>
      <div>
        <h2>{t('adoption.mine', { name: name(delegation) })}</h2>
        <p className="muted">{t('adoption.explain')}</p>
      </div>
      {held !== null && <p className="notice good">{t('adoption.stated')}</p>}
      <fieldset>
        <legend className="label">{t('adoption.choose')}</legend>
        {stances.map((stance) => (
          <label key={stance} className="check">
            <input type="radio" name={`${id}-stance`} checked={type === stance} onChange={() => setType(stance)} />
            {t(`stance.${stance}`)}
          </label>
        ))}
      </fieldset>
      {type === 'joins' && <ParagraphMarks document={document} marked={marked} onChange={setMarked} />}
      <div className="field">
        <label htmlFor={`${id}-explanation`}>
          {t('adoption.explanation')} <span className="muted">({t('common.optional')})</span>
        </label>
        <textarea
          id={`${id}-explanation`}
          className="textarea"
          rows={4}
          maxLength={longestStatement}
          value={explanation}
          onChange={(event) => setExplanation(event.target.value)}
        />
        <p className="hint">{t('adoption.explanationHint')}</p>
      </div>
      <Refusal failure={refusal} />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={pending || type === null}>
          {t(held === null ? 'adoption.submit' : 'adoption.resubmit')}
        </button>
      </div>
    </form>
  );
}

type Mark = 'reservation' | 'dissociation';
type Marks = ReadonlyMap<ParagraphId, Mark>;

function marksOf(stance: Stance | null): Marks {
  return new Map<ParagraphId, Mark>([
    ...(stance?.reservations ?? []).map((id) => [id, 'reservation'] as const),
    ...(stance?.dissociations ?? []).map((id) => [id, 'dissociation'] as const),
  ]);
}

interface MarksProps {
  readonly document: DocumentState;
  readonly marked: Marks;
  readonly onChange: (marked: Marks) => void;
}

/** Reservations on paragraphs, or dissociation from them: one choice for each paragraph of the text. */
function ParagraphMarks({ document, marked, onChange }: MarksProps) {
  const { t } = useTranslation();
  const mark = (id: ParagraphId, to: string) => {
    const next = new Map(marked);
    if (to === 'reservation' || to === 'dissociation') next.set(id, to);
    else next.delete(id);
    onChange(next);
  };
  return (
    <details className="fold" open={marked.size > 0}>
      <summary>
        {t('adoption.marks')}
        {marked.size > 0 && ` (${marked.size})`}
      </summary>
      <ul className="marks">
        {paragraphsInText(document).map((paragraph) => (
          <li key={paragraph.id}>
            <span className="marks-words">
              <strong>{paragraphName(document, paragraph.id, t)}</strong>{' '}
              <span className="serif">{excerpt(paragraph)}</span>
            </span>
            <select
              className="select"
              aria-label={paragraphName(document, paragraph.id, t)}
              value={marked.get(paragraph.id) ?? ''}
              onChange={(event) => mark(paragraph.id, event.target.value)}
            >
              <option value="">–</option>
              <option value="reservation">{t('adoption.reservation')}</option>
              <option value="dissociation">{t('adoption.dissociation')}</option>
            </select>
          </li>
        ))}
      </ul>
    </details>
  );
}
