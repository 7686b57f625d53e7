import type { Sha256 } from '@chapeau/base';
import {
  type AmendmentId,
  type ConferenceState,
  type Credit,
  type DelegationId,
  type DocumentId,
  type DocumentState,
  emptyConference,
  type Event,
  evolve,
  type ProposedParagraph,
  paragraphIn,
  type Position,
  proposalHash,
  type Scope,
} from '@chapeau/procedure';
import { conferenceIdSchema } from '@chapeau/procedure';
import { type ParagraphId, wording } from '@chapeau/text';

export const documentId = 'message' as DocumentId;
export const delegation = (id: string) => id as DelegationId;
export const paragraph = (id: string) => id as ParagraphId;
const noHash = '0'.repeat(64) as Sha256;

/** A text of four operative paragraphs a, b, b1 (a sub-paragraph of b) and c, tabled as Rev.0 at entry 1. */
export function tabledText(): Negotiation {
  const words = { a: 'Encourage cooperation;', b: 'Invite States:', b1: 'to share data;', c: 'Decide to meet again.' };
  const labels = { a: '1.', b: '2.', b1: '(a)', c: '3.' };
  const paragraphs = (['a', 'b', 'b1', 'c'] as const).map((id) => ({
    id: paragraph(id),
    label: labels[id],
    ...wording('operative', id === 'b1' ? 1 : 0, words[id]),
    credits: [{ length: words[id].length, by: [], entry: 1 }],
  }));
  return new Negotiation().happens(
    { type: 'document-created', document: documentId, title: 'Message' },
    { type: 'text-tabled', document: documentId, revision: 0, paragraphs, hash: noHash },
  );
}

/** A conference as its record unfolds. */
export class Negotiation {
  state: ConferenceState = emptyConference(conferenceIdSchema.parse('rehearsal'));

  get document(): DocumentState {
    const document = this.state.documents.get(documentId);
    if (document === undefined) throw new Error('no document');
    return document;
  }

  happens(...events: readonly Event[]): this {
    for (const event of events) {
      this.state = evolve(this.state, { seq: this.state.seq + 1, at: '2026-01-01T00:00:00.000Z', event });
    }
    return this;
  }

  /** Tables an amendment under an id of its own. */
  tables(amendment: string, scope: Scope, paragraphs: readonly ProposedParagraph[], sponsor = 'jpn'): this {
    const ids = scope.type === 'insert' ? [] : scope.paragraphs;
    const base = ids.map((id) => ({ paragraph: id, hash: paragraphIn(this.document, id).hash }));
    return this.happens({
      type: 'amendment-tabled',
      document: documentId,
      amendment: amendment as AmendmentId,
      number: this.document.amendments.size + 1,
      version: 1,
      proposal: { scope, base, paragraphs, hash: proposalHash(scope, base, paragraphs) },
      sponsors: [delegation(sponsor)],
      tags: { kind: 'substantive', sectors: [] },
      rationale: '',
    });
  }

  /** Accepts an amendment as a rewording of one paragraph; all its words are Japan's unless credits say otherwise. */
  rewords(amendment: string, id: ParagraphId, text: string, credits?: readonly Credit[]): this {
    const { kind, level } = paragraphIn(this.document, id);
    const entry = this.state.seq + 1;
    return this.happens({
      type: 'amendment-accepted',
      document: documentId,
      amendment: amendment as AmendmentId,
      hash: noHash,
      steps: [
        {
          type: 'reword',
          paragraph: id,
          wording: wording(kind, level, text),
          credits: credits ?? [{ length: text.length, by: [delegation('jpn')], entry }],
        },
      ],
    });
  }

  /** Accepts an amendment that puts a new paragraph behind another. */
  inserts(amendment: string, id: ParagraphId, after: ParagraphId, text: string): this {
    const credits = [{ length: text.length, by: [delegation('jpn')], entry: this.state.seq + 1 }];
    return this.happens({
      type: 'amendment-accepted',
      document: documentId,
      amendment: amendment as AmendmentId,
      hash: noHash,
      steps: [{ type: 'insert', after, paragraph: { id, label: '', ...wording('operative', 0, text), credits } }],
    });
  }

  takes(by: string, position: Position, id: ParagraphId): this {
    const { hash } = paragraphIn(this.document, id);
    return this.happens({
      type: 'position-taken',
      document: documentId,
      delegation: delegation(by),
      on: { type: 'paragraph', paragraph: id, hash },
      position,
      statement: '',
    });
  }
}

/** A proposed paragraph: rewording the one of that id, or new. */
export function proposed(id: string | null, text: string): ProposedParagraph {
  return { id: id === null ? null : paragraph(id), ...wording('operative', 0, text) };
}
