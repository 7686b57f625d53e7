import type { Seat } from '@chapeau/protocol';

/** Whether this seat may open, join and type in private drafts, and take positions. The server decides; this only spares useless buttons. */
export function mayDraft({ role, delegation }: Seat): boolean {
  return delegation !== null && (role === 'head' || role === 'delegate');
}

/** Whether this seat's acts bind its delegation: tabling, withdrawing, stances. */
export function mayBind({ role, delegation }: Seat): boolean {
  return delegation !== null && role === 'head';
}

export function isChair({ role }: Seat): boolean {
  return role === 'chair';
}
