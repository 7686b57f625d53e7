import type { Scope } from '@chapeau/procedure';
import type { ParagraphId } from '@chapeau/text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paragraphName } from '../conference/paragraphName.ts';
import { useDocument } from '../conference/useConference.ts';
import { excerpt } from './excerpt.ts';

interface Props {
  /** Neighbours, in the order of the text. */
  readonly ids: readonly ParagraphId[];
  readonly onChoose: (scope: Extract<Scope, { type: 'move' }>) => void;
}

/** Where paragraphs are to stand instead: behind which other, or at the head of the text. */
export function MoveForm({ ids, onChoose }: Props) {
  const { t } = useTranslation();
  const document = useDocument((one) => one);
  const at = document.order.findIndex((id) => id === ids[0]);
  const places = document.order.filter((one, index) => !ids.includes(one) && index !== at - 1);
  const [after, setAfter] = useState('');
  const move = () =>
    onChoose({
      type: 'move',
      paragraphs: ids,
      after: after === 'head' ? null : (places.find((one) => one === after) ?? null),
    });
  return (
    <div className="buttons">
      <select
        className="select"
        aria-label={t('draft.moveTo')}
        value={after}
        onChange={(event) => setAfter(event.target.value)}
      >
        <option value="">{t('draft.moveTo')}…</option>
        {at > 0 && <option value="head">{t('draft.moveHead')}</option>}
        {places.map((one) => (
          <option key={one} value={one}>
            {paragraphName(document, one, t)} – {excerpt(document.paragraphs.get(one))}
          </option>
        ))}
      </select>
      <button type="button" className="button small" disabled={after === ''} onClick={move}>
        {t('draft.move')}
      </button>
    </div>
  );
}
