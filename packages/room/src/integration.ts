import { assert } from '@chapeau/base';
import * as Y from 'yjs';
import type { Knowledge } from './knowledge.ts';
import { paragraphElement, roomRoot } from './roomDocument.ts';
import { refuse } from './roomFault.ts';
import type { RoomLimits } from './roomLimits.ts';
import type { DeleteRange, FrameContent, FrameItem, FrameStruct } from './updateFrame.ts';

/** Integrates the operations of one update into a document, each after all that it refers to. */
export class Integration {
  readonly #transaction: Y.Transaction;
  readonly #root: Y.XmlFragment;
  readonly #knowledge: Knowledge;
  /** How much work the update may still cause. */
  #steps: number;
  #conflicts: number;
  #moves: number;

  constructor(transaction: Y.Transaction, knowledge: Knowledge, limits: RoomLimits) {
    this.#transaction = transaction;
    this.#root = transaction.doc.getXmlFragment(roomRoot);
    this.#knowledge = knowledge;
    this.#steps = limits.maxSteps;
    this.#conflicts = limits.maxConflicts;
    this.#moves = limits.maxMoves;
  }

  /** Gives the type in which the operation now stands, null for collected content. Throws a Refusal, the document then being spoilt. */
  integrate(struct: FrameStruct): Y.AbstractType<unknown> | null {
    if (struct.type === 'collected') {
      new Y.GC(Y.createID(struct.client, struct.clock), struct.length).integrate(this.#transaction, 0);
      return null;
    }
    this.#learn(struct);
    const item = this.#itemBesideNeighbours(struct);
    const host = item.parent;
    assert(host instanceof Y.AbstractType, 'an operation that was placed stands nowhere');
    if (this.#walkBetween(item, host) > 0) this.#countConflicts(item, host);
    if (this.#steps < 0 || this.#conflicts < 0 || this.#moves < 0) {
      refuse('too-large', 'The change asks for more work than one message may.');
    }
    item.integrate(this.#transaction, 0);
    return host;
  }

  #learn({ client, clock, origin, rightOrigin, parent }: FrameItem): void {
    for (const unit of [origin, rightOrigin, parent === roomRoot ? null : parent]) {
      this.#knowledge.learn(client, clock, unit);
    }
  }

  /** The item with its neighbours found, which splits runs of text where it will stand inside one; that moves what is stored behind. */
  #itemBesideNeighbours(struct: FrameItem): Y.Item {
    const { store } = this.#transaction.doc;
    const stored = () =>
      [struct.origin, struct.rightOrigin].reduce(
        (sum, unit) => sum + (unit === null ? 0 : (store.clients.get(unit.client)?.length ?? 0)),
        0,
      );
    const item = itemOf(struct, this.#root);
    const before = stored();
    const missing = item.getMissing(this.#transaction, store);
    assert(missing === null, 'an operation was placed before what it refers to');
    const after = stored();
    this.#moves -= (after - before) * after;
    // Splitting at a right neighbour that is part of the left one moves the left one away from where it was found.
    if (item.left !== null && !Y.compareIDs(item.left.lastId, item.origin)) refuseNeighbours();
    return item;
  }

  /** How many items stand between its neighbours. Refused unless its author can have known none of them. */
  #walkBetween(item: Y.Item, host: Y.AbstractType<unknown>): number {
    let count = 0;
    let between = this.#firstBehindLeft(item, host);
    for (; between !== item.right && this.#steps >= 0; between = between.right) {
      if (between === null || this.#knowledge.knows(item.id.client, between.id)) {
        return refuseNeighbours();
      }
      count += 1;
      this.#steps -= 1;
    }
    return count;
  }

  /**
   * Counts, before Yjs does it, how long it will look for the item's place among what others wrote there: its own
   * conflict resolution, which cannot be interrupted.
   */
  #countConflicts(item: Y.Item, host: Y.AbstractType<unknown>): void {
    const { store } = this.#transaction.doc;
    const passed = new Set<Y.Item | Y.GC>();
    let other = this.#firstBehindLeft(item, host);
    for (; other !== null && other !== item.right && this.#conflicts >= 0; other = other.right) {
      passed.add(other);
      this.#conflicts -= 1;
      if (Y.compareIDs(item.origin, other.origin)) {
        if (other.id.client >= item.id.client && Y.compareIDs(item.rightOrigin, other.rightOrigin)) return;
      } else if (other.origin === null || !passed.has(Y.getItem(store, other.origin))) return;
    }
  }

  #firstBehindLeft({ left, parentSub }: Y.Item, host: Y.AbstractType<unknown>): Y.Item | null {
    if (left !== null) return left.right;
    if (parentSub === null) return host._start;
    let first = host._map.get(parentSub) ?? null;
    for (; first !== null && first.left !== null; first = first.left) this.#steps -= 1;
    return first;
  }
}

function refuseNeighbours(): never {
  return refuse('misplaced', 'The change stands between words that are not next to each other.');
}

function itemOf(struct: FrameItem, root: Y.XmlFragment): Y.Item {
  const { client, clock, origin, rightOrigin, parent, key, content } = struct;
  return new Y.Item(
    Y.createID(client, clock),
    null,
    origin === null ? null : Y.createID(origin.client, origin.clock),
    null,
    rightOrigin === null ? null : Y.createID(rightOrigin.client, rightOrigin.clock),
    parent === null ? null : parent === roomRoot ? root : Y.createID(parent.client, parent.clock),
    key,
    contentOf(content),
  );
}

function contentOf(content: FrameContent) {
  switch (content.type) {
    case 'deleted':
      return new Y.ContentDeleted(content.length);
    case 'string':
      return new Y.ContentString(content.text);
    case 'format':
      // Read as Yjs reads it: its declared type has no room for the null that ends a format.
      return new Y.ContentFormat(content.mark, JSON.parse(content.on ? '{}' : 'null'));
    case 'paragraph':
      return new Y.ContentType(new Y.XmlElement(paragraphElement));
    case 'words':
      return new Y.ContentType(new Y.XmlText());
    case 'attribute':
      return new Y.ContentAny([...content.values]);
  }
}

/** Deletes these ranges, all of them known. */
export function deleteRanges(transaction: Y.Transaction, ranges: readonly DeleteRange[]): void {
  const set = Y.createDeleteSet();
  for (const { client, clock, end } of ranges) {
    const ofClient = set.clients.get(client) ?? [];
    ofClient.push({ clock, len: end - clock });
    set.clients.set(client, ofClient);
  }
  Y.iterateDeletedStructs(transaction, set, (struct) => {
    if (struct instanceof Y.Item) struct.delete(transaction);
  });
}
