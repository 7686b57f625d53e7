import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../conference/useConference.ts';

const ConcordanceDialog = lazy(() => import('./ConcordanceDialog.tsx').then((m) => ({ default: m.ConcordanceDialog })));

/** Opens the concordance of the latest renumbering; nothing where there was none. */
export function ConcordanceLink({ className = 'button small' }: { readonly className?: string }) {
  const { t } = useTranslation();
  const renumbered = useDocument((document) => document.renumbered);
  if (renumbered === null) return null;
  return <Opener seq={renumbered} className={className} words={t('numbering.link')} />;
}

interface OpenerProps {
  readonly seq: number;
  readonly className: string;
  readonly words: string;
}

function Opener({ seq, className, words }: OpenerProps) {
  const [isOpen, setOpen] = useState(false);
  const document = useDocument((one) => one);
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        {words}
      </button>
      {isOpen && (
        <Suspense>
          <ConcordanceDialog document={document} seq={seq} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
