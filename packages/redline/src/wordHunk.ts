/**
 * A place where words differ: the words `from` to `to` of the one side stand where `newFrom` to `newTo` of the other do
 * (all exclusive at the end, counted in words). One of the stretches may be empty, never both.
 */
export interface WordHunk {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}
