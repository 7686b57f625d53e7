import { present } from '@chapeau/base';
import type { ParagraphId } from '@chapeau/text';
import * as Y from 'yjs';
import { type Admitted, GuardedRoom, type RoomLimits, type RoomParagraph, roomRoot, seedRoom } from '../src/index.ts';
import type { Id } from './rawUpdate.ts';

/** The server's own id, a delegate who has written here, one who will, and one who means harm. */
export const seedClient = 7;
export const victim = 11;
export const honest = 42;
export const attacker = 66;
/** Another page of the attacker's own. */
export const accomplice = 60;

export function paragraph(id: string | null, text: string, level = 0): RoomParagraph {
  const runs = text === '' ? [] : [{ text, marks: [] }];
  return { id: id as ParagraphId | null, kind: 'operative', level, runs };
}

/** A Yjs document of a peer that has all that the room shows, writing as `client`. */
export function peerOf(room: GuardedRoom, client: number): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, room.snapshot());
  // Afterwards: Yjs gives itself another id when it receives its own from elsewhere.
  doc.clientID = client;
  return doc;
}

export function elementAt(doc: Y.Doc, index: number): Y.XmlElement {
  const element = doc.getXmlFragment(roomRoot).get(index);
  if (!(element instanceof Y.XmlElement)) throw new Error(`no paragraph ${index}`);
  return element;
}

export function wordsAt(doc: Y.Doc, index: number): Y.XmlText {
  const words = elementAt(doc, index).get(0);
  if (!(words instanceof Y.XmlText)) throw new Error(`no words in paragraph ${index}`);
  return words;
}

/** The one update that `change` amounts to. */
export function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array) => {
    updates.push(update);
  };
  doc.on('update', listen);
  doc.transact(change);
  doc.off('update', listen);
  return updates.length === 1 ? present(updates[0], 'update') : Y.mergeUpdates(updates);
}

/** Admits and publishes at once. Throws when refused. */
export function enter(room: GuardedRoom, update: Uint8Array, client: number): Admitted {
  const result = room.admit(update, (id) => id === client);
  if (!result.ok) throw new Error(`${result.error.type}: ${result.error.message}`);
  room.publish([result.value]);
  return result.value;
}

/** The live document's bytes, encoded anew: `snapshot` would answer from its cache. */
export function liveBytes(room: GuardedRoom): Uint8Array {
  const knowsNothing = Y.encodeStateVector(new Map([[999_999, 0]]));
  const result = room.diff(knowsNothing);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

export function textOf(room: GuardedRoom): readonly string[] {
  return room.read().map(({ runs }) => runs.map(({ text }) => text).join(''));
}

/** A room of two seeded paragraphs in which the victim and the attacker have typed, and where things stand in it. */
export interface Scene {
  readonly room: GuardedRoom;
  /** The attacker's next clock, and the victim's. */
  readonly clock: number;
  readonly victimClock: number;
  /** The elements of the two paragraphs, their texts, and the first character of each. */
  readonly paragraphs: readonly [Id, Id];
  readonly words: readonly [Id, Id];
  readonly letters: readonly [Id, Id];
}

export function scene(limits?: RoomLimits): Scene {
  const seed = seedRoom(
    [paragraph('one', 'The participants recognise that water is life.'), paragraph('two', 'Ends with a fish 🐟.')],
    seedClient,
  );
  const room = limits === undefined ? GuardedRoom.open([seed]) : GuardedRoom.open([seed], limits);
  for (const client of [victim, attacker]) {
    const doc = peerOf(room, client);
    enter(
      room,
      updateOf(doc, () => wordsAt(doc, 0).insert(4, client === victim ? 'many ' : 'few ')),
      client,
    );
  }
  const doc = peerOf(room, 1);
  return {
    room,
    clock: Y.getState(doc.store, attacker),
    victimClock: Y.getState(doc.store, victim),
    paragraphs: [idOf(elementAt(doc, 0)._item), idOf(elementAt(doc, 1)._item)],
    words: [idOf(wordsAt(doc, 0)._item), idOf(wordsAt(doc, 1)._item)],
    letters: [idOf(wordsAt(doc, 0)._start), idOf(wordsAt(doc, 1)._start)],
  };
}

function idOf(struct: Y.Item | null): Id {
  const { client, clock } = present(struct, 'item').id;
  return [client, clock];
}
