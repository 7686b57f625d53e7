import * as encoding from 'lib0/encoding';

/** A version 1 update spelled by hand, so that it can say what no Yjs document would. */

export type Id = readonly [client: number, clock: number];

export interface RawBlock {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly Uint8Array[];
  /** What the block says of how many follow; the truth unless given. */
  readonly count?: number;
}

export type RawDeletes = readonly (readonly [
  client: number,
  ranges: readonly (readonly [clock: number, length: number])[],
])[];

export function rawUpdate(blocks: readonly RawBlock[], deletes: RawDeletes = []): Uint8Array {
  return bytes((encoder) => {
    encoding.writeVarUint(encoder, blocks.length);
    for (const { client, clock, structs, count } of blocks) {
      encoding.writeVarUint(encoder, count ?? structs.length);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      for (const struct of structs) encoding.writeUint8Array(encoder, struct);
    }
    encoding.writeVarUint(encoder, deletes.length);
    for (const [client, ranges] of deletes) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });
}

/** Where an item claims to stand. */
export interface At {
  readonly origin?: Id;
  readonly right?: Id;
  readonly parent?: string | Id;
  readonly key?: string;
}

/** An item whose content has number `ref` in Yjs' encoding and is written by `content`. */
export function item(ref: number, at: At, content: (encoder: encoding.Encoder) => void): Uint8Array {
  return bytes((encoder) => {
    const bits =
      (at.origin === undefined ? 0 : 0x80) | (at.right === undefined ? 0 : 0x40) | (at.key === undefined ? 0 : 0x20);
    encoding.writeUint8(encoder, ref | bits);
    if (at.origin !== undefined) writeId(encoder, at.origin);
    if (at.right !== undefined) writeId(encoder, at.right);
    if (at.origin === undefined && at.right === undefined) {
      const parent = at.parent ?? 'text';
      encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0);
      if (typeof parent === 'string') encoding.writeVarString(encoder, parent);
      else writeId(encoder, parent);
      if (at.key !== undefined) encoding.writeVarString(encoder, at.key);
    }
    content(encoder);
  });
}

export const string = (text: string, at: At) => item(4, at, (encoder) => encoding.writeVarString(encoder, text));

export const deleted = (length: number, at: At) => item(1, at, (encoder) => encoding.writeVarUint(encoder, length));

export const format = (key: string, json: string, at: At) =>
  item(6, at, (encoder) => {
    encoding.writeVarString(encoder, key);
    encoding.writeVarString(encoder, json);
  });

export const element = (name: string, at: At) =>
  item(7, at, (encoder) => {
    encoding.writeVarUint(encoder, 3);
    encoding.writeVarString(encoder, name);
  });

/** A shared type by its number: 0 array, 1 map, 2 text, 4 fragment, 6 XML text. */
export const sharedType = (ref: number, at: At) => item(7, at, (encoder) => encoding.writeVarUint(encoder, ref));

export const any = (values: readonly unknown[], at: At) =>
  item(8, at, (encoder) => {
    encoding.writeVarUint(encoder, values.length);
    for (const value of values) encoding.writeAny(encoder, value as encoding.AnyEncodable);
  });

export const collected = (length: number) =>
  bytes((encoder) => {
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, length);
  });

export const skip = (length: number) =>
  bytes((encoder) => {
    encoding.writeUint8(encoder, 10);
    encoding.writeVarUint(encoder, length);
  });

export function bytes(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}

function writeId(encoder: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}
