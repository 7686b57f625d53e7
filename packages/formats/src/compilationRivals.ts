import { widestAmendment } from '@chapeau/procedure';
import type { NotationReading, OptionGroup } from '@chapeau/redline/brackets';
import { plainText } from '@chapeau/text';

/**
 * Paragraphs that are a proposal for others: an option beside the one that stands, or a paragraph labelled "alt". `place` are the
 * paragraphs that stand, `own` those proposed in their place; `isNothing` says that nothing be there.
 */
export interface Rival {
  readonly place: readonly number[];
  readonly own: readonly number[];
  readonly isNothing: boolean;
}

export interface Rivals {
  readonly all: readonly Rival[];
  /** By each paragraph of its own. */
  readonly owning: ReadonlyMap<number, Rival>;
  /** Options that no amendment can hold. */
  readonly tooWide: readonly OptionGroup[];
}

/**
 * The rivals of a text. Of several options the first with words of its own stands, wherever "No text" is among them; where the words of all
 * are proposed, none does. Options inside an option of several paragraphs that does not stand are part of its wording.
 */
export function rivalsOf(reading: NotationReading): Rivals {
  const { paragraphs, options } = reading;
  const owning = new Map<number, Rival>();
  const all: Rival[] = [];
  const tooWide: OptionGroup[] = [];
  const add = (rival: Rival) => {
    all.push(rival);
    for (const index of rival.own) if (!owning.has(index)) owning.set(index, rival);
  };
  const isWithin = (index: number) => (owning.get(index)?.own.length ?? 0) > 1;
  for (const group of options) {
    const standing = standingOption(reading, group);
    const place = standing?.paragraphs ?? [];
    if (isWithin(group[0]?.paragraphs[0] ?? -1)) continue;
    const others = group.filter((option) => option !== standing && (standing !== undefined || option.isNothing));
    if ([place, ...others.map(({ paragraphs: own }) => own)].some(({ length }) => length > widestAmendment))
      tooWide.push(group);
    else for (const { paragraphs: own, isNothing } of others) add({ place, own, isNothing });
  }
  paragraphs.forEach(({ proposals }, index) => {
    for (const { whole } of proposals) {
      if (whole?.type !== 'rival' || paragraphs[whole.paragraph]?.option !== null) continue;
      const place = heir(owning, index);
      if (owning.has(whole.paragraph) || place === whole.paragraph || isWithin(index)) continue;
      const own = withThoseBelow(reading, whole.paragraph);
      // Where only the rival has paragraphs below it, or none has, the words of the one paragraph are what is disputed.
      const replaced = own.length > 1 ? withThoseBelow(reading, place).filter((at) => at < whole.paragraph) : [place];
      if (Math.max(own.length, replaced.length) <= widestAmendment) add({ place: replaced, own, isNothing: false });
      else add({ place: [place], own: [whole.paragraph], isNothing: false });
    }
  });
  return { all, owning, tooWide };
}

/**
 * The reading with the number of several options at the one that stands: what kind of paragraph it is, is said where the first begins, also
 * where that is "No text".
 */
export function numberedOptions(reading: NotationReading): NotationReading {
  const paragraphs = [...reading.paragraphs];
  for (const group of reading.options) {
    const head = paragraphs[group[0]?.paragraphs[0] ?? -1];
    const at = standingOption(reading, group)?.paragraphs[0] ?? -1;
    const own = paragraphs[at];
    if (head === undefined || own === undefined || own === head || own.label !== null || head.label === null) continue;
    const { label, sublabel, kind, level } = head;
    paragraphs[at] = { ...own, label, sublabel, kind, level };
    paragraphs[group[0]?.paragraphs[0] ?? -1] = { ...head, label: null, sublabel: null };
  }
  return { ...reading, paragraphs };
}

function standingOption(reading: NotationReading, group: OptionGroup): OptionGroup[number] | undefined {
  return group.find(({ paragraphs: own, isNothing }) => !isNothing && own.some((at) => hasWords(reading, at)));
}

function hasWords({ paragraphs }: NotationReading, index: number): boolean {
  const read = paragraphs[index];
  return read !== undefined && plainText({ runs: read.base }).trim() !== '';
}

/** A paragraph with those on deeper levels right behind it: the (a) and (b) of a 6. */
function withThoseBelow({ paragraphs }: NotationReading, index: number): readonly number[] {
  const level = paragraphs[index]?.level ?? 0;
  const end = paragraphs.findIndex(
    (read, at) =>
      at > index && (read.level <= level || read.isAside || read.kind === 'heading' || read.kind === 'title'),
  );
  return [...paragraphs.keys()].slice(index, end < 0 ? undefined : end);
}

/** The paragraph that stands where a rival would. */
function heir(owning: ReadonlyMap<number, Rival>, index: number): number {
  const seen = new Set<number>();
  let at = index;
  for (let next = owning.get(at)?.place[0]; next !== undefined && !seen.has(next); next = owning.get(at)?.place[0]) {
    seen.add(at);
    at = next;
  }
  return at;
}
