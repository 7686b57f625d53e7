import type { DelegationId, ParticipantState } from '@chapeau/procedure';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDelegationName } from '../../conference/useConference.ts';
import { stateName } from '../../conference/stateName.ts';
import { closeNames } from './closeNames.ts';
import type { ShownParty } from './compilationWork.ts';
import { useCompilationWords } from './useCompilationWords.ts';

interface Props {
  readonly party: ShownParty;
  readonly participants: readonly ParticipantState[];
  /** Nobody has decided yet whom the name means. */
  readonly isOpen: boolean;
  readonly onDecide: (delegations: readonly DelegationId[]) => void;
}

/** More members that are not here are counted, and named on demand. */
const many = 8;

/** What is known of a name: who belongs to a group, who of them is not here, or whose name it resembles. */
export function PartyHint({ party, participants, isOpen, onDecide }: Props) {
  const { t } = useCompilationWords();
  const { i18n } = useTranslation();
  const language = i18n.resolvedLanguage ?? 'en';
  const {
    meanings: [only, ...others],
  } = party;
  if (only === undefined)
    return isOpen ? <Resembling party={party} participants={participants} onDecide={onDecide} /> : null;
  if (others.length > 0)
    return (
      <span className="cell-note">
        {t('names.ambiguous', { names: party.meanings.map((one) => stateName(one, language)).join(', ') })}
      </span>
    );
  switch (only.type) {
    case 'group':
      return <Members party={party} participants={participants} />;
    case 'state':
      return participants.some(({ id }) => id === only.id) ? null : (
        <span className="cell-note">{t('names.notAccredited', { name: stateName(only, language) })}</span>
      );
    case 'role':
      return <span className="cell-note">{t(only.id.startsWith('name:') ? 'names.remembered' : 'names.role')}</span>;
  }
}

function Members({ party: { members }, participants }: Pick<Props, 'party' | 'participants'>) {
  const { t } = useCompilationWords();
  const { i18n } = useTranslation();
  const name = useDelegationName();
  if (members.length === 0) return <span className="cell-note">{t('names.membersUnknown')}</span>;
  const here = members.flatMap(({ id }) => participants.filter((one) => one.id === id));
  const away = members.filter(({ id }) => !here.some((one) => one.id === id));
  const namesAway = away.map((one) => stateName(one, i18n.resolvedLanguage ?? 'en')).join(', ');
  return (
    <span className="cell-note">
      {here.length === 0 ? t('names.noneHere') : t('names.here', { names: here.map(({ id }) => name(id)).join(', ') })}
      {away.length > many ? (
        <details>
          <summary>{t('names.awayCount', { count: away.length })}</summary>
          {namesAway}
        </details>
      ) : (
        away.length > 0 && <> {t('names.away', { names: namesAway })}</>
      )}
    </span>
  );
}

/** A name that nobody knows: whose it may be. */
function Resembling({ party, participants, onDecide }: Pick<Props, 'party' | 'participants' | 'onDecide'>) {
  const { t } = useCompilationWords();
  const name = useDelegationName();
  const { spellings } = party;
  const close = useMemo(() => closeNames(spellings, participants, name), [spellings, participants, name]);
  return (
    <span className="cell-note">
      {t('names.unknown')}{' '}
      {close.length > 0 && (
        <span className="buttons">
          {t('names.perhaps')}
          {close.map((id) => (
            <button
              key={id}
              type="button"
              className="button small"
              aria-label={t('names.takeFor', { name: spellings.join(', '), delegation: name(id) })}
              onClick={() => onDecide([id])}
            >
              {name(id)}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
