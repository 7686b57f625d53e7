import type { Result, Sha256 } from '@chapeau/base';
import type {
  AmendmentId,
  ConferenceId,
  DelegationId,
  DocumentId,
  DraftId,
  PrincipalId,
  Role,
  RoomId,
} from '@chapeau/procedure';

/** A record entry as stored: its canonical JSON, which is what was hashed. */
export interface StoredEntry {
  readonly seq: number;
  readonly hash: Sha256;
  /** The acting principal and the idempotency key of the act, unique together in a conference; null where the server itself wrote. */
  readonly actor: PrincipalId | null;
  readonly key: string | null;
  readonly json: string;
}

/** Why storage did not take something. Nothing of it was stored. */
export type StorageRefusal =
  /** Something else came first. `seq`: the conference's last in the record, 0 in the other stores. */
  | { readonly type: 'conflict'; readonly seq: number }
  /** The disk is full; reads go on, writes are refused until there is room again. */
  | { readonly type: 'read-only' };

/** The record: one append-only list of entries a conference, durable when `append` returns. */
export interface RecordStore {
  /**
   * Appends all or nothing, when the conference's last seq is `expectedSeq` (0 for none) and no earlier append brought an
   * entry with the same actor and key; a conflict otherwise.
   */
  append(conference: ConferenceId, expectedSeq: number, entries: readonly StoredEntry[]): Result<null, StorageRefusal>;
  /** Entries with `from < seq <= to`, in order. */
  read(conference: ConferenceId, from: number, to?: number): Iterable<StoredEntry>;
  head(conference: ConferenceId): { readonly seq: number; readonly hash: Sha256 } | null;
  /** The entries of the one act that had this key, in order; none when it was never appended. */
  byKey(conference: ConferenceId, actor: PrincipalId, key: string): readonly StoredEntry[];
  conferences(): readonly ConferenceId[];
}

export interface Room {
  readonly id: RoomId;
  readonly conference: ConferenceId;
  readonly document: DocumentId;
  /** Null for the room of the drafting stage over the whole text. */
  readonly draft: DraftId | null;
  /** Changes after a restore from backup, so that old clients do not merge two histories. */
  readonly epoch: string;
  readonly closed: boolean;
}

export interface RoomUpdate {
  readonly room: RoomId;
  readonly principal: PrincipalId | null;
  readonly at: string;
  readonly bytes: Uint8Array;
  /** Which of its words were only moved, as the gate spells it; null for none. */
  readonly moves: Uint8Array | null;
}

/** A room's whole document, and which of its words were only moved. */
export type RoomSnapshot = Pick<RoomUpdate, 'bytes' | 'moves'>;

/** A Yjs client id lent to one page load of one principal in one room, and the delegation it speaks for. */
export interface Lease {
  readonly room: RoomId;
  readonly client: number;
  readonly principal: PrincipalId | null;
  readonly delegation: DelegationId | null;
}

/**
 * The numbers of the first update in a room's log, which is its seed, and of the last. There are no gaps, and no update
 * gets a number that another had. A compaction leaves two: it saves `last - first - 1`.
 */
export interface RoomLog {
  readonly first: number;
  readonly last: number;
}

/** Drafting rooms: their log of updates and their leases. A room that is written to exists, or the method throws. */
export interface RoomStore {
  /** Conflict when a room of that id exists. */
  create(room: Room, seed: Uint8Array, leases: readonly Lease[], at: string): Result<null, StorageRefusal>;
  find(room: RoomId): Room | null;
  close(room: RoomId): Result<null, StorageRefusal>;
  /** All updates of a tick, of any number of rooms, in one durable commit. */
  append(updates: readonly RoomUpdate[]): Result<null, StorageRefusal>;
  /** The room's updates in order, the seed first. */
  updates(room: RoomId): Iterable<Uint8Array>;
  /** What the room's updates moved, in their order; nothing for those that moved none. */
  moves(room: RoomId): Iterable<Uint8Array>;
  /** How far the log reaches now. Costs nothing to ask; throws for an unknown room. */
  log(room: RoomId): RoomLog;
  /**
   * Replaces the updates after the seed, up to and including number `upTo`, by one snapshot that holds the same document.
   * The seed stays the first, since the gate reads from it who founded the room; later updates stay as they are.
   * `upTo` is `log(room).last` of the moment at which the snapshot held every update appended; the seed's own number, or
   * one that the log has not, is a bug. Attribution lives in the ids inside the snapshot, and in its moves.
   */
  compact(room: RoomId, snapshot: RoomSnapshot, upTo: number, at: string): Result<null, StorageRefusal>;
  /** Conflict when the room has lent that client id before, to whomever. A lease is never changed or removed. */
  lease(lease: Lease): Result<null, StorageRefusal>;
  leases(room: RoomId): readonly Lease[];
}

