import { english } from '@chapeau/text/english';

/** The first and last words of a wording in brackets, as shown, those of brackets within left out. `isAll` says that `head` is all of it. */
export interface Edges {
  readonly head: string;
  readonly tail: string;
  readonly isAll: boolean;
}

/** What a bracket is to the one before it. `isSure` is false where the text does not force it: a person is to confirm. */
export interface Relation {
  readonly isRival: boolean;
  readonly isSure: boolean;
}

/** What stands between two brackets, and before them. */
export interface Between {
  /** White space stands between them. */
  readonly isSpaced: boolean;
  /** Only the number of the paragraph stands before the first. */
  readonly isAtHead: boolean;
  /** The first is the last of several rivals already. */
  readonly isListed: boolean;
}

const modal = /^(?:(?:shall|should|may|will|must|can|would|could|might)(?: not)?)$/i;
const number = /^(?:(?:year )?[xyn]|(?:x )?date|\d{2}xx|[\d.,–-]+(?: ?%| per ?cent| years?| months?| days?)?)$/i;
const conjunction = /^(?:and|or|and\/or|nor|but)$/i;
/** A word to come, where parties agree on neither: `[shall][should][other]`. */
const other = /^other$/i;

/** `[Option 1: act] [Option 2: wait]`; that of the first may be the lead of the paragraph. */
const option = /^(?:option|alternative|opción|opsi|alt)\.? ?(?:\d{1,2}|[ivx]{1,4}|[a-e]|\([a-z\d]\))[:.)]/i;

/** What begins so goes on with what stands before. */
const goesOn = /^(?:[\s,;.:)]|(?:and|or|nor|but|as well as|including|\/)(?![\p{L}]))/iu;
/** What ends so needs more words. */
const needsMore =
  /(?:^|[\s/])(?:of|to|the|an?|with|in|by|for|from|on|under|at|into|its|their|and|or|nor|that|which|as|such|through|towards?|before|after|until|upon)$/i;
const determined =
  /^(?:the|an?|its|their|his|her|our|all|each|every|any|some|no|this|these|those|such|other|both|either)(?=\s|$)/i;
const preposition =
  /^(?:in|on|at|by|for|from|to|under|within|with|of|after|before|during|through|towards?|over|between|among|beyond|until)(?= |$)/i;
/** A time, place or manner, for which a phrase with a preposition may be a rival. */
const adverbial =
  /^(?:in|on|at|by|for|from|within|with|after|before|during|through|over|beyond|until|as|every|each|no|not|well|upon|under)(?= |$)/i;
const predicate = /\b(?:is|are|was|were|has|have|shall|should|may|will|must|can)$/i;

const actions = new Set([
  ...[...english.operative.verbs].flatMap((verb) => [verb, english.operative.plural?.(verb) ?? verb]),
  ...['communicate', 'formulate', 'prepare', 'update', 'receive', 'serve', 'assist', 'prioritize', 'attract', 'join'],
]);

const rival: Relation = { isRival: true, isSure: true };
const further: Relation = { isRival: false, isSure: true };
const rivalPerhaps: Relation = { isRival: true, isSure: false };
const furtherPerhaps: Relation = { isRival: false, isSure: false };

/**
 * Whether a bracket behind another offers a rival wording for its place or further words. Brackets that touch are rivals unless the
 * second goes on with the sentence. With a space between them two wordings are rivals only where they cannot stand one after the other:
 * both a modal verb, a number, a conjunction; both a verb in one form, a noun phrase with its own article, a plural; or both with the
 * same first or last word. English words decide; other languages get the doubt.
 */
