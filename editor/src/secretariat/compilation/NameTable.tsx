import type { ParticipantState } from '@chapeau/procedure';
import { type FormEvent, useState } from 'react';
import { useDelegationName } from '../../conference/useConference.ts';
import type { KnownNames } from './knownNames.ts';
import { useCompilationWords } from './useCompilationWords.ts';

interface Props {
  readonly known: KnownNames;
  /** Words that are no names in the text in hand. */
  readonly noNames: readonly string[];
  /** These words are a name after all. */
  readonly onName: (words: string) => void;
  readonly participants: readonly ParticipantState[];
  /** `isNew`: a name was added, by which the text may read otherwise. */
  readonly onChange: (known: KnownNames, isNew: boolean) => void;
}

/** The names that are remembered for texts of this conference, to be added to and taken away. */
export function NameTable({ known, noNames, participants, onName, onChange }: Props) {
  const { t } = useCompilationWords();
  const name = useDelegationName();
  const [written, setWritten] = useState('');
  const [means, setMeans] = useState('');
  const names = Object.entries(known).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const delegation = participants.find(({ id }) => id === means)?.id;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (delegation === undefined || written.trim() === '') return;
    onChange({ ...known, [written.trim()]: [delegation] }, true);
    setWritten('');
    setMeans('');
  };
  const forget = (spelling: string) => onChange(Object.fromEntries(names.filter(([one]) => one !== spelling)), false);
  return (
    <details className="desk-card">
      <summary>{t('names.table', { count: names.length + noNames.length })}</summary>
      <div className="stack tight">
        <p className="small muted">{t('names.tableExplain')}</p>
        <ul className="check-list small">
          {names.map(([spelling, ids]) => (
            <li key={spelling}>
              <strong>{spelling}</strong>
              <span>{ids.map(name).join(', ')}</span>
              <button
                type="button"
                className="button small quiet"
                aria-label={t('names.forgetOf', { name: spelling })}
                onClick={() => forget(spelling)}
              >
                {t('names.forget')}
              </button>
            </li>
          ))}
          {noNames.map((words) => (
            <li key={words}>
              <strong>{words}</strong>
              <span>{t('names.isNoName')}</span>
              <button
                type="button"
                className="button small quiet"
                aria-label={t('names.forgetOf', { name: words })}
                onClick={() => onName(words)}
              >
                {t('names.forget')}
              </button>
            </li>
          ))}
        </ul>
        <form className="desk-columns" onSubmit={add}>
          <div className="field">
            <label htmlFor="compilation-name">{t('names.asWritten')}</label>
            <input
              id="compilation-name"
              className="input"
              maxLength={60}
              value={written}
              onChange={(event) => setWritten(event.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor="compilation-name-means">{t('names.means')}</label>
            <select
              id="compilation-name-means"
              className="select"
              value={means}
              onChange={(event) => setMeans(event.target.value)}
            >
              <option value="">{t('names.decide')}</option>
              {participants.map(({ id }) => (
                <option key={id} value={id}>
                  {name(id)}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="button" disabled={delegation === undefined || written.trim() === ''}>
            {t('names.add')}
          </button>
        </form>
      </div>
    </details>
  );
}