/** A delegation's draft of an amendment, private to its sponsors and those they invited. The words are in its room. */
export interface Draft {
  readonly id: DraftId;
  readonly conference: ConferenceId;
  readonly document: DocumentId;
  readonly room: RoomId;
  /** The tabled amendment of which this will be the next version; null for a first version. */
  readonly amendment: AmendmentId | null;
  readonly createdBy: PrincipalId;
  /** The delegation that opened the draft first, then those that joined. */
  readonly sponsors: readonly DelegationId[];
  readonly invited: readonly DelegationId[];
  readonly status: 'open' | 'tabled' | 'discarded';
  /** Scope, base wording, tags and rationale, as JSON that the service above reads. */
  readonly body: string;
  readonly updatedAt: string;
}

export interface DraftStore {
  /** Stores a new draft or what changed; conflict where conference, document or creator would change. */
  put(draft: Draft): Result<null, StorageRefusal>;
  find(draft: DraftId): Draft | null;
  /** In the order in which they were first put; so are the lists below. */
  ofConference(conference: ConferenceId): readonly Draft[];
}

export interface Principal {
  readonly id: PrincipalId;
  /** Null for the secretariat of the installation, which may only create conferences. */
  readonly conference: ConferenceId | null;
  readonly role: Role;
  readonly delegation: DelegationId | null;
  readonly name: string;
  readonly revoked: boolean;
}

/** A signed-in principal on one device. `seat` is public and tells the sessions of one browser apart; the token is stored only as its hash. */
export interface Session {
  readonly tokenHash: Sha256;
  readonly seat: string;
  readonly principal: PrincipalId;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revoked: boolean;
}

export interface Invitation {
  readonly id: string;
  readonly tokenHash: Sha256;
  readonly conference: ConferenceId | null;
  readonly role: Role;
  readonly delegation: DelegationId | null;
  /** Whom it is meant for, in the inviter's words. */
  readonly note: string;
  readonly createdAt: string;
  readonly createdBy: PrincipalId | null;
  readonly expiresAt: string;
  readonly usedBy: PrincipalId | null;
  readonly usedAt: string | null;
  readonly revoked: boolean;
}

/** A stored row is changed by putting it again. What says whose it is never changes: putting that anew is a conflict. */
export interface PeopleStore {
  putPrincipal(principal: Principal): Result<null, StorageRefusal>;
  principal(id: PrincipalId): Principal | null;
  principals(conference: ConferenceId | null): readonly Principal[];
  /** Revoking is for good. */
  putSession(session: Session): Result<null, StorageRefusal>;
  session(tokenHash: Sha256): Session | null;
  sessions(principal: PrincipalId): readonly Session[];
  /** Revoking is for good; so is having been used. */
  putInvitation(invitation: Invitation): Result<null, StorageRefusal>;
  /**
   * Stores the principal and the session and marks the invitation used by the one when the other was made, all or nothing;
   * conflict when it was used or revoked in between.
   */
  redeem(invitation: Invitation, principal: Principal, session: Session): Result<null, StorageRefusal>;
  invitation(tokenHash: Sha256): Invitation | null;
  invitations(conference: ConferenceId | null): readonly Invitation[];
}

/** Thrown where storage cannot be opened or copied; the message is a sentence for whoever runs the server. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
}

/** All that the server keeps. One process writes. */
export interface Storage {
  readonly record: RecordStore;
  readonly rooms: RoomStore;
  readonly drafts: DraftStore;
  readonly people: PeopleStore;
  /** A copy of one moment into a new file, made while reading and writing go on. Rejects when the file exists. */
  backup(path: string): Promise<void>;
  /** Throws when the storage cannot answer. */
  ping(): void;
  close(): void;
}
