import './editorial.css';
import { useMemo } from 'react';
import { useEditorialChoice } from './editorialChoice.ts';
import { forceChanges, type Rewording } from './forceChanges.ts';
import { forceWords } from './findingWords.ts';
import { useCheckedLanguage } from './useChecks.ts';
import { useEditorialWords } from './useEditorialWords.ts';

/** Says in words which modal and operative verbs a proposal changes; nothing where it changes none or the reader does not ask for it. */
export function ForceNotice({ rewordings }: { readonly rewordings: readonly Rewording[] }) {
  const { t } = useEditorialWords();
  const language = useCheckedLanguage();
  const { off } = useEditorialChoice();
  const changes = useMemo(() => forceChanges(rewordings, language), [rewordings, language]);
  if (changes.length === 0 || off.includes('force-changed')) return null;
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
