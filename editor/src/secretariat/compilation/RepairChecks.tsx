import type { RepairKind } from '@chapeau/redline/brackets';
import { useId, useState } from 'react';
import type { ShownRepair } from './compilationWork.ts';
import { useCompilationWords } from './useCompilationWords.ts';
import type { Walk } from './walk.ts';

interface Props {
  readonly repairs: readonly ShownRepair[];
  readonly seen: ReadonlySet<string>;
  readonly onSeen: (ids: readonly string[], isSeen: boolean) => void;
  readonly onWalk: (walk: Walk, at: number) => void;
}

/** Groups with more are folded at first. */
const few = 12;
/** So many are listed at once. */
const step = 100;

/** Each place at which the reader had to decide, by kind, for a person to look at and tick off. */
export function RepairChecks({ repairs, seen, onSeen, onWalk }: Props) {
  const { t } = useCompilationWords();
  if (repairs.length === 0) return <p>{t('repairs.none')}</p>;
  const confirmed = repairs.filter(({ id }) => seen.has(id)).length;
  return (
    <>
      <p>{t('repairs.explain')}</p>
      <div className="buttons">
        <progress max={repairs.length} value={confirmed} aria-label={t('repairs.progressLabel')} />
        <strong role="status">{t('repairs.progress', { confirmed, count: repairs.length })}</strong>
      </div>
      {[...Map.groupBy(repairs, ({ kind }) => kind)].map(([kind, ones]) => (
        <RepairGroup key={kind} kind={kind} repairs={ones} seen={seen} onSeen={onSeen} onWalk={onWalk} />
      ))}
    </>
  );
}

interface GroupProps extends Props {
  readonly kind: RepairKind;
}

function RepairGroup({ kind, repairs, seen, onSeen, onWalk }: GroupProps) {
  const { t } = useCompilationWords();
  const [isOpen, setOpen] = useState(repairs.length <= few);
  const [most, setMost] = useState(step);
  const id = useId();
  const open = repairs.filter((one) => !seen.has(one.id));
  const title = t(`repairs.${kind}`);
  const walk = (places: readonly ShownRepair[], at: number, origin: string) =>
    onWalk({ type: 'repairs', title, places, origin }, at);
  const next = repairs.findIndex((one) => !seen.has(one.id));
  return (
    <details className="desk-card" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title} <span className="muted">{t('repairs.group', { left: open.length, count: repairs.length })}</span>
      </summary>
      {isOpen && (
        <>
          {repairs.length > 1 && (
            <div className="buttons">
              <button
                id={`${id}-walk`}
                type="button"
                className="button small"
                aria-label={t('repairs.walkOf', { kind: title })}
                onClick={() => walk(repairs, Math.max(0, next), `${id}-walk`)}
              >
                {t('repairs.walk')}
              </button>
              <button
                type="button"
                className="button small"
                disabled={open.length === 0}
                aria-label={t('repairs.allOf', { kind: title, count: open.length })}
                onClick={() =>
                  onSeen(
                    open.map((one) => one.id),
                    true,
                  )
                }
              >
                {t('repairs.all', { count: open.length })}
              </button>
            </div>
          )}
          <ul className="check-list small">
            {repairs.slice(0, most).map((one, index) => (
              <RepairLine
                key={one.id}
                repair={one}
                id={`${id}-${index}`}
                isSeen={seen.has(one.id)}
                onSeen={onSeen}
                onShow={(origin) => walk(repairs, index, origin)}
              />
            ))}
          </ul>
          {repairs.length > most && (
            <button type="button" className="button small" onClick={() => setMost(most + step)}>
              {t('preview.more', { count: Math.min(step, repairs.length - most) })}
            </button>
          )}
        </>
      )}
    </details>
  );
}

interface LineProps {
  readonly repair: ShownRepair;
  readonly id: string;
  readonly isSeen: boolean;
  readonly onSeen: Props['onSeen'];
  readonly onShow: (origin: string) => void;
}

function RepairLine({ repair, id, isSeen, onSeen, onShow }: LineProps) {
  const { t } = useCompilationWords();
  const { line, column, before, excerpt } = repair;
  const place = t('place.at', { line, column });
  return (
    <li>
      <label className="check">
        <input
          type="checkbox"
          checked={isSeen}
          aria-label={t('repairs.seenOf', { place })}
          onChange={(event) => onSeen([repair.id], event.target.checked)}
        />
        {t('repairs.seen')}
      </label>
      <button id={id} type="button" className="place-link" onClick={() => onShow(id)}>
        {place}
      </button>
      <q>
        <span className="muted">{before}</span>
        {excerpt}
      </q>
    </li>
  );
}
