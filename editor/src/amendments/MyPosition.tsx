import type { Act, HeldPosition } from '@chapeau/procedure';
import { longestStatement, positions } from '../conference/terms.ts';
import type { Sha256 } from '@chapeau/base';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../app/Refusal.tsx';
import { useAct } from '../conference/useAct.ts';
import { positionSigns } from './positionSigns.ts';

type TakePosition = Extract<Act, { type: 'take-position' }>;

interface Props {
  readonly document: TakePosition['document'];
  readonly on: TakePosition['on'];
  readonly held: HeldPosition | undefined;
  readonly hash: Sha256;
  /** What the buttons are about, for those who hear them one by one. */
  readonly subject: string;
}

/** My delegation's position on exactly these words: five buttons, a statement if wanted, and why it was refused. */
export function MyPosition({ document, on, held, hash, subject }: Props) {
  const { t } = useTranslation();
  const { run, pending, refusal } = useAct();
  const [statement, setStatement] = useState<string | null>(null);
  const mine = held?.hash === hash ? held : undefined;
  const take = async (position: TakePosition['position']) => {
    const said = statement ?? mine?.statement ?? '';
    const done = await run({ type: 'take-position', document, on, position, statement: said.trim() });
    if (done !== null) setStatement(null);
  };
  return (
    <div className="my-position stack tight">
      <div className="buttons" role="group" aria-label={subject}>
        {positions.map((position) => (
          <button
            key={position}
            type="button"
            className={`button small position-${position}`}
            aria-pressed={mine?.position === position}
            disabled={pending}
            onClick={() => void take(position)}
          >
            <span className="position-sign" aria-hidden="true">
              {positionSigns[position]}
            </span>
            {t(`position.${position}.action`)}
          </button>
        ))}
        {statement === null && (
          <button type="button" className="button quiet small" onClick={() => setStatement(mine?.statement ?? '')}>
            {t('position.addStatement')}
          </button>
        )}
      </div>
      {statement !== null && (
        <label className="field">
          <span className="label small">{t('position.statement')}</span>
          <textarea
            className="textarea"
            rows={2}
            maxLength={longestStatement}
            value={statement}
            onChange={(event) => setStatement(event.target.value)}
          />
        </label>
      )}
      <Refusal failure={refusal} />
    </div>
  );
}
