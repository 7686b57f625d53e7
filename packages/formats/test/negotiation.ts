import { present } from '@chapeau/base';
import {
  type AmendmentId,
  amendmentIdSchema,
  type ConferenceState,
  conferenceIdSchema,
  type DelegationId,
  delegationIdSchema,
  type DocumentState,
  documentIdSchema,
  emptyConference,
  type Event,
  evolve,
  openConference,
  paragraphsInText,
  type Position,
  type ProposedParagraph,
  proposalOn,
  type Scope,
} from '@chapeau/procedure';
import { type ParagraphId, type ParagraphKind, paragraphIdSchema, type Run, wording } from '@chapeau/text';
import type { NumberingRule } from '@chapeau/text';

export const delegations = ['idn', 'fji', 'chl', 'jpn', 'aus', 'eu', 'g77'] as const;
export type Delegation = (typeof delegations)[number];

/** A paragraph under test: its label and its words, formatting as runs. */
export interface Given {
  readonly label: string;
  readonly words: string | readonly Run[];
  readonly kind?: ParagraphKind;
  readonly level?: number;
}

/** A document in negotiation under test, built of the events that a record would hold. */
export class Negotiation {
  state: ConferenceState;
  readonly id = documentIdSchema.parse('d');
  #numbers = 0;

  constructor(paragraphs: readonly Given[], numbering?: NumberingRule) {
    const details = {
      ...{ title: 'Conference', theme: 'Seas', place: 'Bali', startsOn: '2026-01-01', endsOn: '2026-01-02' },
      ...{ timeZone: 'Asia/Makassar', sectors: [], ...(numbering === undefined ? {} : { numbering }) },
    };
    const participants = delegations.map((id) => ({
      id: delegation(id),
      name: id === 'idn' ? 'Indonesia' : id.toUpperCase(),
      officialName: `Delegation ${id}`,
      kind: 'state' as const,
      code: null,
    }));
    this.state = emptyConference(conferenceIdSchema.parse('c'));
    this.happens(openConference(details));
    this.happens({ type: 'participants-accredited', participants });
    this.happens({ type: 'document-created', document: this.id, title: 'Message' });
    const placed = paragraphs.map(({ label, words, kind, level = 0 }, index) => ({
      id: paragraphIdSchema.parse(`p${index}`),
      label,
      ...wording(kind ?? kindOf(label), level, words),
      credits: [],
    }));
    this.happens({
      type: 'text-tabled',
      ...{ document: this.id, revision: 1, paragraphs: placed },
      hash: '0'.repeat(64) as never,
    });
  }

  get document(): DocumentState {
    return present(this.state.documents.get(this.id), 'the document');
  }

  happens(event: Event): void {
    this.state = evolve(this.state, { seq: this.state.seq + 1, at: '2026-01-01T04:00:00.000Z', event });
  }

  labelled(label: string): ParagraphId {
    return present(
      paragraphsInText(this.document).find((one) => one.label === label),
      label,
    ).id;
  }

  tables(sponsors: readonly Delegation[], scope: Scope, paragraphs: readonly ProposedParagraph[]): AmendmentId {
    this.#numbers += 1;
    const amendment = amendmentIdSchema.parse(`a${String(this.#numbers).padStart(17, '0')}`);
    this.happens({
      type: 'amendment-tabled',
      document: this.id,
      amendment,
      number: this.#numbers,
      version: 1,
      proposal: proposalOn(this.document, scope, paragraphs),
      sponsors: sponsors.map(delegation),
      tags: { kind: 'substantive', sectors: [] },
      rationale: '',
    });
    return amendment;
  }

  /** These words for a paragraph; null: none. */
  rewords(sponsors: readonly Delegation[], label: string, words: string | readonly Run[] | null): AmendmentId {
    const id = this.labelled(label);
    if (words === null) return this.tables(sponsors, { type: 'delete', paragraphs: [id] }, []);
    const { kind, level } = present(this.document.paragraphs.get(id), label);
    return this.tables(sponsors, { type: 'replace', paragraphs: [id] }, [{ id, ...wording(kind, level, words) }]);
  }

  /** New paragraphs of the kind and level of the one before; null: at the head of the text. */
  inserts(sponsors: readonly Delegation[], after: string | null, ...words: readonly string[]): AmendmentId {
    const at = after === null ? null : this.labelled(after);
    const before = at === null ? null : present(this.document.paragraphs.get(at), after ?? '');
    const { kind, level } = before ?? { kind: 'preambular' as const, level: 0 };
    return this.tables(
      sponsors,
      { type: 'insert', after: at },
      words.map((one) => ({ id: null, ...wording(kind, level, one) })),
    );
  }

  says(who: Delegation, position: Position, amendment: AmendmentId): void {
    const { versions } = present(this.document.amendments.get(amendment), amendment);
    const { hash } = present(versions.at(-1), 'a version');
    this.happens({
      type: 'position-taken',
      ...{ document: this.id, on: { type: 'amendment', amendment, hash } },
      ...{ delegation: delegation(who), position, statement: '' },
    });
  }
}

export function delegation(id: Delegation): DelegationId {
  return delegationIdSchema.parse(id);
}

function kindOf(label: string): ParagraphKind {
  if (label === '') return 'plain';
  return label.startsWith('PP') ? 'preambular' : 'operative';
}
