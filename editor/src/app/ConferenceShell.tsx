import { assertNever } from '@chapeau/base';
import type { DocumentState } from '@chapeau/procedure';
import type { Seat } from '@chapeau/protocol';
import { lazy, Suspense, useEffect, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentContext, useConference, useSeat } from '../conference/useConference.ts';
import { TextPage } from '../text/TextPage.tsx';
import type { ConferenceRoute } from './router.ts';
import { EndedNotice } from './EndedNotice.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Header } from './Header.tsx';
import { Announcer } from './Announcer.tsx';
import { StageBanner } from './StageBanner.tsx';
import { Waiting } from './Waiting.tsx';

const OverviewPage = lazy(() => import('../chair/OverviewPage.tsx').then((m) => ({ default: m.OverviewPage })));
const AdoptionPage = lazy(() => import('../adoption/AdoptionPage.tsx').then((m) => ({ default: m.AdoptionPage })));
const SecretariatDesk = lazy(() => import('../secretariat/index.ts').then((m) => ({ default: m.SecretariatDesk })));

interface Props {
  readonly seats: readonly Seat[];
  readonly route: ConferenceRoute;
}

/** The page of a conference: header, stage, and the view that the address names. */
export function ConferenceShell({ seats, route }: Props) {
  const { t } = useTranslation();
  const title = useConference((state) => state.details?.title ?? '');
  const document_ = useConference((state) => shownDocument([...state.documents.values()], route.document));
  useEffect(() => {
    document.title = document_ === null ? title : `${document_.title} – ${title}`;
  }, [title, document_]);
  // Another view or document begins at its head; a text that was read before finds its place itself.
  useLayoutEffect(() => {
    scrollTo(0, 0);
  }, [route.view, document_?.id]);
  return (
    <DocumentContext value={document_?.id ?? null}>
      <a className="skip-link" href="#content">
        {t('app.skipToText')}
      </a>
      <Header seats={seats} route={route} document={document_} />
      <EndedNotice />
      {document_ !== null && <StageBanner route={route} />}
      <main id="content" tabIndex={-1} className={`view view-${route.view}`}>
        <ErrorBoundary key={`${route.view}/${document_?.id}`}>
          <Suspense fallback={<Waiting />}>
            <View route={route} document={document_} />
          </Suspense>
        </ErrorBoundary>
      </main>
      <Announcer />
    </DocumentContext>
  );
}

function View({ route, document }: { readonly route: ConferenceRoute; readonly document: DocumentState | null }) {
  const { role } = useSeat();
  if (route.view === 'secretariat') return role === 'secretariat' ? <SecretariatDesk /> : <NoDocument />;
  if (document === null) return <NoDocument />;
  switch (route.view) {
    case 'text':
      return <TextPage key={document.id} />;
    case 'overview':
      return <OverviewPage key={document.id} />;
    case 'adoption':
      return <AdoptionPage key={document.id} />;
    default:
      return assertNever(route.view);
  }
}

function NoDocument() {
  const { t } = useTranslation();
  const { role } = useSeat();
  return (
    <div className="plain-page stack">
      <h1>{t('conference.noDocument')}</h1>
      <p>{role === 'secretariat' ? t('conference.createAtDesk') : t('conference.waitForSecretariat')}</p>
    </div>
  );
}

function shownDocument(documents: readonly DocumentState[], wanted: string | null): DocumentState | null {
  return documents.find(({ id }) => id === wanted) ?? documents[0] ?? null;
}
