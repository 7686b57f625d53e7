import { type Mark, marks } from '@chapeau/text';
import * as decoding from 'lib0/decoding';
import { paragraphElement, roomRoot } from './roomDocument.ts';
import { refuse } from './roomFault.ts';
import type { RoomLimits } from './roomLimits.ts';

/** The name of one operation, or of one unit of a run of text: `clock` counts a client's units from 0. */
export interface UnitId {
  readonly client: number;
  readonly clock: number;
}

/** What an item brings; the closed list of what a room may hold. */
export type FrameContent =
  | { readonly type: 'deleted'; readonly length: number }
  | { readonly type: 'string'; readonly text: string }
  | { readonly type: 'format'; readonly mark: Mark; readonly on: boolean }
  | { readonly type: 'paragraph' }
  | { readonly type: 'words' }
  | { readonly type: 'attribute'; readonly values: readonly (string | number)[] };

/** An operation of an update. `parent` and `key` are null where Yjs takes them from a neighbour. */
export interface FrameItem {
  readonly type: 'item';
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly origin: UnitId | null;
  readonly rightOrigin: UnitId | null;
  readonly parent: UnitId | typeof roomRoot | null;
  readonly key: string | null;
  readonly content: FrameContent;
}

/** Operations whose content its author has already thrown away. */
export interface FrameCollected {
  readonly type: 'collected';
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

export type FrameStruct = FrameItem | FrameCollected;

/** One client's operations, in order and without a gap from `clock` to `end` (exclusive). */
export interface FrameBlock {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
  readonly structs: readonly FrameStruct[];
}

/** A stretch of a client's units to delete, from `clock` to `end` (exclusive). */
export interface DeleteRange {
  readonly client: number;
  readonly clock: number;
  readonly end: number;
}

/** A version 1 update, read strictly: what could be read in two ways was refused. */
export interface UpdateFrame {
  readonly blocks: readonly FrameBlock[];
  readonly deletes: readonly DeleteRange[];
}

/** Client ids are 32-bit in Yjs; clocks stay where every reader counts them exactly. */
const greatestClient = 0xffff_ffff;
const greatestClock = 0x7fff_ffff;

/** Bits of the byte that opens an operation, and the numbers of contents, as in Yjs' own encoding. */
const contentBits = 0b0001_1111;
const hasKey = 0b0010_0000;
const hasRightOrigin = 0b0100_0000;
const hasOrigin = 0b1000_0000;

/**
 * Reads an update without applying it, in time and memory linear in its bytes.
 * Throws a Refusal, or whatever the byte decoder throws at the end of its input.
 */
export function readUpdateFrame(update: Uint8Array, limits: RoomLimits): UpdateFrame {
  if (update.byteLength > limits.maxUpdateBytes) refuse('too-large', 'The change is larger than one message may be.');
  const decoder = decoding.createDecoder(update);
  const blocks = readBlocks(decoder, limits);
  const deletes = readDeletes(decoder);
  if (decoding.hasContent(decoder)) refuse('malformed', 'The change has bytes behind its end.');
  return { blocks, deletes };
}

function readBlocks(decoder: decoding.Decoder, limits: RoomLimits): readonly FrameBlock[] {
  const blocks: FrameBlock[] = [];
  const seen = new Set<number>();
  for (let rest = decoding.readVarUint(decoder); rest > 0; rest -= 1) {
    const count = decoding.readVarUint(decoder);
    const client = readClient(decoder);
    if (count === 0) refuse('malformed', 'The change names an author without any operation.');
    if (seen.has(client)) refuse('duplicate-client', 'The change names one author twice.');
    seen.add(client);
    blocks.push(readBlock(decoder, client, count, limits));
  }
  return blocks;
}

function readBlock(decoder: decoding.Decoder, client: number, count: number, limits: RoomLimits): FrameBlock {
  const clock = readClock(decoder);
  const structs: FrameStruct[] = [];
  let end = clock;
  for (let rest = count; rest > 0; rest -= 1) {
    const struct = readStruct(decoder, client, end, limits);
    if (struct.length === 0) refuse('malformed', 'The change has an operation without content.');
    end += struct.length;
    if (end > greatestClock) refuse('too-large', 'The change counts further than an author can write.');
    structs.push(struct);
  }
  return { client, clock, end, structs };
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number, limits: RoomLimits): FrameStruct {
  if (!decoding.hasContent(decoder)) refuse('malformed', 'The change ends before its operations do.');
  const info = decoding.readUint8(decoder);
  const number = info & contentBits;
  if (number === 10) refuse('gap', 'The change skips operations that come before it.');
  if (number === 0) {
    if (info !== 0) refuse('malformed', 'The change spells an operation in a way that Yjs does not.');
    return { type: 'collected', client, clock, length: readDeletedRun(decoder, limits) };
  }
  const origin = (info & hasOrigin) === 0 ? null : readUnitId(decoder);
  const rightOrigin = (info & hasRightOrigin) === 0 ? null : readUnitId(decoder);
  const free = origin === null && rightOrigin === null;
  const parent = free ? readParent(decoder) : null;
  const key = free && (info & hasKey) !== 0 ? readKey(decoder) : null;
  const content = readContent(decoder, number, limits);
  return { type: 'item', client, clock, length: lengthOf(content), origin, rightOrigin, parent, key, content };
}

function readParent(decoder: decoding.Decoder): UnitId | typeof roomRoot {
  const isRoot = decoding.readVarUint(decoder);
  if (isRoot > 1) refuse('malformed', 'The change spells a parent in a way that Yjs does not.');
  if (isRoot === 0) return readUnitId(decoder);
  if (decoding.readVarString(decoder) !== roomRoot) refuse('foreign-root', 'The change writes outside the text.');
  return roomRoot;
}

function readKey(decoder: decoding.Decoder): string {
  const key = decoding.readVarString(decoder);
  if (!attributeKeys.has(key)) refuse('schema', 'The change sets a property that paragraphs do not have.');
  return key;
}

const attributeKeys: ReadonlySet<string> = new Set(['id', 'kind', 'level']);

function readContent(decoder: decoding.Decoder, number: number, limits: RoomLimits): FrameContent {
  switch (number) {
    case 1:
      return { type: 'deleted', length: readDeletedRun(decoder, limits) };
    case 4:
      return { type: 'string', text: decoding.readVarString(decoder) };
    case 6:
      return readFormat(decoder);
    case 7:
      return readNode(decoder);
    case 8:
      return { type: 'attribute', values: readAttributeValues(decoder) };
    default:
      return refuse('content-type', 'The change holds content of a kind that paragraphs do not have.');
  }
}

function readFormat(decoder: decoding.Decoder): FrameContent {
  const name = decoding.readVarString(decoder);
  const mark = marks.find((known) => known === name);
  if (mark === undefined) refuse('schema', 'The change uses formatting other than bold, italic and underline.');
  // The JSON is compared, never parsed: y-prosemirror writes these two spellings and no other.
  const value = decoding.readVarString(decoder);
  if (value !== '{}' && value !== 'null') refuse('schema', 'The change gives formatting a value that it cannot have.');
  return { type: 'format', mark, on: value === '{}' };
}

function readNode(decoder: decoding.Decoder): FrameContent {
  const reference = decoding.readVarUint(decoder);
  if (reference === 6) return { type: 'words' };
  if (reference !== 3) refuse('content-type', 'The change holds a shared type that rooms do not have.');
  if (decoding.readVarString(decoder) !== paragraphElement) {
    refuse('schema', 'The change holds something other than a paragraph.');
  }
  return { type: 'paragraph' };
}

/** Several values only where Yjs merged overwritten ones. */
function readAttributeValues(decoder: decoding.Decoder): readonly (string | number)[] {
  const values: (string | number)[] = [];
  for (let rest = decoding.readVarUint(decoder); rest > 0; rest -= 1) {
    if (!decoding.hasContent(decoder)) refuse('malformed', 'The change ends before its operations do.');
    const tag = decoding.readUint8(decoder);
    if (tag === 119) values.push(decoding.readVarString(decoder));
    else if (tag === 125) values.push(decoding.readVarInt(decoder));
    else refuse('schema', 'The change gives a paragraph a property that is neither a word nor a whole number.');
  }
  return values;
}

function lengthOf(content: FrameContent): number {
  switch (content.type) {
    case 'deleted':
      return content.length;
    case 'string':
      return content.text.length;
    case 'attribute':
      return content.values.length;
    default:
      return 1;
  }
}

function readDeletes(decoder: decoding.Decoder): readonly DeleteRange[] {
  const ranges: DeleteRange[] = [];
  const seen = new Set<number>();
  for (let rest = decoding.readVarUint(decoder); rest > 0; rest -= 1) {
    const client = readClient(decoder);
    if (seen.has(client)) refuse('bad-delete-set', 'The change lists deletions of one author twice.');
    seen.add(client);
    let from = 0;
    for (let count = decoding.readVarUint(decoder); count > 0; count -= 1) {
      const clock = readClock(decoder);
      const length = decoding.readVarUint(decoder);
      if (length === 0 || clock < from) refuse('bad-delete-set', 'The change lists deletions that overlap.');
      from = clock + length;
      if (from > greatestClock) refuse('bad-delete-set', 'The change deletes what does not exist.');
      ranges.push({ client, clock, end: from });
    }
  }
  return ranges;
}

function readDeletedRun(decoder: decoding.Decoder, limits: RoomLimits): number {
  const length = decoding.readVarUint(decoder);
  if (length > limits.maxDeletedRun) refuse('too-large', 'The change deletes more than anyone can have written.');
  return length;
}

function readUnitId(decoder: decoding.Decoder): UnitId {
  return { client: readClient(decoder), clock: readClock(decoder) };
}

function readClient(decoder: decoding.Decoder): number {
  const client = decoding.readVarUint(decoder);
  if (client > greatestClient) refuse('malformed', 'The change names an author that cannot exist.');
  return client;
}

function readClock(decoder: decoding.Decoder): number {
  const clock = decoding.readVarUint(decoder);
  if (clock > greatestClock) refuse('too-large', 'The change counts further than an author can write.');
  return clock;
}
