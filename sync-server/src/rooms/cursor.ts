import { roomRoot } from '@chapeau/room';
import { z } from 'zod';

const unit = z.strictObject({
  client: z.int().min(0).max(0xffff_ffff),
  clock: z.int().min(0).max(0x7fff_ffff),
});

/** A Yjs relative position as JSON. A root that is not the room's would create that root in every reader's document. */
const relativePosition = z.strictObject({
  type: unit.nullish(),
  tname: z.literal(roomRoot).nullish(),
  item: unit.nullish(),
  assoc: z.int().min(-1).max(1).optional(),
});

const cursorSchema = z.strictObject({ anchor: relativePosition, head: relativePosition });

/** Where a guest's selection begins and ends, in y-prosemirror's shape. */
export type RoomCursor = z.infer<typeof cursorSchema>;

/** The cursor in an awareness state, or null when it has none that could be shown. Nothing else of the state is believed. */
export function readCursor(state: unknown): RoomCursor | null {
  if (typeof state !== 'object' || state === null || !('cursor' in state)) return null;
  return cursorSchema.safeParse(state.cursor).data ?? null;
}
