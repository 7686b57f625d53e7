import { plainText } from '@chapeau/text';
import { assert, expect } from 'vitest';
import * as Y from 'yjs';
import { type Admitted, GuardedRoom, type MovedWords, type RoomFault, readRoom, seedRoom } from '../src/index.ts';
import { EditorPeer } from './editorPeer.ts';
import { RandomSource } from './randomSource.ts';
import type { randomEdit } from './randomEdit.ts';
import { liveBytes, paragraph, seedClient } from './scene.ts';

/** What travels to a peer: an update, or the server's state vector, which the peer answers with all that the server lacks. */
type Message = { readonly type: 'update' | 'vector'; readonly bytes: Uint8Array };

/** A peer and its connection. Messages keep their order on a connection and are lost when it breaks. */
export interface Line {
  peer: EditorPeer;
  isOpen: boolean;
  /** Whether the server's state vector was answered: earlier edits wait for that answer, which contains them. */
  isSynced: boolean;
  toServer: Uint8Array[];
  toPeer: Message[];
}

/** What becomes of a line whose update was refused. */
export type OnRefusal = (world: World, line: Line, fault: RoomFault) => void;

/** The room's server in small: a durable log, a batch that is being committed, and the connections. */
export class World {
  readonly random: RandomSource;
  readonly log: Uint8Array[];
  /** What the updates of the log moved. */
  readonly moves: MovedWords[] = [];
  room: GuardedRoom;
  readonly lines: readonly Line[];
  /** A peer that only ever listens. */
  readonly observer: Y.Doc;
  /** One that looks in now and then and is told all that came since. */
  readonly visitor: Y.Doc;
  readonly #edit: typeof randomEdit;
  readonly #onRefusal: OnRefusal;
  #batch: Admitted[] = [];

  constructor(seed: number, edit: typeof randomEdit, onRefusal: OnRefusal) {
    this.#edit = edit;
    this.#onRefusal = onRefusal;
    this.random = new RandomSource(seed);
    const texts = ['Water is life 🐟.', 'Rivers cross borders.', ''];
    this.log = [
      seedRoom(
        texts.map((text, index) => paragraph(`p${index}`, text)),
        seedClient,
      ),
    ];
    this.room = GuardedRoom.open(this.log);
    this.observer = newcomer(this.room.snapshot());
    this.visitor = newcomer(this.room.snapshot());
    this.lines = [101, 205, 150, 320].map((client) => ({
      peer: new EditorPeer(client, this.room.snapshot()),
      isOpen: true,
      isSynced: true,
      toServer: [],
      toPeer: [],
    }));
  }

  step(): void {
    const line = this.random.pick(this.lines);
    const chance = this.random.next(200);
    if (chance < 80) this.#edit(line.peer, this.random);
    else if (chance < 110) this.send(line);
    else if (chance < 145) this.admit(line);
    else if (chance < 165) this.commit();
    else if (chance < 190) this.deliver(line);
    else if (chance < 193) hangUp(line);
    else if (chance < 198) this.connect(line);
    else if (chance < 199) this.failStorage();
    else this.restart();
  }

  send(line: Line): void {
    if (!line.isOpen || !line.isSynced) return;
    line.toServer.push(...line.peer.outbox);
    line.peer.outbox = [];
  }

  admit(line: Line): void {
    const update = line.toServer.shift();
    if (update === undefined) return;
    const result = this.room.admit(update, (client) => client === line.peer.client, `writer ${line.peer.client}`);
    if (result.ok) this.#batch.push(result.value);
    else this.#onRefusal(this, line, result.error);
  }

