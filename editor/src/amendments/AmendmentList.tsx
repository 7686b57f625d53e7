import './list.css';
import type { AmendmentId, AmendmentState } from '@chapeau/procedure';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mayDraft } from '../conference/may.ts';
import { useSeat } from '../conference/useConference.ts';
import { useWorkspace } from '../text/workspace.ts';
import { AmendmentCard } from './AmendmentCard.tsx';
import { standOf } from './AtAGlance.tsx';

/** So many amendments are read one below the other; of more each is a line, and opened when it is wanted. */
const readAtOnce = 3;

/** The amendments of one paragraph. Give it another key with another paragraph. */
export function AmendmentList({ amendments }: { readonly amendments: readonly AmendmentState[] }) {
  const { t } = useTranslation();
  // While they are settled one by one the list stays what it was.
  const [isLong, setLong] = useState(amendments.length > readAtOnce);
  if (!isLong && amendments.length > readAtOnce + 1) setLong(true);
  const [open, setOpen] = useState<ReadonlySet<AmendmentId>>(new Set());
  const pointedAt = useWorkspace((workspace) => workspace.amendment);
  const [followed, setFollowed] = useState<AmendmentId | null>(null);
  if (pointedAt !== followed) {
    setFollowed(pointedAt);
    if (pointedAt !== null) setOpen(new Set([...open, pointedAt]));
  }
  if (amendments.length === 0) return <p className="muted">{t('panel.noAmendments')}</p>;
  if (!isLong) return amendments.map((amendment) => <AmendmentCard key={amendment.id} amendment={amendment} />);
  const toggle = (id: AmendmentId) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const allOpen = amendments.every(({ id }) => open.has(id));
  return (
    <>
      <div className="list-head">
        <Sum amendments={amendments} />
        <button
          type="button"
          className="button quiet small"
          onClick={() => setOpen(new Set(allOpen ? [] : amendments.map(({ id }) => id)))}
        >
          {t(allOpen ? 'amendments.list.foldAll' : 'amendments.list.openAll')}
        </button>
      </div>
      {amendments.map((amendment) => (
        <AmendmentCard
          key={amendment.id}
          amendment={amendment}
          fold={{ isOpen: open.has(amendment.id), onToggle: () => toggle(amendment.id) }}
        />
      ))}
    </>
  );
}

/** How many there are, and of how many my delegation has said nothing. */
function Sum({ amendments }: { readonly amendments: readonly AmendmentState[] }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const unspoken = amendments.filter((one) => standOf(one, seat.delegation) === 'none').length;
  const all = t('status.amended', { count: amendments.length });
  return (
    <p className="small">{mayDraft(seat) && unspoken > 0 ? t('amendments.list.sum', { all, count: unspoken }) : all}</p>
  );
}
