import type { ParagraphId } from '@chapeau/text';
import * as Y from 'yjs';
import { deleteIdleMarks } from './idleMarks.ts';
import { deleteRanges, Integration } from './integration.ts';
import { Knowledge } from './knowledge.ts';
import { walkParagraph } from './paragraphWalk.ts';
import { arrange } from './placement.ts';
import { type Gap, readRewriting } from './rewriting.ts';
import { paragraphsOf, roomRoot, textsOf } from './roomDocument.ts';
import { refuse } from './roomFault.ts';
import type { RoomLimits } from './roomLimits.ts';
import { selectDeletes, selectNew } from './selection.ts';
import type { DeleteRange, FrameStruct, UpdateFrame } from './updateFrame.ts';
import { capture } from './yjsDocument.ts';

/** What an update added: its canonical bytes, and what it did to the words, as far as that was asked for. */
export interface Applied {
  readonly bytes: Uint8Array;
  readonly gaps: readonly Gap[];
}

/** The document on which updates are tried before anyone sees them. */
export class Shadow {
  readonly #doc: Y.Doc;
  readonly #seeded: ReadonlySet<ParagraphId>;
  readonly #limits: RoomLimits;
  readonly #knowledge: Knowledge;
  #textLength: number;
  #lengths = new Map<Y.XmlElement, number>();
  #isSpoilt = false;

  /** Takes `doc` over: nobody else may change it. */
  constructor(doc: Y.Doc, seeded: ReadonlySet<ParagraphId>, limits: RoomLimits) {
    this.#doc = doc;
    this.#seeded = seeded;
    this.#limits = limits;
    this.#knowledge = Knowledge.of(this.#doc);
    this.#textLength = this.#measureAll();
  }

  /** Whether an update was refused when part of it was already applied: this shadow must not be used again. */
  get isSpoilt(): boolean {
    return this.#isSpoilt;
  }

  /**
   * Applies an update and gives what it added, null when there was nothing new. What it did to the words is read when it
   * deleted some, or when it brought some and `mayReturn`: words that were deleted before may be among them.
   * Throws a Refusal.
   */
  admit(frame: UpdateFrame, mayWrite: (client: number) => boolean, mayReturn: boolean): Applied | null {
    const queues = selectNew(this.#doc, frame, mayWrite, this.#limits);
    const deletes = selectDeletes(this.#doc, frame, this.#limits);
    const structs = arrange(this.#doc, queues, this.#seeded);
    if (structs.length === 0 && deletes.length === 0) return null;
    const before = { paragraphs: this.#root.length, textLength: this.#textLength };
    this.#isSpoilt = true;
    let gaps: readonly Gap[] = [];
    const bytes = capture(this.#doc, () => {
      const applied = this.#apply(structs, deletes, mayReturn);
      gaps = applied.gaps;
      this.#walk(applied.touched);
    });
    this.#admitSize(before);
    this.#isSpoilt = false;
    return bytes === null ? null : { bytes, gaps };
  }

  get #root(): Y.XmlFragment {
    return this.#doc.getXmlFragment(roomRoot);
  }

  #apply(structs: readonly FrameStruct[], deletes: readonly DeleteRange[], mayReturn: boolean) {
    const touched = new Set<object>();
    const brings = mayReturn && structs.some((struct) => struct.type === 'item' && struct.content.type === 'string');
    const gaps = Y.transact(
      this.#doc,
      (transaction) => {
        const integration = new Integration(transaction, this.#knowledge, this.#limits);
        for (const struct of structs) {
          const host = integration.integrate(struct);
          if (host !== null) touched.add(host);
        }
        deleteRanges(transaction, deletes);
        for (const type of transaction.changed.keys()) touched.add(type);
        deleteIdleMarks(transaction, touched);
        return brings || deletes.length > 0 ? readRewriting(transaction, this.#root, touched) : [];
      },
      null,
      false,
    );
    return { touched, gaps };
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
