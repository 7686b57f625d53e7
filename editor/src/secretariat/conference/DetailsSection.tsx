import { present } from '@chapeau/base';
import type { ConferenceDetails, ConferenceId } from '@chapeau/procedure';
import { useState } from 'react';
import { useAct } from '../../conference/useAct.ts';
import { useConference } from '../../conference/useConference.ts';
import { useWords } from '../useWords.ts';
import { ConferenceForm } from './ConferenceForm.tsx';
import { type ConferenceInput, detailsOf, inputOf } from './conferenceInput.ts';

/** What the conference is, to be corrected. */
export function DetailsSection() {
  const id = useConference((state) => state.id);
  const details = present(
    useConference((state) => state.details),
    'the details of the conference',
  );
  return <Details id={id} details={details} />;
}

function Details({ id, details }: { readonly id: ConferenceId; readonly details: ConferenceDetails }) {
  const { t } = useWords();
  const { run, pending, refusal, clear } = useAct();
  const [input, setInput] = useState<ConferenceInput>(() => inputOf(id, details));
  const [loaded, setLoaded] = useState(details);
  const [isSaved, setSaved] = useState(false);
  const isChanged = JSON.stringify(detailsOf(input)) !== JSON.stringify(detailsOf(inputOf(id, loaded)));
  // A colleague's change shows at once where nothing was typed here; else what was typed stays.
  if (details !== loaded && !isChanged) {
    setLoaded(details);
    setInput(inputOf(id, details));
  }
  const save = async (sent: ConferenceInput) => {
    const kept = detailsOf(sent);
    if ((await run({ type: 'amend-conference', details: kept })) === null) return;
    setLoaded(kept);
    setInput(inputOf(id, kept));
    setSaved(true);
  };
  return (
    <section className="stack" aria-labelledby="details-title">
      <div>
        <h2 id="details-title" className="desk-title">
          {t('section.details')}
        </h2>
        <p className="muted">{t('conference.amendExplain')}</p>
      </div>
      {details !== loaded && isChanged && (
        <p className="notice caution">
          {t('conference.changedMeanwhile')}{' '}
          <button
            type="button"
            className="button small"
            onClick={() => {
              setLoaded(details);
              setInput(inputOf(id, details));
            }}
          >
            {t('conference.showTheirs')}
          </button>
        </p>
      )}
      <ConferenceForm
        isNew={false}
        input={input}
        onInput={(next) => {
          setInput(next);
          setSaved(false);
          clear();
        }}
        submit={t('translation:common.save')}
        pending={pending}
        refusal={refusal}
        onSubmit={(sent) => void save(sent)}
      />
      <p role="status" className={isSaved ? 'notice good' : 'visually-hidden'}>
        {isSaved ? t('conference.saved') : ''}
      </p>
    </section>
  );
}
