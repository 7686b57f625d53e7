import type { DocumentState } from '@chapeau/procedure';
import type { Seat } from '@chapeau/protocol';
import { useTranslation } from 'react-i18next';
import { useConference, useSeat } from '../conference/useConference.ts';
import { ConnectionState } from './ConnectionState.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { type ConferenceRoute, conferencePath, Link, navigate, type View } from './router.ts';
import { SaveStateSlot } from './SaveStateSlot.tsx';
import { SeatMenu } from './SeatMenu.tsx';

interface Props {
  readonly seats: readonly Seat[];
  readonly route: ConferenceRoute;
  readonly document: DocumentState | null;
}

/** Which conference and document this is, where one may go, who one is, and how the page stands to the server. */
export function Header({ seats, route, document }: Props) {
  const { t } = useTranslation();
  const seat = useSeat();
  const title = useConference((state) => state.details?.title ?? '');
  const documents = useConference((state) => state.documents);
  const place = (view: View, id = document?.id ?? null) =>
    conferencePath({ conference: route.conference, as: seat.seat, document: documents.size > 1 ? id : null, view });
  return (
    <header className="header">
      <div className="header-title">
        <p className="header-conference">{title}</p>
        {documents.size > 1 && (
          <select
            className="header-document"
            aria-label={t('app.document')}
            value={document?.id}
            onChange={(event) =>
              navigate(conferencePath({ conference: route.conference, as: seat.seat, document: event.target.value }))
            }
          >
            {[...documents.values()].map((one) => (
              <option key={one.id} value={one.id}>
                {one.title}
              </option>
            ))}
          </select>
        )}
      </div>
      <nav className="header-views" aria-label={t('app.views')}>
        {viewsFor(seat, document).map((view) => (
          <Link key={view} href={place(view)} aria-current={view === route.view ? 'page' : undefined}>
            {t(`view.${view}`)}
          </Link>
        ))}
      </nav>
      <div className="header-state">
        <SaveStateSlot />
        <ConnectionState />
        <LanguageSwitch />
        <SeatMenu seats={seats} />
      </div>
    </header>
  );
}

function viewsFor(seat: Seat, document: DocumentState | null): readonly View[] {
  const stage = document?.stage ?? 'empty';
  const found: View[] = ['text'];
  if (stage === 'negotiation' || stage === 'adoption') found.push('overview');
  if (stage === 'adoption' || stage === 'adopted') found.push('adoption');
  if (seat.role === 'secretariat') found.push('secretariat');
  return found;
}
