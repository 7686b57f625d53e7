export {
  type AttributedParagraph,
  type AuthoredSpan,
  attributeParagraph,
  attributeRoom,
} from './attribution.ts';
export { type Admitted, GuardedRoom } from './guardedRoom.ts';
export { type RoomParagraph, readRoom, roomRoot, seedRoom } from './roomDocument.ts';
export type { RoomFault, RoomFaultType } from './roomFault.ts';
export { defaultLimits, type RoomLimits } from './roomLimits.ts';
export { mendUndo } from './undoMending.ts';
