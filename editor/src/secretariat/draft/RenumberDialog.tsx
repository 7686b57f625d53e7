import { type DocumentState, liveAmendments, numberingOf, paragraphsInText, textHash } from '@chapeau/procedure';
import { renumber } from '@chapeau/text';
import { useMemo, useState } from 'react';
import { ActDialog } from '../../app/ActDialog.tsx';
import { Link } from '../../app/router.ts';
import { useConference } from '../../conference/useConference.ts';
import { Concordance } from '../../numbering/Concordance.tsx';
import { useWords } from '../useWords.ts';

interface Props {
  readonly document: DocumentState;
  readonly onClose: () => void;
}

/** Shows what the conference's rule makes of the numbers and of the references to them, and renumbers exactly the text that is shown. */
export function RenumberDialog({ document, onClose }: Props) {
  const { t } = useWords();
  const details = useConference((state) => state.details);
  // The text as it stood when the secretariat asked.
  const [seen] = useState(document);
  const rule = numberingOf({ details });
  const renumbering = useMemo(() => renumber(paragraphsInText(seen), rule), [seen, rule]);
  const hash = useMemo(() => textHash(seen), [seen]);
  const isNothing = renumbering.rewordings.length === 0 && renumbering.concordance.every(({ from, to }) => from === to);
  return (
    <ActDialog
      title={t('renumber.title')}
      confirm={t('renumber.confirm')}
      onClose={onClose}
      act={() => (isNothing ? null : { type: 'renumber', document: seen.id, textHash: hash })}
    >
      <p>
        {t('renumber.rule')} <strong>{t(`numbering.schemes.${rule.scheme}`)}</strong>;{' '}
        {t(`numbering.bisShort.${rule.bis}`)}; {t(`numbering.languages.${rule.language}`)}.{' '}
        <Link href={`${location.pathname}${location.search}#details`}>{t('renumber.changeRule')}</Link>
      </p>
      {isNothing ? (
        <p className="notice">{t('renumber.nothing')}</p>
      ) : (
        <p>
          {t('renumber.explain')} {liveAmendments(seen).length > 0 && t('renumber.amendments')}
        </p>
      )}
      {(!isNothing || renumbering.left.length > 0) && (
        <Concordance document={seen} renumbering={renumbering} entry={null} />
      )}
    </ActDialog>
  );
}
