/** SQLite's extended result code (https://www.sqlite.org/rescode.html), or null when `error` is not SQLite's. */
export function resultCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode : null;
}

/** The low byte of {@link resultCode}: the family the code belongs to. */
export function primaryCode(error: unknown): number | null {
  const code = resultCode(error);
  return code === null ? null : code & 0xff;
}

/** No room on the disk: for the log (`SQLITE_FULL`) or for its index (`SQLITE_IOERR_SHMSIZE`). Nothing was committed. */
export function isDiskFull(error: unknown): boolean {
  return primaryCode(error) === 13 || resultCode(error) === 4874;
}

/** The disk failed or the file is damaged (`SQLITE_IOERR`, `_CORRUPT`, `_NOTADB`): what was committed is unknown until the file is opened anew. */
export function isDamage(error: unknown): boolean {
  const code = primaryCode(error);
  return code === 10 || code === 11 || code === 26;
}
