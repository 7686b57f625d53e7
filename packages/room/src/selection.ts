import * as Y from 'yjs';
import { refuse } from './roomFault.ts';
import type { RoomLimits } from './roomLimits.ts';
import type { DeleteRange, FrameBlock, FrameContent, FrameStruct, UpdateFrame } from './updateFrame.ts';

/**
 * For each client the operations of an update that the document does not hold yet, the first cut to begin where its
 * knowledge ends. What it already holds may be anybody's: a peer that reconnects sends all it has.
 */
export function selectNew(
  doc: Y.Doc,
  frame: UpdateFrame,
  mayWrite: (client: number) => boolean,
  limits: RoomLimits,
): readonly (readonly FrameStruct[])[] {
  const queues: (readonly FrameStruct[])[] = [];
  let count = 0;
  for (const block of frame.blocks) {
    const known = Y.getState(doc.store, block.client);
    if (block.end <= known) continue;
    if (!mayWrite(block.client)) refuse('foreign-client', "The change writes in another author's name.");
    if (block.clock > known) refuse('gap', 'The change leaves out operations that come before it.');
    const queue = newStructs(block, known);
    count += queue.length;
    if (count > limits.maxStructs) refuse('too-large', 'The change holds more operations than one message may.');
    queues.push(queue);
  }
  return queues;
}

function newStructs({ structs }: FrameBlock, known: number): readonly FrameStruct[] {
  const first = structs.findIndex((struct) => struct.clock + struct.length > known);
  return structs.slice(first).map((struct, index) => (index === 0 ? cut(struct, known) : struct));
}

/** The part of `struct` from the clock `known` on. It stands behind the unit before, whatever the part that is cut off says. */
function cut(struct: FrameStruct, known: number): FrameStruct {
  const offset = known - struct.clock;
  if (offset <= 0) return struct;
  const { client, length } = struct;
  if (struct.type === 'collected') return { type: 'collected', client, clock: known, length: length - offset };
  return {
    type: 'item',
    client,
    clock: known,
    length: length - offset,
    origin: { client, clock: known - 1 },
    rightOrigin: struct.rightOrigin,
    parent: null,
    key: null,
    content: cutContent(struct.content, offset),
  };
}

function cutContent(content: FrameContent, offset: number): FrameContent {
  switch (content.type) {
    case 'string':
      return { type: 'string', text: content.text.slice(offset) };
    case 'deleted':
      return { type: 'deleted', length: content.length - offset };
    case 'attribute':
      return { type: 'attribute', values: content.values.slice(offset) };
    default:
      return refuse('malformed', 'The change cuts what has no parts.');
  }
}

/** The ranges of an update's delete set that still delete something. Refuses those beyond what `doc` and the update hold. */
export function selectDeletes(doc: Y.Doc, frame: UpdateFrame, limits: RoomLimits): readonly DeleteRange[] {
  const brought = new Map(frame.blocks.map(({ client, end }) => [client, end]));
  let kept = 0;
  let moves = 0;
  const ranges = frame.deletes.filter(({ client, clock, end }) => {
    const known = Y.getState(doc.store, client);
    if (end > Math.max(known, brought.get(client) ?? 0)) {
      refuse('bad-delete-set', 'The change deletes what does not exist.');
    }
    const structs = doc.store.clients.get(client) ?? [];
    const found = end <= known ? examine(structs, clock, end) : { isLive: true, splits: 2 };
    if (!found.isLive) return false;
    // A split moves what is stored behind it, the results of earlier splits included.
    moves += found.splits * (structs.length + 2 * kept);
    kept += 1;
    return true;
  });
  if (kept > limits.maxDeleteRanges || moves > limits.maxMoves) {
    refuse('too-large', 'The change deletes in more places than one message may.');
  }
  return ranges;
}

/** Whether anything in a known range is not deleted yet, and how many items have a part inside and a part outside. */
function examine(
  structs: (Y.Item | Y.GC)[],
  clock: number,
  end: number,
): { readonly isLive: boolean; readonly splits: number } {
  let isLive = false;
  let splits = 0;
  for (let index = Y.findIndexSS(structs, clock); ; index += 1) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= end) return { isLive, splits };
    isLive ||= !struct.deleted;
    if (struct instanceof Y.Item) {
      splits += (struct.id.clock < clock ? 1 : 0) + (struct.id.clock + struct.length > end ? 1 : 0);
    }
  }
}
