/** A line of a source: its words without the line end, its number from 1, and its UTF-16 range with the line end. */
export interface SourceLine {
  readonly text: string;
  readonly number: number;
  readonly from: number;
  readonly to: number;
}

/** The lines of a source, whose ranges tile it. LF, CRLF and CR end a line. A byte-order mark at the start belongs to no line's words. */
export function sourceLines(source: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  const ends = /\r\n|\n|\r|$/g;
  for (let from = 0; from < source.length; ) {
    ends.lastIndex = from;
    const end = ends.exec(source);
    const stop = end?.index ?? source.length;
    const to = stop + (end?.[0].length ?? 0);
    const start = from === 0 && source.startsWith('\ufeff') ? 1 : from;
    lines.push({ text: source.slice(start, stop), number: lines.length + 1, from, to });
    from = to;
  }
  return lines;
}

export function isBlank(line: SourceLine): boolean {
  return line.text.trim() === '';
}
