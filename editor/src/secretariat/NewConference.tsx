import type { Seat } from '@chapeau/protocol';

/** The form by which a secretariat creates a conference. */
export function NewConference({ seat }: { readonly seat: Seat }) {
  return <p>{seat.name}</p>;
}
