import { present, type Sha256, sha256 } from '@chapeau/base';
import {
  conferenceIdSchema,
  delegationIdSchema,
  documentIdSchema,
  draftIdSchema,
  principalIdSchema,
  roomIdSchema,
} from '@chapeau/procedure';
import { type Head, seal } from '@chapeau/record';
import type {
  Draft,
  Invitation,
  Lease,
  Principal,
  Room,
  RoomUpdate,
  Session,
  StoredEntry,
} from '../../src/storage/ports.ts';

export const conference = conferenceIdSchema.parse('rcdd-2019');
export const otherConference = conferenceIdSchema.parse('icdd-2021');
export const at = '2019-05-07T09:30:00.000Z';
export const chair = principalIdSchema.parse('p-chair');
export const delegate = principalIdSchema.parse('p-bra');
export const room = roomIdSchema.parse('r-1');
export const otherRoom = roomIdSchema.parse('r-2');
const document = documentIdSchema.parse('outcome');
const brazil = delegationIdSchema.parse('bra');
const chile = delegationIdSchema.parse('chl');

/** `count` entries that continue the chain after `head`. */
export function entriesAfter(
  head: Head | null,
  count: number,
  changes: Partial<StoredEntry> = {},
): readonly StoredEntry[] {
  const entries: StoredEntry[] = [];
  let last = head;
  for (let n = 0; n < count; n++) {
    const key = changes.key ?? null;
    const content = { conference, at, actor: delegate, name: 'Ana Lima', delegation: brazil, role: 'delegate', key };
    const { entry, hash, json } = seal(last, { ...content, event: { type: 'sample', n } });
    entries.push({ seq: entry.seq, hash, json, actor: delegate, key, ...changes });
    last = { seq: entry.seq, hash };
  }
  return entries;
}

export function entry(seq: number, changes: Partial<StoredEntry> = {}): StoredEntry {
  return { seq, hash: sha256(String(seq)), actor: delegate, key: null, json: `{"seq":${seq}}`, ...changes };
}

export function roomNamed(id = room, changes: Partial<Room> = {}): Room {
  return { id, conference, document, draft: draftIdSchema.parse('d-1'), epoch: 'epoch-1', closed: false, ...changes };
}

export function update(text: string, changes: Partial<RoomUpdate> = {}): RoomUpdate {
  return { room, principal: delegate, at, bytes: new TextEncoder().encode(text), moves: null, ...changes };
}

export function lease(client: number, changes: Partial<Lease> = {}): Lease {
  return { room, client, principal: delegate, delegation: brazil, ...changes };
}

export function draft(changes: Partial<Draft> = {}): Draft {
  return {
    id: draftIdSchema.parse('d-1'),
    conference,
    document,
    room,
    amendment: null,
    createdBy: delegate,
    sponsors: [brazil],
    invited: [chile],
    status: 'open',
    body: '{"scope":"p-7"}',
    updatedAt: at,
    ...changes,
  };
}

export function principal(changes: Partial<Principal> = {}): Principal {
  return {
    id: delegate,
    conference,
    role: 'delegate',
    delegation: brazil,
    name: 'Ana Lima',
    revoked: false,
    ...changes,
  };
}

export function session(changes: Partial<Session> = {}): Session {
  return {
    tokenHash: sha256('session'),
    seat: 's-1',
    principal: delegate,
    createdAt: '2019-05-07T10:00:00.000Z',
    expiresAt: '2019-05-14T10:00:00.000Z',
    revoked: false,
    ...changes,
  };
}

export function invitation(changes: Partial<Invitation> = {}): Invitation {
  return {
    id: 'i-1',
    tokenHash: sha256('invitation'),
    conference,
    role: 'delegate',
    delegation: brazil,
    note: 'the delegation of Brazil',
    createdAt: at,
    createdBy: null,
    expiresAt: '2019-05-08T09:30:00.000Z',
    usedBy: null,
    usedAt: null,
    revoked: false,
    ...changes,
  };
}

export function headOf(entries: readonly StoredEntry[]): { readonly seq: number; readonly hash: Sha256 } {
  const { seq, hash } = present(entries.at(-1), 'last entry');
  return { seq, hash };
}

export function words(updates: Iterable<Uint8Array>): readonly string[] {
  return [...updates].map((bytes) => new TextDecoder().decode(bytes));
}
