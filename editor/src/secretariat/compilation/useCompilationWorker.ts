import type { DraftFormat } from '@chapeau/formats/readDraft';
import type { CompiledParagraph, IntroduceCompilation } from '@chapeau/procedure';
import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  CompilationAnswer,
  CompilationAsk,
  CompilationReport,
  EntryChoices,
  ReadingChoices,
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
  /** Reads it anew; what was read of the same text stays until the answer is there. */
  readonly read: (source: string, format: DraftFormat, choices: ReadingChoices) => void;
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

  const latestRead = useRef(0);
  const lastRead = useRef<string | null>(null);

  const stop = useCallback(() => {
    worker.current?.terminate();
    worker.current = null;
    latest.current += 1;
    lastRead.current = null;
    paragraphs.current = [];
  }, []);
  useEffect(() => stop, [stop]);
  const cancel = useCallback(() => {
    stop();
    setState('idle');
    setReport(null);
    setEntry(null);
    setUpToDate(false);
  }, [stop]);

  const ask = useCallback((question: CompilationAsk) => {
    latest.current = question.id;
    if (question.type === 'read') latestRead.current = question.id;
    worker.current?.postMessage(question);
  }, []);
  const hear = useCallback((answer: CompilationAnswer) => {
    if (answer.type === 'read') {
      paragraphs.current = [];
      if (answer.id !== latestRead.current) return;
      setReport(answer.report);
      setState('ready');
      return;
    }
    // Also of an answer that came too late: the next counts from it.
    paragraphs.current = restored(answer.paragraphs, paragraphs.current);
    if (answer.id !== latest.current) return;
    const { act, starts, left } = answer;
    setEntry({ act: { ...act, paragraphs: paragraphs.current }, starts, left });
    setUpToDate(true);
  }, []);
  const read = useCallback<CompilationWorker['read']>(
    (source, format, choices) => {
      if (lastRead.current !== format + source) {
        cancel();
        setState('reading');
        const started = startWorker();
        worker.current = started;
        lastRead.current = format + source;
        started.addEventListener('error', () => setState('failed'));
        started.addEventListener('message', ({ data }: MessageEvent<CompilationAnswer>) => {
          if (worker.current === started) hear(data);
        });
      }
      setUpToDate(false);
      ask({ type: 'read', id: latest.current + 1, source, format, ...choices });
    },
    [ask, cancel, hear],
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
