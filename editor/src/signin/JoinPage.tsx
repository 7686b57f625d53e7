import './signin.css';
import type { Failure, InvitationPreview } from '@chapeau/protocol';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../app/LanguageSwitch.tsx';
import { Refusal } from '../app/Refusal.tsx';
import { conferencePath, Link, navigate } from '../app/router.ts';
import { anonymous } from '../conference/api.ts';

/** `/join#token`: what a sign-in link is for; asks for the person's name; signs in. The token leaves the address bar once it is used. */
export function JoinPage() {
  const { t } = useTranslation();
  const [token] = useState(() => location.hash.slice(1));
  const [preview, setPreview] = useState<InvitationPreview | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    document.title = `${t('join.title')} – Chapeau`;
    if (token.length < 20) return;
    void anonymous.lookUpInvitation(token).then((answer) => {
      if (answer.ok) setPreview(answer.value);
      else setFailure(answer.error);
    });
  }, [token, t]);
  return (
    <main className="plain-page stack">
      <div className="plain-head">
        <p className="wordmark">Chapeau</p>
        <LanguageSwitch />
      </div>
      {token.length < 20 && <p className="notice caution">{t('join.incomplete')}</p>}
      <Refusal failure={failure} />
      {preview === null && failure === null && token.length >= 20 && <p role="status">{t('join.looking')}</p>}
      {preview !== null && <Invitation token={token} preview={preview} />}
    </main>
  );
}

function Invitation({ token, preview }: { readonly token: string; readonly preview: InvitationPreview }) {
  const { t } = useTranslation();
  return (
    <>
      <div>
        <p className="muted">{t('join.for')}</p>
        <h1>{preview.conferenceTitle || t('seats.installation')}</h1>
        <p className="join-as">
          {t('join.as')}{' '}
          <strong>
            {t(`role.${preview.role}`)}
            {preview.delegationName !== '' && `, ${preview.delegationName}`}
          </strong>
        </p>
      </div>
      <InvitationState token={token} preview={preview} />
    </>
  );
}

function InvitationState({ token, preview }: { readonly token: string; readonly preview: InvitationPreview }) {
  const { t } = useTranslation();
  if (preview.seat !== null) return <AlreadyHere seat={preview.seat} />;
  switch (preview.status) {
    case 'valid':
      return <SignInForm token={token} />;
    case 'used':
      return <p className="notice caution">{t('join.used')}</p>;
    case 'expired':
      return <p className="notice caution">{t('join.expired')}</p>;
    case 'revoked':
      return <p className="notice caution">{t('join.revoked')}</p>;
  }
}

/** A second click on the same link goes on where the first left off. */
function AlreadyHere({ seat }: { readonly seat: string }) {
  const { t } = useTranslation();
  const goOn = async () => {
    const answer = await anonymous.seats();
    const found = answer.ok ? answer.value.seats.find((one) => one.seat === seat) : undefined;
    const conference = found?.conference ?? null;
    navigate(
      conference === null ? (found === undefined ? '/' : `/new?as=${seat}`) : conferencePath({ conference, as: seat }),
    );
  };
  return (
    <div className="stack">
      <p className="notice good">{t('join.here')}</p>
      <div className="buttons">
        <button type="button" className="button primary" onClick={() => void goOn()}>
          {t('join.goOn')}
        </button>
        <Link className="button" href="/">
          {t('seats.all')}
        </Link>
      </div>
    </div>
  );
}

function SignInForm({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    const answer = await anonymous.signIn(token, name.trim());
    setPending(false);
    if (!answer.ok) {
      setFailure(answer.error);
      return;
    }
    const { conference, seat } = answer.value;
    navigate(conference === null ? `/new?as=${seat}` : conferencePath({ conference, as: seat }), true);
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor="name">{t('join.yourName')}</label>
        <input
          id="name"
          className="input"
          autoComplete="name"
          required
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
          aria-describedby="name-hint"
        />
        <p id="name-hint" className="hint">
          {t('join.nameHint')}
        </p>
      </div>
      <div className="buttons">
        <button type="submit" className="button primary" disabled={pending || name.trim() === ''}>
          {t('join.submit')}
        </button>
      </div>
      <Refusal failure={failure} />
    </form>
  );
}
