import { err, type Result } from '@chapeau/base';
import type { Refusal } from '@chapeau/procedure';
import type { Failure } from '@chapeau/protocol';
import type { StorageRefusal } from './storage/ports.ts';

/** The HTTP statuses by which the server refuses. */
export type RefusedStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 429 | 503;

/** Something that was asked of the server and not done: the status, and the words for whoever asked. */
export interface Refused {
  readonly status: RefusedStatus;
  readonly failure: Failure;
}

/** The outcome of a request. */
export type Outcome<T> = Result<T, Refused>;

/** A refusal as a value. `message` says in English what to do; `code` is stable. */
export function refuse(
  status: RefusedStatus,
  code: string,
  message: string,
  details: Failure['details'] = {},
): { readonly ok: false; readonly error: Refused } {
  return err({ status, failure: { code, message, rule: null, details } });
}

/** The same words for what does not exist and for what is not theirs to see, so that nobody learns by guessing. */
export function notFound(what: string): { readonly ok: false; readonly error: Refused } {
  return refuse(404, 'not-found', `There is no such ${what}, or it is not yours to see.`);
}

/** A refusal by a rule of procedure. */
export function refusedByRule(refusal: Refusal): { readonly ok: false; readonly error: Refused } {
  return err({
    status: 409,
    failure: { code: refusal.code, message: refusal.message, rule: refusal.rule, details: { ...refusal.details } },
  });
}

/** What storage would not take. Nothing was stored. */
export function refusedByStorage(refusal: StorageRefusal): { readonly ok: false; readonly error: Refused } {
  switch (refusal.type) {
    case 'read-only':
      return refuse(
        503,
        'storage-full',
        'The disk of the server is full: nothing was changed. Reading goes on; ask the operator to make room, then try again.',
      );
    case 'conflict':
      return refuse(
        409,
        'changed-meanwhile',
        'Somebody else changed this at the same moment. Look again, then repeat.',
      );
  }
}
