/** A number of the record as a query gives it; 0 where none is given, null where it is none. */
export function seqOf(text: string | undefined): number | null {
  if (text === undefined || text === '') return 0;
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
