import { assert, err, ok, present, type Result } from '@chapeau/base';
import type { ParagraphId } from '@chapeau/text';
import * as Y from 'yjs';
import { type AttributedParagraph, attributeRoom } from './attribution.ts';
import { creditMoves } from './crediting.ts';
import { DeletionMemory } from './deletionMemory.ts';
import type { MovedWords } from './movedWords.ts';
import { Provenance } from './provenance.ts';
import { type RoomParagraph, readRoom } from './roomDocument.ts';
import type { Gap } from './rewriting.ts';
import { Refusal, type RoomFault } from './roomFault.ts';
import { defaultLimits, type RoomLimits } from './roomLimits.ts';
import { type Applied, Shadow } from './shadow.ts';
import { readStateVector } from './stateVector.ts';
import { standingMoves } from './standingMoves.ts';
import { TakenWords } from './takenWords.ts';
import { readUpdateFrame } from './updateFrame.ts';
import { applyAll, capture, copyOf, documentOf } from './yjsDocument.ts';

/** An update that may enter the room: what is stored, and applied once it is durable. */
export interface Admitted {
  /** Exactly what the update added, without the marks that it left idle, spelled by the server. Empty when there was nothing new. */
  readonly bytes: Uint8Array;
  /** Which of the words in it are not its writer's own, but moved or put back. Stored with it: it cannot be found out again. */
  readonly moves: readonly MovedWords[];
  /** Nothing new: all of it was admitted before, though perhaps not yet published. */
  readonly isEmpty: boolean;
}

/** What the seed fixes for the life of a room. */
interface Seed {
  readonly client: number;
  readonly ids: ReadonlySet<ParagraphId>;
}

/**
 * A room behind its gate. Two documents: the *live* one is what everyone sees; the *shadow* is ahead of it by the
 * updates that were admitted and are not yet durable. Per update: `admit`, store its bytes, `publish`, broadcast.
 */
export class GuardedRoom {
  readonly #limits: RoomLimits;
  readonly #seed: Seed;
  readonly #live: Y.Doc;
  #shadow: Shadow;
  /** Of the live document, and of the shadow. */
  readonly #moved: Provenance;
  #movedAhead: Provenance;
  readonly #deletions = new DeletionMemory();
  #unpublished: Admitted[] = [];
  #snapshot: Uint8Array | null = null;
  #stateVector: Uint8Array | null = null;

  /**
   * The room that a durable log tells. Its first entry is what `seedRoom` made and must stay so: entries behind it
   * may be merged with each other, never with the seed. Throws when the log cannot be read: its bytes are trusted.
   * `moves` are all that its updates were admitted with.
   */
  static open(
    log: Iterable<Uint8Array>,
    limits: RoomLimits = defaultLimits,
    moves: Iterable<MovedWords> = [],
  ): GuardedRoom {
    return new GuardedRoom([...log], limits, new Provenance(moves));
  }

  private constructor(log: readonly Uint8Array[], limits: RoomLimits, moved: Provenance) {
    this.#limits = limits;
    this.#moved = moved;
    this.#movedAhead = new Provenance(moved.moves());
    this.#seed = readSeed(present(log[0], "a room log's seed"));
    this.#live = documentOf(log);
    this.#shadow = new Shadow(copyOf(this.#live), this.#seed.ids, limits);
  }

  /**
   * Tries an update on the shadow, on behalf of a connection that may write with the client ids of which `mayWrite`
   * says so. Nobody sees it yet. A refusal leaves no trace; updates admitted earlier stay admitted.
   *
   * A deletion names no author, so `mayWrite` is not asked about it: whoever may only read must not get this far.
   *
   * `writer` names on whose behalf, whatever the connection: words that one writer deletes and puts down again, in the
   * same update or while the room stays open, keep their author. Null: only in the same update.
   */
  admit(
    update: Uint8Array,
    mayWrite: (client: number) => boolean,
    writer: string | null = null,
  ): Result<Admitted, RoomFault> {
    const applied = this.#try(update, mayWrite, writer);
    if (!applied.ok) return applied;
    if (applied.value === null) return ok({ bytes: new Uint8Array(), moves: [], isEmpty: true });
    const { bytes, gaps } = applied.value;
    const moves = this.#credit(gaps, writer);
    const admitted = { bytes, moves, isEmpty: false };
    this.#unpublished.push(admitted);
    return ok(admitted);
  }

