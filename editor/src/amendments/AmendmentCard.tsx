import { type AmendmentState, isLive, latest } from '@chapeau/procedure';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../app/ActDialog.tsx';
import { Nameplate } from '../app/Nameplate.tsx';
import { ChairAmendmentActs } from '../chair/ChairAmendmentActs.tsx';
import { isChair, mayBind, mayDraft } from '../conference/may.ts';
import { useConference, useDocument, useSeat } from '../conference/useConference.ts';
import { useWorkspace } from '../text/workspace.ts';
import { AtAGlance } from './AtAGlance.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { MyPosition } from './MyPosition.tsx';
import { Positions } from './Positions.tsx';
import { ProposalWords } from './ProposalWords.tsx';
import { scopeWords } from './scopeWords.ts';
import { useOpenDraft } from './useOpenDraft.ts';

const tones = {
  tabled: 'tone-amended',
  conflict: 'tone-alarm',
  accepted: 'tone-agreed',
  'not-retained': 'tone-open',
  withdrawn: 'tone-open',
  fallen: 'tone-open',
} as const;

interface Props {
  readonly amendment: AmendmentState;
  /** In a long list: folded to what it is in short. */
  readonly fold?: Fold;
}

interface Fold {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One amendment: whose it is, what it does to the words, why, who stands where on it, and what one may do with it. */
export function AmendmentCard({ amendment, fold }: Props) {
  const { t } = useTranslation();
  const card = useRef<HTMLElement>(null);
  const pointedAt = useWorkspace((workspace) => workspace.amendment === amendment.id);
  useEffect(() => {
    if (pointedAt) card.current?.scrollIntoView({ block: 'nearest' });
  }, [pointedAt]);
  const isFolded = fold?.isOpen === false;
  return (
    <article
      ref={card}
      className={`card ${pointedAt ? 'pointed-at' : ''} ${isFolded ? 'is-folded' : ''}`}
      aria-label={t('amendment.number', { number: amendment.number })}
    >
      <Head amendment={amendment} fold={fold} />
      {isFolded ? <AtAGlance amendment={amendment} /> : <Body amendment={amendment} />}
    </article>
  );
}

function Head({ amendment, fold }: { readonly amendment: AmendmentState; readonly fold: Fold | undefined }) {
  const { t } = useTranslation();
  const { status, number, acceptedInPart } = amendment;
  const version = latest(amendment);
  const isFolded = fold?.isOpen === false;
  const isRemainder = acceptedInPart.includes(version.entry);
  const name = t('amendment.number', { number });
  return (
    <header className="card-head">
      <h3>
        {fold === undefined ? (
          name
        ) : (
          <button type="button" className="card-fold" aria-expanded={fold.isOpen} onClick={fold.onToggle}>
            {name}
          </button>
        )}
        {!isFolded && (
          <span className="muted card-version">
            {' '}
            {t('amendment.version', { version: version.version })}
            {version.carried && `, ${t(isRemainder ? 'amendment.remainder' : 'amendment.carried')}`}
          </span>
        )}
      </h3>
      <span className="buttons">
        {acceptedInPart.length > 0 && <span className="chip tone-agreed">{t('amendment.inPart')}</span>}
        {(status !== 'tabled' || !isFolded) && (
          <span className={`chip ${tones[status]}`}>{t(`amendment.status.${status}`)}</span>
        )}
      </span>
    </header>
  );
}

function Body({ amendment }: { readonly amendment: AmendmentState }) {
  const { t } = useTranslation();
  const document = useDocument((one) => one);
  const version = latest(amendment);
  const { status } = amendment;
  const { scope } = version;
  // Of a move or a deletion the words below begin by saying it.
  const isToldBelow = scope.type === 'move' || scope.type === 'delete';
  return (
    <>
      <p className="card-sponsors" aria-label={t('amendment.sponsors')}>
        {amendment.sponsors.map((sponsor) => (
          <Nameplate key={sponsor} id={sponsor} />
        ))}
        {amendment.sponsors.length === 0 && <span className="muted">{t('amendment.noNames')}</span>}
      </p>
      <p className="small muted">
        {!isToldBelow && `${scopeWords(document, scope, t)} · `}
        <Tags amendment={amendment} />
      </p>
      <ProposalWords document={document} {...version} />
      {version.rationale !== '' && <p className="rationale">{version.rationale}</p>}
      {amendment.reason !== '' && (
        <p className="small">
          {amendment.reason === 'paragraphs-gone' || amendment.reason === 'already-in-text'
            ? t(`amendment.fallen.${amendment.reason}`)
            : t('amendment.reason', { reason: amendment.reason })}
        </p>
      )}
      {status === 'conflict' && <ConflictNotice amendment={amendment} document={document} />}
      <Positions held={amendment.positions} hash={version.hash} />
      {isLive(amendment) && document.stage === 'negotiation' && <Acts amendment={amendment} />}
    </>
  );
}

function Tags({ amendment }: { readonly amendment: AmendmentState }) {
  const { t } = useTranslation();
  const sectors = useConference((state) => state.details?.sectors);
  const { tags } = latest(amendment);
  const names = tags.sectors.map((id) => sectors?.find((sector) => sector.id === id)?.name ?? id);
  return [t(`amendment.kind.${tags.kind}`), ...names].join(' · ');
}

function Acts({ amendment }: { readonly amendment: AmendmentState }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const document = useDocument((one) => one.id);
  const version = latest(amendment);
  const isSponsor = seat.delegation !== null && amendment.sponsors.includes(seat.delegation);
  if (isChair(seat)) return <ChairAmendmentActs amendment={amendment} />;
  if (!mayDraft(seat) || seat.delegation === null) return null;
  if (isSponsor) return <SponsorActs amendment={amendment} />;
  return (
    <>
      {amendment.sponsors.length === 0 && <TakeUp amendment={amendment} />}
      <MyPosition
        document={document}
        on={{ type: 'amendment', amendment: amendment.id, hash: version.hash }}
        held={amendment.positions.get(seat.delegation)}
        hash={version.hash}
        subject={t('amendment.number', { number: amendment.number })}
      />
    </>
  );
}

/** Words that came without names can be proposed by who stands behind them. */
function TakeUp({ amendment }: { readonly amendment: AmendmentState }) {
  const { t } = useTranslation();
  const openDraft = useOpenDraft();
  const waits = useWorkspace(({ opening }) => opening !== null && opening.failure === null);
  return (
    <div className="buttons">
      <button
        type="button"
        className="button small"
        disabled={waits}
        title={t('amendments.takeUp.explain')}
        onClick={() => void openDraft.next(amendment.id)}
      >
        {t('amendments.takeUp.action')}
      </button>
    </div>
  );
}

/** Sponsors table a new version; the proponent withdraws it, a co-sponsor its name. */
function SponsorActs({ amendment }: { readonly amendment: AmendmentState }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const document = useDocument((one) => one.id);
  const openDraft = useOpenDraft();
  const [withdrawing, setWithdrawing] = useState(false);
  const isProponent = amendment.sponsors[0] === seat.delegation;
  const { number, id } = amendment;
  return (
    <div className="buttons">
      {amendment.status !== 'conflict' && (
        <button type="button" className="button small" onClick={() => void openDraft.next(id)}>
          {t('amendment.newVersion')}
        </button>
      )}
      {mayBind(seat) ? (
        <button type="button" className="button small danger" onClick={() => setWithdrawing(true)}>
          {t(isProponent ? 'amendment.withdraw' : 'amendment.withdrawName')}
        </button>
      ) : (
        <span className="hint">{t('amendment.headOnly')}</span>
      )}
      {withdrawing && (
        <ActDialog
          title={t(isProponent ? 'amendment.withdraw' : 'amendment.withdrawName')}
          confirm={t(isProponent ? 'amendment.withdraw' : 'amendment.withdrawName')}
          isDanger
          onClose={() => setWithdrawing(false)}
          act={() =>
            isProponent
              ? { type: 'withdraw-amendment', document, amendment: id }
              : { type: 'withdraw-sponsorship', document, amendment: id }
          }
        >
          <p>{t(isProponent ? 'amendment.withdrawConfirm' : 'amendment.withdrawNameConfirm', { number })}</p>
        </ActDialog>
      )}
    </div>
  );
}
