import { assertNever } from '@chapeau/base';
import type { CompiledParagraph, EnteredProposal } from '@chapeau/procedure';
import type { Wording } from '@chapeau/text';

/** What is proposed at one paragraph of a compilation that has not entered: other words for it (null: none), and paragraphs behind it. */
export interface ProposedHere {
  readonly words: readonly { readonly proposal: EnteredProposal; readonly wording: Wording | null }[];
  readonly behind: readonly { readonly proposal: EnteredProposal; readonly paragraphs: readonly Wording[] }[];
}

/** What each paragraph's proposals say of it, by its index: also those that are about several, at each of them. */
export function proposedByParagraph(paragraphs: readonly CompiledParagraph[]): readonly ProposedHere[] {
  const found = paragraphs.map(() => ({
    words: [] as ProposedHere['words'][number][],
    behind: [] as ProposedHere['behind'][number][],
  }));
  for (const [index, { proposals }] of paragraphs.entries())
    for (const proposal of proposals) {
      switch (proposal.type) {
        case 'rewording':
          found[index]?.words.push({ proposal, wording: proposal.wording });
          break;
        case 'deletion':
          found[index]?.words.push({ proposal, wording: null });
          break;
        case 'insertion':
          found[index]?.behind.push({ proposal, paragraphs: proposal.paragraphs });
          break;
        case 'replacement': {
          const fresh = new Map<number, Wording[]>();
          let behind = 0;
          for (const { rewords, ...wording } of proposal.paragraphs) {
            if (rewords === null) fresh.set(behind, [...(fresh.get(behind) ?? []), wording]);
            else behind = rewords;
          }
          for (let at = 0; at < proposal.span; at += 1) {
            const own = proposal.paragraphs.find(({ rewords }) => rewords === at);
            found[index + at]?.words.push({ proposal, wording: own === undefined ? null : wordingOf(own) });
            const news = fresh.get(at);
            if (news !== undefined) found[index + at]?.behind.push({ proposal, paragraphs: news });
          }
          break;
        }
        default:
          assertNever(proposal);
      }
    }
  return found;
}

function wordingOf({ kind, level, runs }: Wording): Wording {
  return { kind, level, runs };
}
