import type { ParagraphState } from '@chapeau/procedure';
import { plainText, type Wording } from '@chapeau/text';

/** How many characters are shown on either side of a number. */
const reach = 48;

/** A number in the words of a paragraph, with the words around it; cut ones end in an ellipsis. */
export interface NumberInContext {
  readonly before: string;
  readonly number: string;
  readonly after: string;
}

/** The words around UTF-16 [from, to) of a paragraph, cut between words. */
export function numberInContext(words: Pick<Wording, 'runs'>, from: number, to: number): NumberInContext {
  const text = plainText(words);
  const start = from <= reach ? 0 : text.indexOf(' ', from - reach) + 1;
  const end = text.length - to <= reach ? text.length : text.lastIndexOf(' ', to + reach);
  const cutsBefore = start > 0 && start <= from;
  const cutsAfter = end < text.length && end >= to;
  return {
    before: (cutsBefore ? '…' : '') + text.slice(cutsBefore ? start : Math.max(0, from - reach), from),
    number: text.slice(from, to),
    after: text.slice(to, cutsAfter ? end : Math.min(text.length, to + reach)) + (cutsAfter ? '…' : ''),
  };
}

/** The words of a paragraph as they were when entry `seq` of the record came; those in force where `seq` is null. */
export function wordsBefore(paragraph: ParagraphState, seq: number | null): Pick<Wording, 'runs'> {
  if (seq === null) return paragraph;
  return paragraph.earlier.find(({ until }) => until >= seq)?.wording ?? paragraph;
}
