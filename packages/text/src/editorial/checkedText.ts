import type { ParagraphId, Run } from '../paragraph.ts';
import type { ParagraphKind } from '../terms.ts';
import { plainText } from '../wording.ts';
import type { LanguageRules } from './languageRules.ts';

/** A paragraph as it is checked. */
export interface CheckedParagraph {
  readonly id: ParagraphId;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly label: string;
  readonly runs: readonly Run[];
}

/** A paragraph with its text and what the whole text says of its place. */
export interface InText extends CheckedParagraph {
  readonly text: string;
  /** Introduces sub-paragraphs that follow. */
  readonly chapeau: boolean;
  /** The last operative paragraph of the text. */
  readonly last: boolean;
}

/** What holds for the text as a whole: rules ask it how the other paragraphs are written. */
export interface CheckedText {
  readonly paragraphs: readonly InText[];
  readonly language: LanguageRules;
  /** Operative paragraphs that open as those of a resolution do; below half of them the text is of another kind (articles, "We affirm"). */
  readonly resolutionForm: boolean;
  /** Operative paragraphs are sentences of their own and end with a full stop. */
  readonly sentences: boolean;
  /** The form of the opening verbs of most operative paragraphs, where most agree. */
  readonly number: 'singular' | 'plural' | null;
}

/** The first words of a paragraph: its opening word and the phrase around it, by UTF-16 offsets. */
export interface Opening {
  /** Lower case, without adverbs before it. Empty where the paragraph begins with no word. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
  /** Of the whole phrase, with adverbs and complements: "Takes note with appreciation". */
  readonly phraseFrom: number;
  readonly phraseTo: number;
}

/** The opening of a text; brackets and quotation marks before it are passed over. */
export function openingOf(text: string, { adverbs, complement }: LanguageRules): Opening {
  const wordAt = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/uy;
  const start = /^[\s[({“«"¿¡]*/u.exec(text)?.[0].length ?? 0;
  let at = start;
  for (let skipped = 0; ; skipped += 1) {
    wordAt.lastIndex = at;
    const [word] = wordAt.exec(text) ?? [];
    if (word === undefined) return { word: '', from: start, to: start, phraseFrom: start, phraseTo: start };
    const lower = word.toLowerCase().replaceAll('’', "'");
    const to = at + word.length;
    if (adverbs.has(lower) && skipped < 4 && /^[\s,]*\p{L}/u.test(text.slice(to))) {
      at = to + (/^[\s,]*/.exec(text.slice(to))?.[0].length ?? 0);
      continue;
    }
    complement.lastIndex = to;
    const phrase = complement.exec(text)?.[0].length ?? 0;
    return { word: lower, from: at, to, phraseFrom: start, phraseTo: to + phrase };
  }
}

/** Whether an operative paragraph may open with this word. */
export function isOperativeVerb(word: string, { operative }: LanguageRules): boolean {
  const { verbs, shape, plural } = operative;
  if (verbs.has(word) || shape?.test(word) === true) return true;
  return plural !== null && [...verbs].some((singular) => plural(singular) === word);
}

/** The text with what its rules ask of it. */
export function readText(paragraphs: readonly CheckedParagraph[], language: LanguageRules): CheckedText {
  const lastOperative = paragraphs.findLastIndex(({ kind }) => kind === 'operative');
  const read = paragraphs.map((paragraph, index): InText => {
    const next = paragraphs[index + 1];
    const chapeau =
      next !== undefined && next.kind === paragraph.kind && next.level > paragraph.level && isNumbered(paragraph);
    return { ...paragraph, text: plainText(paragraph), chapeau, last: index === lastOperative };
  });
  const outermost = read.filter(({ kind, level }) => kind === 'operative' && level === 0);
  const verbs = outermost
    .map(({ text }) => openingOf(text, language).word)
    .filter((word) => isOperativeVerb(word, language));
  const inner = outermost.filter(({ last, chapeau }) => !last && !chapeau);
  const stops = inner.filter(({ text }) => /\.\s*$/.test(text)).length;
  return {
    paragraphs: read,
    language,
    resolutionForm: outermost.length < 4 || verbs.length * 2 >= outermost.length,
    sentences: inner.length > 1 && stops * 2 > inner.length,
    number: numberOf(verbs, language),
  };
}

export function isNumbered({ kind }: Pick<CheckedParagraph, 'kind'>): boolean {
  return kind === 'preambular' || kind === 'operative';
}

function numberOf(verbs: readonly string[], { operative }: LanguageRules): CheckedText['number'] {
  if (operative.plural === null) return null;
  const singular = verbs.filter((word) => operative.verbs.has(word)).length;
  const plural = verbs.length - singular;
  if (singular > 0 && singular >= plural * 2) return 'singular';
  return plural > 0 && plural >= singular * 2 ? 'plural' : null;
}
