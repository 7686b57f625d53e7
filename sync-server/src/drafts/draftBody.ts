import type {
  Conflict,
  DelegationId,
  DocumentState,
  ParagraphWording,
  Proposal,
  Scope,
  Tags,
} from '@chapeau/procedure';
import { isCurrent, proposalHash } from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';
import type { Draft } from '../storage/ports.ts';

/** What a stored draft carries besides its room and its people. */
export interface DraftBody {
  readonly openedBy: DelegationId;
  readonly scope: Scope;
  readonly base: readonly ParagraphWording[];
  readonly tags: Tags;
  readonly rationale: string;
  readonly conflicts: readonly Conflict[];
}

/** Trusts storage: this server wrote it. */
export function bodyOf(draft: Draft): DraftBody {
  return JSON.parse(draft.body) as DraftBody;
}

/** The draft as a proposal with these words. */
export function proposalOf({ scope, base }: DraftBody, paragraphs: Proposal['paragraphs']): Proposal {
  return { scope, base, paragraphs, hash: proposalHash(scope, base, paragraphs) };
}

/** Whether the text has moved on under the draft. */
export function isStale(document: DocumentState, body: DraftBody): boolean {
  return !isCurrent(document, proposalOf(body, []));
}

/**
 * The draft as a delegation may know it: its sponsors all of it; those who are only invited what it is about, and no words.
 */
export function viewOf(draft: Draft, document: DocumentState | undefined, reader: 'sponsor' | 'invited'): DraftView {
  const body = bodyOf(draft);
  const { id, room, amendment, status, sponsors, invited, updatedAt } = draft;
  return {
    id,
    document: draft.document,
    room,
    amendment,
    status,
    scope: body.scope,
    base: body.base,
    stale: document === undefined || isStale(document, body),
    sponsors,
    invited,
    tags: body.tags,
    rationale: reader === 'sponsor' ? body.rationale : '',
    conflicts: reader === 'sponsor' ? body.conflicts : [],
    updatedAt,
  };
}
