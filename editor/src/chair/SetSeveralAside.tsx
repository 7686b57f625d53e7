import type { ParagraphId } from '@chapeau/text';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDocument } from '../conference/useConference.ts';
import { amendmentsIn } from '../text/Paragraph.tsx';
import { touchesAt } from '../text/touches.ts';
import { SetAsideDialog } from './SetAsideDialog.tsx';

/** Where a paragraph, or the place behind it, has several live amendments: asks which of them to set aside. Give it another key with another paragraph. */
export function SetSeveralAside({ paragraph }: { readonly paragraph: ParagraphId }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const live = amendmentsIn(useDocument((document) => touchesAt(document, paragraph)));
  return (
    <>
      {live.length > 1 && (
        <button type="button" className="button quiet small" onClick={() => setAsking(true)}>
          {t('amendments.aside.open')}
        </button>
      )}
      {/* It stays while others settle them: what was written is not lost, and what was lost is said. */}
      {asking && <SetAsideDialog amendments={live} onClose={() => setAsking(false)} />}
    </>
  );
}
