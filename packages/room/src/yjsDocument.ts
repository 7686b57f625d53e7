import { assert, present } from '@chapeau/base';
import * as Y from 'yjs';
import { paragraphElement, roomRoot } from './roomDocument.ts';

/** Any of Yjs' shared types. */
type SharedType = Exclude<Y.Item['parent'], Y.ID | null>;

/**
 * A document that holds these updates and adds nothing of its own: it has no client id in use, and the clean-up of
 * formatting that Yjs performs after remote changes is off, so that all that is stored was sent by somebody.
 * Throws when an update cannot be read or depends on one that is not there.
 */
export function documentOf(updates: Iterable<Uint8Array>): Y.Doc {
  const doc = emptyDocument();
  applyAll(doc, updates);
  return doc;
}

/**
 * A document equal to `source` that shares nothing with it that either may change. Copies item by item, which costs a
 * small part of what it costs Yjs to find the place of every item anew.
 */
export function copyOf(source: Y.Doc): Y.Doc {
  const doc = emptyDocument();
  const items = new Map<Y.Item, Y.Item>();
  const types = new Map<unknown, SharedType>([[source.getXmlFragment(roomRoot), doc.getXmlFragment(roomRoot)]]);
  Y.transact(doc, () => {
    for (const [client, structs] of source.store.clients) {
      doc.store.clients.set(
        client,
        structs.map((struct) =>
          struct instanceof Y.Item ? copyItem(struct, doc, items, types) : copyCollected(struct),
        ),
      );
    }
  });
  for (const [item, copy] of items) {
    copy.left = item.left === null ? null : present(items.get(item.left), 'left neighbour');
    copy.right = item.right === null ? null : present(items.get(item.right), 'right neighbour');
    copy.parent = present(types.get(item.parent), 'parent');
  }
  for (const [type, copy] of types) {
    assert(type instanceof Y.AbstractType, 'a type');
    copy._start = type._start === null ? null : present(items.get(type._start), 'first item');
    copy._length = type._length;
    for (const [key, item] of type._map) copy._map.set(key, present(items.get(item), 'attribute'));
  }
  return doc;
}

function emptyDocument(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 0;
  doc.getXmlFragment(roomRoot);
  // Yjs looks at this flag right after it has told the listeners of this event.
  doc.on('afterTransaction', (transaction) => {
    transaction._needFormattingCleanup = false;
  });
  return doc;
}

function copyCollected({ id, length }: Y.GC): Y.GC {
  return new Y.GC(id, length);
}

function copyItem(item: Y.Item, doc: Y.Doc, items: Map<Y.Item, Y.Item>, types: Map<unknown, SharedType>): Y.Item {
  const content = copyContent(item.content);
  // Ids are never changed once an item stands in a document.
  const copy = new Y.Item(item.id, null, item.origin, null, item.rightOrigin, null, item.parentSub, content);
  copy.deleted = item.deleted;
  items.set(item, copy);
  if (item.content instanceof Y.ContentType && content instanceof Y.ContentType) {
    content.type._integrate(doc, copy);
    types.set(item.content.type, content.type);
  }
  return copy;
}

function copyContent(content: Y.Item['content']): Y.Item['content'] {
  if (content instanceof Y.ContentAny) return new Y.ContentAny([...content.arr]);
  if (!(content instanceof Y.ContentType)) return content.copy();
  return new Y.ContentType(content.type instanceof Y.XmlText ? new Y.XmlText() : new Y.XmlElement(paragraphElement));
}

/** Applies trusted updates in one transaction. Throws when one cannot be read or waits for something that is not there. */
export function applyAll(doc: Y.Doc, updates: Iterable<Uint8Array>): void {
  Y.transact(
    doc,
    () => {
      for (const update of updates) Y.applyUpdate(doc, update);
    },
    null,
    false,
  );
  assert(doc.store.pendingStructs === null && doc.store.pendingDs === null, 'a room log that lacks updates');
}

/** Runs `change` as one transaction and gives the one update that it amounts to, or null when it changed nothing. */
export function capture(doc: Y.Doc, change: () => void): Uint8Array | null {
  const updates: Uint8Array[] = [];
  const listen = (update: Uint8Array) => {
    updates.push(update);
  };
  doc.on('update', listen);
  try {
    change();
  } finally {
    doc.off('update', listen);
  }
  assert(updates.length <= 1, `${updates.length} updates from one transaction`);
  return updates[0] ?? null;
}
