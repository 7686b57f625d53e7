/**
 * Comma-separated values by RFC 4180: CRLF behind every row, quotes where needed and doubled inside.
 * A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, tab, CR or LF, also in full width)
 * gets an apostrophe in front. No byte-order mark; a caller whose readers use Excel puts U+FEFF before it.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string): string {
  const guarded = /^\s*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
