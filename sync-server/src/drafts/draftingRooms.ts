import { assert, ok } from '@chapeau/base';
import {
  type ConferenceId,
  type DocumentState,
  type Event,
  type ProposedParagraph,
  paragraphsInText,
  type RoomId,
  roomHash,
  type TypedParagraph,
} from '@chapeau/procedure';
import type { Appended, Ledger } from '../conference/ledger.ts';
import { type Outcome, refusedByStorage } from '../failure.ts';
import type { RoomHub } from '../rooms/roomHub.ts';
import type { RoomStore } from '../storage/ports.ts';

export interface DraftingRoomServices {
  readonly ledger: Ledger;
  readonly rooms: RoomStore;
  readonly hub: Pick<RoomHub, 'createRoom' | 'closeRoom' | 'read' | 'recheck'>;
}

/**
 * The rooms of the drafting stage, over a whole text. The record says that there is one and who has the pen; a room that is
 * missing, because the server ended between the two, is made from the record when somebody comes.
 */
export class DraftingRooms {
  readonly #services: DraftingRoomServices;

  constructor(services: DraftingRoomServices) {
    this.#services = services;
    services.ledger.onAppended((appended) => {
      for (const { entry } of appended.entries) this.#follow(appended, entry.event);
    });
  }

  /** Makes sure that the drafting room of a document exists, where the record has opened one. */
  ensure(conference: ConferenceId, document: DocumentState): Outcome<RoomId | null> {
    const room = document.drafting?.room;
    if (room === undefined) return ok(null);
    if (this.#services.rooms.find(room) !== null) return ok(room);
    const paragraphs = introduced(document);
    const made = this.#services.hub.createRoom({
      id: room,
      conference,
      document: document.id,
      draft: null,
      paragraphs,
    });
    return made.ok ? ok(room) : refusedByStorage(made.error);
  }

  /** The durable words of the drafting room with who typed them; null where the chair has opened none. */
  read(conference: ConferenceId, document: DocumentState): Outcome<readonly TypedParagraph[] | null> {
    const room = this.ensure(conference, document);
    if (!room.ok) return room;
    if (room.value === null) return ok(null);
    const reading = this.#services.hub.read(room.value);
    assert(reading !== null, `drafting room ${room.value} exists`);
    return ok(
      reading.paragraphs.map(({ id, kind, level, runs, authors }) => ({
        ...{ id, kind, level, runs },
        typed: authors.map(({ length, delegation }) => ({ length, by: delegation })),
      })),
    );
  }

  /** The words as they would be tabled now, and the hash to table them under. */
  proposal(conference: ConferenceId, document: DocumentState) {
    const typed = this.read(conference, document);
    if (!typed.ok) return typed;
    const paragraphs: readonly ProposedParagraph[] =
      typed.value?.map(({ id, kind, level, runs }) => ({ id, kind, level, runs })) ?? introduced(document);
    return ok({ paragraphs, hash: roomHash(paragraphs) });
  }

  #follow({ conference, before, after }: Appended, event: Event): void {
    const { hub, rooms } = this.#services;
    switch (event.type) {
      case 'drafting-opened': {
        const document = after.state.documents.get(event.document);
        // Where storage is full the room is made when somebody asks for it.
        if (document !== undefined) this.ensure(conference, document);
        return hub.recheck(event.room);
      }
      case 'text-tabled': {
        const room = before?.state.documents.get(event.document)?.drafting?.room;
        if (room !== undefined && rooms.find(room) !== null) hub.closeRoom(room);
        return;
      }
      default:
    }
  }
}

function introduced(document: DocumentState): readonly ProposedParagraph[] {
  return paragraphsInText(document).map(({ id, kind, level, runs }) => ({ id, kind, level, runs }));
}
