/** The largest file that is read, in bytes. The act that enters a draft may be 8 MiB, with the marks of its paragraphs. */
export const largestFile = 4 * 1024 * 1024;

/** Why a file cannot be read as a draft, or can only be read on a guess. */
export type FileProblem = 'too-large' | 'empty' | 'word' | 'pdf' | 'not-text' | 'encoding';

export type DecodedFile =
  | { readonly type: 'text'; readonly text: string }
  /** `guess`: its words if it came from an old Windows program (Windows-1252), only where the problem is its encoding. */
  | { readonly type: 'problem'; readonly problem: FileProblem; readonly guess: string | null };

/** Reads the bytes of a file as text: UTF-8, or UTF-16 where a byte-order mark says so. Never replaces a character in silence. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (bytes.length === 0) return problem('empty');
  if (bytes.length > largestFile) return problem('too-large');
  const start = String.fromCharCode(...bytes.subarray(0, 5));
  if (start.startsWith('PK\u0003\u0004') || start.startsWith('\u00d0\u00cf\u0011\u00e0') || start === '{\\rtf')
    return problem('word');
  if (start === '%PDF-') return problem('pdf');
  const encoding = start.startsWith('\u00ff\u00fe')
    ? 'utf-16le'
    : start.startsWith('\u00fe\u00ff')
      ? 'utf-16be'
      : 'utf-8';
  if (encoding === 'utf-8' && bytes.includes(0)) return problem('not-text');
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.trim() === '' ? problem('empty') : { type: 'text', text };
  } catch {
    return { type: 'problem', problem: 'encoding', guess: new TextDecoder('windows-1252').decode(bytes) };
  }
}

function problem(which: FileProblem): DecodedFile {
  return { type: 'problem', problem: which, guess: null };
}
