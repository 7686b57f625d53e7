import * as Y from 'yjs';
import type { UnitId } from './updateFrame.ts';

/** Units of one client that stand next to each other in the document. */
export interface Piece extends UnitId {
  readonly length: number;
}

/** Text that an update brings to one paragraph, nothing that stays standing in between. */
export interface PutText {
  readonly type: 'put';
  readonly text: string;
  readonly pieces: readonly Piece[];
  /**
   * The unit behind the first piece and the one before the last, deleted ones included: what is put back stands beside its
   * remains. Of a new paragraph, the units beside the paragraph.
   */
  readonly behindFirst: UnitId | null;
  readonly beforeLast: UnitId | null;
}

/** Text that an update deletes from one paragraph and that stood there before, nothing that stays in between. */
export interface TakenText {
  readonly type: 'taken';
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Where it stood: its first unit and its last, or twice the paragraph that went with it. */
  readonly first: UnitId;
  readonly last: UnitId;
  /** The units beside it; null where a paragraph went. */
  readonly before: UnitId | null;
  readonly behind: UnitId | null;
}

/** What an update takes and puts between two stretches that it leaves as they are, in the order of the document. */
export type Gap = readonly (PutText | TakenText)[];

/**
 * What an update did to the words, seen at the end of its transaction, when deleted text is still there to be read.
 * Costs what the touched paragraphs cost and, when paragraphs came or went, a step for each of the others.
 */
export function readRewriting(
  transaction: Y.Transaction,
  root: Y.XmlFragment,
  touched: ReadonlySet<object>,
): readonly Gap[] {
  const elements = new Set<object>();
  for (const type of touched) elements.add(type instanceof Y.XmlText && type.parent !== null ? type.parent : type);
  const reader = new RewritingReader(transaction);
  if (!touched.has(root)) {
    for (const element of elements) {
      if (element instanceof Y.XmlElement) reader.read(element);
      reader.endGap();
    }
  }
  for (let item = touched.has(root) ? root._start : null; item !== null; item = item.right) {
    // What was deleted earlier has no type any more.
    if (!(item.content instanceof Y.ContentType) || !(item.content.type instanceof Y.XmlElement)) continue;
    if (item.deleted || elements.has(item.content.type)) reader.read(item.content.type);
    else if (hasWords(item.content.type)) reader.endGap();
  }
  reader.endGap();
  return reader.gaps;
}

function hasWords(element: Y.XmlElement): boolean {
  return element.toArray().some((words) => words instanceof Y.XmlText && words.length > 0);
}

class RewritingReader {
  readonly gaps: Gap[] = [];
  readonly #before: ReadonlyMap<number, number>;
  #gap: (PutText | TakenText)[] = [];
  #put: Y.Item[] = [];
  #taken: Y.Item[] = [];

  constructor({ beforeState }: Y.Transaction) {
    this.#before = beforeState;
  }

  read(element: Y.XmlElement): void {
    for (let child = element._start; child !== null; child = child.right) {
      if (!(child.content instanceof Y.ContentType)) continue;
      for (let item = child.content.type._start; item !== null; item = item.right) {
        if (item.content instanceof Y.ContentString) this.#see(item);
      }
    }
    this.#endParagraph(element._item);
  }

  endGap(): void {
    this.#endStretch(null);
    if (this.#gap.length > 0) this.gaps.push(this.#gap);
    this.#gap = [];
  }

  /** Text that is deleted and can still be read was deleted by this update. */
  #see(item: Y.Item): void {
    const isNew = this.#isNew(item);
    if (isNew && !item.deleted) this.#put.push(item);
    else if (!isNew && item.deleted) this.#taken.push(item);
    else if (!isNew) this.endGap();
  }

  #endParagraph(paragraph: Y.Item | null): void {
    const comesOrGoes = paragraph !== null && (paragraph.deleted || this.#isNew(paragraph));
    this.#endStretch(comesOrGoes ? paragraph : null);
  }

  /** `paragraph`: the one that came or went with the stretch, and says better where that was. */
  #endStretch(paragraph: Y.Item | null): void {
    const taken = textOf(this.#taken);
    if (taken !== null) {
      const { text, pieces, items } = taken;
      const [first, last] = paragraph === null ? items : [paragraph, paragraph];
      const [before, behind] = paragraph === null ? [first.left, last.right] : [null, null];
      this.#gap.push({
        ...{ type: 'taken', text, pieces, before: lastUnit(before), behind: firstUnit(behind) },
        ...{ first: { client: first.id.client, clock: first.id.clock }, last: last.lastId },
      });
    }
    const put = textOf(this.#put);
    if (put !== null) {
      const { text, pieces, items } = put;
      const [first, last] = paragraph === null ? items : [paragraph, paragraph];
      const beside = { behindFirst: firstUnit(first.right), beforeLast: lastUnit(last.left) };
      this.#gap.push({ type: 'put', text, pieces, ...beside });
    }
    this.#taken = [];
    this.#put = [];
  }

  #isNew({ id }: Y.Item): boolean {
    return id.clock >= (this.#before.get(id.client) ?? 0);
  }
}

function textOf(items: readonly Y.Item[]) {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return null;
  const text = items.map(({ content }) => (content instanceof Y.ContentString ? content.str : '')).join('');
  const pieces = items.map(({ id, length }) => ({ client: id.client, clock: id.clock, length }));
  return { text, pieces, items: [first, last] as const };
}

function firstUnit(item: Y.Item | null): UnitId | null {
  return item === null ? null : { client: item.id.client, clock: item.id.clock };
}

function lastUnit(item: Y.Item | null): UnitId | null {
  return item?.lastId ?? null;
}
