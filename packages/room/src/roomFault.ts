/**
 * Why an update was refused; nothing of it reached the room.
 * - `too-large`: beyond a limit of size, number or work
 * - `malformed`: not a version 1 update, spelled as Yjs spells it
 * - `foreign-client`: writes under a client id that is not the author's
 * - `gap`: leaves out operations that come before it
 * - `duplicate-client`: names one client twice
 * - `unknown-origin`: stands beside or inside something that the room does not hold
 * - `misplaced`: stands between neighbours that its author must have known to be apart, or inside what can hold nothing
 * - `bad-delete-set`: deletes what does not exist, or the same thing twice
 * - `content-type`: content of a kind that no paragraph has
 * - `foreign-root`: writes outside the text
 * - `schema`: would leave a paragraph that the text's schema does not know
 * - `paragraph-id`: claims an identity that the room was not seeded with
 * - `character`: holds a character that agreed text may not hold
 */
export type RoomFaultType =
  | 'too-large'
  | 'malformed'
  | 'foreign-client'
  | 'gap'
  | 'duplicate-client'
  | 'unknown-origin'
  | 'misplaced'
  | 'bad-delete-set'
  | 'content-type'
  | 'foreign-root'
  | 'schema'
  | 'paragraph-id'
  | 'character';

/** A refusal, with one English sentence for the author and for the log. It never quotes what was sent. */
export interface RoomFault {
  readonly type: RoomFaultType;
  readonly message: string;
}

/** Carries a fault out of a decoder or a walk; the gate turns it into a value before anyone else sees it. */
export class Refusal extends Error {
  readonly fault: RoomFault;

  constructor(fault: RoomFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Ends the examination of an update. */
export function refuse(type: RoomFaultType, message: string): never {
  throw new Refusal({ type, message });
}
