import type { Person } from '@chapeau/protocol';
import { Nameplate } from '../../app/Nameplate.tsx';
import { useAsk } from '../../conference/useAct.ts';
import { useSeat } from '../../conference/useConference.ts';
import { ConfirmDialog } from '../../app/ConfirmDialog.tsx';
import { DeskTable } from '../DeskTable.tsx';
import { useLeavingRow } from '../useLeavingRow.ts';
import { useWords } from '../useWords.ts';
import { useAccessCalls } from './useAccess.ts';

interface Props {
  readonly people: readonly Person[];
  readonly onRevoked: () => void;
}

/** Who has signed in, who is here now, and how to end it. */
export function PeopleTable({ people, onRevoked }: Props) {
  const { t } = useWords();
  const seat = useSeat();
  const { leaving, setLeaving, list, hasLeft } = useLeavingRow<Person>();
  const { ask, pending, refusal, clear } = useAsk();
  const { revokePerson } = useAccessCalls();
  const revoke = async () => {
    if (leaving === null) return;
    if ((await ask(() => revokePerson(leaving.principal))) === null) return;
    hasLeft();
    onRevoked();
  };
  if (people.length === 0) return <p className="muted">{t('people.none')}</p>;
  return (
    <>
      <DeskTable columns={[t('table.name'), t('table.role'), t('table.presence')]} list={list}>
        {people.map((person) => (
          <tr key={person.principal} className={person.revoked ? 'is-gone' : undefined}>
            <th scope="row">
              {person.name || t('people.unnamed')}
              {person.principal === seat.principal && <span className="muted"> ({t('people.you')})</span>}
            </th>
            <td data-label={t('table.role')}>
              {t(`translation:role.${person.role}`)}
              {person.delegation !== null && (
                <>
                  {' · '}
                  <Nameplate id={person.delegation} />
                </>
              )}
            </td>
            <td data-label={t('table.presence')}>
              <Presence person={person} />
            </td>
            <td className="desk-acts">
              {!person.revoked && person.principal !== seat.principal && (
                <button
                  type="button"
                  className="button small quiet"
                  aria-label={t('people.revokeOf', { name: person.name })}
                  onClick={() => {
                    clear();
                    setLeaving(person);
                  }}
                >
                  {t('people.revoke')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </DeskTable>
      {leaving !== null && (
        <ConfirmDialog
          title={t('people.revokeTitle', { name: leaving.name })}
          confirm={t('people.revokeConfirm')}
          isDanger
          pending={pending}
          refusal={refusal}
          onConfirm={() => void revoke()}
          onClose={() => setLeaving(null)}
        >
          <p>{t('people.revokeExplain')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function Presence({ person }: { readonly person: Person }) {
  const { t } = useWords();
  if (person.revoked) return <span className="chip tone-lapsed">{t('people.ended')}</span>;
  return (
    <span className={person.online ? 'connection connection-live' : 'connection'}>
      <span className="connection-dot" aria-hidden="true" />
      {person.online ? t('people.online') : t('people.offline')}
    </span>
  );
}
