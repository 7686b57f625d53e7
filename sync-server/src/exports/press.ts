import { Worker } from 'node:worker_threads';
import { type ConferenceState, type DocumentId, stateToJson } from '@chapeau/procedure';
import type { PrintJob } from './printJob.ts';
import type { ThreadedJob } from './printThread.ts';

type File = string | Uint8Array;

/**
 * Prints texts in a thread, one after another, so that nobody's typing waits while a thousand brackets are written. Who asks for what was
 * printed of the same state in the same minute gets the same file. Rejects where the thread fails, which is a bug.
 */
export class Press {
  readonly #printed = new WeakMap<ConferenceState, Map<string, Promise<File>>>();
  #last: Promise<unknown> = Promise.resolve();

  print(state: ConferenceState, document: DocumentId, job: PrintJob): Promise<File> {
    const known = this.#printed.get(state) ?? new Map<string, Promise<File>>();
    this.#printed.set(state, known);
    const { credits, form, positions } = job.wish;
    const key = [document, job.file, credits, form, positions, job.at.slice(0, 'yyyy-mm-ddThh:mm'.length)].join();
    const file =
      known.get(key) ?? this.#next(() => inThread({ job, state: JSON.stringify(stateToJson(state)), document }));
    known.set(key, file);
    return file;
  }

  #next(work: () => Promise<File>): Promise<File> {
    const file = this.#last.then(work);
    this.#last = file.catch(() => {});
    return file;
  }
}

function inThread(job: ThreadedJob): Promise<File> {
  const { promise, resolve, reject } = Promise.withResolvers<File>();
  const thread = new Worker(new URL('./printThread.ts', import.meta.url), { workerData: job });
  thread.once('message', resolve);
  thread.once('error', reject);
  thread.once('exit', (code) => reject(new Error(`the printing thread ended with ${code}`)));
  return promise;
}
