import type { DocumentState } from '@chapeau/procedure';
import { useState } from 'react';
import { useConference } from '../../conference/useConference.ts';
import { CompilationDesk } from '../compilation/CompilationDesk.tsx';
import { keptCompilation, noCompilation } from '../compilation/keptCompilation.ts';
import { useCompilationWords } from '../compilation/useCompilationWords.ts';
import { DraftDesk } from './DraftDesk.tsx';

interface Props {
  readonly document: DocumentState;
  /** False where there is nothing to go back to: the document has no draft yet. */
  readonly mayClose: boolean;
  readonly onClose: () => void;
}

/** How a text enters a document: as a zero draft, or as the compilation that another place left. */
export function EntryDesk({ document, mayClose, onClose }: Props) {
  const { t } = useCompilationWords();
  const conference = useConference((state) => state.id);
  const [isCompilation, setCompilation] = useState(() => keptCompilation(conference, document.id) !== noCompilation);
  return (
    <div className="stack">
      <fieldset className="buttons">
        <legend>{t('what')}</legend>
        {([false, true] as const).map((one) => (
          <label key={String(one)} className="check">
            <input
              type="radio"
              name="entry-kind"
              checked={isCompilation === one}
              onChange={() => setCompilation(one)}
            />
            {t(one ? 'compilation' : 'zeroDraft')}
          </label>
        ))}
      </fieldset>
      {isCompilation ? (
        <CompilationDesk document={document} onEntered={onClose} />
      ) : (
        <DraftDesk document={document} mayClose={mayClose} onClose={onClose} />
      )}
    </div>
  );
}
