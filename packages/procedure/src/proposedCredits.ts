import { carrySpans, compare, type Span } from '@chapeau/redline';
import type { Run } from '@chapeau/text';
import type { Credit } from './credit.ts';
import type { Proposal } from './event.ts';
import type { DelegationId } from './ids.ts';
import { paragraphIn, scopeParagraphs } from './select.ts';
import type { DocumentState } from './state.ts';

/** Ends a paragraph where several are compared as one. Agreed words never hold it. */
const paragraphEnd: Run = { text: '\u2029', marks: [] };

/**
 * The credits of each proposed paragraph, in order. Words that stayed keep theirs, also where a paragraph was split, joined or
 * reordered with its neighbours: all words of the scope are compared as one text. New words are credited to `by`, in `entry`.
 */
export function proposedCredits(
  document: DocumentState,
  { scope, paragraphs }: Proposal,
  { by, entry }: { readonly by: readonly DelegationId[]; readonly entry: number },
): readonly (readonly Credit[])[] {
  const standing = scopeParagraphs(scope).map((id) => paragraphIn(document, id));
  const spans = standing.flatMap(({ credits }): readonly Span<Credit | null>[] => [
    ...credits.map((credit) => ({ length: credit.length, value: credit })),
    { length: paragraphEnd.text.length, value: null },
  ]);
  const fresh: Credit = { length: 1, by, entry };
  const carried = carrySpans(spans, compare(asOne(standing), asOne(paragraphs)), fresh);
  return cutAt(carried, paragraphs.map(lengthOf));
}

function asOne(paragraphs: readonly { readonly runs: readonly Run[] }[]): { readonly runs: readonly Run[] } {
  return { runs: paragraphs.flatMap(({ runs }) => [...runs, paragraphEnd]) };
}

function lengthOf({ runs }: { readonly runs: readonly Run[] }): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

/** Cuts spans that lie end to end into paragraphs of these lengths, each with the paragraph's end behind it. */
function cutAt(spans: readonly Span<Credit | null>[], lengths: readonly number[]): readonly (readonly Credit[])[] {
  const rest = spans[Symbol.iterator]();
  let left = 0;
  let value: Credit | null = null;
  const take = (wanted: number): readonly Credit[] => {
    const taken: Credit[] = [];
    for (let missing = wanted; missing > 0; ) {
      if (left === 0) {
        const next = rest.next();
        if (next.done === true) throw new Error('assertion failed: the credits do not measure the words');
        ({ length: left, value } = next.value);
      }
      const length = Math.min(left, missing);
      if (value !== null) taken.push({ length, by: value.by, entry: value.entry });
      left -= length;
      missing -= length;
    }
    return taken;
  };
  return lengths.map((length) => {
    const credits = take(length);
    take(paragraphEnd.text.length);
    return credits;
  });
}
