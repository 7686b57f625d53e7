import { randomInt } from 'node:crypto';
import { err, ok, type Result } from '@chapeau/base';
import type { RoomId } from '@chapeau/procedure';
import type { Lease, Principal, RoomStore, StorageRefusal } from '../storage/ports.ts';

/** A Yjs client id to write under from one page load, and the history that it belongs to. */
export interface LeaseGrant {
  readonly client: number;
  readonly epoch: string;
}

/** `none`: there is no such room. */
export type LeaseRefusal = StorageRefusal | { readonly type: 'none' | 'closed' | 'too-many' };

/** Whom to lend to, and how many leases one principal may collect in a room. */
export interface LeaseWanted {
  readonly room: RoomId;
  readonly principal: Principal;
  readonly most: number;
}

/** Lends a client id that the room has never lent before, durably. */
export function grantLease(
  store: RoomStore,
  { room: id, principal, most }: LeaseWanted,
): Result<LeaseGrant & { readonly lease: Lease }, LeaseRefusal> {
  const room = store.find(id);
  if (room === null) return err({ type: 'none' });
  if (room.closed) return err({ type: 'closed' });
  const leases = store.leases(id);
  if (leases.filter((lease) => lease.principal === principal.id).length >= most) return err({ type: 'too-many' });
  const taken = new Set(leases.map((lease) => lease.client));
  let client = newClient();
  while (taken.has(client)) client = newClient();
  const lease = { room: id, client, principal: principal.id, delegation: principal.delegation };
  const stored = store.lease(lease);
  return stored.ok ? ok({ client, epoch: room.epoch, lease }) : stored;
}

/** Yjs client ids have 32 bits. */
export function newClient(): number {
  return randomInt(1, 2 ** 32);
}
