const unspacedScripts = ['Han', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map((name) => `\\p{sc=${name}}`)
  .join('');
const unspaced = new RegExp(`[${unspacedScripts}]`, 'u');
const beyondLatin = /[\u0250-\uffff]/;

/** A letter, mark or digit of a script with spaces: where there are none, a hyphen stands between phrases, not inside a word. */
const letter = `[[\\p{L}\\p{M}\\p{N}]--[${unspacedScripts}]]`;

/** What stays together although the word rules of Unicode part it. Each looks behind itself, so that a long word is tried once. */
const compound = new RegExp(
  [
    // co-operation, and/or, A/RES/78/1
    `(?<!${letter})${letter}+(?:[\\-\u2010\u2011\\/'’]${letter}+)+`,
    // 2019–2021, 10:30
    '(?<!\\p{Nd})\\p{Nd}+(?:[:–]\\p{Nd}+)+',
    // The label of a list item: (a), (iv), (12)
    '\\((?:\\p{L}|\\p{Nd}{1,3}|[ivxl]{2,6})\\)',
    '°[CF]\\b',
    // $100, €1,500.50
    '\\p{Sc}\\p{Nd}(?:[\\p{Nd}.,]*\\p{Nd})?',
    // 50%, 1.5‰
    '(?<!\\p{Nd}[.,]?)\\p{Nd}+(?:[.,]\\p{Nd}+)*[%‰]',
  ].join('|'),
  'gv',
);

/** A figure and a unit that only together say something: 1.5 °C, 50 %. */
const figure = /^\p{Nd}(?:[\p{Nd}.,]*\p{Nd})?$/u;
const unit = /^(?:°[CF]|[%‰])$/;
const mayHoldUnit = /[ \u00a0\u2009\u202f][°%‰]/;

/** White space, unless its last character carries a combining mark: that one belongs to what follows. */
const whiteSpace = /(\s+(?![\p{M}\u200c\u200d]))/u;
const plainWord = /^[A-Za-z]+$/;

/** Enough for the vocabulary of a long conference; emptied when full, so memory stays bounded whatever peers send. */
const cachedChunks = 20_000;
const longestCachedChunk = 64;

interface Tokeniser {
  readonly segmenter: Intl.Segmenter;
  readonly known: Map<string, readonly string[]>;
}
const tokenisers = new Map<string, Tokeniser>();

/**
 * The words of `text`, its punctuation and its white space, as separate tokens in order; joined they give `text` back exactly.
 * Words are those of Unicode Standard Annex 29 as `locale` tailors it (dictionaries for Thai, Lao, Khmer, Chinese, Japanese),
 * with compounds such as `co-operation` and `A/RES/78/1` kept whole, and `1.5 °C` with its space. Any other stretch of white space is one token.
 * Tokens between two spaces do not depend on what stands beyond them, units apart, so an edit changes tokens only where it is.
 * Throws a RangeError when `locale` is not a language tag.
 */
export function tokenise(text: string, locale = 'en'): readonly string[] {
  const tokeniser = tokeniserOf(locale);
  const tokens: string[] = [];
  for (const chunk of text.split(whiteSpace)) {
    if (chunk === '') continue;
    if (chunk === ' ' || plainWord.test(chunk)) tokens.push(chunk);
    else for (const token of chunkTokens(tokeniser, chunk)) tokens.push(token);
  }
  return mayJoin(text) ? withUnits(tokens) : tokens;
}

/** Whether {@link tokenise} may join tokens of this text across a space. */
export function mayJoin(text: string): boolean {
  return mayHoldUnit.test(text);
}

function withUnits(tokens: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const token of tokens) {
    const [number = '', space = ''] = joined.slice(-2);
    if (unit.test(token) && space.length === 1 && isSpace(space) && figure.test(number))
      joined.splice(-2, 2, number + space + token);
    else joined.push(token);
  }
  return joined;
}

/** Whether a token of {@link tokenise} is white space. */
export function isSpace(token: string): boolean {
  return token === ' ' || token.trim() === '';
}

/** Whether a text holds a character of a script that is written without spaces between words. */
export function hasUnspaced(text: string): boolean {
  return beyondLatin.test(text) && unspaced.test(text);
}

function tokeniserOf(locale: string): Tokeniser {
  const known = tokenisers.get(locale);
  if (known !== undefined) return known;
  const made = { segmenter: new Intl.Segmenter(locale, { granularity: 'word' }), known: new Map() };
  tokenisers.set(locale, made);
  return made;
}

function chunkTokens({ segmenter, known }: Tokeniser, chunk: string): readonly string[] {
  const cached = known.get(chunk);
  if (cached !== undefined) return cached;
  const tokens = isSpace(chunk) ? [chunk] : segmented(segmenter, chunk);
  if (chunk.length <= longestCachedChunk) {
    if (known.size >= cachedChunks) known.clear();
    known.set(chunk, tokens);
  }
  return tokens;
}

function segmented(segmenter: Intl.Segmenter, chunk: string): readonly string[] {
  const joints = compoundJoints(chunk);
  const tokens: string[] = [];
  let start = 0;
  for (const { index } of segmenter.segment(chunk)) {
    if (index === 0 || joints.has(index)) continue;
    tokens.push(chunk.slice(start, index));
    start = index;
  }
  tokens.push(chunk.slice(start));
  return tokens;
}

/** The offsets inside compounds, where no token may end. */
function compoundJoints(chunk: string): ReadonlySet<number> {
  const joints = new Set<number>();
  for (const { 0: match, index } of chunk.matchAll(compound)) {
    for (let at = index + 1; at < index + match.length; at += 1) joints.add(at);
  }
  return joints;
}
