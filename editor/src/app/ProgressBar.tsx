import { useTranslation } from 'react-i18next';
import { useDocument } from '../conference/useConference.ts';
import { progressOf } from './progress.ts';

/** The text's way towards agreement, as a slim bar with words. */
export function ProgressBar() {
  const { t } = useTranslation();
  const total = useDocument((document) => progressOf(document).total);
  const agreed = useDocument((document) => progressOf(document).agreed);
  const adRef = useDocument((document) => progressOf(document).adRef);
  const words = t('progress.words', { agreed, total });
  return (
    <div className="progress">
      <svg
        className="progress-bar"
        viewBox={`0 0 ${Math.max(1, total)} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect className="progress-ground" width={Math.max(1, total)} height="1" />
        <rect className="progress-agreed" width={agreed} height="1" />
        <rect className="progress-ad-ref" x={agreed} width={adRef} height="1" />
      </svg>
      <p className="progress-words">
        {words}
        {adRef > 0 && <span className="muted"> · {t('progress.adRef', { count: adRef })}</span>}
      </p>
    </div>
  );
}
