import type { ReactNode } from 'react';
import { useWords } from '../useWords.ts';
import type { Correction } from './corrections.ts';

interface Props {
  readonly paragraphs: number;
  readonly doubts: number;
  readonly mayUndo: boolean;
  readonly mayRedo: boolean;
  readonly isEmpty: boolean;
  readonly told: string;
  readonly correct: (correction: Correction) => void;
  readonly onNextDoubt: () => void;
  readonly onEnter: () => void;
  readonly children: ReactNode;
}

/** How the preview stands, and what can be done with all of it; always in sight. */
export function PreviewBar(props: Props) {
  const { paragraphs, doubts, mayUndo, mayRedo, isEmpty, told, correct, onNextDoubt, onEnter, children } = props;
  const { t } = useWords();
  return (
    <div className="preview-bar">
      <p className="preview-count" role="status">
        {t('preview.paragraphs', { count: paragraphs })}
        {' · '}
        {doubts === 0 ? t('preview.noDoubts') : t('preview.doubts', { count: doubts })}
      </p>
      <div className="buttons">
        {doubts > 0 && (
          <button type="button" className="button small" onClick={onNextDoubt}>
            {t('preview.nextDoubt')}
          </button>
        )}
        <button type="button" className="button small" disabled={!mayUndo} onClick={() => correct({ type: 'undo' })}>
          {t('preview.undo')}
        </button>
        <button type="button" className="button small" disabled={!mayRedo} onClick={() => correct({ type: 'redo' })}>
          {t('preview.redo')}
        </button>
        <button
          type="button"
          className="button small"
          title={t('preview.numberAnewHint')}
          onClick={() => correct({ type: 'number-anew' })}
        >
          {t('preview.numberAnew')}
        </button>
        <button type="button" className="button primary" disabled={isEmpty} onClick={onEnter}>
          {t('preview.enter')}
        </button>
      </div>
      <div className="preview-told">
        <p role="alert" className={told === '' ? 'visually-hidden' : 'field-error'}>
          {told}
        </p>
        {children}
      </div>
    </div>
  );
}
