import type { Failure } from '@chapeau/protocol';
import type { i18n as I18n } from 'i18next';

/**
 * A failure in the reader's language by its code, where that is known; else as the server put it, in English. What went wrong on
 * the way to the server has words of the page's own.
 */
export function failureWords(failure: Failure, i18n: I18n): string {
  // The catalogue's keys are typed; the server's codes are open.
  const translate = i18n.t as (key: string, values: Failure['details']) => string;
  const key = [`failure.${failure.code}`, `refusal.${failure.code}`].find((one) => i18n.exists(one));
  return key === undefined ? failure.message : translate(key, failure.details);
}
