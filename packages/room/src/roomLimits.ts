/** How much one update may carry and how large a room may grow. A seed may exceed them; an update may then not add to the excess. */
export interface RoomLimits {
  /** Bytes of one update, as received. */
  readonly maxUpdateBytes: number;
  /** Operations in one update that the room does not hold yet. */
  readonly maxStructs: number;
  /** Ranges in one update's delete set that still delete something. */
  readonly maxDeleteRanges: number;
  /** Units in one run of text that its author has already deleted again: such a run costs no bytes. */
  readonly maxDeletedRun: number;
  readonly maxParagraphs: number;
  /** UTF-16 code units of one paragraph. */
  readonly maxParagraphLength: number;
  /** UTF-16 code units of the whole room. */
  readonly maxTextLength: number;
  /** Steps that one update may take past what others wrote at the same places. */
  readonly maxSteps: number;
  /** Steps that resolving its conflicts with them may take Yjs. */
  readonly maxConflicts: number;
  /** Array elements that one update may move by splitting what is there. */
  readonly maxMoves: number;
}

export const defaultLimits: RoomLimits = {
  maxUpdateBytes: 256 * 1024,
  maxStructs: 20_000,
  maxDeleteRanges: 50_000,
  maxDeletedRun: 4_000_000,
  maxParagraphs: 10_000,
  maxParagraphLength: 50_000,
  maxTextLength: 2_000_000,
  maxSteps: 300_000,
  maxConflicts: 50_000,
  maxMoves: 60_000_000,
};
