import type { Scope } from '@chapeau/procedure';
import type { ParagraphId } from '@chapeau/text';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paragraphName } from '../conference/paragraphName.ts';
import { useDocument } from '../conference/useConference.ts';
import { excerpt } from './excerpt.ts';
import { MoveForm } from './MoveForm.tsx';
import { spanChoices } from './spanChoices.ts';

interface Props {
  readonly first: ParagraphId;
  readonly onChoose: (scope: Scope) => void;
}

/** Several neighbouring paragraphs at once: up to which one, and what is to become of them. */
export function SpanForm({ first, onChoose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const document = useDocument((one) => one);
  const choices = spanChoices(document, first);
  const [chosen, setChosen] = useState<string>('');
  const [moving, setMoving] = useState(false);
  const reach = choices.findIndex((one) => one === chosen);
  const last = reach < 0 ? 0 : reach;
  const paragraphs = [first, ...choices.slice(0, last + 1)];
  return (
    <div className="stack tight span-form">
      <div className="field">
        <label htmlFor={id}>{t('draft.upTo')}</label>
        <select
          id={id}
          className="select"
          value={choices[last] ?? ''}
          onChange={(event) => setChosen(event.target.value)}
        >
          {choices.map((one) => (
            <option key={one} value={one}>
              {paragraphName(document, one, t)} – {excerpt(document.paragraphs.get(one))}
            </option>
          ))}
        </select>
      </div>
      <div className="buttons">
        <button
          type="button"
          className="button small primary"
          onClick={() => onChoose({ type: 'replace', paragraphs })}
        >
          {t('draft.spanAmend', { count: paragraphs.length })}
        </button>
        <button type="button" className="button small" onClick={() => onChoose({ type: 'delete', paragraphs })}>
          {t('draft.delete')}
        </button>
        <button type="button" className="button small" aria-expanded={moving} onClick={() => setMoving(!moving)}>
          {t('draft.move')}
        </button>
      </div>
      {moving && <MoveForm ids={paragraphs} onChoose={onChoose} />}
    </div>
  );
}
