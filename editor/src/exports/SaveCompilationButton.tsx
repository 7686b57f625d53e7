import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const SaveCompilationDialog = lazy(() =>
  import('./SaveCompilationDialog.tsx').then((m) => ({ default: m.SaveCompilationDialog })),
);

/** Opens the dialogue in which the compilation is saved; that and its writer of notation come when they are asked for. */
export function SaveCompilationButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="button small"
        title={t('text.saveCompilationTitle')}
        onClick={() => setOpen(true)}
      >
        {t('text.saveCompilation')}
      </button>
      {open && (
        <Suspense fallback={null}>
          <SaveCompilationDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
