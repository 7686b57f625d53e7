import { parentPort, workerData } from 'node:worker_threads';
import { present } from '@chapeau/base';
import { type DocumentId, stateFromJson } from '@chapeau/procedure';
import { type PrintJob, printed } from './printJob.ts';

/** A job with the state that it is of, as threads can hand it over. */
export interface ThreadedJob {
  readonly job: PrintJob;
  /** JSON of the conference's state. */
  readonly state: string;
  readonly document: DocumentId;
}

// What this thread was started with is its only input, and one file its only answer.
if (parentPort !== null) {
  const { job, state: json, document: id } = workerData as ThreadedJob;
  const state = stateFromJson(JSON.parse(json));
  const document = present(state.documents.get(id), 'the document to be printed');
  parentPort.postMessage(await printed(state, document, job));
}
