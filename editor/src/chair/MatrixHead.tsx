import type { DelegationId } from '@chapeau/procedure';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useConference, useDelegationName } from '../conference/useConference.ts';

/** The delegations across the top, by code; the name in full to those who point or listen. */
export const MatrixHead = memo(function MatrixHead({ delegations }: { readonly delegations: readonly DelegationId[] }) {
  const { t } = useTranslation();
  const name = useDelegationName();
  const participants = useConference((state) => state.participants);
  return (
    <thead>
      <tr>
        <th scope="col" className="matrix-paragraph">
          {t('overview.paragraph')}
        </th>
        <th scope="col" className="matrix-lacks">
          {t('overview.lacks')}
        </th>
        {delegations.map((id) => (
          <th key={id} scope="col" className="matrix-delegation" title={name(id)}>
            <abbr title={name(id)}>{participants.get(id)?.kind === 'state' ? id.toUpperCase() : name(id)}</abbr>
          </th>
        ))}
      </tr>
    </thead>
  );
});
