import './editorial.css';
import { useMemo } from 'react';
import { isChair } from '../conference/may.ts';
import { useSeat } from '../conference/useConference.ts';
import { useEditorialChoice } from './editorialChoice.ts';
import { forceChanges } from './forceChanges.ts';
import { forceWords } from './findingWords.ts';
import type { Rewording } from './rewordings.ts';
import { useCheckedLanguage, useOffByConference } from './useChecks.ts';
import { useEditorialWords } from './useEditorialWords.ts';

/**
 * Says in words which verbs of force a proposal changes; nothing where it changes none or the reader has hidden that. The chair, who decides, cannot
 * hide it, and is told where the conference has switched it off.
 */
export function ForceNotice({ rewordings }: { readonly rewordings: readonly Rewording[] }) {
  const { t } = useEditorialWords();
  const decides = isChair(useSeat());
  const language = useCheckedLanguage();
  const { off } = useEditorialChoice();
  const isOff = useOffByConference().includes('force-changed');
  const changes = useMemo(() => forceChanges(rewordings, language), [rewordings, language]);
  if (isOff || language === 'other')
    return decides && rewordings.length > 0 ? (
      <p className="notice force-notice">{t(isOff ? 'editorial:forceOff' : 'editorial:forceOtherLanguage')}</p>
    ) : null;
  if (changes.length === 0 || (off.includes('force-changed') && !decides)) return null;
  return (
    <div className="notice caution force-notice" role="note">
      <p>
        <strong>{t('editorial:forceOfProposal')}</strong>
      </p>
      <ul>
        {changes.map((finding, index) => (
          <li key={index}>{forceWords(finding, t)}</li>
        ))}
      </ul>
    </div>
  );
}
