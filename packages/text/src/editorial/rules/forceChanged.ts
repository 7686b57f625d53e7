import type { Run } from '../../paragraph.ts';
import { plainText } from '../../wording.ts';
import type { CheckedText, InText } from '../checkedText.ts';
import type { Found } from '../finding.ts';
import type { ForceScale } from '../languageRules.ts';
import { forceTokens, type Token } from './forceTokens.ts';

/**
 * Modal and operative verbs, negations, and words that weaken or emphasise, that are others than in the wording last agreed. The two wordings are
 * aligned by words; in each stretch that differs, terms of one scale are set against one another in order, then what is left of different
 * scales. A term that went elsewhere with the words behind it has not changed. No fix: which force is meant is for delegations to say.
 */
export function forceChanged(
  { text, kind, level }: InText,
  { language }: CheckedText,
  agreed: readonly Run[],
): readonly Found[] {
  const before = plainText({ runs: agreed });
  if (before === text) return [];
  const opening = kind === 'operative' && level === 0;
  const [was, is] = [forceTokens(before, language, opening), forceTokens(text, language, opening)];
  const all = stretches(was, is);
  const moved = movedTerms(all);
  return all.flatMap((stretch) => changesIn(stretch, moved));
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

/** Terms that went elsewhere in the text together with the words behind them: each that is gone is one that came. */
function movedTerms(all: readonly Stretch[]): ReadonlySet<Token> {
  const gone = new Map<string, Token[]>();
  for (const { was } of all) {
    for (const [token, clause] of clausesIn(was)) gone.set(clause, [...(gone.get(clause) ?? []), token]);
  }
  const moved = new Set<Token>();
  for (const { is } of all) {
    for (const [token, clause] of clausesIn(is)) {
      const origin = gone.get(clause)?.shift();
      if (origin !== undefined) moved.add(origin).add(token);
    }
  }
  return moved;
}

/** Each term of a stretch with the two words behind it; a term alone has moved to other words, and that is a change. */
function clausesIn(tokens: readonly Token[]): readonly (readonly [Token, string])[] {
  return tokens.flatMap((token, index) => {
    const [one, other] = [tokens[index + 1], tokens[index + 2]];
    return token.term === null || one === undefined
      ? []
      : [[token, `${token.key} ${one.key} ${other?.key ?? ''}`] as const];
  });
}

interface Pair {
  readonly was: Token | undefined;
  readonly is: Token | undefined;
}

/** Verbs of different scales may stand for one another: "shall" for "agree to". What only qualifies them may not. */
const verbs: ReadonlySet<ForceScale> = new Set(['modal', 'call', 'reception', 'concern', 'commitment', 'opening']);

function changesIn({ was, is, at }: Stretch, moved: ReadonlySet<Token>): readonly Found[] {
  const [old, now] = [was, is].map((tokens) => tokens.filter((token) => token.term !== null && !moved.has(token)));
  if (old === undefined || now === undefined) return [];
  const scales = new Set([...old, ...now].flatMap(({ term }) => (term === null ? [] : [term.scale])));
  const pairs = [...scales].flatMap((scale) => {
    const of = (tokens: readonly Token[]) => tokens.filter(({ term }) => term?.scale === scale);
    return inOrder(of(old), of(now));
  });
  const isLoose = ({ was: one, is: other }: Pair) =>
    (one === undefined || other === undefined) && verbs.has((one ?? other)?.term?.scale ?? 'negation');
  const loose = pairs.filter(isLoose);
  const joined = inOrder(
    loose.flatMap((pair) => pair.was ?? []),
    loose.flatMap((pair) => pair.is ?? []),
  );
  return [...pairs.filter((pair) => !isLoose(pair)), ...joined].flatMap((pair) => changeOf(pair, at));
}

function inOrder(was: readonly Token[], is: readonly Token[]): readonly Pair[] {
  return Array.from({ length: Math.max(was.length, is.length) }, (_, index) => ({ was: was[index], is: is[index] }));
}

function changeOf({ was, is }: Pair, at: number): readonly Found[] {
  const [before, after] = [was?.term ?? null, is?.term ?? null];
  const scale = before?.scale ?? after?.scale ?? '';
  const isSame = before?.scale === after?.scale && was?.negated === is?.negated;
  const isNamed = before?.name === after?.name && was?.emphatic === is?.emphatic;
  if (isSame && (isNamed || scale === 'negation')) return [];
  const problem = directionOf(was, is);
  const [from, to] = is === undefined ? [at, at] : [is.from, is.to];
  const parameters = { problem, scale, was: was?.said ?? '', is: is?.said ?? '' };
  // "Must" for "shall", "requests" for "calls upon": of one force as most read them.
  const isEqual = isSame && before?.strength === after?.strength && scale !== 'opening';
  return [{ from, to, severity: problem === 'different' && isEqual ? 'note' : 'warning', parameters, fix: null }];
}

function directionOf(was: Token | undefined, is: Token | undefined): string {
  const [before, after] = [was?.term ?? null, is?.term ?? null];
  if (before === null) return after === null ? 'added' : (qualified(after, 'weaker', 'stronger') ?? 'added');
  if (after === null) return qualified(before, 'stronger', 'weaker') ?? 'removed';
  if (was?.negated !== is?.negated) return 'reversed';
  if (before.name === after.name) return is?.emphatic === true ? 'stronger' : 'weaker';
  if (before.scale !== after.scale || after.strength === before.strength) return 'different';
  // What may not be done and what shall not be done: which forbids more is disputed.
  if (was?.negated === true && Math.min(before.strength, after.strength) <= 2) return 'different';
  return after.strength < before.strength ? 'weaker' : 'stronger';
}

/** What a term does to the verb beside it when it comes (or, the words exchanged, goes); null for one that stands by itself. */
function qualified(
  { scale, strength }: NonNullable<Token['term']>,
  weakens: string,
  strengthens: string,
): string | null {
  if (strength < 0) return weakens;
  return scale === 'emphasis' || scale === 'qualifier' ? strengthens : null;
}
