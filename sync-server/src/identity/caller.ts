import type { ConferenceId, DelegationId } from '@chapeau/procedure';
import type { Principal, Session } from '../storage/ports.ts';

/** Who asks: a signed-in person, whose session and rights were checked at this moment. */
export interface Caller {
  readonly session: Session;
  readonly principal: Principal;
}

/** A caller who belongs to a conference. */
export interface Member extends Caller {
  readonly principal: Principal & { readonly conference: ConferenceId };
}

/** A member who speaks for a delegation. */
export interface Delegate extends Member {
  readonly principal: Principal & { readonly conference: ConferenceId; readonly delegation: DelegationId };
}

export function isMember(caller: Caller): caller is Member {
  return caller.principal.conference !== null;
}

/** Whether the caller may draft for a delegation: a head or a delegate of one. */
export function isDelegate(caller: Member): caller is Delegate {
  const { role, delegation } = caller.principal;
  return delegation !== null && (role === 'head' || role === 'delegate');
}
