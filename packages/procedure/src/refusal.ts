import { err } from '@chapeau/base';

/** Why the rules of procedure forbid an act. `rule` is its number in SPEC.md, `code` what programs and translations go by. */
export interface Refusal {
  readonly rule: string;
  readonly code: string;
  /** In English: what is wrong and what to do. */
  readonly message: string;
  readonly details: Readonly<Record<string, string | number>>;
}

/** A refusal as the failed outcome of a decision. */
export function refuse(
  rule: string,
  code: string,
  message: string,
  details: Readonly<Record<string, string | number>> = {},
): { readonly ok: false; readonly error: Refusal } {
  return err({ rule, code, message, details });
}
