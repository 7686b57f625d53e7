/**
 * The number of a paragraph as a text writes it. `text` is what stands there; `series` is PP, OP, a word such as Article, or empty;
 * `number` is 3, 3.3, a or iv; `suffixes` are bis, ter, alt … in the order of the text, in lower case and in full.
 */
export interface NotationLabel {
  readonly text: string;
  readonly series: string;
  readonly number: string;
  readonly suffixes: readonly string[];
}

const ordinals = 'bis|ter|quater|quat|quinquies|sexies|septies|octies|novies|decies';
const suffix = `(?:[ \\u00a0.\\-]{0,2}\\(?(?:(?:${ordinals})|alt(?:\\.? ?\\d{1,2}(?!\\d|\\.\\d))?)(?![\\p{L}])\\)?)`;
const suffixes = `(?<suffixes>${suffix}{0,4}|${suffix}{1,4})`;
const some = `(?<suffixes>${suffix}{1,4})`;
const numeral = '\\d{1,3}(?:\\.(?:\\d{1,3}|x))*';
const ends = '(?=[\\s\\[{(*_]|$)';

const patterns: readonly RegExp[] = [
  // PP2bis  OP 4 alt.  Alt PP3
  `(?<alt>alt\\.? )?(?<series>PP|OP) ?(?<number>\\d{1,3}[a-z]?)${suffixes}\\.?[:)]?${ends}`,
  // 1 bis alt.  3.3quat  3.3alt:  alt 4.
  `(?<alt>alt\\.? )?(?<number>${numeral})${some}\\.?[:)]?${ends}`,
  // 1.  2.[  3.3:  4)
  `(?<number>${numeral})(?:\\.(?=[\\s\\[{(*_]|$)|[:)]${ends})`,
  // (a)  (iv bis)  (a) bis.  (2)
  `\\((?<number>[a-z]|aa|bb|cc|dd|ee|ff|[ivxl]{1,6}|\\d{1,3})${suffixes}\\)(?<after>${suffix}{0,2})\\.?${ends}`,
  // a)  iv)  a bis)
  `(?<number>[a-z]|[ivxl]{1,6})${suffixes}\\)${ends}`,
  // a.  ii.
  '(?<number>[a-z]|[ivxl]{1,6})\\.(?=[ \\t])',
].map((pattern) => new RegExp(pattern, 'iuy'));

/** 3.3 In accordance …, 3.x[^4] …: the words begin with a capital letter, for 1.5 degrees are no label. */
const dotted = /(?<number>\d{1,3}(?:\.(?:\d{1,3}|x))+)(?=[ \t]+[\p{Lu}[{("“*]|\[)/uy;

const heading = new RegExp(
  `(?<series>Article|Section|Chapter|Part|Annex|Appendix|Artículo|Pasal) (?<number>\\d{1,3}|[IVXLC]{1,7}|[A-Z])${suffixes}[.:]?(?=\\s*(?:$|[\\r\\n(*_\\]]))`,
  'iuy',
);

/** The longest label with its white space: patterns never see more of a paragraph. */
const reach = 80;

/** The label that begins at an offset of `source`, or null. */
export function labelAt(source: string, at: number): NotationLabel | null {
  const start = source.slice(at, at + reach);
  for (const pattern of [...patterns, dotted, heading]) {
    pattern.lastIndex = 0;
    const found = pattern.exec(start);
    if (found === null) continue;
    const { series = '', number = '', alt, suffixes: own = '', after = '' } = found.groups ?? {};
    return {
      text: found[0],
      series,
      number,
      suffixes: [...(alt === undefined ? [] : ['alt']), ...suffixesIn(own), ...suffixesIn(after)],
    };
  }
  return null;
}

/** A label in one spelling: `PP2 bis`, `3.3 quater`, `1 bis alt`, `(a)` as `a`. */
export function labelName({ series, number, suffixes }: NotationLabel): string {
  const stem = /^(?:PP|OP)?$/i.test(series) ? `${series.toUpperCase()}${number}` : `${series} ${number}`;
  return [stem, ...suffixes].join(' ');
}

function suffixesIn(text: string): readonly string[] {
  const found = text.toLowerCase().match(new RegExp(`${ordinals}|alt(?:\\.? ?\\d{1,2})?`, 'g')) ?? [];
  return found.map((word) => (word === 'quat' ? 'quater' : word.replace(/\.? ?(?=\d)/, ' ')));
}
