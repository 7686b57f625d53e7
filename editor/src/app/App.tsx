import { assertNever } from '@chapeau/base';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ConferencePage } from './ConferencePage.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Link, readRoute, useAddress } from './router.ts';
import { Waiting } from './Waiting.tsx';

const SeatsPage = lazy(() => import('../signin/SeatsPage.tsx').then(({ SeatsPage }) => ({ default: SeatsPage })));
const JoinPage = lazy(() => import('../signin/JoinPage.tsx').then(({ JoinPage }) => ({ default: JoinPage })));
const NewConferencePage = lazy(() =>
  import('./NewConferencePage.tsx').then(({ NewConferencePage }) => ({ default: NewConferencePage })),
);

/** The whole application: which page an address shows. */
export function App() {
  useAddress();
  return (
    <ErrorBoundary>
      <Suspense fallback={<Waiting />}>
        <Page />
      </Suspense>
    </ErrorBoundary>
  );
}

function Page() {
  const { t } = useTranslation();
  const route = readRoute(location.pathname, location.search);
  switch (route.type) {
    case 'seats':
      return <SeatsPage />;
    case 'join':
      return <JoinPage key={location.hash} />;
    case 'new':
      return <NewConferencePage as={route.as} />;
    case 'conference':
      return <ConferencePage key={`${route.conference}/${route.as}`} route={route} />;
    case 'unknown':
      return (
        <main className="plain-page stack">
          <h1>{t('unknown.title')}</h1>
          <p>{t('unknown.whatToDo')}</p>
          <p>
            <Link href="/">{t('seats.title')}</Link>
          </p>
        </main>
      );
    default:
      return assertNever(route);
  }
}
