import './panel.css';
import type { DocumentState, ParagraphState } from '@chapeau/procedure';
import type { ParagraphId } from '@chapeau/text';
import { useLayoutEffect, useRef } from 'react';
import { paragraphName } from '../conference/paragraphName.ts';
import { useTranslation } from 'react-i18next';
import { PartsInHand } from '../chair/PartsInHand.tsx';
import { ChairParagraphActs } from '../chair/ChairParagraphActs.tsx';
import { isChair, mayBind, mayDraft } from '../conference/may.ts';
import { EditorialFindings } from '../editorial/EditorialFindings.tsx';
import { useDelegationName, useDocument, useSeat, useSnapshot } from '../conference/useConference.ts';
import { amendmentsIn, amendmentsToWords } from '../text/Paragraph.tsx';
import { StatusChips } from '../text/StatusChips.tsx';
import { showsStanding } from '../text/standing.ts';
import { touchesAt } from '../text/touches.ts';
import { useSelect } from '../text/useTextKeys.ts';
import { useWorkspace, useWorkspaceStore } from '../text/workspace.ts';
import { AmendmentList } from './AmendmentList.tsx';
import { Attention } from './Attention.tsx';
import { Credits } from './Credits.tsx';
import { History } from './History.tsx';
import { MyPosition } from './MyPosition.tsx';
import { Positions } from './Positions.tsx';
import { ProposeActs } from './ProposeActs.tsx';
import { SettledAmendments } from './SettledAmendments.tsx';
import { waitingFor } from './waitingFor.ts';

/** Beside the text (on a phone: a sheet from below): what there is to know and to do about the chosen paragraph. */
export function Panel() {
  const { t } = useTranslation();
  const seat = useSeat();
  const selected = useWorkspace((workspace) => workspace.selected);
  const open = useWorkspace((workspace) => workspace.panelOpen);
  const paragraph = useDocument((document) => (selected === null ? undefined : document.paragraphs.get(selected)));
  const sheet = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (open && selected !== null && sheet.current !== null) keepAbove(sheet.current, selected);
  }, [open, selected]);
  return (
    <aside ref={sheet} className={`panel ${open ? 'is-open' : ''}`} aria-label={t('panel.label')}>
      <PanelHead paragraph={paragraph} />
      <div className="panel-body stack">
        {paragraph === undefined && <Attention />}
        {paragraph !== undefined &&
          (paragraph.status === 'deleted' ? (
            <Deleted paragraph={paragraph} />
          ) : (
            <AboutParagraph paragraph={paragraph} />
          ))}
      </div>
      {isChair(seat) && <PartsInHand />}
    </aside>
  );
}

/** On a phone, where the panel is a sheet over the text: the words that it is about stay in sight above it. */
function keepAbove(sheet: HTMLElement, selected: ParagraphId): void {
  const paragraph = document.getElementById(`p-${selected}`);
  if (paragraph === null || getComputedStyle(sheet).position !== 'fixed') return;
  const { top, bottom } = paragraph.getBoundingClientRect();
  const hidden = bottom - sheet.getBoundingClientRect().top;
  const room = top - Number.parseFloat(getComputedStyle(paragraph).scrollMarginTop);
  if (hidden > 0) scrollBy({ top: Math.min(hidden, room) });
}

function PanelHead({ paragraph }: { readonly paragraph: ParagraphState | undefined }) {
  const { t } = useTranslation();
  const workspace = useWorkspaceStore();
  const seat = useSeat();
  const open = useWorkspace(({ panelOpen }) => panelOpen);
  const order = useDocument((document) => document.order);
  const document = useDocument((one) => one);
  const select = useSelect();
  const waiting = useWaitingCount(document);
  const showWaiting = () => {
    select(null);
    workspace.set({ panelOpen: true });
  };
  const at = paragraph === undefined ? -1 : order.indexOf(paragraph.id);
  const go = (id: ParagraphId | undefined) => {
    if (id !== undefined) select(id);
  };
  return (
    <header className="panel-head">
      <h2>
        {paragraph === undefined
          ? t(mayDraft(seat) ? 'attention.title' : 'attention.open')
          : paragraphName(document, paragraph.id, t)}
        {paragraph === undefined && waiting > 0 && ` (${waiting})`}
      </h2>
      {paragraph !== undefined && waiting > 0 && (
        <button
          type="button"
          className="button small panel-waiting"
          aria-label={t('attention.count', { count: waiting })}
          title={t('attention.count', { count: waiting })}
          onClick={showWaiting}
        >
          <span className="panel-waiting-number">{waiting}</span>
          <span className="panel-waiting-words">{t('attention.title')}</span>
        </button>
      )}
      {paragraph !== undefined && (
        <div className="buttons panel-steps">
          <button
            type="button"
            className="button quiet small"
            aria-label={t('panel.previous')}
            title={t('panel.previous')}
            disabled={at <= 0}
            onClick={() => go(order[at - 1])}
          >
            ↑
          </button>
          <button
            type="button"
            className="button quiet small"
            aria-label={t('panel.next')}
            title={t('panel.next')}
            disabled={at < 0 || at >= order.length - 1}
            onClick={() => go(order[at + 1])}
          >
            ↓
          </button>
          <button
            type="button"
            className="button quiet small"
            aria-label={t('panel.close')}
            title={t('panel.close')}
            onClick={() => select(null)}
          >
            ✕
          </button>
        </div>
      )}
      <button
        type="button"
        className="button small panel-toggle"
        aria-expanded={open}
        onClick={() => workspace.set({ panelOpen: !open })}
      >
        {t(open ? 'panel.hide' : 'panel.open')}
      </button>
    </header>
  );
}