  commit(): void {
    this.log.push(...this.#batch.filter(({ isEmpty }) => !isEmpty).map(({ bytes }) => bytes));
    this.moves.push(...this.#batch.flatMap(({ moves }) => moves));
    const update = this.room.publish(this.#batch);
    this.#batch = [];
    if (update === null) return;
    Y.applyUpdate(this.observer, update);
    if (this.log.length % 8 === 0) this.visit();
    for (const line of this.lines) if (line.isOpen) line.toPeer.push({ type: 'update', bytes: update });
  }

  visit(): void {
    Y.applyUpdate(this.visitor, this.#diff(this.visitor));
    expectSame(this.visitor, newcomer(this.room.snapshot()));
  }

  deliver(line: Line): void {
    const message = line.toPeer.shift();
    if (message === undefined) return;
    if (message.type === 'update') {
      line.peer.receive(message.bytes);
      return;
    }
    line.peer.outbox = [];
    line.toServer.push(Y.encodeStateAsUpdate(line.peer.doc, message.bytes));
    line.isSynced = true;
  }

  connect(line: Line): void {
    if (line.isOpen) return;
    line.isOpen = true;
    line.toPeer.push(
      { type: 'update', bytes: this.#diff(line.peer.doc) },
      { type: 'vector', bytes: this.room.stateVector() },
    );
  }

  failStorage(): void {
    this.room.discardUnpublished();
    this.#batch = [];
    this.lines.forEach(hangUp);
  }

  restart(): void {
    this.room = GuardedRoom.open(this.log, undefined, this.moves);
    this.#batch = [];
    this.lines.forEach(hangUp);
  }

  /** Connects everybody and lets all that is under way arrive. */
  settle(): void {
    const isBusy = ({ peer, isOpen, toServer, toPeer }: Line) =>
      !isOpen || peer.outbox.length + toServer.length + toPeer.length > 0;
    for (let rounds = 0; this.lines.some(isBusy); rounds += 1) {
      if (rounds > 10_000) throw new Error('the room does not come to rest');
      for (const line of this.lines) {
        this.connect(line);
        this.deliver(line);
        this.send(line);
        this.admit(line);
      }
      this.commit();
    }
    this.visit();
  }

  #diff(known: Y.Doc): Uint8Array {
    const diff = this.room.diff(Y.encodeStateVector(known));
    if (!diff.ok) throw new Error(diff.error.message);
    return diff.value;
  }
}

/** Breaks a connection: what was under way on it is lost. */
export function hangUp(line: Line): void {
  line.isOpen = false;
  line.isSynced = false;
  line.toServer = [];
  line.toPeer = [];
}

/**
 * The document, as Yjs releases it, of someone who loads these bytes and then only listens. Fails when it changes
 * anything by itself, as it does where it finds marks that do nothing: nobody would hear of that.
 */
export function newcomer(bytes: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  doc.on('update', (_update, _origin, _doc, { local }) => {
    assert(!local, 'who only listens changed something');
  });
  Y.applyUpdate(doc, bytes);
  return doc;
}

/** Lets chance decide what happens, then brings everybody together. A refused update fails the run unless `onRefusal` deals with it. */
export function run(seed: number, edit: typeof randomEdit, onRefusal: OnRefusal = failOnRefusal): World {
  const world = new World(seed, edit, onRefusal);
  for (let steps = 0; steps < 400; steps += 1) world.step();
  world.settle();
  return world;
}

function failOnRefusal(_: World, __: Line, { type, message }: RoomFault): never {
  return assert.fail(`an honest update was refused: ${type}, ${message}`);
}

/** What was shown, what is stored and what a newcomer receives are one document, and every letter in it has an author. */
export function expectOneRoom({ room, log, moves, observer }: World): void {
  const server = newcomer(liveBytes(room));
  for (const doc of [observer, newcomer(room.snapshot())]) expectSame(doc, server);
  const reopened = GuardedRoom.open(log, undefined, moves);
  expectSame(newcomer(reopened.snapshot()), server);
  expect(reopened.read()).toEqual(room.read());
  expect(reopened.attribute()).toEqual(room.attribute());
  const compacted = GuardedRoom.open([log[0] ?? new Uint8Array(), room.snapshot()], undefined, room.moves());
  expectSame(newcomer(compacted.snapshot()), server);
  expect(compacted.attribute()).toEqual(room.attribute());
  const lengths = room.attribute().map(({ spans }) => spans.reduce((sum, { length }) => sum + length, 0));
  expect(lengths).toEqual(room.read().map((paragraph) => plainText(paragraph).length));
}

export function expectSame(doc: Y.Doc, other: Y.Doc): void {
  expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(other))).toBe(true);
  expect(readRoom(doc)).toEqual(readRoom(other));
}
