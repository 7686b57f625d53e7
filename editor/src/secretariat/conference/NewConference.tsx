import type { Seat } from '@chapeau/protocol';
import { useEffect, useState } from 'react';
import { LanguageSwitch } from '../../app/LanguageSwitch.tsx';
import { conferencePath, Link, navigate } from '../../app/router.ts';
import { request } from '../../conference/api.ts';
import { useAsk } from '../../conference/useAct.ts';
import { useWords } from '../useWords.ts';
import { ConferenceForm } from './ConferenceForm.tsx';
import { type ConferenceInput, detailsOf } from './conferenceInput.ts';
import { ownTimeZone } from './timeZones.ts';

/** The form by which a secretariat creates a conference; opens its desk in the new seat. */
export function NewConference({ seat }: { readonly seat: Seat }) {
  const { t } = useWords();
  const { ask, pending, refusal } = useAsk();
  const [input, setInput] = useState<ConferenceInput>(() => ({
    ...{ title: '', id: '', theme: '', place: '', startsOn: '', endsOn: '' },
    ...{ timeZone: ownTimeZone(), sectors: [], numbering: null, checks: null },
  }));
  useEffect(() => {
    document.title = `${t('translation:newConference.title')} – Chapeau`;
  }, [t]);
  const create = async (sent: ConferenceInput) => {
    const body = { id: sent.id, details: detailsOf(sent) };
    const opened = await ask(() => request<Seat>({ method: 'POST', path: '/api/conferences', seat: seat.seat, body }));
    if (opened === null || opened.conference === null) return;
    navigate(`${conferencePath({ conference: opened.conference, as: opened.seat, view: 'secretariat' })}#delegations`);
  };
  return (
    <main className="new-conference stack">
      <div className="new-conference-head">
        <Link href="/" className="wordmark">
          Chapeau
        </Link>
        <LanguageSwitch />
      </div>
      <div>
        <h1>{t('translation:newConference.title')}</h1>
        <p className="muted">{t('conference.newExplain')}</p>
      </div>
      <ConferenceForm
        isNew
        input={input}
        onInput={setInput}
        submit={t('conference.create')}
        pending={pending}
        refusal={refusal}
        onSubmit={(sent) => void create(sent)}
      />
    </main>
  );
}
