import { assertNever } from '@chapeau/base';
import {
  type AmendmentVersion,
  type ChosenHunks,
  type DocumentState,
  type Part,
  type PartHunk,
  paragraphIn,
  partsOf,
} from '@chapeau/procedure';
import { applyHunks, type Hunk } from '@chapeau/redline';
import type { Rewording } from '../editorial/rewordings.ts';
import { type ParagraphId, plainText, type Run, sliceRuns, type Wording } from '@chapeau/text';

/** A proposed paragraph whose changes can be chosen one by one. */
export interface ChoosablePart {
  readonly key: string;
  readonly paragraph: ParagraphId | null;
  /** The paragraph as it stands; null for a new one. */
  readonly base: Wording | null;
  readonly changes: readonly Choosable[];
}

/** One change. `key` is its own among those of the amendment; `number` counts them from 1 in the order shown. */
export interface Choosable {
  readonly key: string;
  readonly number: number;
  readonly hunk: PartHunk;
}

/** The changes of an amendment that is current, by paragraph. */
export function choosableParts(document: DocumentState, version: AmendmentVersion): readonly ChoosablePart[] {
  let number = 0;
  return partsOf(document, version).map(({ paragraph, hunks }: Part) => {
    const changes = hunks.map((hunk) => ({ key: `${paragraph ?? ''}/${hunk.id}`, number: (number += 1), hunk }));
    const base = paragraph === null ? null : paragraphIn(document, paragraph);
    return { key: changes[0]?.key ?? '', paragraph, base, changes };
  });
}

/** The names of the chosen changes, as the act has them. */
export function namesOf(parts: readonly ChoosablePart[], chosen: ReadonlySet<string>): readonly ChosenHunks[] {
  const names = new Map<ParagraphId | null, string[]>();
  for (const { paragraph, changes } of parts)
    for (const { key, hunk } of changes) {
      if (!chosen.has(key)) continue;
      const known = names.get(paragraph);
      if (known === undefined) names.set(paragraph, [hunk.id]);
      else known.push(hunk.id);
    }
  return [...names].map(([paragraph, hunks]) => ({ paragraph, hunks }));
}

/** What becomes of a paragraph. Null: it is not in the text. */
export interface PartOutcome {
  /** As it reads once the chosen changes are accepted. */
  readonly text: Wording | null;
  /** As the amendment goes on proposing it. */
  readonly proposed: Wording | null;
  /** Whether any of its changes stays on the table. */
  readonly remains: boolean;
}

/** What the choice makes of one paragraph, and what of it stays on the table. */
export function outcomeOf({ base, changes }: ChoosablePart, chosen: ReadonlySet<string>): PartOutcome {
  const taken = changes.filter(({ key }) => chosen.has(key));
  return {
    text: withHunks(base, taken),
    proposed: withHunks(base, changes),
    remains: taken.length < changes.length,
  };
}

function withHunks(base: Wording | null, changes: readonly Choosable[]): Wording | null {
  const inPlace: Hunk[] = [];
  for (const { hunk } of changes) {
    switch (hunk.type) {
      case 'deletion':
        return null;
      case 'insertion':
        return hunk.after;
      case 'words':
      case 'shape':
        inPlace.push(hunk);
        break;
      default:
        return assertNever(hunk);
    }
  }
  return base === null ? null : applyHunks(base, inPlace);
}

/** What the chosen changes put in place of which words, paragraph by paragraph. */
export function rewordingsOf(parts: readonly ChoosablePart[], chosen: ReadonlySet<string>): readonly Rewording[] {
  return parts.flatMap((part) => {
    const { base, changes } = part;
    if (base === null || !changes.some(({ key }) => chosen.has(key))) return [];
    const { text } = outcomeOf(part, chosen);
    return text === null ? [] : [{ before: base.runs, after: text.runs, kind: text.kind, level: text.level }];
  });
}

/** What becomes of ticks when the changes are shown anew. */
export interface CarriedChoice {
  readonly chosen: ReadonlySet<string>;
  /** Ticked before, and no change of the new version. */
  readonly lost: readonly Choosable[];
}

/**
 * The ticks on the changes of one version, on those of another: a change of the same words into the same, in the same paragraph, stays
 * ticked. Where several are alike they go along in their order, and only if there are as many as before.
 */
export function carriedChoice(
  before: readonly ChoosablePart[],
  chosen: ReadonlySet<string>,
  now: readonly ChoosablePart[],
): CarriedChoice {
  const alike = byMeaning(now);
  const carried = new Set<string>();
  const lost: Choosable[] = [];
  for (const [meaning, changes] of byMeaning(before)) {
    const same = alike.get(meaning) ?? [];
    changes.forEach((change, index) => {
      if (!chosen.has(change.key)) return;
      const next = same.length === changes.length ? same[index] : undefined;
      if (next === undefined) lost.push(change);
      else carried.add(next.key);
    });
  }
  return { chosen: carried, lost };
}

function byMeaning(parts: readonly ChoosablePart[]): ReadonlyMap<string, readonly Choosable[]> {
  const all = parts.flatMap(({ paragraph, changes }) => changes.map((change) => ({ paragraph, change })));
  const groups = Map.groupBy(all, ({ paragraph, change: { hunk } }) =>
    JSON.stringify([paragraph, hunk.type, 'before' in hunk ? hunk.before : null, 'after' in hunk ? hunk.after : null]),
  );
  return new Map([...groups].map(([meaning, group]) => [meaning, group.map(({ change }) => change)]));
}

/** A stretch of a paragraph as the chair reads it: words that stay, or a change of words. */
export type Stretch =
  | { readonly type: 'same'; readonly runs: readonly Run[] }
  | { readonly type: 'change'; readonly change: Choosable; readonly hunk: Extract<Hunk, { type: 'words' }> };

/** A paragraph that stays, its changes of words in their places. Its words and those of the changes are all there, in order. */
export function stretchesOf({ base, changes }: ChoosablePart): readonly Stretch[] {
  if (base === null) return [];
  const stretches: Stretch[] = [];
  let at = 0;
  const keep = (to: number) => {
    const runs = sliceRuns(base.runs, at, to);
    if (runs.length > 0) stretches.push({ type: 'same', runs });
  };
  for (const change of changes) {
    const { hunk } = change;
    if (hunk.type !== 'words') continue;
    keep(hunk.at);
    stretches.push({ type: 'change', change, hunk });
    at = hunk.at + hunk.length;
  }
  keep(plainText(base).length);
  return stretches;
}
