import { PartyRow } from './PartyRow.tsx';
import { useCompilationWords } from './useCompilationWords.ts';
import type { Names } from './useNames.ts';
import type { Walk } from './walk.ts';

interface Props {
  readonly names: Names;
  /** These words are no name. */
  readonly onNoName: (words: readonly string[], isNoName: boolean) => void;
  readonly onWalk: (walk: Walk, at: number) => void;
}

/** Each name of a compilation, and for a person to say whom it means. Those to be decided come first. */
export function PartyDecisions({ names, onNoName, onWalk }: Props) {
  const { parties, present, meant, decide } = names;
  const { t } = useCompilationWords();
  const undecided = parties.filter((party) => meant(party) === undefined);
  if (parties.length === 0) return <p>{t('names.none')}</p>;
  return (
    <>
      <p>{t('names.explain')}</p>
      <div className="buttons">
        <strong role="status">
          {undecided.length === 0 ? t('names.allDecided') : t('names.undecided', { count: undecided.length })}
        </strong>
        {undecided.length > 0 && (
          <button type="button" className="button small" onClick={() => decide(undecided, [])}>
            {t('names.leaveOut')}
          </button>
        )}
      </div>
      <table className="desk-table names-table">
        <thead>
          <tr>
            <th scope="col">{t('names.asWritten')}</th>
            <th scope="col">{t('names.times')}</th>
            <th scope="col">{t('names.means')}</th>
          </tr>
        </thead>
        <tbody>
          {parties.map((party) => (
            <PartyRow
              key={party.key}
              party={party}
              participants={present}
              meant={meant(party)}
              onDecide={(delegations) => decide([party], delegations)}
              onNoName={() => onNoName(party.spellings, true)}
              onWalk={onWalk}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}
