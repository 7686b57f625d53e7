import { plainText } from '../../wording.ts';
import type { Run } from '../../paragraph.ts';
import type { CheckedText, InText } from '../checkedText.ts';
import type { Found } from '../finding.ts';
import type { ForceTerm, LanguageRules } from '../languageRules.ts';

/** A word, or a term of force as one token. */
interface Token {
  readonly from: number;
  readonly to: number;
  /** What is compared: the word in lower case, or the name of the term. */
  readonly key: string;
  readonly term: ForceTerm | null;
  readonly negated: boolean;
}

/**
 * Modal and operative verbs, and words that weaken, that are others than in the wording last agreed. The two wordings are aligned by
 * words; in each stretch that differs, terms of one scale are set against one another in order. No fix: which force is meant is for
 * delegations to say.
 */
export function forceChanged({ text }: InText, { language }: CheckedText, agreed: readonly Run[]): readonly Found[] {
  const before = plainText({ runs: agreed });
  if (before === text) return [];
  const [was, is] = [tokensOf(before, language), tokensOf(text, language)];
  return stretches(was, is).flatMap((stretch) => changesIn(stretch));
}

function tokensOf(text: string, { force, negations }: LanguageRules): readonly Token[] {
  const found = [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
    word: word.toLowerCase().replaceAll('’', "'"),
  }));
  const byFirst = formsByFirstWord(force);
  const tokens: Token[] = [];
  for (let at = 0; at < found.length; ) {
    const start = found[at];
    if (start === undefined) break;
    const match = (byFirst.get(start.word) ?? []).find(
      ({ words, term }) =>
        words.every((word, offset) => found[at + offset]?.word === word) && isMeant(text, found, at, term),
    );
    const length = match?.words.length ?? 1;
    const end = found[at + length - 1] ?? start;
    const negated = match !== undefined && match.term.scale === 'modal' && isNegated(found, at, length, negations);
    const key = match === undefined ? start.word : `${match.term.scale}:${match.term.name}${negated ? ' not' : ''}`;
    tokens.push({ from: start.from, to: end.to, key, term: match?.term ?? null, negated });
    at += length;
  }
  return tokens;
}

interface Form {
  readonly words: readonly string[];
  readonly term: ForceTerm;
}

const formTables = new WeakMap<readonly ForceTerm[], ReadonlyMap<string, readonly Form[]>>();

/** Forms by their first word, longest first. */
function formsByFirstWord(force: readonly ForceTerm[]): ReadonlyMap<string, readonly Form[]> {
  const known = formTables.get(force);
  if (known !== undefined) return known;
  const table = new Map<string, Form[]>();
  for (const term of force) {
    for (const form of term.forms) {
      const words = form.split(' ');
      const first = words[0] ?? '';
      table.set(
        first,
        [...(table.get(first) ?? []), { words, term }].sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
  formTables.set(force, table);
  return table;
}

/** "May" in capitals is a month, and "political will" no promise. */
function isMeant(
  text: string,
  found: readonly { readonly from: number; readonly word: string }[],
  at: number,
  term: ForceTerm,
) {
  if (term.scale !== 'modal') return true;
  const start = found[at];
  if (start === undefined) return false;
  const capital = /\p{Lu}/u.test(text[start.from] ?? '') && at > 0;
  const noun = term.name === 'will' && /^(?:political|good|free|the|their|its|of)$/.test(found[at - 1]?.word ?? '');
  return !capital && !noun;
}

function isNegated(
  found: readonly { readonly word: string }[],
  at: number,
  length: number,
  negations: ReadonlySet<string>,
): boolean {
  return negations.has(found[at + length]?.word ?? '') || negations.has(found[at - 1]?.word ?? '');
}

interface Stretch {
  readonly was: readonly Token[];
  readonly is: readonly Token[];
  /** Where in the new text words are gone. */
  readonly at: number;
}

/** The stretches that differ, by a longest common subsequence of what lies between the common beginning and end. */
function stretches(was: readonly Token[], is: readonly Token[]): readonly Stretch[] {
  let head = 0;
  while (head < was.length && head < is.length && was[head]?.key === is[head]?.key) head += 1;
  let tail = 0;
  const most = Math.min(was.length, is.length) - head;
  while (tail < most && was[was.length - 1 - tail]?.key === is[is.length - 1 - tail]?.key) tail += 1;
  const [old, now] = [was.slice(head, was.length - tail), is.slice(head, is.length - tail)];
  const before = is[head - 1]?.to ?? 0;
  // Two long paragraphs with nothing in common at either end are compared as one stretch: their cost would be the square of their length.
  if (old.length * now.length > 4_000_000) return [{ was: old, is: now, at: before }];
  return alignedStretches(old, now, before);
}

function alignedStretches(old: readonly Token[], now: readonly Token[], before: number): readonly Stretch[] {
  const width = now.length + 1;
  const common = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        old[i]?.key === now[j]?.key
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
    }
  }
  const found: Stretch[] = [];
  let [i, j, at] = [0, 0, before];
  while (i < old.length || j < now.length) {
    const [fromI, fromJ] = [i, j];
    while ((i < old.length || j < now.length) && (i >= old.length || j >= now.length || old[i]?.key !== now[j]?.key)) {
      const skipOld =
        i < old.length && (j >= now.length || (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0));
      if (skipOld) i += 1;
      else j += 1;
    }
    if (i > fromI || j > fromJ) found.push({ was: old.slice(fromI, i), is: now.slice(fromJ, j), at });
    while (i < old.length && j < now.length && old[i]?.key === now[j]?.key) {
      at = now[j]?.to ?? at;
      i += 1;
      j += 1;
    }
  }
  return found;
}

function changesIn({ was, is, at }: Stretch): readonly Found[] {
  const scales = new Set([...was, ...is].flatMap(({ term }) => (term === null ? [] : [term.scale])));
  return [...scales].flatMap((scale) => {
    const old = was.filter(({ term }) => term?.scale === scale);
    const now = is.filter(({ term }) => term?.scale === scale);
    const pairs = Math.max(old.length, now.length);
    return Array.from({ length: pairs }, (_, index) => changeOf(old[index], now[index], at)).flat();
  });
}

function changeOf(was: Token | undefined, is: Token | undefined, at: number): readonly Found[] {
  const [before, after] = [was?.term ?? null, is?.term ?? null];
  const scale = before?.scale ?? after?.scale ?? '';
  if (before?.name === after?.name && was?.negated === is?.negated) return [];
  const problem = directionOf(was, is);
  const [from, to] = is === undefined ? [at, at] : [is.from, is.to];
  const parameters = { problem, scale, was: nameOf(was), is: nameOf(is) };
  const severity = problem === 'different' ? 'note' : 'warning';
  return [{ from, to, severity, parameters, fix: null }];
}

function nameOf(token: Token | undefined): string {
  return token?.term === null || token?.term === undefined ? '' : `${token.term.name}${token.negated ? ' (not)' : ''}`;
}

function directionOf(was: Token | undefined, is: Token | undefined): string {
  const [before, after] = [was?.term ?? null, is?.term ?? null];
  if (before === null) return after !== null && after.strength < 0 ? 'weaker' : 'added';
  if (after === null) return before.strength < 0 ? 'stronger' : 'removed';
  if (was?.negated !== is?.negated) return 'reversed';
  if (after.strength === before.strength) return 'different';
  return after.strength < before.strength ? 'weaker' : 'stronger';
}
