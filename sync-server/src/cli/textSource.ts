import { createReadStream, statSync } from 'node:fs';
import { fail } from './cliFailure.ts';

/** A text as it was given, its byte-order mark included, or the sentence that says why it is none. */
export type TextSource =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'no-text'; readonly reason: string };

/** In bytes: some four thousand pages. Reading takes about a second and a hundred times the memory for each million. */
const largest = 8 * 2 ** 20;

/** What begins like this is no text, and what to do about it. */
const signatures: readonly (readonly [bytes: string, is: string])[] = [
  ['504b0304', 'a Word document or another packed file. Save it as plain text or Markdown'],
  ['d0cf11e0', 'an old Word document. Save it as plain text'],
  ['25504446', 'a PDF. Copy its text into a file'],
  ['fffe', 'in UTF-16. Save it as UTF-8'],
  ['feff', 'in UTF-16. Save it as UTF-8'],
];

/** Reads a file, or standard input for `-`. Fails with a sentence where there is nothing to read or too much. */
export async function readTextSource(path: string): Promise<TextSource> {
  const name = path === '-' ? 'What came in' : path;
  const bytes = await bytesOf(path, name);
  const start = bytes.subarray(0, 4).toString('hex');
  const is = signatures.find(([signature]) => start.startsWith(signature))?.[1];
  if (is !== undefined) return { type: 'no-text', reason: `${name} is ${is} and try again.` };
  try {
    return { type: 'text', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { type: 'no-text', reason: `${name} is not valid UTF-8. Save it as UTF-8 and try again.` };
  }
}

async function bytesOf(path: string, name: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    if (path !== '-' && statSync(path).isDirectory()) fail(`${path} is a folder. Give the path of a text file.`);
    for await (const part of path === '-' ? process.stdin : createReadStream(path)) {
      const bytes: Buffer = Buffer.from(part);
      length += bytes.length;
      if (length > largest) fail(`${name} is larger than ${largest / 2 ** 20} MB. Give one document, or a part of it.`);
      parts.push(bytes);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    const why = code === 'ENOENT' ? 'There is no such file' : code;
    return fail(`${path} cannot be read (${why}). Give the path of a text file, or - for standard input.`);
  }
  return Buffer.concat(parts);
}
