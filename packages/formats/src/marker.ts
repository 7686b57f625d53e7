/** The styles of markers that drafts number and sort their paragraphs with. */
export type MarkerStyle =
  | 'pp' // PP1, PP2bis
  | 'op' // OP1
  | 'number' // 1.  1)  3.3quat
  | 'parenNumber' // (1)
  | 'letter' // (a)  a)  a.
  | 'roman' // (i)  i)  i.
  | 'bullet' // * - •
  | 'upper' // I.  A.
  | 'article'; // Article 1, Annex II

/**
 * The marker that begins a paragraph. `label` stands in `text` from offset 0; the words begin at `end`.
 * `ordinal` is what it counts, in lower case ("3.3quat", "iv", "b"); `depth` is the number of dots inside a number.
 */
export interface Marker {
  readonly label: string;
  readonly end: number;
  readonly style: MarkerStyle;
  readonly ordinal: string;
  readonly depth: number;
}

const latin = ['bis', 'ter', 'quat(?:er)?', 'quinquies', 'sexies', 'septies', 'octies', 'novies', 'decies', 'alt']
  .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
  .join('|');
const suffix = `(?: ?(?:${latin})\\b(?: \\(\\d{1,3}\\))?){0,3}`;

// Each is tried at the very start of a paragraph; the words must follow behind white space, or be an opening bracket.
const patterns: readonly (readonly [MarkerStyle, RegExp])[] = [
  ['pp', new RegExp(`^PP ?(\\d{1,4}${suffix})[.:)]?(?=[\\s[])`, 'i')],
  ['op', new RegExp(`^OP ?(\\d{1,4}${suffix})[.:)]?(?=[\\s[])`, 'i')],
  ['number', new RegExp(`^(\\d{1,3}(?:\\.(?:\\d{1,3}|x)){0,5}${suffix})[.:](?:${suffix}\\.?)(?=[\\s[])`, 'i')],
  ['number', new RegExp(`^(\\d{1,3}(?:\\.(?:\\d{1,3}|x)){1,5}${suffix})(?=\\s[\\p{Lu}[("“*{])`, 'u')],
  ['parenNumber', new RegExp(`^\\(?(\\d{1,3}${suffix})\\)\\.?(?=[\\s[])`, 'i')],
  ['letter', new RegExp(`^\\(?([a-z]{1,2}${suffix})\\)\\.?(?=[\\s[])`, 'i')],
  ['roman', new RegExp(`^\\(?([ivxl]{1,7}${suffix})\\)\\.?(?=[\\s[])`, 'i')],
  ['letter', /^([a-z])\.(?=[\s[])/],
  ['roman', /^([ivxl]{1,7})\.(?=[\s[])/],
  ['upper', /^([IVXLC]{1,7}|[A-Z])\.(?=[\s[])/],
  [
    'article',
    new RegExp(
      `^(?:Article|Section|Chapter|Part|Annex|Appendix|Title) (\\d{1,3}|[IVXLC]{1,7}|[A-Z])${suffix}[.:]?(?=\\s|$)`,
      'i',
    ),
  ],
];
const bullets = { plain: /^[•●▪◦‣·–—*-](?=\s)/u, markdown: /^[•●▪◦‣·–—*+-](?=\s)/u } as const;

// What every marker begins with; most lines of a draft do not, and need not be tried against each pattern.
const candidate =
  /^(?:[•●▪◦‣·–—*+(\d-]|[a-z]{1,7}[.)]|(?:PP|OP) ?\d|(?:article|section|chapter|part|annex|appendix|title) )/i;

// Longer than any label with its white space: patterns never see more of a paragraph than this.
const reach = 80;

/** The marker at the start of a paragraph's words, or null. */
export function markerOf(text: string, format: keyof typeof bullets): Marker | null {
  if (!candidate.test(text)) return null;
  const start = text.slice(0, reach);
  const bullet = bullets[format].exec(start);
  if (bullet !== null) return marker('bullet', bullet[0], bullet[0], text);
  for (const [style, pattern] of patterns) {
    const found = pattern.exec(start);
    if (found !== null)
      return marker(style === 'letter' ? letterOrRoman(found[1] ?? '') : style, found[0], found[1] ?? '', text);
  }
  return null;
}

/** Whether a number stands behind an opening bracket: `[3. Promote …]`. Order of characters forbids taking it for a label. */
export function hasBracketedMarker(text: string): boolean {
  return text.startsWith('[') && markerOf(text.slice(1, reach).trimStart(), 'plain') !== null;
}

function marker(style: MarkerStyle, label: string, ordinal: string, text: string): Marker {
  const space = /\s*/y;
  space.lastIndex = label.length;
  const end = label.length + (space.exec(text)?.[0].length ?? 0);
  return {
    label,
    end,
    style,
    ordinal: ordinal.toLowerCase(),
    depth: style === 'number' ? ordinal.split('.').length - 1 : 0,
  };
}

/** Two letters or more that can be a Roman numeral are one; of single letters only the neighbours tell (see outline). */
function letterOrRoman(ordinal: string): 'letter' | 'roman' {
  return /^[ivxl]{2}/i.test(ordinal) || /^i\b/i.test(ordinal) ? 'roman' : 'letter';
}
