import { markerOf } from './marker.ts';

// What could be read as formatting, code, HTML, an entity, a link or a closing row of hashes, wherever it stands.
const anywhere = /[\\*_`~]|<(?=[a-z!/?])|&(?=#?\w)|(?<=\])\(|(?<=^|\s)#/gi;
// What could make a whole line something else than a paragraph.
const atStart = /^(?:[-+>=|:{#]|\[(?!\^)(?=[^\]]{1,200}\]:)|\[(?=[ xX]\]\s))/;

/** Words as Markdown shows and readDraft reads them. */
export function escapeMarkdown(text: string): string {
  return text.replace(anywhere, '\\$&');
}

/** The escaped words of a line, so that their beginning is taken neither for structure nor for a label. */
export function escapeLineStart(line: string): string {
  if (atStart.test(line)) return `\\${line}`;
  const label = markerOf(line, 'markdown')?.label ?? '';
  const at = label.search(/[!-/:-@[-`{-~]/);
  return at < 0 ? line : `${line.slice(0, at)}\\${line.slice(at)}`;
}
