import type { Seat } from '@chapeau/protocol';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSeat } from '../conference/useConference.ts';
import { Nameplate } from './Nameplate.tsx';
import { conferencePath, Link } from './router.ts';
import { SignOutDialog } from './SignOutDialog.tsx';

/** Who I am here; the other seats of this browser; the way out. */
export function SeatMenu({ seats }: { readonly seats: readonly Seat[] }) {
  const { t } = useTranslation();
  const seat = useSeat();
  const menu = useRef<HTMLDetailsElement>(null);
  const others = seats.filter((one) => one.seat !== seat.seat && one.conference !== null);
  const close = () => menu.current?.removeAttribute('open');
  const [isLeaving, setLeaving] = useState(false);
  return (
    <>
      {/* Escape and leaving are heard for whatever within has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <details
        className="seat-menu"
        ref={menu}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          close();
          menu.current?.querySelector('summary')?.focus();
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) close();
        }}
      >
        <summary>
          <span className="visually-hidden">{t('app.seatMenu')}: </span>
          {seat.delegation === null ? (
            <span className="nameplate">{t(`role.${seat.role}`)}</span>
          ) : (
            <Nameplate id={seat.delegation} />
          )}
        </summary>
        <div className="seat-menu-body stack tight">
          <p>
            <strong>{seat.name || t(`role.${seat.role}`)}</strong>
            <br />
            <span className="muted">{t(`role.${seat.role}`)}</span>
          </p>
          {others.length > 0 && (
            <div>
              <p className="hint">{t('seats.others')}</p>
              <ul className="seat-list">
                {others.map((one) => (
                  <li key={one.seat}>
                    <Link href={conferencePath({ conference: one.conference ?? '', as: one.seat })}>
                      {seatName(one, t(`role.${one.role}`))}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )}
          <div className="buttons">
            <Link className="button small" href="/">
              {t('seats.all')}
            </Link>
            {seat.role === 'secretariat' && (
              <Link className="button small" href={`/new?as=${seat.seat}`}>
                {t('newConference.title')}
              </Link>
            )}
            <button type="button" className="button small" onClick={() => setLeaving(true)}>
              {t('app.signOut')}
            </button>
          </div>
        </div>
      </details>
      {isLeaving && <SignOutDialog seat={seat} onClose={() => setLeaving(false)} />}
    </>
  );
}

/** A seat in one line: the delegation's code or the role, and the person. */
export function seatName(seat: Seat, role: string): string {
  const who = seat.delegation === null ? role : `${seat.delegation.toUpperCase()} · ${role}`;
  return seat.name === '' ? who : `${who} · ${seat.name}`;
}
