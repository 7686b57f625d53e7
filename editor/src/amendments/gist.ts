import type { AmendmentVersion, DocumentState } from '@chapeau/procedure';
import { compareTexts, hunksOf, type ParagraphChange } from '@chapeau/redline';
import { baseLines, type Line } from './baseLines.ts';
import { excerpt } from './excerpt.ts';

/** A few words of what an amendment changes: what goes and what comes in its place; either may be empty. */
export interface GistChange {
  readonly before: string;
  readonly after: string;
}

export interface Gist {
  /** The first changes, in the order of the text. */
  readonly changes: readonly GistChange[];
  /** How many there are besides. */
  readonly more: number;
}

const atMost = 3;
const known = new WeakMap<AmendmentVersion, Gist>();

/** What a version changes, in a line; nothing for one that moves or deletes whole paragraphs, which its scope tells. */
export function gistOf(document: DocumentState, version: AmendmentVersion): Gist {
  const found = known.get(version);
  if (found !== undefined) return found;
  const { scope, base, paragraphs } = version;
  const changes =
    scope.type === 'move' || scope.type === 'delete'
      ? []
      : compareTexts<Line>(baseLines(document, base), paragraphs).flatMap(changesIn);
  const gist = { changes: changes.slice(0, atMost), more: Math.max(0, changes.length - atMost) };
  known.set(version, gist);
  return gist;
}

function changesIn(change: ParagraphChange<Line>): readonly GistChange[] {
  switch (change.type) {
    case 'kept':
      return [];
    case 'inserted':
      return [{ before: '', after: excerpt(change.after) }];
    case 'deleted':
      return [{ before: excerpt(change.before), after: '' }];
    case 'reworded':
    case 'moved':
      return hunksOf(change.before, change.after).flatMap((hunk) =>
        hunk.type === 'words' ? [{ before: excerpt({ runs: hunk.before }), after: excerpt({ runs: hunk.after }) }] : [],
      );
  }
}
