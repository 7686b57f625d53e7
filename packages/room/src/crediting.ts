import { present } from '@chapeau/base';
import type { MovedWords } from './movedWords.ts';
import type { Provenance } from './provenance.ts';
import type { Gap, PutText, TakenText } from './rewriting.ts';
import { bringBack, type TakenRun, type TakenWords } from './takenWords.ts';
import { isWordBoundary } from './wordBoundary.ts';

/** Text that was put down, and for each code unit who typed it first where that is not its own client. */
interface Credit {
  readonly put: PutText;
  readonly text: string;
  readonly authors: (number | null)[];
}

/**
 * Which of the words that an update put down are not new, but words that its writer deleted, in this update or earlier
 * (`taken`, which is brought up to date). Three things count, and each deleted unit counts once:
 * - *rewritten in place*: between two stretches that stay, the text taken and the text put begin or end with the same
 *   words, as when a paragraph is split or joined. Order is kept, so that nobody's letters make another's sentence.
 * - *put back*: exactly what was taken there and is not back, beside its remains.
 * - *moved*: the same whole words in a row, as long as `leastMoved`, anywhere in the room.
 */
export function creditMoves(gaps: readonly Gap[], provenance: Provenance, taken: TakenWords): readonly MovedWords[] {
  const credits = gaps.flatMap((gap) => {
    const runs = gap.filter((text) => text.type === 'taken').map((text) => runOf(text, provenance));
    const own = gap.filter((text) => text.type === 'put').map(creditOf);
    creditInPlace(runs, own);
    for (const run of runs) if (run.away > 0) taken.add(run);
    return own;
  });
  if (taken.isEmpty) return credits.flatMap(movesOf);
  for (const credit of credits) if (!creditPutBack(credit, taken)) creditMoved(credit, taken);
  return credits.flatMap(movesOf);
}

function runOf({ text, pieces, first, last, before, behind }: TakenText, provenance: Provenance): TakenRun {
  const authors: number[] = [];
  for (const { client, clock, length } of pieces) {
    for (const span of provenance.authorsOf(client, clock, length)) {
      for (let unit = 0; unit < span.length; unit += 1) authors.push(span.client);
    }
  }
  return { text, authors, isBack: authors.map(() => false), away: authors.length, first, last, before, behind };
}

function creditOf(put: PutText): Credit {
  return { put, text: put.text, authors: Array.from({ length: put.text.length }, () => null) };
}

function creditInPlace(runs: readonly TakenRun[], credits: readonly Credit[]): void {
  const [old, now] = [joined(runs), joined(credits)];
  const { length } = old.text;
  if (old.text === now.text) return creditRow(runs, credits, { old: 0, now: 0, length });
  const most = Math.min(length, now.text.length);
  let head = 0;
  while (head < most && old.text.charCodeAt(head) === now.text.charCodeAt(head)) head += 1;
  while (head > 0 && !(isBoundary(old, head) && isBoundary(now, head))) head -= 1;
  const [oldEnd, nowEnd] = [length, now.text.length];
  let tail = 0;
  while (tail < most - head && old.text.charCodeAt(oldEnd - tail - 1) === now.text.charCodeAt(nowEnd - tail - 1))
    tail += 1;
  while (tail > 0 && !(isBoundary(old, oldEnd - tail) && isBoundary(now, nowEnd - tail))) tail -= 1;
  creditRow(runs, credits, { old: 0, now: 0, length: head });
  creditRow(runs, credits, { old: oldEnd - tail, now: nowEnd - tail, length: tail });
}

function creditPutBack({ put, text, authors }: Credit, taken: TakenWords): boolean {
  const run = taken.beside(put.behindFirst, put.beforeLast);
  const open = authors.flatMap((author, at) => (author === null ? at : []));
  if (run === null || run.away !== open.length) return false;
  const away = run.isBack.flatMap((isBack, at) => (isBack ? [] : at));
  if (away.some((at, index) => run.text[at] !== text[open[index] ?? -1])) return false;
  for (const [index, at] of away.entries()) {
    authors[present(open[index], 'counterpart')] = bringBack(run, at);
  }
  taken.forget(run);
  return true;
}

function creditMoved(credit: Credit, taken: TakenWords): void {
  const { text, authors } = credit;
  for (let at = 0; at < text.length; ) {
    let to = at;
    while (to < text.length && authors[to] === null) to += 1;
    while (at < to) {
      const found = isWordBoundary(text, at) ? taken.find(text, at, to) : null;
      if (found === null) at += 1;
      else {
        creditRow([found.run], [credit], { old: found.at, now: at, length: found.length });
        if (found.run.away === 0) taken.forget(found.run);
        at += found.length;
      }
    }
    at += 1;
  }
}

/** Gives each of `length` units in a row of credits the author of its counterpart in a row of runs, which is then back. */
function creditRow(
  runs: readonly TakenRun[],
  credits: readonly Credit[],
  { old, now, length }: { readonly old: number; readonly now: number; readonly length: number },
): void {
  const [from, to] = [cursorAt(runs, old), cursorAt(credits, now)];
  for (let left = length; left > 0; left -= 1) {
    const [run, credit] = [present(from.in, 'run'), present(to.in, 'credit')];
    credit.authors[to.at] = bringBack(run, from.at);
    from.step();
    to.step();
  }
}

function cursorAt<T extends { readonly text: string }>(row: readonly T[], offset: number) {
  let index = 0;
  let at = offset;
  const settle = () => {
    for (let here = row[index]; here !== undefined && at >= here.text.length; here = row[index]) {
      at -= here.text.length;
      index += 1;
    }
  };
  settle();
  return {
    get in() {
      return row[index];
    },
    get at() {
      return at;
    },
    step() {
      at += 1;
      settle();
    },
  };
}

/** Texts of neighbouring paragraphs as one; where one ends, a word ends. */
interface Joined {
  readonly text: string;
  readonly ends: ReadonlySet<number>;
}

function joined(texts: readonly { readonly text: string }[]): Joined {
  const ends = new Set<number>();
  let length = 0;
  for (const { text } of texts) ends.add((length += text.length));
  return { text: texts.map(({ text }) => text).join(''), ends };
}

function isBoundary({ text, ends }: Joined, at: number): boolean {
  return ends.has(at) || isWordBoundary(text, at);
}

/** Words that came back under the client that typed them need no note. */
function movesOf({ put, authors }: Credit): readonly MovedWords[] {
  const moves: MovedWords[] = [];
  let offset = 0;
  for (const { client, clock, length } of put.pieces) {
    for (let unit = 0; unit < length; ) {
      const author = authors[offset + unit] ?? client;
      const from = unit;
      while (unit < length && (authors[offset + unit] ?? client) === author) unit += 1;
      if (author !== client) moves.push({ client, clock: clock + from, length: unit - from, author });
    }
    offset += length;
  }
  return moves;
}
