import { assert } from '@chapeau/base';
import type { ParagraphId } from '@chapeau/text';
import * as Y from 'yjs';
import { walkParagraph } from './paragraphWalk.ts';
import { arrange } from './placement.ts';
import { paragraphsOf, roomRoot, textsOf } from './roomDocument.ts';
import { refuse } from './roomFault.ts';
import type { RoomLimits } from './roomLimits.ts';
import { selectDeletes, selectNew } from './selection.ts';
import type { DeleteRange, FrameContent, FrameItem, FrameStruct, UpdateFrame } from './updateFrame.ts';
import { capture, documentOf } from './yjsDocument.ts';

/** The document on which updates are tried before anyone sees them. */
export class Shadow {
  readonly #doc: Y.Doc;
  readonly #seeded: ReadonlySet<ParagraphId>;
  readonly #limits: RoomLimits;
  #textLength: number;
  #lengths = new Map<Y.XmlElement, number>();
  #isSpoilt = false;

  constructor(updates: Iterable<Uint8Array>, seeded: ReadonlySet<ParagraphId>, limits: RoomLimits) {
    this.#doc = documentOf(updates);
    this.#seeded = seeded;
    this.#limits = limits;
    this.#textLength = this.#measureAll();
  }

  /** Whether an update was refused when part of it was already applied: this shadow must not be used again. */
  get isSpoilt(): boolean {
    return this.#isSpoilt;
  }

  /**
   * Applies an update and gives the canonical bytes of what it added, null when there was nothing new.
   * Throws a Refusal.
   */
  admit(frame: UpdateFrame, mayWrite: (client: number) => boolean): Uint8Array | null {
    const queues = selectNew(this.#doc, frame, mayWrite, this.#limits);
    const deletes = selectDeletes(this.#doc, frame, this.#limits);
    const structs = arrange(this.#doc, queues, this.#seeded);
    if (structs.length === 0 && deletes.length === 0) return null;
    const before = { paragraphs: this.#root.length, textLength: this.#textLength };
    this.#isSpoilt = true;
    const bytes = capture(this.#doc, () => {
      const touched = this.#apply(structs, deletes);
      this.#walk(touched);
    });
    this.#admitSize(before);
    this.#isSpoilt = false;
    return bytes;
  }

  get #root(): Y.XmlFragment {
    return this.#doc.getXmlFragment(roomRoot);
  }

  #apply(structs: readonly FrameStruct[], deletes: readonly DeleteRange[]): ReadonlySet<object> {
    const touched = new Set<object>();
    const changed = Y.transact(
      this.#doc,
      (transaction) => {
        const work = { steps: this.#limits.maxSteps, moves: this.#limits.maxMoves };
        for (const struct of structs) {
          const host = integrate(transaction, this.#root, struct, work);
          if (host !== null) touched.add(host);
        }
        deleteRanges(transaction, deletes);
        return transaction.changed;
      },
      null,
      false,
    );
    for (const type of changed.keys()) touched.add(type);
    return touched;
  }

  /** Walks every paragraph that was touched and still stands, and takes its new length into account. */
  #walk(touched: ReadonlySet<object>): void {
    const elements = new Set<Y.XmlElement>();
    for (const type of touched) {
      const element = type instanceof Y.XmlText ? type.parent : type;
      if (element instanceof Y.XmlElement) elements.add(element);
    }
    for (const element of elements) {
      if (element._item === null || element._item.deleted) continue;
      const length = walkParagraph(element, this.#seeded);
      const before = this.#lengths.get(element) ?? 0;
      if (length > this.#limits.maxParagraphLength && length > before) {
        refuse('too-large', 'The change would make a paragraph longer than one may be.');
      }
      this.#lengths.set(element, length);
      this.#textLength += length - before;
    }
    if (touched.has(this.#root)) this.#textLength = this.#measureAll();
  }

  #admitSize(before: { readonly paragraphs: number; readonly textLength: number }): void {
    const paragraphs = this.#root.length;
    if (paragraphs > this.#limits.maxParagraphs && paragraphs > before.paragraphs) {
      refuse('too-large', 'The change would give the text more paragraphs than a room may hold.');
    }
    if (this.#textLength > this.#limits.maxTextLength && this.#textLength > before.textLength) {
      refuse('too-large', 'The change would make the text longer than a room may be.');
    }
  }

  /** Counts the paragraphs that stand now. Costs one step each; needed only when paragraphs come or go. */
  #measureAll(): number {
    const lengths = new Map<Y.XmlElement, number>();
    let total = 0;
    for (const element of paragraphsOf(this.#doc)) {
      const length = this.#lengths.get(element) ?? textsOf(element).reduce((sum, words) => sum + words.length, 0);
      lengths.set(element, length);
      total += length;
    }
    this.#lengths = lengths;
    return total;
  }
}

/** How much an update may still make the document work. */
interface Work {
  steps: number;
  moves: number;
}

/** Integrates one operation whose references are all known, and gives the type in which it stands, null when collected. */
function integrate(
  transaction: Y.Transaction,
  root: Y.XmlFragment,
  struct: FrameStruct,
  work: Work,
): Y.AbstractType<unknown> | null {
  if (struct.type === 'collected') {
    new Y.GC(Y.createID(struct.client, struct.clock), struct.length).integrate(transaction, 0);
    return null;
  }
  const { store } = transaction.doc;
  const item = itemOf(struct, root);
  const count = storedNear(store.clients, struct);
  const missing = item.getMissing(transaction, store);
  assert(missing === null, 'an operation was placed before what it refers to');
  const grown = storedNear(store.clients, struct);
  work.moves -= (grown - count) * grown;
  followNeighbours(item, work);
  if (work.moves < 0 || work.steps < 0) refuse('too-large', 'The change asks for more work than one message may.');
  const host = item.parent;
  item.integrate(transaction, 0);
  return host instanceof Y.AbstractType ? host : null;
}

/**
 * Yjs relies on an item's left neighbour standing before its right one, and steps through what others wrote between
 * them: refused when the order is wrong, as replicas could then disagree for ever, and counted.
 */
function followNeighbours(item: Y.Item, work: Work): void {
  const { parent } = item;
  assert(parent instanceof Y.AbstractType, 'an operation that was placed stands nowhere');
  let between = item.left === null ? firstOf(parent, item.parentSub) : item.left.right;
  for (; between !== item.right; between = between.right) {
    if (between === null)
      return refuse('misplaced', 'The change stands between words in an order that they do not have.');
    work.steps -= 1;
    if (work.steps < 0) return;
  }
}

function firstOf(parent: Y.AbstractType<unknown>, key: string | null): Y.Item | null {
  if (key === null) return parent._start;
  let item = parent._map.get(key) ?? null;
  while (item !== null && item.left !== null) item = item.left;
  return item;
}

function storedNear(clients: Map<number, (Y.Item | Y.GC)[]>, { origin, rightOrigin }: FrameItem): number {
  const left = origin === null ? 0 : (clients.get(origin.client)?.length ?? 0);
  const right = rightOrigin === null ? 0 : (clients.get(rightOrigin.client)?.length ?? 0);
  return left + right;
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
      return new Y.ContentType(new Y.XmlElement('paragraph'));
    case 'words':
      return new Y.ContentType(new Y.XmlText());
    case 'attribute':
      return new Y.ContentAny([...content.values]);
  }
}

function deleteRanges(transaction: Y.Transaction, ranges: readonly DeleteRange[]): void {
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
