const closers: ReadonlyMap<string, string> = new Map([
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
]);
/** A longer bracket would not be seen at once: its beginning shows where it is. */
const longestBracket = 120;

/** What is marked of a line from a place in it on: a short bracket with what it holds, or else the sign or word that stands there. */
export function markedWords(line: string): string {
  return bracketIn(line.slice(0, longestBracket)) ?? /^\P{L}{0,3}\S*/u.exec(line)?.[0] ?? '';
}

function bracketIn(line: string): string | null {
  const opener = line.charAt(0);
  const closer = closers.get(opener);
  if (closer === undefined) return null;
  let depth = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === opener) depth += 1;
    if (line[at] === closer) depth -= 1;
    if (depth === 0) return line.slice(0, at + 1);
  }
  return null;
}
