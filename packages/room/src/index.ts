export { type AttributedParagraph, attributeParagraph, attributeRoom } from './attribution.ts';
export { type Admitted, GuardedRoom } from './guardedRoom.ts';
export { decodeMoves, encodeMoves, type MovedWords } from './movedWords.ts';
export { type AuthoredSpan, Provenance } from './provenance.ts';
export { type RoomParagraph, readRoom, roomRoot, seedRoom } from './roomDocument.ts';
export type { RoomFault, RoomFaultType } from './roomFault.ts';
export { defaultLimits, type RoomLimits } from './roomLimits.ts';
export { mendUndo } from './undoMending.ts';
