import { assertNever } from '@chapeau/base';
import { compare, type RedlineSegment } from '@chapeau/redline';
import { plainText, type Run } from '@chapeau/text';
import type { BaseParagraph } from './baseParagraphs.ts';

/** A paragraph as it now stands in a draft. */
export interface CurrentParagraph {
  readonly id: string | null;
  readonly runs: readonly Run[];
}

/** Neighbouring paragraphs that are compared as one: `from` to `to` (exclusive) of the draft with what they came from. */
export interface SuggestionGroup {
  readonly from: number;
  readonly to: number;
  readonly base: readonly BaseParagraph[];
}

/**
 * One mark of the redline. `paragraph` counts from the group's first; offsets are UTF-16 code units of that paragraph's words.
 * `split`: the paragraph begins where none began before.
 */
export type Suggestion =
  | {
      readonly type: 'inserted' | 'reformatted';
      readonly paragraph: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly type: 'deleted'; readonly paragraph: number; readonly at: number; readonly runs: readonly Run[] }
  | { readonly type: 'split'; readonly paragraph: number };

/** Stands between joined paragraphs while they are compared: a private-use character, a word of its own, that no keyboard has. */
export const paragraphMark = '\uE0B6';

/**
 * Puts paragraphs together that must be compared together: each one that stands for a paragraph of the text, with the new ones behind
 * it and the deleted ones that followed it there, so that a split or a join shows as such and not as words retyped.
 */
export function groupSuggestions(
  ids: readonly (string | null)[],
  base: readonly BaseParagraph[],
): readonly SuggestionGroup[] {
  const placeOf = new Map<string, number>(base.map(({ id }, index) => [id, index]));
  const present = new Set(ids);
  const starts = [...ids.keys()].filter((index) => index > 0 && isOfBase(ids[index], placeOf));
  return [0, ...starts].flatMap((from, index) => {
    const to = starts[index] ?? ids.length;
    if (from === to) return [];
    const place = placeOf.get(ids[from] ?? '') ?? -1;
    const own = place < 0 ? [] : base.slice(place, place + 1);
    const gone = goneBehind(base, present, place);
    const before = index === 0 && place >= 0 ? goneBehind(base, present, -1) : [];
    return [{ from, to, base: [...before, ...own, ...gone] }];
  });
}

/** The redline of a group, in the order of the draft; at one place what was deleted comes before what was inserted. */
export function suggest(current: readonly CurrentParagraph[], base: readonly BaseParagraph[]): readonly Suggestion[] {
  const before = { runs: joined(base.map(({ wording }) => wording.runs)) };
  const after = { runs: joined(current.map(({ runs }) => runs)) };
  const suggestions: Suggestion[] = [];
  let place: Place = { paragraph: 0, offset: 0 };
  for (const segment of compare(before, after)) {
    const { type, runs } = segment;
    if (type === 'deleted') suggestions.push({ type, paragraph: place.paragraph, at: place.offset, runs });
    else place = walk({ type, runs }, place, suggestions);
  }
  return suggestions;
}

interface Place {
  readonly paragraph: number;
  readonly offset: number;
}

/** What stands in the draft. */
interface StandingSegment {
  readonly type: Exclude<RedlineSegment['type'], 'deleted'>;
  readonly runs: readonly Run[];
}

function walk(segment: StandingSegment, start: Place, into: Suggestion[]): Place {
  let { paragraph, offset } = start;
  plainText(segment)
    .split(paragraphMark)
    .forEach((words, index) => {
      if (index > 0) {
        paragraph += 1;
        offset = 0;
        if (segment.type === 'inserted') into.push({ type: 'split', paragraph });
      }
      const to = offset + words.length;
      if (words !== '') markWords(segment.type, { paragraph, from: offset, to }, into);
      offset = to;
    });
  return { paragraph, offset };
}

function markWords(
  type: StandingSegment['type'],
  range: { readonly paragraph: number; readonly from: number; readonly to: number },
  into: Suggestion[],
): void {
  switch (type) {
    case 'same':
      return;
    case 'inserted':
    case 'reformatted':
      into.push({ type, ...range });
      return;
    default:
      assertNever(type);
  }
}

function joined(paragraphs: readonly (readonly Run[])[]): readonly Run[] {
  return paragraphs.flatMap((runs, index) => (index === 0 ? runs : [{ text: paragraphMark, marks: [] }, ...runs]));
}

function isOfBase(id: string | null | undefined, placeOf: ReadonlyMap<string, number>): boolean {
  return id !== null && id !== undefined && placeOf.has(id);
}

/** The paragraphs behind `place` in the text that the draft has no longer, up to the next that it still has. */
function goneBehind(
  base: readonly BaseParagraph[],
  present: ReadonlySet<string | null>,
  place: number,
): readonly BaseParagraph[] {
  const rest = base.slice(place + 1);
  const next = rest.findIndex(({ id }) => present.has(id));
  return next < 0 ? rest : rest.slice(0, next);
}
