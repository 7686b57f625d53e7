import { assertNever } from '@chapeau/base';
import { type NumberingRule, type ParagraphId, wordingHash } from '@chapeau/text';
import type { ProposedParagraph } from './amendment.ts';
import type { Credit } from './credit.ts';
import type { Proposal, TextStep } from './event.ts';
import type { DelegationId } from './ids.ts';
import { landingBehind } from './landing.ts';
import { newLabel } from './newLabel.ts';
import { proposedCredits } from './proposedCredits.ts';
import { paragraphIn, paragraphsInText } from './select.ts';
import type { DocumentState, ParagraphState } from './state.ts';
import { applyStep } from './textSteps.ts';

/** What accepting needs besides the proposal: whose words they are, in which entry, and names for new paragraphs. */
export interface Authorship {
  readonly by: readonly DelegationId[];
  readonly entry: number;
  /** The entry in which its sponsors last wrote the proposal. */
  readonly written: number;
  /** The entries in which parts of it were accepted before. */
  readonly acceptedInPart: readonly number[];
  readonly newParagraph: () => ParagraphId;
  readonly numbering: NumberingRule;
}

/** The steps by which a proposal that is current changes the text; new words are credited to its authors. */
export function stepsOf(document: DocumentState, proposal: Proposal, authorship: Authorship): readonly TextStep[] {
  const { scope } = proposal;
  switch (scope.type) {
    case 'insert':
      return new Steps(document, authorship).write(scope.after, proposal).taken;
    case 'delete':
      return scope.paragraphs.map((paragraph) => ({ type: 'delete', paragraph }));
    case 'move': {
      const { written, entry, acceptedInPart } = authorship;
      const own = [...acceptedInPart, entry];
      const behind = landingBehind(document, scope.after, { written, own, moving: scope.paragraphs });
      return scope.paragraphs.map((paragraph, index) => ({
        type: 'move',
        paragraph,
        after: index === 0 ? behind : (scope.paragraphs[index - 1] ?? null),
      }));
    }
    case 'replace': {
      const steps = new Steps(document, authorship);
      const kept = new Set(proposal.paragraphs.map(({ id }) => id));
      const first = document.order.findIndex((id) => scope.paragraphs.includes(id));
      steps.write(document.order[first - 1] ?? null, proposal);
      for (const id of scope.paragraphs) if (!kept.has(id)) steps.take({ type: 'delete', paragraph: id });
      return steps.taken;
    }
    default:
      return assertNever(scope);
  }
}

/** Steps collected in order, with the text as it stands after each. */
class Steps {
  readonly taken: TextStep[] = [];
  private document: DocumentState;
  private readonly authorship: Authorship;

  constructor(document: DocumentState, authorship: Authorship) {
    this.document = document;
    this.authorship = authorship;
  }

  take(step: TextStep): void {
    this.taken.push(step);
    this.document = applyStep(this.document, step, this.authorship.entry);
  }

  /** Makes the text behind `after` read as proposed, one paragraph behind the other. */
  write(after: ParagraphId | null, proposal: Proposal): this {
    const credits = proposedCredits(this.document, proposal, this.authorship);
    let cursor = after;
    for (const [index, paragraph] of proposal.paragraphs.entries()) {
      cursor = this.place(cursor, paragraph, credits[index] ?? []);
    }
    return this;
  }

  private place(after: ParagraphId | null, paragraph: ProposedParagraph, credits: readonly Credit[]): ParagraphId {
    if (paragraph.id === null) return this.insert(after, paragraph, credits);
    const { order } = this.document;
    const behind = after === null ? 0 : order.indexOf(after) + 1;
    if (order.indexOf(paragraph.id) < behind) this.take({ type: 'move', paragraph: paragraph.id, after });
    this.reword(paragraphIn(this.document, paragraph.id), paragraph, credits);
    return paragraph.id;
  }

  private insert(
    after: ParagraphId | null,
    { kind, level, runs }: ProposedParagraph,
    credits: readonly Credit[],
  ): ParagraphId {
    const id = this.authorship.newParagraph();
    const { written, entry, acceptedInPart } = this.authorship;
    const behind = landingBehind(this.document, after, { written, own: [...acceptedInPart, entry] });
    const at = behind === null ? 0 : this.document.order.indexOf(behind) + 1;
    const label = newLabel(paragraphsInText(this.document), at, { kind, level }, this.authorship.numbering);
    this.take({ type: 'insert', after: behind, paragraph: { id, label, kind, level, runs, credits } });
    return id;
  }

  private reword(before: ParagraphState, { kind, level, runs }: ProposedParagraph, credits: readonly Credit[]): void {
    const wording = { kind, level, runs };
    if (wordingHash(wording) === before.hash) return;
    this.take({ type: 'reword', paragraph: before.id, wording, credits });
  }
}
