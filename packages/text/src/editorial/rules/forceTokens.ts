import { isOperativeVerb } from '../checkedText.ts';
import type { ForceTerm, LanguageRules } from '../languageRules.ts';
import { mended } from './typography.ts';

/** A word, or a term of force as one token; a modal with its negation is one. UTF-16 offsets. */
export interface Token {
  readonly from: number;
  readonly to: number;
  /** What is compared: the word in lower case, or the name of the term. */
  readonly key: string;
  /** As it stands in the text, in lower case. */
  readonly said: string;
  readonly term: ForceTerm | null;
  readonly negated: boolean;
  /** With a word of emphasis inside: "are strongly urged". */
  readonly emphatic: boolean;
}

interface Word {
  readonly from: number;
  readonly to: number;
  readonly lower: string;
  readonly written: string;
}

interface Form {
  readonly words: readonly string[];
  readonly negated: boolean;
  readonly term: ForceTerm;
}

interface Match {
  readonly term: ForceTerm;
  /** Words from the first to the last of the form, with adverbs between them. */
  readonly length: number;
  readonly negated: boolean;
}

/**
 * The words of a text in order, terms of force among them as one each, also in quotations and in capitals: a changed word of force is a changed word
 * wherever it stands. `opening`: the text is an operative paragraph, whose first verb is one of force even where no table ranks it.
 */
export function forceTokens(text: string, language: LanguageRules, opening: boolean): readonly Token[] {
  const words = wordsOf(text);
  const first = opening ? openingIndex(words, language) : -1;
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const word = words[at] as Word;
    const match = matchAt(words, at, language) ?? (at === first ? openingMatch(word, language) : null);
    if (match === null) {
      tokens.push({
        from: word.from,
        to: word.to,
        key: word.lower,
        said: word.lower,
        term: null,
        negated: false,
        emphatic: false,
      });
      at += 1;
      continue;
    }
    const { token, next } = termToken(tokens, words, at, match, language);
    tokens.push({
      ...token,
      said: wordsOf(text.slice(token.from, token.to))
        .map(({ written }) => written.toLowerCase())
        .join(' '),
    });
    at = next;
  }
  return tokens;
}

/** The words of a text; one that is typed twice counts once, and a letter of another script is the one that it looks like. */
function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { index: from, 0: written } of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)) {
    const read = written.replace(/[\p{L}\p{M}]+/gu, (part) => mended(part) ?? part);
    const word = { from, to: from + written.length, lower: read.toLowerCase().replaceAll('’', "'"), written };
    const before = words.at(-1);
    if (before?.lower !== word.lower || text.slice(before.to, from).trim() !== '') words.push(word);
    else words[words.length - 1] = { ...before, to: word.to };
  }
  return words;
}

/** The term with the negation around it, which goes from the tokens before, and where to go on. */
function termToken(
  tokens: Token[],
  words: readonly Word[],
  at: number,
  { term, length, negated }: Match,
  language: LanguageRules,
): { readonly token: Omit<Token, 'said'>; readonly next: number } {
  const isModal = term.scale === 'modal';
  const next = at + length + (isModal && isNegation(words, at + length, language) ? 1 : 0);
  const before = tokens.at(-1);
  const inFront = isModal && before?.term?.scale === 'negation' && language.negations.has(before.said) ? before : null;
  if (inFront !== null) tokens.pop();
  const isNegated = negated || next > at + length || inFront !== null;
  const from = (inFront ?? (words[at] as Word)).from;
  const emphatic = words.slice(at + 1, at + length - 1).some(({ lower }) => isEmphasis(lower, language));
  const key = `${term.scale}:${term.name}${isNegated ? ' not' : ''}${emphatic ? ' emphatic' : ''}`;
  return { token: { from, to: (words[next - 1] as Word).to, key, term, negated: isNegated, emphatic }, next };
}

function isNegation(words: readonly Word[], at: number, language: LanguageRules): boolean {
  return language.negations.has(words[at]?.lower ?? '') && !isForceless(words, at, 1, language);
}

