import { Dialog } from '../app/Dialog.tsx';
import { useWorkspace } from '../text/workspace.ts';
import { SaveCompilation } from './SaveCompilation.tsx';
import { useExportWords } from './useExportWords.ts';

/** Asks how the compilation is to be written, beginning with what is shown on the page, and saves it. */
export function SaveCompilationDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useExportWords();
  const { names, positions } = useWorkspace((workspace) => workspace.shown);
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <SaveCompilation wished={{ form: names ? 'rio' : 'none', positions }} />
      <div className="buttons">
        <button type="button" className="button" onClick={onClose}>
          {t('translation:common.close')}
        </button>
      </div>
    </Dialog>
  );
}
