import type { Conflict, DocumentState } from '@chapeau/procedure';
import { compare } from '@chapeau/redline';
import type { Wording } from '@chapeau/text';
import { paragraphName } from '../conference/paragraphName.ts';
import { useTranslation } from 'react-i18next';
import { Redlined } from '../text/Redlined.tsx';
import { Runs } from '../text/Runs.tsx';

interface Props {
  readonly conflicts: readonly Conflict[];
  readonly document: DocumentState;
}

/** Where the text and an amendment were changed in the same place: as it was, as it now is, as the amendment has it. */
export function ConflictNotice({ conflicts, document, isSponsor }: Props & { readonly isSponsor: boolean }) {
  const { t } = useTranslation();
  return (
    <div className="notice alarm stack tight">
      <p>
        <strong>{t('amendment.conflictTitle')}</strong>{' '}
        {t(isSponsor ? 'amendment.conflictSponsor' : 'amendment.conflictOthers')}
      </p>
      <ConflictLines conflicts={conflicts} document={document} />
    </div>
  );
}

export function ConflictLines({ conflicts, document }: Props) {
  const { t } = useTranslation();
  return conflicts.map((conflict) => (
    <dl key={conflict.paragraph} className="conflict">
      <dt className="conflict-where">{paragraphName(document, conflict.paragraph, t)}</dt>
      <dt>{t('amendment.conflictBase')}</dt>
      <dd>
        <Runs runs={conflict.base.runs} />
      </dd>
      <dt>{t('amendment.conflictTheirs')}</dt>
      <dd>
        <Against base={conflict.base} now={conflict.theirs} />
      </dd>
      <dt>{t('amendment.conflictOurs')}</dt>
      <dd>
        <Against base={conflict.base} now={conflict.ours} />
      </dd>
    </dl>
  ));
}

function Against({ base, now }: { readonly base: Wording; readonly now: Wording | null }) {
  const { t } = useTranslation();
  return now === null ? <i>{t('amendment.conflictDeleted')}</i> : <Redlined redline={compare(base, now)} />;
}
