import type { ParagraphState } from '@chapeau/procedure';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu } from '../app/Menu.tsx';
import { Refusal } from '../app/Refusal.tsx';
import { useDocument, useSeat, useSnapshot } from '../conference/useConference.ts';
import { useWorkspace } from '../text/workspace.ts';
import { MoveForm } from './MoveForm.tsx';
import { SpanForm } from './SpanForm.tsx';
import { useOpenDraft } from './useOpenDraft.ts';

/** What a delegate may propose at a paragraph: other words, a new paragraph, deletion, another place, or more paragraphs at once. */
export function ProposeActs({ paragraph }: { readonly paragraph: ParagraphState }) {
  const { t } = useTranslation();
  const openDraft = useOpenDraft();
  const { delegation } = useSeat();
  const opening = useWorkspace((workspace) => workspace.opening);
  const order = useDocument((document) => document.order);
  const [asking, setAsking] = useState<'span' | 'move' | null>(null);
  const { id, status } = paragraph;
  const at = order.indexOf(id);
  const hasNext =
    useDocument(({ paragraphs }) => paragraphs.get(order[at + 1] ?? id)?.status === 'open') && at + 1 < order.length;
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
          {!closed && hasNext && (
            <button type="button" onClick={() => setAsking('span')}>
              {t('draft.span')}
            </button>
          )}
          {!closed && (
            <button type="button" onClick={() => void openDraft({ type: 'delete', paragraphs: [id] })}>
              {t('draft.delete')}
            </button>
          )}
          {!closed && (
            <button type="button" onClick={() => setAsking('move')}>
              {t('draft.move')}
            </button>
          )}
        </Menu>
      </div>
      {closed && <p className="hint">{t('draft.closedParagraph')}</p>}
      {asking === 'span' && (
        <SpanForm
          first={id}
          onChoose={(scope) => {
            setAsking(null);
            void openDraft(scope);
          }}
        />
      )}
      {asking === 'move' && (
        <MoveForm
          ids={[id]}
          onChoose={(scope) => {
            setAsking(null);
            void openDraft(scope);
          }}
        />
      )}
      <Refusal failure={opening?.failure ?? null} />
    </div>
  );
}
