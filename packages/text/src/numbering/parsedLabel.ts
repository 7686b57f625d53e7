import { assertNever } from '@chapeau/base';
import { ordinalSuffixes } from '../label.ts';

/** What comes behind the number of a label. `bis` counts from 2 (bis, ter …, (11)), `letter` from 1 to 26 (4A … 4Z), `alt` from 1 (alt, alt 2 …). */
export interface LabelSuffix {
  readonly type: 'bis' | 'letter' | 'alt';
  readonly value: number;
}

/** A label taken apart: `PP1bis alt` is prefix PP, body 1, suffixes bis and alt. `body` is digits, or the letters of (a), (ii), lower case. */
export interface ParsedLabel {
  readonly prefix: '' | 'PP' | 'OP' | 'article';
  readonly body: string;
  readonly suffixes: readonly LabelSuffix[];
}

const suffix = `(?:${ordinalSuffixes.join('|')}|\\(\\d{2,9}\\)|alt(?:ernative)?\\.? ?\\d{0,3})`;
const shape = new RegExp(
  `^(PP|OP|Art(?:icle|\\.)|Artículo|Pasal)? ?(?:(\\d{1,6})([A-Z])?|\\(?([a-z]{1,5})\\)([A-Z])?|([a-z]|[ivx]{2,5})\\.)\\.?((?:[ .]*${suffix})*)\\.?$`,
  'iu',
);

/** The parts of a label, or null where it is none that numbering knows ("Chapter", "Option 2"). */
export function parseLabel(label: string): ParsedLabel | null {
  const [whole, prefix = '', digits, numberLetter, bracketed, subLetter, dotted, tail = ''] =
    shape.exec(label.trim()) ?? [];
  const body = (digits ?? bracketed ?? dotted)?.toLowerCase();
  const letter = numberLetter ?? subLetter ?? '';
  if (whole === undefined || body === undefined) return null;
  if (letter !== '' && letter !== letter.toUpperCase()) return null;
  if (digits === undefined && prefix !== '') return null;
  const suffixes = readSuffixes(tail);
  return {
    prefix: prefixOf(prefix),
    body: digits === undefined ? body : String(Number(digits)),
    suffixes: letter === '' ? suffixes : [{ type: 'letter', value: letter.charCodeAt(0) - 64 }, ...suffixes],
  };
}

function prefixOf(written: string): ParsedLabel['prefix'] {
  const upper = written.toUpperCase();
  return upper === '' || upper === 'PP' || upper === 'OP' ? upper : 'article';
}

/** The suffixes in what follows a number: ` bis`, `ter alt`, ` (11)`. What is none is passed over. */
export function readSuffixes(tail: string): readonly LabelSuffix[] {
  return [...tail.matchAll(new RegExp(suffix, 'giu'))].map(([written]): LabelSuffix => {
    const lower = written.toLowerCase();
    if (lower.startsWith('alt')) return { type: 'alt', value: Number(/\d+/.exec(lower)?.[0] ?? 1) };
    const ordinal = ordinalSuffixes.findIndex((known) => known === lower);
    return { type: 'bis', value: ordinal >= 0 ? ordinal + 2 : Number(lower.slice(1, -1)) };
  });
}

/** ` bis`, `A`, ` alt 2`: a suffix as it is written behind a number. `glue` stands before bis and alt. */
export function suffixText({ type, value }: LabelSuffix, glue: '' | ' '): string {
  switch (type) {
    case 'letter':
      return String.fromCharCode(64 + value);
    case 'alt':
      return value === 1 ? ' alt' : ` alt ${value}`;
    case 'bis': {
      const word = ordinalSuffixes[value - 2];
      return word === undefined ? ` (${value})` : glue + word;
    }
    default:
      return assertNever(type);
  }
}

/** The same for labels that name the same number, however they are written: `4.`, `4` and `OP4` differ in nothing here but the prefix. */
export function suffixKey(suffixes: readonly LabelSuffix[]): string {
  return suffixes.map(({ type, value }) => `~${type}${value}`).join('');
}
