import { type ProposedHere, proposedByParagraph } from '@chapeau/formats/compilation';
import type { CompiledParagraph, EnteredPosition, EnteredProposal } from '@chapeau/procedure';
import { type Arrangement, compiler, type Proposal } from '@chapeau/redline';

/** A paragraph of the preview and all that is proposed for it. */
export interface PreviewRow {
  readonly paragraph: CompiledParagraph;
  readonly proposed: ProposedHere;
}

/** The rows of a preview; a row of which nothing changed keeps its identity. */
export function previewRows(
  paragraphs: readonly CompiledParagraph[],
  before: readonly PreviewRow[],
): readonly PreviewRow[] {
  return proposedByParagraph(paragraphs).flatMap((proposed, index) => {
    const paragraph = paragraphs[index];
    const known = before[index];
    if (paragraph === undefined) return [];
    return known?.paragraph === paragraph && sameProposals(known.proposed, proposed)
      ? [known]
      : [{ paragraph, proposed }];
  });
}

/** What a proposal says at a paragraph follows from the proposal, and from where it stands. */
function sameProposals(a: ProposedHere, b: ProposedHere): boolean {
  const said = ({ words, behind }: ProposedHere) => [...words, ...behind].map(({ proposal }) => proposal);
  const [before, now] = [said(a), said(b)];
  return before.length === now.length && before.every((one, index) => one === now[index]);
}

const arranged = new WeakMap<PreviewRow, Arrangement>();

/** As the text page will arrange it. */
export function arrangementOf(row: PreviewRow): Arrangement {
  const known = arranged.get(row);
  if (known !== undefined) return known;
  const arrangement = compiler(row.paragraph).arrange(row.proposed.words.map(compiled));
  arranged.set(row, arrangement);
  return arrangement;
}

/** The id keeps the order of the proposals. */
function compiled({ proposal, wording }: ProposedHere['words'][number], index: number): Proposal {
  const id = String(index).padStart(4, '0');
  return { id, names: sponsorsOf(proposal), wording, positions: heldOn(proposal.positions) };
}

export function sponsorsOf({ sponsors }: Pick<EnteredProposal, 'sponsors'>): readonly string[] {
  return sponsors.map((sponsor) => sponsor.toUpperCase());
}

export function heldOn(positions: readonly EnteredPosition[]): NonNullable<Proposal['positions']> {
  return positions.map(({ delegation, position }) => ({ name: delegation.toUpperCase(), position }));
}
