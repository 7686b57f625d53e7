import { assert } from '@chapeau/base';
import {
  deepestLevel,
  type Mark,
  marks,
  normaliseRuns,
  type ParagraphId,
  type ParagraphKind,
  paragraphIdSchema,
  paragraphKinds,
  type Run,
} from '@chapeau/text';
import * as Y from 'yjs';

/** The name of a room's only root type, an XML fragment in y-prosemirror's layout of the text schema. */
export const roomRoot = 'text';

/** The name of the only element that a room knows. */
export const paragraphElement = 'paragraph';

/** A paragraph of a room. `id` names the paragraph of the text on the table that it stands for; null for a new one. */
export interface RoomParagraph {
  readonly id: ParagraphId | null;
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly runs: readonly Run[];
}

/**
 * The update that founds a room: these paragraphs, written by `clientId`, which nobody may ever write with again.
 * The same arguments give the same bytes. At least one paragraph, ids distinct.
 */
export function seedRoom(paragraphs: readonly RoomParagraph[], clientId: number): Uint8Array {
  const ids = paragraphs.flatMap(({ id }) => id ?? []);
  assert(paragraphs.length > 0, 'a room starts from at least one paragraph');
  assert(new Set(ids).size === ids.length, `a room is seeded with each paragraph once: ${ids.join(', ')}`);
  const doc = new Y.Doc();
  doc.clientID = clientId;
  doc.getXmlFragment(roomRoot).insert(0, paragraphs.map(elementOf));
  return Y.encodeStateAsUpdate(doc);
}

function elementOf({ id, kind, level, runs }: RoomParagraph): Y.XmlElement {
  const element = new Y.XmlElement<{ [key: string]: string | number }>(paragraphElement);
  if (id !== null) element.setAttribute('id', id);
  element.setAttribute('kind', kind);
  element.setAttribute('level', level);
  const normal = normaliseRuns(runs);
  if (normal.length > 0) {
    const words = new Y.XmlText();
    words.applyDelta(normal.map((run) => ({ insert: run.text, attributes: formatOf(run.marks) })));
    element.insert(0, [words]);
  }
  return element as Y.XmlElement;
}

function formatOf(of: readonly Mark[]): Record<string, object> {
  return Object.fromEntries(of.map((mark) => [mark, {}]));
}

/**
 * The paragraphs of a room in order, their runs in normal form. Of several that carry one id, as after a split, the
 * first stands for that paragraph and the others read as new. Never changes the document.
 */
export function readRoom(doc: Y.Doc): readonly RoomParagraph[] {
  const taken = new Set<ParagraphId>();
  return paragraphsOf(doc).map((element) => ({ ...attributesOf(element, taken), runs: runsOf(element) }));
}

/** The elements that stand in the room now, in order. */
export function paragraphsOf(doc: Y.Doc): readonly Y.XmlElement[] {
  return doc
    .getXmlFragment(roomRoot)
    .toArray()
    .filter((child) => child instanceof Y.XmlElement);
}

/** What a paragraph is; an attribute that is absent has the schema's default. An id in `taken` reads as null, one that is not is added. */
export function attributesOf(
  element: Y.XmlElement,
  taken: Set<ParagraphId>,
): { readonly id: ParagraphId | null; readonly kind: ParagraphKind; readonly level: number } {
  const { id: claimed, kind, level } = element.getAttributes() as Record<string, unknown>;
  const id = paragraphIdSchema.safeParse(claimed).data ?? null;
  const first = id !== null && !taken.has(id);
  if (first) taken.add(id);
  return {
    id: first ? id : null,
    kind: paragraphKinds.find((known) => known === kind) ?? 'operative',
    level: isLevel(level) ? level : 0,
  };
}

/** Whether `value` is a level that the schema knows. */
export function isLevel(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= deepestLevel;
}

/** The texts of a paragraph in order: usually one, none when it is empty, several when two wrote in an empty one at once. */
export function textsOf(element: Y.XmlElement): readonly Y.XmlText[] {
  return element.toArray().filter((child) => child instanceof Y.XmlText);
}

function runsOf(element: Y.XmlElement): readonly Run[] {
  const runs: Run[] = [];
  for (const words of textsOf(element)) {
    const on = new Set<string>();
    for (let item = words._start; item !== null; item = item.right) {
      if (item.deleted) continue;
      if (item.content instanceof Y.ContentFormat) {
        if (item.content.value === null) on.delete(item.content.key);
        else on.add(item.content.key);
      } else if (item.content instanceof Y.ContentString) {
        runs.push({ text: item.content.str, marks: marks.filter((mark) => on.has(mark)) });
      }
    }
  }
  return normaliseRuns(runs);
}
