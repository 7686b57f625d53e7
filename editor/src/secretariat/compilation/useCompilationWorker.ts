import type { LeftOut } from '@chapeau/formats/compilation';
import type { DraftFormat } from '@chapeau/formats/readDraft';
import type { DelegationId, DocumentId, IntroduceCompilation } from '@chapeau/procedure';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CompilationAnswer, CompilationAsk, CompilationReport } from './compilationWork.ts';
import { startWorker } from './startWorker.ts';

export interface CompilationWorker {
  readonly state: 'idle' | 'reading' | 'ready' | 'failed';
  readonly report: CompilationReport | null;
  /** The act as the latest choices have it; null while it is being made. */
  readonly entry: { readonly act: IntroduceCompilation; readonly left: readonly LeftOut[] } | null;
  readonly read: (source: string, format: DraftFormat) => void;
  readonly enter: (
    document: DocumentId,
    revision: number,
    parties: readonly (readonly [string, readonly DelegationId[]])[],
  ) => void;
  /** Stops what is under way, and forgets what was read. */
  readonly cancel: () => void;
}

/** Reads compilations beside the page, so that it never stands still. */
export function useCompilationWorker(): CompilationWorker {
  const [state, setState] = useState<CompilationWorker['state']>('idle');
  const [report, setReport] = useState<CompilationReport | null>(null);
  const [entry, setEntry] = useState<CompilationWorker['entry']>(null);
  const worker = useRef<Worker | null>(null);
  const latest = useRef(0);

  const cancel = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
    latest.current += 1;
    setState('idle');
    setReport(null);
    setEntry(null);
  }, []);
  useEffect(() => () => worker.current?.terminate(), []);

  const ask = useCallback((question: CompilationAsk) => {
    latest.current = question.id;
    worker.current?.postMessage(question);
  }, []);
  const read = useCallback(
    (source: string, format: DraftFormat) => {
      cancel();
      setState('reading');
      const started = startWorker();
      worker.current = started;
      started.addEventListener('error', () => setState('failed'));
      started.addEventListener('message', ({ data }: MessageEvent<CompilationAnswer>) => {
        if (data.id !== latest.current) return;
        if (data.type === 'read') {
          setReport(data.report);
          setState('ready');
        } else setEntry({ act: data.act, left: data.left });
      });
      ask({ type: 'read', id: latest.current + 1, source, format });
    },
    [ask, cancel],
  );
  const enter = useCallback<CompilationWorker['enter']>(
    (document, revision, parties) => ask({ type: 'enter', id: latest.current + 1, document, revision, parties }),
    [ask],
  );
  return { state, report, entry, read, enter, cancel };
}
