import {
  type DocumentState,
  type ParagraphState,
  paragraphsInText,
  standingAnchor,
  wordingAt,
} from '@chapeau/procedure';
import { compareTexts } from '@chapeau/redline';
import { normaliseRuns, type ParagraphId, plainText, type Run, sliceRuns, type Wording } from '@chapeau/text';

/**
 * What the words of a paragraph are compared with: those last declared agreed, also ad referendum; else those of the text as it was tabled,
 * or, of a paragraph that came in later, as it came in.
 */
export interface ForceBase {
  readonly since: 'agreed' | 'tabled' | 'inserted';
  readonly runs: readonly Run[];
}

/**
 * The wordings against which the force of each paragraph is compared; none for one that has read as it does since. Of a paragraph that was
 * parted each part is compared with its part of those words, of two that were joined the whole with both.
 */
export function forceBases(document: DocumentState): ReadonlyMap<ParagraphId, ForceBase> {
  const paragraphs = paragraphsInText(document);
  const bases = new Map<ParagraphId, ForceBase>();
  for (const paragraph of paragraphs) {
    const base = ownBase(paragraph);
    if (base !== null) bases.set(paragraph.id, base);
  }
  withSplits(paragraphs, bases);
  withJoins(document, bases);
  return bases;
}

function ownBase(paragraph: ParagraphState): ForceBase | null {
  const { agreedAs, earlier, inserted, hash } = paragraph;
  if (agreedAs !== undefined) {
    const words = agreedAs === hash ? null : wordingAt(paragraph, agreedAs);
    return words === null ? null : { since: 'agreed', runs: words.runs };
  }
  const first = earlier[0];
  return first === undefined ? null : { since: inserted === null ? 'tabled' : 'inserted', runs: first.wording.runs };
}

/** Paragraphs that came in with the entry that shortened another: what they have of its words is compared with those. */
function withSplits(paragraphs: readonly ParagraphState[], bases: Map<ParagraphId, ForceBase>): void {
  for (const part of paragraphs) {
    if (part.inserted === null || part.agreedAs !== undefined) continue;
    const entry = part.inserted;
    const parent = paragraphs.find((one) => one.earlier.some(({ until }) => until === entry));
    const base = parent === undefined ? undefined : bases.get(parent.id);
    const cut = parent === undefined || base === undefined ? null : splitAt(parent, part, base, entry);
    if (cut === null || parent === undefined || base === undefined) continue;
    bases.set(parent.id, { since: base.since, runs: cut.stayed });
    bases.set(part.id, { since: base.since, runs: cut.parted });
  }
}

interface Cut {
  readonly stayed: readonly Run[];
  readonly parted: readonly Run[];
}

/** What was worked out from the words of a base; so it is the same object each time, and nothing is checked again for it. */
function kept<T>(): (base: readonly Run[], name: string, work: () => T) => T {
  const known = new WeakMap<readonly Run[], Map<string, T>>();
  return (base, name, work) => {
    const ofBase = known.get(base) ?? new Map<string, T>();
    known.set(base, ofBase);
    const found = ofBase.has(name) ? (ofBase.get(name) as T) : work();
    ofBase.set(name, found);
    return found;
  };
}

const keptCuts = kept<Cut | null>();
const keptJoins = kept<readonly Run[] | null>();

/** Where a base was parted by an entry; null where the new paragraph did not come of it. */
function splitAt(parent: ParagraphState, part: ParagraphState, base: ForceBase, entry: number): Cut | null {
  return keptCuts(base.runs, part.id, () =>
    cutOf(base.runs, wordingSince(parent, entry), part.earlier[0]?.wording ?? part),
  );
}

function wordingSince({ earlier, ...now }: ParagraphState, entry: number): Wording {
  const at = earlier.findIndex(({ until }) => until === entry);
  return earlier[at + 1]?.wording ?? now;
}

function cutOf(base: readonly Run[], stays: Wording, parts: Wording): Cut | null {
  const { kind, level } = stays;
  const changes = compareTexts(
    [{ id: 'parent', kind, level, runs: base }],
    [
      { ...stays, id: 'parent' },
      { ...parts, id: 'part' },
    ],
  );
  if (!changes.some((change) => change.type === 'inserted' && change.splitFrom !== undefined)) return null;
  const at = bestCut(plainText({ runs: base }), plainText(stays), plainText(parts));
  return { stayed: sliceRuns(base, 0, at), parted: sliceRuns(base, at, Number.POSITIVE_INFINITY) };
}

/** Where to cut a text so that its two sides have as many words as they can of these two; the last such place, a UTF-16 offset. */
function bestCut(text: string, one: string, other: string): number {
  const words = wordsIn(text);
  const before = sharedWith(words, one);
  const behind = sharedWith(words.toReversed(), other).toReversed();
  let [best, at] = [-1, 0];
  for (let index = 0; index <= words.length; index += 1) {
    const shared = (before[index] ?? 0) + (behind[index] ?? 0);
    if (shared < best) continue;
    best = shared;
    at = words[index]?.from ?? text.length;
  }
  return at;
}

interface FoundWord {
  readonly from: number;
  readonly word: string;
}

function wordsIn(text: string): readonly FoundWord[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ index, 0: word }) => ({
    from: index,
    word: word.toLowerCase(),
  }));
}

/** For each number of words from the start, how many of them stand in a text, each of its words counted once. */
function sharedWith(words: readonly FoundWord[], text: string): readonly number[] {
  const left = new Map<string, number>();
  for (const { word } of wordsIn(text)) left.set(word, (left.get(word) ?? 0) + 1);
  const shared = [0];
  for (const { word } of words) {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    shared.push((shared.at(-1) ?? 0) + (count > 0 ? 1 : 0));
  }
  return shared;
}

/** Paragraphs that are gone because another took their words: it is compared with both. */
function withJoins(document: DocumentState, bases: Map<ParagraphId, ForceBase>): void {
  for (const gone of document.paragraphs.values()) {
    if (gone.status !== 'deleted') continue;
    const before = standingAnchor(document, gone.behind);
    const at = before === null ? -1 : document.order.indexOf(before);
    const next = document.order[at + 1] ?? null;
    for (const [id, isBehind] of [
      [before, true],
      [next, false],
    ] as const) {
      const whole = id === null ? undefined : document.paragraphs.get(id);
      const base = id === null ? undefined : bases.get(id);
      if (whole === undefined || base === undefined) continue;
      const runs = keptJoins(base.runs, `${gone.id}/${whole.hash}`, () => joinOf(whole, base.runs, gone, isBehind));
      if (runs === null) continue;
      bases.set(whole.id, { since: base.since, runs });
      break;
    }
  }
}

/** The words of both, where what is gone was joined to the whole; else null. */
function joinOf(
  whole: ParagraphState,
  base: readonly Run[],
  gone: ParagraphState,
  isBehind: boolean,
): readonly Run[] | null {
  const { id, kind, level } = whole;
  const changes = compareTexts<{ readonly id: ParagraphId } & Wording>(
    [gone, { id, kind, level, runs: base }],
    [whole],
  );
  if (!changes.some((change) => change.type === 'deleted' && change.joinedTo !== undefined)) return null;
  return isBehind ? joined(base, gone.runs) : joined(gone.runs, base);
}

function joined(one: readonly Run[], other: readonly Run[]): readonly Run[] {
  return normaliseRuns([...one, { text: ' ', marks: [] }, ...other]);
}
