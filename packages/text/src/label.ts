import { assertNever } from '@chapeau/base';
import { SiblingRows } from './siblingRows.ts';
import type { ParagraphKind } from './terms.ts';

/** What numbering needs of a paragraph. `label` is empty until one is assigned. */
export interface Labelled {
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly label: string;
}

/** From 2: bis is the second of its number. */
export const ordinalSuffixes = [
  'bis',
  'ter',
  'quater',
  'quinquies',
  'sexies',
  'septies',
  'octies',
  'novies',
  'decies',
] as const;

/**
 * A label for each paragraph of a draft that came without one, in order; labels that the source gave are kept.
 * Preambular paragraphs are PP1, PP2 …, operative ones 1, 2 …, sub-levels (a), (i), (a) …; the rest have none.
 * Plain words between sub-paragraphs break no row; a heading does.
 */
export function numberDraft(paragraphs: readonly Labelled[]): readonly string[] {
  const counters = { preambular: 0, operative: 0 };
  const below = new SiblingRows(() => ({ count: 0 }));
  return paragraphs.map(({ kind, level, label }) => {
    if (kind !== 'preambular' && kind !== 'operative') {
      if (kind !== 'plain') below.begin();
      return label;
    }
    if (level === 0) {
      below.begin();
      const given = /^(?:PP|OP)?(\d+)\.?$/.exec(label)?.[1];
      counters[kind] = given === undefined ? counters[kind] + (label === '' ? 1 : 0) : Number(given);
      return label !== '' ? label : kind === 'preambular' ? `PP${counters.preambular}` : `${counters.operative}.`;
    }
    const row = below.next(level, 1);
    row.count += 1;
    return label !== '' ? label : subLabel(level, row.count);
  });
}

/** `(b)` at level 1, `(ii)` at level 2, then letters and numerals in turn. `ordinal` counts from 1. */
export function subLabel(level: number, ordinal: number): string {
  return `(${level % 2 === 1 ? letters(ordinal) : roman(ordinal)})`;
}

/**
 * The label of a paragraph inserted behind one that is labelled `before`: `4.` gives `4. bis`, that gives `4. ter`, and so on to the
 * first that is not `taken`. Where `bis` means an alternative, the additional paragraphs are `4A.`, `4B.` … With `before` empty it stands
 * before the first of its kind: `PP0`, `0.`.
 */
export function insertedLabel(
  kind: ParagraphKind,
  before: string,
  taken: Pick<ReadonlySet<string>, 'has'>,
  bis: 'additional' | 'alternative' = 'additional',
): string {
  switch (kind) {
    case 'title':
    case 'heading':
    case 'plain':
      return '';
    case 'preambular':
    case 'operative': {
      const first = kind === 'preambular' ? 'PP0' : '0.';
      if (before === '' && !taken.has(first)) return first;
      if (bis === 'alternative') return letteredLabel(before === '' ? first : before, taken);
      const { stem, ordinal } = ordinalOf(before === '' ? first : before);
      for (let next = ordinal + 1; ; next += 1) {
        const label = ordinalLabel(stem, next);
        if (!taken.has(label)) return label;
      }
    }
    default:
      return assertNever(kind);
  }
}

/** The label of a whole wording beside a paragraph: `5. alt`, then `5. alt 2`. `index` counts from 0. */
export function alternativeLabel(label: string, index: number): string {
  return `${label} alt${index === 0 ? '' : ` ${index + 1}`}`.trim();
}

/** `4A.` behind `4.`, `4. bis` and `4. alt`; `4B.` behind `4A.`; beyond Z as {@link insertedLabel} counts on. */
function letteredLabel(before: string, taken: Pick<ReadonlySet<string>, 'has'>): string {
  const [, stem = before, last = '@', dot = ''] =
    /^((?:PP|OP|\p{Lu}\p{Ll}+ )?\d+|\([a-z]+\))([A-Z])?(\.?)/u.exec(before) ?? [];
  for (let code = last.charCodeAt(0) + 1; code <= 90; code += 1) {
    const label = `${stem}${String.fromCharCode(code)}${dot}`;
    if (!taken.has(label)) return label;
  }
  for (let next = 27; ; next += 1) if (!taken.has(`${before} (${next})`)) return `${before} (${next})`;
}

/** `4.` is the first of its stem, `4. bis` the second, `4. (11)` the eleventh. A smaller number in parentheses is the source's own. */
function ordinalOf(label: string): { readonly stem: string; readonly ordinal: number } {
  for (const [index, suffix] of ordinalSuffixes.entries()) {
    const stem = label.slice(0, -suffix.length);
    if (label.endsWith(suffix) && /[\d ]$/.test(stem)) return { stem: stem.trimEnd(), ordinal: index + 2 };
  }
  const [, stem, count] = /^(.+) \((\d{2,9})\)$/.exec(label) ?? [];
  if (stem !== undefined && Number(count) > ordinalSuffixes.length + 1) return { stem, ordinal: Number(count) };
  return { stem: label, ordinal: 1 };
}

function ordinalLabel(stem: string, ordinal: number): string {
  const suffix = ordinalSuffixes[ordinal - 2];
  if (suffix === undefined) return `${stem} (${ordinal})`;
  return /\d$/.test(stem) ? `${stem}${suffix}` : `${stem} ${suffix}`;
}

function letters(ordinal: number): string {
  let rest = ordinal;
  let out = '';
  while (rest > 0) {
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out;
    rest = Math.floor((rest - 1) / 26);
  }
  return out;
}

function roman(ordinal: number): string {
  const numerals = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const;
  let rest = ordinal;
  let out = '';
  for (const [value, numeral] of numerals) {
    while (rest >= value) {
      out += numeral;
      rest -= value;
    }
  }
  return out;
}