/** How much waits for my delegation; new invitations must not pass unseen while another paragraph is chosen. */
function useWaitingCount(document: DocumentState): number {
  const seat = useSeat();
  const drafts = useSnapshot((snapshot) => snapshot.drafts);
  const { delegation } = seat;
  if (delegation === null) return 0;
  if (document.stage === 'adoption')
    return mayBind(seat) && document.adoption?.stances.has(delegation) !== true ? 1 : 0;
  if (document.stage !== 'negotiation') return 0;
  const { invitations, open, conflicts, lapsed } = waitingFor(delegation, document, [...drafts.values()]);
  return invitations.length + open.filter(({ stale }) => stale).length + conflicts.length + lapsed.length;
}

/** A paragraph that was in hand when the conference deleted it: nothing is left to do about it, what it was is kept. */
function Deleted({ paragraph }: { readonly paragraph: ParagraphState }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="notice">{t('panel.deleted')}</p>
      <SettledAmendments paragraph={paragraph.id} />
      <History paragraph={paragraph} />
      <Credits paragraph={paragraph} />
    </>
  );
}

function AboutParagraph({ paragraph }: { readonly paragraph: ParagraphState }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const stage = useDocument((document) => document.stage);
  const touches = useDocument((document) => touchesAt(document, paragraph.id));
  const live = amendmentsIn(touches);
  const negotiating = stage === 'negotiation';
  const drafts = negotiating && mayDraft(seat);
  // What is disputed stands before what is not.
  const amendments = (
    <section className="stack tight" aria-label={t('panel.amendments')}>
      <h3>{t('panel.amendments')}</h3>
      <AmendmentList key={paragraph.id} amendments={live} />
    </section>
  );
  return (
    <>
      {showsStanding(stage) && (
        <p className="buttons">
          <StatusChips paragraph={paragraph} amendments={amendmentsToWords(touches)} />
        </p>
      )}
      {paragraph.reopened !== '' && (
        <p className="notice caution small">{t('panel.reopened', { reason: paragraph.reopened })}</p>
      )}
      {negotiating && isChair(seat) && <ChairParagraphActs key={`chair-${paragraph.id}`} paragraph={paragraph} />}
      {drafts && <ProposeActs key={paragraph.id} paragraph={paragraph} />}
      {showsStanding(stage) && <EditorialFindings key={`checks-${paragraph.id}`} paragraph={paragraph} />}
      {negotiating && live.length > 0 && amendments}
      {(negotiating || stage === 'adoption') && (
        <section className="stack tight" aria-label={t('panel.positions')}>
          <h3>{t('panel.positions')}</h3>
          <ParagraphPositions paragraph={paragraph} mayTake={drafts} />
        </section>
      )}
      {negotiating && live.length === 0 && amendments}
      <SettledAmendments paragraph={paragraph.id} />
      <History paragraph={paragraph} />
      <Credits paragraph={paragraph} />
    </>
  );
}

function ParagraphPositions({ paragraph, mayTake }: { readonly paragraph: ParagraphState; readonly mayTake: boolean }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const name = useDelegationName();
  const document = useDocument((one) => one.id);
  const { positions: held, hash, id } = paragraph;
  const mine = seat.delegation === null ? undefined : held.get(seat.delegation);
  return (
    <>
      {held.size === 0 ? <p className="muted">{t('panel.noPositions')}</p> : <Positions held={held} hash={hash} />}
      {mayTake && seat.delegation !== null && (
        <MyPosition
          key={id}
          document={document}
          on={{ type: 'paragraph', paragraph: id, hash }}
          held={mine}
          hash={hash}
          subject={t('position.mine', { name: name(seat.delegation) })}
        />
      )}
    </>
  );
}
