import { accredited } from '@chapeau/procedure';
import { assertNever } from '@chapeau/base';
import { useContext, useState } from 'react';
import { Link, useAddress } from '../app/router.ts';
import { DocumentContext, useConference } from '../conference/useConference.ts';
import { AccreditationSection } from './accreditation/AccreditationSection.tsx';
import { DetailsSection } from './conference/DetailsSection.tsx';
import { DocumentSection } from './draft/DocumentSection.tsx';
import { ExportSection } from './exports/ExportSection.tsx';
import { InvitationSection } from './invitations/InvitationSection.tsx';
import { useWords } from './useWords.ts';

const sections = ['details', 'delegations', 'invitations', 'document', 'exports'] as const;
type Section = (typeof sections)[number];

/** Where the secretariat accredits, invites, enters drafts and takes the results out. The address says which part is shown. */
export function SecretariatDesk() {
  const { t } = useWords();
  useAddress();
  const fallback = useConference((state) =>
    accredited(state).length === 0 ? 'delegations' : state.documents.size === 0 ? 'document' : 'invitations',
  );
  const [first] = useState<Section>(fallback);
  const shown = sections.find((section) => `#${section}` === location.hash) ?? first;
  const hasDocument = useContext(DocumentContext) !== null;
  return (
    <div className="desk page">
      {!hasDocument && <h1 className="visually-hidden">{t('translation:view.secretariat')}</h1>}
      <nav className="desk-nav" aria-label={t('section.label')}>
        <ol>
          {sections.map((section) => (
            <li key={section}>
              <Link
                href={`${location.pathname}${location.search}#${section}`}
                aria-current={section === shown ? 'page' : undefined}
              >
                {t(`section.${section}`)}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <div className="desk-body">
        <Body section={shown} />
      </div>
    </div>
  );
}

function Body({ section }: { readonly section: Section }) {
  switch (section) {
    case 'details':
      return <DetailsSection />;
    case 'delegations':
      return <AccreditationSection />;
    case 'invitations':
      return <InvitationSection />;
    case 'document':
      return <DocumentSection />;
    case 'exports':
      return <ExportSection />;
    default:
      return assertNever(section);
  }
}
