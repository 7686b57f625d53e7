import { type Mark, marks, normaliseRuns, type Run } from '@chapeau/text';
import { tokenise } from './tokenise.ts';
import { tokeniseLike } from './tokeniseLike.ts';

/**
 * The words of a paragraph, each with its dress: how its characters are formatted. The dress of a word in one formatting is that
 * formatting's marks joined by `+`; of a word formatted in parts, such as `r*eaffirming*`, the parts `length:marks` joined by `|`.
 * Two words look alike exactly when text and dress are equal. The arrays are of one length.
 */
export interface Words {
  readonly texts: readonly string[];
  readonly dresses: readonly string[];
}

/** The words of a paragraph's runs. */
export function wordsOf(runs: readonly Run[]): Words {
  const normal = normaliseRuns(runs);
  return dressed(tokenise(textOf(normal)), normal);
}

/** The words of a paragraph that was made from `model`, cut as there where both are the same. */
export function wordsLike(model: Words, runs: readonly Run[]): Words {
  const normal = normaliseRuns(runs);
  return dressed(tokeniseLike(model.texts, textOf(normal)), normal);
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('');
}

function dressed(texts: readonly string[], normal: readonly Run[]): Words {
  const [first] = normal;
  if (first === undefined) return { texts: [], dresses: [] };
  const plain = first.marks.join('+');
  return {
    texts,
    dresses: normal.length === 1 ? texts.map(() => plain) : dressesOf(texts, normal),
  };
}

/** The words `from` to `to` (exclusive) as runs in normal form. */
export function runsOf(words: Words, from = 0, to = words.texts.length): readonly Run[] {
  const runs: Run[] = [];
  let text = '';
  let dress = '';
  for (let at = from; at < to; at += 1) {
    const next = words.dresses[at] ?? '';
    if (next !== dress) {
      runs.push(...undress(text, dress));
      text = '';
      dress = next;
    }
    // A dress in parts tells the lengths of one word only.
    if (dress.includes(':')) {
      runs.push(...undress(words.texts[at] ?? '', dress));
    } else text += words.texts[at] ?? '';
  }
  runs.push(...undress(text, dress));
  return normaliseRuns(runs);
}

/** The words `from` to `to` (exclusive). */
export function sliceWords(words: Words, from: number, to: number): Words {
  return { texts: words.texts.slice(from, to), dresses: words.dresses.slice(from, to) };
}

/** Several stretches of words, one after the other. */
export function joinWords(parts: readonly Words[]): Words {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  return {
    texts: ([] as string[]).concat(...parts.map(({ texts }) => texts)),
    dresses: ([] as string[]).concat(...parts.map(({ dresses }) => dresses)),
  };
}

/** A string that is equal exactly for runs in normal form that look alike. */
export function runsKey(runs: readonly Run[]): string {
  return JSON.stringify(runs.map(({ text, marks }) => [text, ...marks]));
}

/**
 * The dress of a word that both sides kept: each mark of each character as the side has it that changed it.
 * A mark is there or not, so when both changed it they agree, and this merge cannot conflict.
 */
export function mergeDress(length: number, base: string, theirs: string, ours: string): string {
  if (theirs === base) return ours;
  if (ours === base || ours === theirs) return theirs;
  const [was, one, other] = [base, theirs, ours].map((dress) => marksByCharacter(length, dress));
  const merged = Array.from({ length }, (_, at) =>
    marks.filter((mark) => {
      const before = was?.[at]?.includes(mark) ?? false;
      const changed = one?.[at]?.includes(mark) ?? false;
      return changed !== before ? changed : (other?.[at]?.includes(mark) ?? false);
    }),
  );
  return dressOfParts(merged.map((marks) => ({ length: 1, marks: marks.join('+') })));
}

interface DressPart {
  readonly length: number;
  readonly marks: string;
}

function dressesOf(texts: readonly string[], runs: readonly Run[]): readonly string[] {
  let run = 0;
  let left = runs[0]?.text.length ?? 0;
  return texts.map((text) => {
    const parts: DressPart[] = [];
    for (let rest = text.length; rest > 0; ) {
      if (left === 0) {
        run += 1;
        left = runs[run]?.text.length ?? rest;
      }
      const length = Math.min(rest, left);
      parts.push({ length, marks: runs[run]?.marks.join('+') ?? '' });
      rest -= length;
      left -= length;
    }
    return dressOfParts(parts);
  });
}

function dressOfParts(parts: readonly DressPart[]): string {
  const joined: DressPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.marks === part.marks) joined[joined.length - 1] = { ...part, length: last.length + part.length };
    else joined.push(part);
  }
  const [first] = joined;
  if (joined.length <= 1) return first?.marks ?? '';
  return joined.map(({ length, marks }) => `${length}:${marks}`).join('|');
}

function partsOfDress(length: number, dress: string): readonly DressPart[] {
  if (!dress.includes(':')) return [{ length, marks: dress }];
  return dress.split('|').map((part) => {
    const [size = '', names = ''] = part.split(':');
    return { length: Number(size), marks: names };
  });
}

function marksByCharacter(length: number, dress: string): readonly (readonly string[])[] {
  return partsOfDress(length, dress).flatMap((part) =>
    Array.from({ length: part.length }, () => part.marks.split('+')),
  );
}

function undress(text: string, dress: string): readonly Run[] {
  if (text === '') return [];
  let start = 0;
  return partsOfDress(text.length, dress).map((part) => {
    const end = start + part.length;
    const run = { text: text.slice(start, end), marks: marksOf(part.marks) };
    start = end;
    return run;
  });
}

const knownMarks = new Map<string, readonly Mark[]>();
function marksOf(joined: string): readonly Mark[] {
  const known = knownMarks.get(joined);
  if (known !== undefined) return known;
  const names = joined.split('+');
  const found = marks.filter((mark) => names.includes(mark));
  knownMarks.set(joined, found);
  return found;
}