export function relation(first: Edges, second: Edges, between: Between): Relation {
  const [a, b] = [trimmed(first), trimmed(second)];
  const bothAre = (kind: RegExp) => kind.test(a.head) && kind.test(b.head);
  if ((a.isAll && b.isAll && (bothAre(modal) || bothAre(number))) || bothAre(conjunction)) return rival;
  if (option.test(b.head)) return rival;
  if (b.isAll && other.test(b.head) && (between.isListed || (a.isAll && modal.test(a.head)))) return rival;
  // "[are to][shall]" are rivals; "[Developed countries][shall]" is a verb behind its subject.
  if (b.isAll && modal.test(b.head) && !/\bto$/i.test(a.tail)) return between.isSpaced ? further : furtherPerhaps;
  // "[trade][and][transit]": words that join are further ones, as is what they join.
  if (conjunction.test(a.head)) return further;
  if (conjunction.test(b.head)) return between.isSpaced ? further : furtherPerhaps;
  if (!between.isSpaced) return whenTouching(first, second, between.isAtHead);
  if (goesOn.test(second.head)) return further;
  if (/[.;,]$/.test(a.tail)) return behindMark(a, b, between.isAtHead);
  return whenSpaced(a, b);
}

function whenTouching(first: Edges, second: Edges, isAtHead: boolean): Relation {
  if (goesOn.test(second.head) && !goesOn.test(first.head)) return further;
  // Items of a list may touch too, and a whole sentence what goes on in one.
  const isClear =
    isAtHead || (!/[.;,]$/.test(first.tail.trim()) && goesOn.test(first.head) === goesOn.test(second.head));
  return isClear ? rival : rivalPerhaps;
}

function whenSpaced(a: Edges, b: Edges): Relation {
  if (a.isAll && modal.test(a.head)) return further;
  // "[its] [the Party's]", though more words must follow the first.
  if (a.isAll && !a.head.includes(' ') && determined.test(a.head) && determined.test(b.head)) return rivalPerhaps;
  if (needsMore.test(a.tail) && !needsMore.test(b.tail) && !/ing$/i.test(b.tail)) return further;
  if (isSameKind(a, b)) return rivalPerhaps;
  if (preposition.test(b.head) && !adverbial.test(a.head)) return further;
  const isVerbWithObject = a.isAll && actions.has(a.head.toLowerCase()) && determined.test(b.head);
  return isVerbWithObject ? further : furtherPerhaps;
}

/** `2.[Act;] [Wait;]` are two paragraphs under one number; a small letter behind a full stop does not begin a sentence. */
function behindMark(a: Edges, b: Edges, isAtHead: boolean): Relation {
  if (!/[.;,]$/.test(b.tail)) return further;
  if (isAtHead) return rivalPerhaps;
  return a.tail.endsWith('.') && /^\p{Ll}/u.test(b.head) ? rivalPerhaps : further;
}

function isSameKind(a: Edges, b: Edges): boolean {
  const [first, second] = [wordsOf(a.head), wordsOf(b.head)];
  const [one, other] = [first[0] ?? '', second[0] ?? ''];
  const [last, end] = [wordsOf(a.tail).at(-1) ?? '', wordsOf(b.tail).at(-1) ?? ''];
  if (determined.test(a.head) && determined.test(b.head)) return true;
  if (predicate.test(a.tail) && predicate.test(b.tail)) return true;
  if (actions.has(one) && actions.has(other)) return one.endsWith('s') === other.endsWith('s');
  if (one === other && (preposition.test(a.head) || one.length > 3)) return true;
  const areBrief = a.isAll && b.isAll && first.length <= 6 && second.length <= 6;
  if (last === end && last.length > 2 && (areBrief || needsMore.test(a.tail))) return true;
  const areWords = a.isAll && b.isAll && first.length === 1 && second.length === 1;
  if (areWords && ['ed', 'ing', 'ly'].some((form) => isFormed(one, form) && isFormed(other, form))) return true;
  return areBrief && !preposition.test(a.head) && !preposition.test(b.head) && isPlural(last) && isPlural(end);
}

function isFormed(word: string, ending: string): boolean {
  return word.endsWith(ending) && word.length > ending.length + 2;
}

function isPlural(word: string): boolean {
  return word.length > 3 && /[^su]s$/.test(word);
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
}

function trimmed({ head, tail, isAll }: Edges): Edges {
  return { head: head.trim(), tail: tail.trim(), isAll };
}
