import { Refusal } from '../../app/Refusal.tsx';
import { useWords } from '../useWords.ts';
import { BulkInvite } from './BulkInvite.tsx';
import { InvitationTable } from './InvitationTable.tsx';
import { InviteForm } from './InviteForm.tsx';
import { IssuedLinks } from './IssuedLinks.tsx';
import type { IssuedLink } from './issuedLink.ts';
import { useIssuedLinks } from './issuedLinks.ts';
import { PeopleTable } from './PeopleTable.tsx';
import { useAccess } from './useAccess.ts';

/** Who may come in, who has, and how to end it. */
export function InvitationSection() {
  const { t } = useWords();
  const { access, reload } = useAccess();
  const { issued, keep } = useIssuedLinks();
  const onIssued = (links: readonly IssuedLink[]) => {
    keep(links);
    reload();
  };
  const online = access?.ok ? access.value.people.filter((one) => one.online).length : 0;
  return (
    <section className="stack" aria-labelledby="invitations-title">
      <div>
        <h2 id="invitations-title" className="desk-title">
          {t('section.invitations')}
        </h2>
        <p className="muted">{t('invite.explain')}</p>
      </div>
      <div className="desk-split">
        <div className="desk-card stack tight">
          <h3>{t('invite.title')}</h3>
          <InviteForm onIssued={onIssued} />
        </div>
        {access?.ok && (
          <div className="desk-card stack tight">
            <h3>{t('bulk.title')}</h3>
            <BulkInvite access={access.value} onIssued={onIssued} />
          </div>
        )}
      </div>
      <IssuedLinks links={issued} />
      {access === null && <p className="muted">{t('translation:common.loading')}</p>}
      {access?.ok === false && (
        <>
          <Refusal failure={access.error} />
          <div className="buttons">
            <button type="button" className="button" onClick={reload}>
              {t('translation:common.retry')}
            </button>
          </div>
        </>
      )}
      {access?.ok && (
        <>
          <h3 className="desk-subtitle">{t('invite.list', { count: access.value.invitations.length })}</h3>
          <InvitationTable invitations={access.value.invitations} onRevoked={reload} />
          <h3 className="desk-subtitle">{t('people.title', { count: online })}</h3>
          <PeopleTable people={access.value.people} onRevoked={reload} />
        </>
      )}
    </section>
  );
}