  /**
   * Applies admitted updates, now durable, to the live document in one transaction, and gives the single update to
   * broadcast; null when nothing changed. They are the oldest that are not published yet, in the order of admission.
   */
  publish(admitted: readonly Admitted[]): Uint8Array | null {
    const batch = admitted.filter(({ isEmpty }) => !isEmpty);
    const inOrder = batch.every((update, index) => this.#unpublished[index] === update);
    assert(inOrder, 'updates are published in the order in which they were admitted');
    if (batch.length === 0) return null;
    const bytes = batch.map((update) => update.bytes);
    const update = capture(this.#live, () => applyAll(this.#live, bytes));
    this.#unpublished.splice(0, batch.length);
    for (const { moves } of batch) this.#moved.add(moves);
    this.#snapshot = null;
    this.#stateVector = null;
    return update;
  }

  /** Forgets every update that is admitted and not published: storage refused them. Their authors must send them again. */
  discardUnpublished(): void {
    if (this.#unpublished.length === 0) return;
    this.#unpublished = [];
    this.#movedAhead = new Provenance(this.#moved.moves());
    // What was remembered of them was not deleted after all, or is not back.
    this.#deletions.clear();
    this.#rebuildShadow();
  }

  /** What the live document holds, as SyncStep1 carries it. */
  stateVector(): Uint8Array {
    this.#stateVector ??= Y.encodeStateVector(this.#live);
    return this.#stateVector;
  }

  /** What of the live document a peer with this state vector lacks, as SyncStep2 carries it. */
  diff(stateVector: Uint8Array): Result<Uint8Array, RoomFault> {
    const known = readStateVector(stateVector);
    if (!known.ok) return known;
    return ok(known.value.size === 0 ? this.snapshot() : Y.encodeStateAsUpdate(this.#live, stateVector));
  }

  /** The whole live document as one update. The same array until it changes. */
  snapshot(): Uint8Array {
    this.#snapshot ??= Y.encodeStateAsUpdate(this.#live);
    return this.#snapshot;
  }

  /** The paragraphs of the live document, as {@link readRoom}. */
  read(): readonly RoomParagraph[] {
    return readRoom(this.#live);
  }

  /** The authors of the live document's words, as {@link attributeRoom}. */
  attribute(): readonly AttributedParagraph[] {
    return attributeRoom(this.#live, this.#moved);
  }

  /** Which words of the live document were typed by others than the clients under which they stand. */
  moves(): readonly MovedWords[] {
    return standingMoves(this.#live, this.#moved);
  }

  /** Finds out which words were moved, once it is certain that the update is admitted. */
  #credit(gaps: readonly Gap[], writer: string | null): readonly MovedWords[] {
    if (gaps.length === 0) return [];
    const moves = creditMoves(gaps, this.#movedAhead, this.#takenBy(writer));
    this.#movedAhead.add(moves);
    this.#deletions.trim();
    return moves;
  }

  #takenBy(writer: string | null): TakenWords {
    return writer === null ? new TakenWords() : this.#deletions.of(writer);
  }

  #try(
    update: Uint8Array,
    mayWrite: (client: number) => boolean,
    writer: string | null,
  ): Result<Applied | null, RoomFault> {
    const isOwn = (client: number) =>
      client !== this.#seed.client && client !== this.#live.clientID && mayWrite(client);
    let message = 'The change cannot be read.';
    try {
      const frame = readUpdateFrame(update, this.#limits);
      // No update is known that gets this far and throws; if one does, it must not end the server.
      message = 'The change cannot be applied.';
      return ok(this.#shadow.admit(frame, isOwn, !this.#takenBy(writer).isEmpty));
    } catch (error) {
      if (this.#shadow.isSpoilt) this.#rebuildShadow();
      if (error instanceof Refusal) return err(error.fault);
      return err({ type: 'malformed', message });
    }
  }

  #rebuildShadow(): void {
    const ahead = copyOf(this.#live);
    applyAll(
      ahead,
      this.#unpublished.map(({ bytes }) => bytes),
    );
    this.#shadow = new Shadow(ahead, this.#seed.ids, this.#limits);
  }
}

function readSeed(update: Uint8Array): Seed {
  const doc = documentOf([update]);
  const [client, ...others] = doc.store.clients.keys();
  assert(client !== undefined && others.length === 0, 'the first entry of a room log is a seed, of one author');
  return { client, ids: new Set(readRoom(doc).flatMap(({ id }) => id ?? [])) };
}
