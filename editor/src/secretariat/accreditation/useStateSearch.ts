import type { Failure, State } from '@chapeau/protocol';
import { useEffect, useState } from 'react';
import { request } from '../../conference/api.ts';
import { useSeat } from '../../conference/useConference.ts';

/** After so long without a further key (ms), the server is asked. */
const pause = 150;

export interface StateSearch {
  readonly found: readonly State[];
  readonly searching: boolean;
  readonly failure: Failure | null;
}

interface Result extends Omit<StateSearch, 'searching'> {
  /** What it answers; null before the first answer. */
  readonly search: string | null;
}

/** The States of the United Nations list that match; all of them where nothing is searched for. Earlier results stay until the next are there. */
export function useStateSearch(search: string): StateSearch {
  const { seat } = useSeat();
  const [result, setResult] = useState<Result>({ search: null, found: [], failure: null });
  useEffect(() => {
    const line = new AbortController();
    const timer = setTimeout(
      () => {
        const path = `/api/states?search=${encodeURIComponent(search.trim())}`;
        void request<{ readonly states: readonly State[] }>({ path, seat, signal: line.signal }).then((answer) => {
          if (line.signal.aborted) return;
          setResult(
            answer.ok
              ? { search, found: answer.value.states, failure: null }
              : { search, found: [], failure: answer.error },
          );
        });
      },
      search === '' ? 0 : pause,
    );
    return () => {
      clearTimeout(timer);
      line.abort();
    };
  }, [search, seat]);
  return { found: result.found, failure: result.failure, searching: result.search !== search };
}
