import { latest, type AmendmentVersion } from '@chapeau/procedure';
import { type Compilation, compile } from '@chapeau/redline';
import type { ParagraphId, Run } from '@chapeau/text';
import type { Touch } from './touches.ts';

interface Kept {
  readonly runs: readonly Run[];
  readonly versions: readonly AmendmentVersion[];
  readonly compilation: Compilation;
}
const kept = new Map<ParagraphId, Kept>();

/**
 * The compilation of a paragraph with the amendments to its words, made anew only when the words of either changed.
 * Amendments in conflict are left out: they were made on other words, and would read as taking back what was accepted.
 */
export function compiledParagraph(id: ParagraphId, runs: readonly Run[], touches: readonly Touch[]): Compilation {
  const wordings = touches.flatMap((touch) =>
    touch.type === 'words' && touch.amendment.status === 'tabled' ? [touch] : [],
  );
  if (wordings.length === 0) return runs.length === 0 ? [] : undisputed(runs);
  const versions = wordings.map(({ amendment }) => latest(amendment));
  const known = kept.get(id);
  if (known !== undefined && known.runs === runs && sameMembers(known.versions, versions)) return known.compilation;
  const compilation = compile(
    { runs },
    wordings.map(({ amendment, wording }) => ({
      id: amendment.id,
      names: amendment.sponsors.map((sponsor) => sponsor.toUpperCase()),
      wording,
    })),
  );
  kept.set(id, { runs, versions, compilation });
  return compilation;
}

const undisputedTexts = new WeakMap<readonly Run[], Compilation>();

function undisputed(runs: readonly Run[]): Compilation {
  const known = undisputedTexts.get(runs);
  if (known !== undefined) return known;
  const compilation: Compilation = [{ type: 'text', runs }];
  undisputedTexts.set(runs, compilation);
  return compilation;
}

function sameMembers(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((member, index) => member === b[index]);
}
