import type { DelegationId, HeldPosition, Position, Table } from '@chapeau/procedure';
import { positions } from '../conference/terms.ts';
import type { Sha256 } from '@chapeau/base';
import { useTranslation } from 'react-i18next';
import { Nameplate } from '../app/Nameplate.tsx';
import { positionSigns } from './positionSigns.ts';

interface Props {
  readonly held: Table<DelegationId, HeldPosition>;
  /** The wording in force; positions on others have lapsed. */
  readonly hash: Sha256;
}

/** Who holds which position on this exact wording, and whose earlier position has lapsed. */
export function Positions({ held, hash }: Props) {
  const { t } = useTranslation();
  const inForce = [...held].filter(([, one]) => one.hash === hash);
  const lapsed = [...held].filter(([, one]) => one.hash !== hash);
  if (inForce.length + lapsed.length === 0) return null;
  return (
    <div className="positions">
      {positions.map((position) => (
        <PositionLine
          key={position}
          position={position}
          held={inForce.filter(([, one]) => one.position === position)}
        />
      ))}
      {lapsed.length > 0 && (
        <p className="position-line lapsed">
          <span className="position-word">{t('panel.lapsed')}</span>
          <span className="position-names">
            {lapsed.map(([id, one]) => (
              <span key={id} className="position-name">
                <Nameplate id={id} /> <span className="small">({t(`position.${one.position}.action`)})</span>
              </span>
            ))}
          </span>
        </p>
      )}
    </div>
  );
}

interface LineProps {
  readonly position: Position;
  readonly held: readonly (readonly [DelegationId, HeldPosition])[];
}

function PositionLine({ position, held }: LineProps) {
  const { t } = useTranslation();
  if (held.length === 0) return null;
  return (
    <div className={`position-line position-${position}`}>
      <span className="position-word">
        <span className="position-sign" aria-hidden="true">
          {positionSigns[position]}
        </span>{' '}
        {t(`position.${position}.action`)}
      </span>
      <span className="position-names">
        {held.map(([id, { statement }]) => (
          <span key={id} className="position-name">
            <Nameplate id={id} />
            {statement !== '' && <q className="statement">{statement}</q>}
          </span>
        ))}
      </span>
    </div>
  );
}
