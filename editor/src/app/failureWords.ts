import type { Failure } from '@chapeau/protocol';
import type { i18n as I18n } from 'i18next';

/** A failure in the reader's language by its code; in English as the server put it where no translation is known. */
export function failureWords(failure: Failure, i18n: I18n): string {
  const key = `failure.${failure.code}`;
  // The catalogue's keys are typed; the server's codes are open.
  const translate = i18n.t as (key: string, values: Failure['details']) => string;
  return i18n.exists(key) ? translate(key, failure.details) : failure.message;
}
