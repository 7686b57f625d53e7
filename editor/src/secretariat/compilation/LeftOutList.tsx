import type { LeftCode } from '@chapeau/formats/compilation';
import { useId, useState } from 'react';
import { saveFile } from '../saveFile.ts';
import type { ShownLeft } from './compilationWork.ts';
import { useCompilationWords } from './useCompilationWords.ts';
import type { Walk } from './walk.ts';

interface Props {
  readonly left: readonly ShownLeft[];
  readonly onWalk: (walk: Walk, at: number) => void;
  /** The paragraph at an offset is part of the text after all. */
  readonly onTakeBack: (from: number) => void;
}

/** Groups with more are folded at first. */
const few = 12;
/** So many are listed at once. */
const step = 100;

/** What will not enter, or not as it stands, by its reason. */
export function LeftOutList({ left, onWalk, onTakeBack }: Props) {
  const { t } = useCompilationWords();
  if (left.length === 0) return <p>{t('left.none')}</p>;
  return (
    <>
      <div className="buttons">
        <strong>{t('left.title', { count: left.length })}</strong>
        <SaveLeftOut left={left} />
      </div>
      {[...Map.groupBy(left, ({ code }) => code)].map(([code, ones]) => (
        <LeftGroup key={code} code={code} left={ones} onWalk={onWalk} onTakeBack={onTakeBack} />
      ))}
    </>
  );
}

/** Gives the list as a file of plain text. */
export function SaveLeftOut({ left }: Pick<Props, 'left'>) {
  const { t } = useCompilationWords();
  const save = () => {
    const lines = left.map(({ code, line, column, what }) =>
      [t('place.at', { line, column }), t(`left.${code}`), what].join('\t'),
    );
    saveFile(t('left.file'), new Blob([`${lines.join('\n')}\n`], { type: 'text/plain;charset=utf-8' }));
  };
  return (
    <button type="button" className="button small" onClick={save}>
      {t('left.save')}
    </button>
  );
}

interface GroupProps extends Props {
  readonly code: LeftCode;
}

function LeftGroup({ code, left, onWalk, onTakeBack }: GroupProps) {
  const { t } = useCompilationWords();
  const [isOpen, setOpen] = useState(left.length <= few);
  const [most, setMost] = useState(step);
  const id = useId();
  const title = t(`left.${code}`);
  return (
    <details className="desk-card" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title} <span className="muted">({left.length})</span>
      </summary>
      {isOpen && (
        <>
          <ul className="check-list small">
            {left.slice(0, most).map(({ line, column, from, what }, index) => (
              <li key={index}>
                <button
                  id={`${id}-${index}`}
                  type="button"
                  className="place-link"
                  onClick={() => onWalk({ type: 'places', title, places: left, origin: `${id}-${index}` }, index)}
                >
                  {t('place.at', { line, column })}
                </button>
                <q>{what}</q>
                {code === 'left-out' && (
                  <button
                    type="button"
                    className="button small"
                    aria-label={t('left.takeBackOf', { place: t('place.at', { line, column }) })}
                    onClick={() => onTakeBack(from)}
                  >
                    {t('left.takeBack')}
                  </button>
                )}
              </li>
            ))}
          </ul>
          {left.length > most && (
            <button type="button" className="button small" onClick={() => setMost(most + step)}>
              {t('preview.more', { count: Math.min(step, left.length - most) })}
            </button>
          )}
        </>
      )}
    </details>
  );
}
