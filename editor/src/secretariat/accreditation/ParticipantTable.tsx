import type { ParticipantState } from '@chapeau/procedure';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Refusal } from '../../app/Refusal.tsx';
import { useAct } from '../../conference/useAct.ts';
import { useDelegationName } from '../../conference/useConference.ts';
import { ConfirmDialog } from '../ConfirmDialog.tsx';
import { useWords } from '../useWords.ts';

const order = { state: 0, organisation: 1, other: 2 } as const;

/** Participants in the order of a list of participants: States, organisations, others, each by name in the reader's language. */
export function ParticipantTable({ participants }: { readonly participants: readonly ParticipantState[] }) {
  const { t, i18n } = useWords();
  const name = useDelegationName();
  const [leaving, setLeaving] = useState<ParticipantState | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const { run, pending, refusal, clear } = useAct();
  const collator = new Intl.Collator(i18n.resolvedLanguage);
  const sorted = participants.toSorted(
    (a, b) => order[a.kind] - order[b.kind] || collator.compare(name(a.id), name(b.id)),
  );
  const withdraw = async () => {
    if (leaving === null) return;
    if ((await run({ type: 'withdraw-accreditation', delegation: leaving.id })) === null) return;
    flushSync(() => setLeaving(null));
    // The button that was pressed is in the other list now.
    list.current?.focus();
  };
  const restore = ({ id, name: short, officialName, kind, code }: ParticipantState) =>
    void run({ type: 'accredit', participants: [{ id, name: short, officialName, kind, code }] });
  return (
    <>
      {leaving === null && <Refusal failure={refusal} />}
      <div className="desk-scroll" ref={list} tabIndex={-1}>
        <table className="desk-table">
          <thead>
            <tr>
              <th scope="col">{t('table.participant')}</th>
              <th scope="col">{t('table.officialName')}</th>
              <th scope="col">{t('table.kind')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('table.acts')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </div>
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
