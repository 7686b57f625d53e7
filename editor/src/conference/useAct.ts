import type { Act } from '@chapeau/procedure';
import type { Failure, RecordEntry } from '@chapeau/protocol';
import { useCallback, useState } from 'react';
import { useStore } from './useConference.ts';

export interface Acting {
  /** True once the act is in the record; else the reason is in `refusal`. */
  readonly run: (act: Act) => Promise<readonly RecordEntry[] | null>;
  readonly pending: boolean;
  readonly refusal: Failure | null;
  readonly clear: () => void;
}

/** One button's acts: whether one is under way, and why the latest was refused. */
export function useAct(): Acting {
  const store = useStore();
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const run = useCallback(
    async (act: Act) => {
      setPending(true);
      setRefusal(null);
      const answer = await store.act(act);
      setPending(false);
      if (answer.ok) return answer.value;
      setRefusal(answer.error);
      return null;
    },
    [store],
  );
  const clear = useCallback(() => setRefusal(null), []);
  return { run, pending, refusal, clear };
}

/** The same for a request that is no act. */
export function useAsk() {
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const ask = useCallback(async <T>(asking: () => Promise<{ ok: true; value: T } | { ok: false; error: Failure }>) => {
    setPending(true);
    setRefusal(null);
    const answer = await asking();
    setPending(false);
    if (answer.ok) return answer.value;
    setRefusal(answer.error);
    return null;
  }, []);
  return { ask, pending, refusal, clear: useCallback(() => setRefusal(null), []) };
}
