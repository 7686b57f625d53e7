import type { DraftFormat } from '@chapeau/formats/readDraft';
import type { CompiledParagraph, IntroduceCompilation } from '@chapeau/procedure';
import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  CompilationAnswer,
  CompilationAsk,
  CompilationReport,
  EntryChoices,
  ShownLeft,
} from './compilationWork.ts';
import { restored } from './sinceLast.ts';
import { startWorker } from './startWorker.ts';

/** The act as the latest choices have it. Paragraphs that they did not change keep their identity. */
export interface PreparedEntry {
  readonly act: IntroduceCompilation;
  /** The offset of the source at which each paragraph begins. */
  readonly starts: readonly number[];
  readonly left: readonly ShownLeft[];
}

export interface CompilationWorker {
  readonly state: 'idle' | 'reading' | 'ready' | 'failed';
  readonly report: CompilationReport | null;
  /** Null until the first is made. */
  readonly entry: PreparedEntry | null;
  /** Whether `entry` is what the latest choices ask for. */
  readonly isUpToDate: boolean;
  readonly read: (source: string, format: DraftFormat, names: readonly string[]) => void;
  readonly enter: (choices: EntryChoices) => void;
  /** Stops what is under way, and forgets what was read. */
  readonly cancel: () => void;
}

/** Reads compilations beside the page, so that it never stands still. */
export function useCompilationWorker(): CompilationWorker {
  const [state, setState] = useState<CompilationWorker['state']>('idle');
  const [report, setReport] = useState<CompilationReport | null>(null);
  const [entry, setEntry] = useState<PreparedEntry | null>(null);
  const [isUpToDate, setUpToDate] = useState(false);
  const worker = useRef<Worker | null>(null);
  const latest = useRef(0);
  const paragraphs = useRef<readonly CompiledParagraph[]>([]);

  const cancel = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
    latest.current += 1;
    paragraphs.current = [];
    setState('idle');
    setReport(null);
    setEntry(null);
    setUpToDate(false);
  }, []);
  useEffect(() => () => worker.current?.terminate(), []);

  const ask = useCallback((question: CompilationAsk) => {
    latest.current = question.id;
    worker.current?.postMessage(question);
  }, []);
  const read = useCallback<CompilationWorker['read']>(
    (source, format, names) => {
      cancel();
      setState('reading');
      const started = startWorker();
      worker.current = started;
      started.addEventListener('error', () => setState('failed'));
      started.addEventListener('message', ({ data }: MessageEvent<CompilationAnswer>) => {
        // Also of an answer that came too late: the next counts from it.
        if (worker.current === started && data.type === 'entry')
          paragraphs.current = restored(data.paragraphs, paragraphs.current);
        if (data.id !== latest.current) return;
        if (data.type === 'read') {
          setReport(data.report);
          setState('ready');
        } else {
          const { act, starts, left } = data;
          setEntry({ act: { ...act, paragraphs: paragraphs.current }, starts, left });
          setUpToDate(true);
        }
      });
      ask({ type: 'read', id: latest.current + 1, source, format, names });
    },
    [ask, cancel],
  );
  const enter = useCallback<CompilationWorker['enter']>(
    (choices) => {
      setUpToDate(false);
      ask({ type: 'enter', id: latest.current + 1, ...choices });
    },
    [ask],
  );
  return { state, report, entry, isUpToDate, read, enter, cancel };
}
