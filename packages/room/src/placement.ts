import { type ParagraphId, paragraphKinds } from '@chapeau/text';
import * as Y from 'yjs';
import { isLevel, roomRoot } from './roomDocument.ts';
import { refuse } from './roomFault.ts';
import type { FrameCollected, FrameContent, FrameItem, FrameStruct, UnitId } from './updateFrame.ts';

/** What children may stand in: the text, a paragraph, or the words of a paragraph. */
type HostKind = 'text' | 'paragraph' | 'words';

/** Where an item stands: in which list, or under which attribute. `host` is a type of the document or an item of the same update. */
interface Place {
  readonly host: object;
  readonly kind: HostKind;
  readonly key: string | null;
}

/** Its surroundings are deleted and collected: Yjs drops the content of whatever is written there. */
const gone = Symbol('gone');

type PlaceOrGone = Place | typeof gone;

interface Placed {
  readonly struct: FrameStruct;
  readonly place: PlaceOrGone;
}

/**
 * Decides, without touching the document, where every operation of an update would stand, and in which order they
 * can be applied: each after all that it refers to. Content that its surroundings may not hold is refused, as is what
 * refers to nothing. What would stand among collected content comes back as collected.
 *
 * `queues` holds for each client its new operations in order, the first beginning at the clock that `doc` knows.
 */
export function arrange(
  doc: Y.Doc,
  queues: readonly (readonly FrameStruct[])[],
  seeded: ReadonlySet<ParagraphId>,
): readonly FrameStruct[] {
  const placement = new Placement(doc, seeded);
  const order: FrameStruct[] = [];
  const heads = queues.map((queue) => ({ queue, next: 0 }));
  for (let progress = true; progress; ) {
    progress = false;
    for (const head of heads) {
      for (let struct = head.queue[head.next]; struct !== undefined; struct = head.queue[head.next]) {
        if (!placement.isReady(struct)) break;
        order.push(placement.place(struct));
        head.next += 1;
        progress = true;
      }
    }
  }
  if (heads.some(({ queue, next }) => next < queue.length)) {
    refuse('unknown-origin', 'The change builds on words that are not in this room.');
  }
  return order;
}

class Placement {
  readonly #doc: Y.Doc;
  readonly #seeded: ReadonlySet<ParagraphId>;
  readonly #placed = new Map<number, Placed[]>();

  constructor(doc: Y.Doc, seeded: ReadonlySet<ParagraphId>) {
    this.#doc = doc;
    this.#seeded = seeded;
  }

  isReady(struct: FrameStruct): boolean {
    if (struct.type === 'collected') return true;
    const parent = struct.parent === roomRoot ? null : struct.parent;
    return [struct.origin, struct.rightOrigin, parent].every((id) => id === null || this.#knows(id));
  }

  place(struct: FrameStruct): FrameStruct {
    const place = struct.type === 'collected' ? gone : this.#placeOf(struct);
    if (struct.type === 'item' && place !== gone) this.#admitContent(struct.content, place);
    const ofClient = this.#placed.get(struct.client);
    if (ofClient === undefined) this.#placed.set(struct.client, [{ struct, place }]);
    else ofClient.push({ struct, place });
    return place === gone ? collected(struct) : struct;
  }

  #knows({ client, clock }: UnitId): boolean {
    const last = this.#placed.get(client)?.at(-1)?.struct;
    return clock < (last === undefined ? Y.getState(this.#doc.store, client) : last.clock + last.length);
  }

  #placeOf(item: FrameItem): PlaceOrGone {
    if (item.parent !== null) return this.#inside(item.parent, item.key);
    const left = item.origin === null ? null : this.#at(item.origin);
    const right = item.rightOrigin === null ? null : this.#at(item.rightOrigin);
    if (left === gone || right === gone) return gone;
    if (left !== null && right !== null && (left.host !== right.host || left.key !== right.key)) {
      refuse('misplaced', 'The change stands between words of two different places.');
    }
    return left ?? right ?? gone;
  }

  /** Where the unit `id` stands. */
  #at(id: UnitId): PlaceOrGone {
    const placed = this.#placedAt(id);
    if (placed !== null) return placed.place;
    const struct = Y.getItem(this.#doc.store, Y.createID(id.client, id.clock));
    if (!(struct instanceof Y.Item) || !(struct.parent instanceof Y.AbstractType)) return gone;
    return { host: struct.parent, kind: kindOf(struct.parent), key: struct.parentSub };
  }

  /** The list, or the attribute `key`, inside the type that the unit `parent` brought. */
  #inside(parent: UnitId | typeof roomRoot, key: string | null): PlaceOrGone {
    if (parent === roomRoot) return { host: this.#doc.getXmlFragment(roomRoot), kind: 'text', key };
    const placed = this.#placedAt(parent);
    if (placed !== null) return insidePlaced(placed, key);
    const struct = Y.getItem(this.#doc.store, Y.createID(parent.client, parent.clock));
    if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) return gone;
    if (!(struct.content instanceof Y.ContentType)) return refuseParent();
    return { host: struct.content.type, kind: kindOf(struct.content.type), key };
  }

  #placedAt({ client, clock }: UnitId): Placed | null {
    const ofClient = this.#placed.get(client);
    const first = ofClient?.[0];
    if (ofClient === undefined || first === undefined || clock < first.struct.clock) return null;
    let low = 0;
    let high = ofClient.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      const candidate = ofClient[middle];
      if (candidate !== undefined && candidate.struct.clock <= clock) low = middle;
      else high = middle - 1;
    }
    return ofClient[low] ?? null;
  }

  #admitContent(content: FrameContent, { kind, key }: Place): void {
    if (key !== null && kind !== 'paragraph')
      refuse('schema', 'The change gives properties to something that has none.');
    if (content.type === 'deleted') return;
    if (key !== null) {
      if (content.type !== 'attribute')
        refuse('schema', 'The change gives a paragraph a property that is not a value.');
      for (const value of content.values) this.#admitValue(key, value);
    } else if (!allowed[kind].some((type) => type === content.type)) {
      refuse('schema', 'The change puts content where a paragraph cannot hold it.');
    }
  }

  #admitValue(key: string, value: string | number): void {
    if (key === 'id') {
      if (!this.#seeded.has(value as ParagraphId)) {
        refuse('paragraph-id', 'The change claims to be a paragraph that is not in this room.');
      }
    } else if (key === 'kind' ? !paragraphKinds.some((known) => known === value) : !isLevel(value)) {
      refuse('schema', 'The change gives a paragraph a kind or a level that it cannot have.');
    }
  }
}

const allowed: { readonly [kind in HostKind]: readonly FrameContent['type'][] } = {
  text: ['paragraph'],
  paragraph: ['words'],
  words: ['string', 'format'],
};

function insidePlaced({ struct, place }: Placed, key: string | null): PlaceOrGone {
  if (struct.type === 'collected' || place === gone) return gone;
  switch (struct.content.type) {
    case 'deleted':
      return gone;
    case 'paragraph':
    case 'words':
      return { host: struct, kind: struct.content.type, key };
    default:
      return refuseParent();
  }
}

function refuseParent(): never {
  return refuse('misplaced', 'The change writes inside something that can hold nothing.');
}

function kindOf(type: Y.AbstractType<unknown>): HostKind {
  if (type instanceof Y.XmlText) return 'words';
  return type instanceof Y.XmlElement ? 'paragraph' : 'text';
}

function collected({ client, clock, length }: FrameStruct): FrameCollected {
  return { type: 'collected', client, clock, length };
}