/** Whether its neighbours take the force from a word. */
function isForceless(words: readonly Word[], at: number, length: number, { notForce }: LanguageRules): boolean {
  const contexts = notForce.get(words[at]?.lower ?? '');
  const [before, behind] = [words[at - 1]?.lower ?? '', words[at + length]?.lower ?? ''];
  return contexts !== undefined && (contexts.before.has(before) || contexts.behind.has(behind));
}

const formTables = new WeakMap<readonly ForceTerm[], ReadonlyMap<string, readonly Form[]>>();

/** Forms by their first word, longest first. */
function formsByFirstWord(force: readonly ForceTerm[]): ReadonlyMap<string, readonly Form[]> {
  const known = formTables.get(force);
  if (known !== undefined) return known;
  const table = new Map<string, Form[]>();
  for (const term of force) {
    for (const form of term.forms) {
      const negated = form.endsWith('!');
      const words = form.replace('!', '').split(' ');
      const first = words[0] ?? '';
      const forms = [...(table.get(first) ?? []), { words, negated, term }];
      table.set(
        first,
        forms.sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  formTables.set(force, table);
  return table;
}

function matchAt(words: readonly Word[], at: number, language: LanguageRules): Match | null {
  const forms = formsByFirstWord(language.force).get((words[at] as Word).lower) ?? [];
  for (const { words: form, negated, term } of forms) {
    const length = lengthOf(words, at, form, language);
    if (length > 0 && isMeant(words, at, length, term, language)) return { term, length, negated };
  }
  return null;
}

/** How many words from `at` on are this form, adverbs between its words counted: "are strongly urged". 0 where they are not. */
function lengthOf(words: readonly Word[], at: number, form: readonly string[], { adverbs }: LanguageRules): number {
  let next = at;
  for (const [index, part] of form.entries()) {
    while (index > 0 && words[next]?.lower !== part && adverbs.has(words[next]?.lower ?? '')) next += 1;
    if (words[next]?.lower !== part) return 0;
    next += 1;
  }
  return next - at;
}

/** "May" in capitals is a month, "political will" no promise, "the request" no call, "not only" no negation; an adverb alone emphasises nothing. */
function isMeant(
  words: readonly Word[],
  at: number,
  length: number,
  term: ForceTerm,
  language: LanguageRules,
): boolean {
  const [first, before, behind] = [words[at] as Word, words[at - 1]?.lower ?? '', words[at + length]];
  if (isForceless(words, at, length, language)) return false;
  if (term.scale === 'emphasis')
    return length > 1 || [words[at - 1], behind].some((word) => word !== undefined && isVerbOfForce(word, language));
  if (term.scale === 'modal' || term.scale === 'negation' || term.scale === 'qualifier')
    return !isMonth(first, at, behind);
  return length > 1 || !language.beforeNouns.has(before);
}

function isMonth({ written }: Word, at: number, behind: Word | undefined): boolean {
  return written === 'May' && (at > 0 || /^\p{N}/u.test(behind?.lower ?? ''));
}

function isVerbOfForce({ lower }: Word, language: LanguageRules): boolean {
  return (
    isOperativeVerb(lower, language) || language.preambular.words.has(lower) || language.preambular.shape.test(lower)
  );
}

function isEmphasis(word: string, { force, adverbs }: LanguageRules): boolean {
  return (
    adverbs.has(word) &&
    (formsByFirstWord(force).get(word) ?? []).some(({ words, term }) => words.length === 1 && term.scale === 'emphasis')
  );
}

function openingIndex(words: readonly Word[], { adverbs }: LanguageRules): number {
  return words.findIndex(({ lower }) => !adverbs.has(lower));
}

/** The first verb of an operative paragraph; "Adopts" and "Adopt" are the same. */
function openingMatch({ lower }: Word, language: LanguageRules): Match | null {
  if (!isOperativeVerb(lower, language)) return null;
  const { verbs, plural } = language.operative;
  const singular = plural === null || verbs.has(lower) ? lower : [...verbs].find((verb) => plural(verb) === lower);
  const name = singular ?? lower;
  return { term: { name, scale: 'opening', strength: 0, forms: [] }, length: 1, negated: false };
}
