import type { ParagraphState } from '@chapeau/procedure';
import type { ParagraphId } from '@chapeau/text';
import { useState } from 'react';
import { paragraphName } from '../conference/paragraphName.ts';
import { useTranslation } from 'react-i18next';
import { Menu } from '../app/Menu.tsx';
import { Refusal } from '../app/Refusal.tsx';
import { useDocument, useSeat, useSnapshot } from '../conference/useConference.ts';
import { useWorkspace } from '../text/workspace.ts';
import { excerpt } from './excerpt.ts';
import { useOpenDraft } from './useOpenDraft.ts';

/** What a delegate may propose at a paragraph: other words, a new paragraph, deletion, another place, or more paragraphs at once. */
export function ProposeActs({ paragraph }: { readonly paragraph: ParagraphState }) {
  const { t } = useTranslation();
  const openDraft = useOpenDraft();
  const { delegation } = useSeat();
  const opening = useWorkspace((workspace) => workspace.opening);
  const order = useDocument((document) => document.order);
  const [moving, setMoving] = useState(false);
  const { id, status } = paragraph;
  const at = order.indexOf(id);
  const next = order[at + 1];
  const waits = opening !== null && opening.failure === null;
  const closed = status !== 'open';
  const isOpen = useSnapshot(({ drafts }) =>
    [...drafts.values()].some(
      ({ amendment, scope, sponsors }) =>
        amendment === null &&
        delegation !== null &&
        sponsors.includes(delegation) &&
        scope.type === 'replace' &&
        scope.paragraphs.length === 1 &&
        scope.paragraphs[0] === id,
    ),
  );
  return (
    <div className="stack tight">
      <div className="buttons">
        {!closed && (
          <button
            type="button"
            className="button primary small"
            disabled={waits}
            onClick={() => void openDraft({ type: 'replace', paragraphs: [id] })}
          >
            {waits ? t('draft.opening') : t(isOpen ? 'draft.open' : 'draft.propose')}
          </button>
        )}
        <Menu label={t('draft.more')}>
          <button type="button" onClick={() => void openDraft({ type: 'insert', after: id })}>
            {t('draft.insertAfter')}
          </button>
          {at === 0 && (
            <button type="button" onClick={() => void openDraft({ type: 'insert', after: null })}>
              {t('draft.insertHead')}
            </button>
          )}
          {!closed && next !== undefined && (
            <button type="button" onClick={() => void openDraft({ type: 'replace', paragraphs: [id, next] })}>
              {t('draft.withNext')}
            </button>
          )}
          {!closed && (
            <button type="button" onClick={() => void openDraft({ type: 'delete', paragraphs: [id] })}>
              {t('draft.delete')}
            </button>
          )}
          {!closed && (
            <button type="button" onClick={() => setMoving(true)}>
              {t('draft.move')}
            </button>
          )}
        </Menu>
      </div>
      {closed && <p className="hint">{t('draft.closedParagraph')}</p>}
      {moving && (
        <MoveForm
          id={id}
          onChoose={(after) => {
            setMoving(false);
            void openDraft({ type: 'move', paragraphs: [id], after });
          }}
        />
      )}
      <Refusal failure={opening?.failure ?? null} />
    </div>
  );
}

interface MoveProps {
  readonly id: ParagraphId;
  readonly onChoose: (after: ParagraphId | null) => void;
}

function MoveForm({ id, onChoose }: MoveProps) {
  const { t } = useTranslation();
  const document = useDocument((one) => one);
  const at = document.order.indexOf(id);
  const places = document.order.filter((one, index) => one !== id && index !== at - 1);
  const [after, setAfter] = useState('');
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
      <button
        type="button"
        className="button small"
        disabled={after === ''}
        onClick={() => onChoose(after === 'head' ? null : (places.find((one) => one === after) ?? null))}
      >
        {t('draft.move')}
      </button>
    </div>
  );
}
