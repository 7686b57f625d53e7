import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { SourceWindow } from './SourceWindow.tsx';
import { useCompilationWords } from './useCompilationWords.ts';
import type { Standing } from './walk.ts';

interface Props {
  readonly standing: Standing;
  readonly source: string;
  readonly seen: ReadonlySet<string>;
  readonly onSeen: (ids: readonly string[], isSeen: boolean) => void;
  /** What a person said of brackets side by side, by the id of the repair. */
  readonly rivals: Readonly<Record<string, boolean>>;
  readonly onRival: (id: string, isRival: boolean) => void;
  readonly onGo: (at: number) => void;
  readonly onChangeText: (offset: number) => void;
  /** Back to the list. */
  readonly onClose: () => void;
}

/** Always in sight while places are gone through: why one is shown, the text as it was pasted there, and the way to the next. */
export function PlaceBar(props: Props) {
  const { standing, source, seen, onSeen, rivals, onRival, onGo, onChangeText, onClose } = props;
  const { t, i18n } = useCompilationWords();
  const { walk, at } = standing;
  const first = useRef<HTMLButtonElement>(null);
  const title = useId();
  const place = walk.places[at];
  const repair = walk.type === 'repairs' ? walk.places[at] : undefined;
  const { origin } = walk;
  useEffect(() => first.current?.focus({ preventScroll: true }), [origin]);
  if (place === undefined) return null;
  const confirm = () => {
    if (walk.type !== 'repairs' || repair === undefined) return;
    onSeen([repair.id], true);
    const others = [...walk.places.keys()].map((step) => (at + 1 + step) % walk.places.length);
    const next = others.find((index) => index !== at && !seen.has(walk.places[index]?.id ?? ''));
    if (next === undefined) onClose();
    else onGo(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  };
  const count = walk.places.length;
  return (
    // Escape leads back, whatever within has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section className="place-bar" aria-labelledby={title} onKeyDown={onKeyDown}>
      <div className="stack tight">
        <h3 id={title} className="visually-hidden">
          {t('place.title')}
        </h3>
        <p role="status">
          <strong>{t('place.at', { line: place.line, column: place.column })}</strong>{' '}
          <span className="muted">{t('place.of', { number: at + 1, count })}</span>
          <br />
          {repair !== undefined && i18n.resolvedLanguage === 'en' ? repair.reason : walk.title}
          {repair !== undefined && seen.has(repair.id) && <span className="muted"> {t('place.seen')}</span>}
        </p>
        {repair?.kind === 'neighbours-unclear' && (
          <div className="buttons">
            {([true, false] as const).map((isRival) => (
              <button
                key={String(isRival)}
                type="button"
                className="button small"
                aria-pressed={rivals[repair.id] === isRival}
                onClick={() => onRival(repair.id, isRival)}
              >
                {t(isRival ? 'place.rivals' : 'place.further')}
              </button>
            ))}
          </div>
        )}
        <div className="buttons">
          {repair !== undefined && (
            <button ref={first} type="button" className="button primary small" onClick={confirm}>
              {t('place.confirm')}
            </button>
          )}
          <button
            type="button"
            className="button small icon"
            aria-label={t('place.previous')}
            title={t('place.previous')}
            disabled={at === 0}
            onClick={() => onGo(at - 1)}
          >
            <ChevronLeft size={18} aria-hidden />
          </button>
          <button
            ref={repair === undefined ? first : undefined}
            type="button"
            className="button small icon"
            aria-label={t('place.next')}
            title={t('place.next')}
            aria-disabled={at + 1 === count}
            onClick={() => at + 1 < count && onGo(at + 1)}
          >
            <ChevronRight size={18} aria-hidden />
          </button>
          <button type="button" className="button small quiet" onClick={() => onChangeText(place.from)}>
            {t('place.change')}
          </button>
          <button type="button" className="button small quiet" onClick={onClose}>
            {t('place.close')}
          </button>
        </div>
      </div>
      <SourceWindow source={source} place={place} />
    </section>
  );
}
