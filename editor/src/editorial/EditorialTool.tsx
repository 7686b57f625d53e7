import { lazy, Suspense, useEffect, useState } from 'react';
import { whenIdle } from './idleTime.ts';
import { useAllFindings, useCheckedText } from './useChecks.ts';

const EditorialMenu = lazy(() => import('./EditorialMenu.tsx').then((m) => ({ default: m.EditorialMenu })));

/** Keeps the text checked, and offers the choice of what is checked once the text itself stands. */
export function EditorialTool() {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let gone = false;
    whenIdle(() => {
      if (!gone) setReady(true);
    });
    return () => {
      gone = true;
    };
  }, []);
  useCheckedText();
  const count = useAllFindings().size;
  return <Suspense fallback={null}>{ready && <EditorialMenu count={count} />}</Suspense>;
}
