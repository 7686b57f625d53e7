import { ok } from '@chapeau/base';
import type { Act, ConferenceState, RoomReading } from '@chapeau/procedure';
import { notFound, type Outcome } from '../failure.ts';
import { isDelegate, type Member } from '../identity/caller.ts';
import { bodyOf } from './draftBody.ts';
import type { DraftingRooms } from './draftingRooms.ts';
import type { Drafts } from './drafts.ts';

/** The words that an act freezes, as the server holds them durably; no act brings words of its own to be tabled. */
export class FrozenWords {
  readonly #drafts: Drafts;
  readonly #draftingRooms: DraftingRooms;

  constructor(drafts: Drafts, draftingRooms: DraftingRooms) {
    this.#drafts = drafts;
    this.#draftingRooms = draftingRooms;
  }

  /** The room that the act names, read; null for acts that freeze none. */
  read(state: ConferenceState, act: Act, by: Member): Outcome<RoomReading | null> {
    if (act.type === 'table-text') {
      const document = state.documents.get(act.document);
      if (document?.stage !== 'drafting') return ok(null);
      const read = this.#draftingRooms.read(state.id, document);
      if (!read.ok) return read;
      return ok(read.value === null ? null : { type: 'drafting', paragraphs: read.value });
    }
    if (act.type !== 'table-amendment') return ok(null);
    if (!isDelegate(by)) return notFound('draft');
    const found = this.#drafts.sponsored(by, act.draft);
    if (!found.ok) return found;
    const { document, amendment } = found.value;
    // Not in the name of a delegation that has left the conference since it joined.
    const sponsors = found.value.sponsors.filter((id) => state.participants.get(id)?.accredited === true);
    const { tags, rationale } = bodyOf(found.value);
    const { scope, base, paragraphs } = this.#drafts.proposal(found.value);
    return ok({ type: 'amendment', document, amendment, scope, base, sponsors, tags, rationale, paragraphs });
  }

  /** The act is in the record: a draft that it tabled is done. Repeating an act repeats this, and changes nothing. */
  settle(act: Act): void {
    if (act.type === 'table-amendment') this.#drafts.tabled(act.draft);
  }
}
