import { Worker } from 'node:worker_threads';
import { type ConferenceState, type DocumentId, stateToJson } from '@chapeau/procedure';
import type { PrintJob } from './printJob.ts';
import type { ThreadedJob } from './printThread.ts';

type File = string | Uint8Array;

/** What was printed of one state in one minute, and what is being printed. */
interface Tray {
  readonly minute: string;
  readonly files: Map<string, Promise<File>>;
}

/**
 * Prints texts in a thread, one after another, so that nobody's typing waits while a thousand brackets are written. Who asks for what was
 * printed of the same state in the same minute gets the same file. Rejects where the thread fails, which is a bug; whoever asks next has
 * it tried again.
 */
export class Press {
  readonly #thread: (job: ThreadedJob) => Promise<File>;
  readonly #trays = new WeakMap<ConferenceState, Tray>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(thread = inThread) {
    this.#thread = thread;
  }

  print(state: ConferenceState, document: DocumentId, job: PrintJob): Promise<File> {
    const { files } = this.#tray(state, job.at.slice(0, 'yyyy-mm-ddThh:mm'.length));
    const { credits, form, positions } = job.wish;
    const key = [document, job.file, credits, form, positions].join();
    const known = files.get(key);
    if (known !== undefined) return known;
    const file = this.#next(() => this.#thread({ job, state: JSON.stringify(stateToJson(state)), document }));
    files.set(key, file);
    file.catch(() => files.delete(key));
    return file;
  }

  /** A conference may rest in one state for years: what was printed in another minute goes. */
  #tray(state: ConferenceState, minute: string): Tray {
    const known = this.#trays.get(state);
    if (known?.minute === minute) return known;
    const tray = { minute, files: new Map<string, Promise<File>>() };
    this.#trays.set(state, tray);
    return tray;
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
