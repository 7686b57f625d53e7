import type { ParticipantState } from '@chapeau/procedure';
import { Refusal } from '../../app/Refusal.tsx';
import { useAct } from '../../conference/useAct.ts';
import { useDelegationName } from '../../conference/useConference.ts';
import { ConfirmDialog } from '../../app/ConfirmDialog.tsx';
import { DeskTable } from '../DeskTable.tsx';
import { useLeavingRow } from '../useLeavingRow.ts';
import { useWords } from '../useWords.ts';

const order = { state: 0, organisation: 1, other: 2 } as const;

/** Participants in the order of a list of participants: States, organisations, others, each by name in the reader's language. */
export function ParticipantTable({ participants }: { readonly participants: readonly ParticipantState[] }) {
  const { t, i18n } = useWords();
  const name = useDelegationName();
  const { leaving, setLeaving, list, hasLeft } = useLeavingRow<ParticipantState>();
  const { run, pending, refusal, clear } = useAct();
  const collator = new Intl.Collator(i18n.resolvedLanguage);
  const sorted = participants.toSorted(
    (a, b) => order[a.kind] - order[b.kind] || collator.compare(name(a.id), name(b.id)),
  );
  const withdraw = async () => {
    if (leaving === null) return;
    if ((await run({ type: 'withdraw-accreditation', delegation: leaving.id })) === null) return;
    hasLeft();
  };
  const restore = ({ id, name: short, officialName, kind, code }: ParticipantState) =>
    void run({ type: 'accredit', participants: [{ id, name: short, officialName, kind, code }] });
  return (
    <>
      {leaving === null && <Refusal failure={refusal} />}
      <DeskTable columns={[t('table.participant'), t('table.officialName'), t('table.kind')]} list={list}>
        {sorted.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <span className="nameplate">
                {one.kind === 'state' && <span className="nameplate-code">{one.id.toUpperCase()}</span>}
                <span className="wraps">{name(one.id)}</span>
              </span>
            </th>
            <td data-label={t('table.officialName')}>{one.officialName}</td>
            <td data-label={t('table.kind')}>{t(`participantKind.${one.kind}`)}</td>
            <td className="desk-acts">
              {one.accredited ? (
                <button
                  type="button"
                  className="button small quiet"
                  aria-label={t('accredit.withdrawOf', { name: name(one.id) })}
                  onClick={() => {
                    clear();
                    setLeaving(one);
                  }}
                >
                  {t('accredit.withdraw')}
                </button>
              ) : (
                <button type="button" className="button small" disabled={pending} onClick={() => restore(one)}>
                  {t('accredit.restore')}
                </button>
              )}
            </td>
          </tr>
        ))}
      </DeskTable>
      {leaving !== null && (
        <ConfirmDialog
          title={t('accredit.withdrawTitle', { name: name(leaving.id) })}
          confirm={t('accredit.withdrawConfirm')}
          isDanger
          pending={pending}
          refusal={refusal}
          onConfirm={() => void withdraw()}
          onClose={() => setLeaving(null)}
        >
          <p>{t('accredit.withdrawExplain')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
