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
