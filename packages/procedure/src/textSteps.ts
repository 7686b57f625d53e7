import { assert, assertNever } from '@chapeau/base';
import { type ParagraphId, type Wording, wordingHash } from '@chapeau/text';
import { OrderedMap } from 'immutable';
import type { PlacedParagraph, TextStep } from './event.ts';
import { paragraphIn, standsInText } from './select.ts';
import type { DocumentState, ParagraphState } from './state.ts';

/** A text that consists of just these paragraphs, all open. */
export function placed(paragraphs: readonly PlacedParagraph[]): Pick<DocumentState, 'order' | 'paragraphs'> {
  const order = paragraphs.map(({ id }) => id);
  assert(new Set(order).size === order.length, 'a paragraph stands in one place');
  return { order, paragraphs: OrderedMap(paragraphs.map((paragraph) => [paragraph.id, standing(paragraph, null)])) };
}

function standing(
  { id, label, kind, level, runs, credits }: PlacedParagraph,
  inserted: ParagraphState['inserted'],
): ParagraphState {
  const hash = wordingHash({ kind, level, runs });
  return {
    ...{ id, label, kind, level, runs, hash, credits },
    status: 'open',
    reopened: '',
    positions: OrderedMap(),
    earlier: [],
    inserted,
    behind: null,
  };
}

/** The document after one step of its text. Any change of words drops the paragraph's agreement. */
export function applyStep(document: DocumentState, step: TextStep, seq: number): DocumentState {
  switch (step.type) {
    case 'reword':
      return changeStanding(document, step.paragraph, (before) => {
        const { kind, level, runs } = step.wording;
        const earlier = [...before.earlier, { wording: wordingOf(before), hash: before.hash, until: seq }];
        const hash = wordingHash(step.wording);
        return { ...before, kind, level, runs, hash, credits: step.credits, status: 'open', reopened: '', earlier };
      });
    case 'insert':
      assert(!document.paragraphs.has(step.paragraph.id), `paragraph ${step.paragraph.id} is new`);
      return {
        ...document,
        order: insertedBehind(document.order, step.after, step.paragraph.id),
        paragraphs: document.paragraphs.set(step.paragraph.id, standing(step.paragraph, seq)),
      };
    case 'delete': {
      const at = placeOf(document.order, step.paragraph);
      const behind = document.order[at - 1] ?? null;
      const gone = changeParagraph(document, step.paragraph, (before) => ({ ...before, status: 'deleted', behind }));
      return { ...gone, order: document.order.toSpliced(at, 1) };
    }
    case 'move': {
      const without = document.order.toSpliced(placeOf(document.order, step.paragraph), 1);
      return { ...document, order: insertedBehind(without, step.after, step.paragraph) };
    }
    default:
      return assertNever(step);
  }
}

function wordingOf({ kind, level, runs }: Wording): Wording {
  return { kind, level, runs };
}

function insertedBehind(
  order: readonly ParagraphId[],
  after: ParagraphId | null,
  id: ParagraphId,
): readonly ParagraphId[] {
  return order.toSpliced(after === null ? 0 : placeOf(order, after) + 1, 0, id);
}

function placeOf(order: readonly ParagraphId[], id: ParagraphId): number {
  const at = order.indexOf(id);
  assert(at >= 0, `paragraph ${id} stands in the text`);
  return at;
}

/** The document with one of its paragraphs changed. */
export function changeParagraph(
  document: DocumentState,
  id: ParagraphId,
  change: (paragraph: ParagraphState) => ParagraphState,
): DocumentState {
  return { ...document, paragraphs: document.paragraphs.set(id, change(paragraphIn(document, id))) };
}

/** The same for one that stands in the text; throws for others. */
export function changeStanding(
  document: DocumentState,
  id: ParagraphId,
  change: (paragraph: ParagraphState) => ParagraphState,
): DocumentState {
  assert(standsInText(document, id), `paragraph ${id} stands in the text`);
  return changeParagraph(document, id, change);
}
