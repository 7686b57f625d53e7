import { assertNever } from '@chapeau/base';
import {
  type AmendmentState,
  type DocumentState,
  latest,
  type ParagraphState,
  positionsOn,
  type Touch,
} from '@chapeau/procedure';
import type { NotationForm } from '@chapeau/redline/brackets';
import { type ParagraphId, type ParagraphKind, plainText, type Wording } from '@chapeau/text';
import { paragraphName } from './namesInPrint.ts';
import { trimmed } from './trimmed.ts';
import { saidBy, type WrittenNames } from './writeCompilationNames.ts';

/** What sentences about amendments need to know. */
export interface Aside {
  readonly document: DocumentState;
  readonly names: WrittenNames;
  readonly form: NotationForm;
  readonly positions: boolean;
}

/** What amendments say at a paragraph that brackets cannot: moves, another place in the outline, words made on other words. */
export function asidesAt(given: Aside, paragraph: ParagraphState, touches: readonly Touch[]): readonly string[] {
  return touches.flatMap((touch) => {
    if (touch.amendment.status === 'conflict') return [onOtherWords(given, touch)];
    switch (touch.type) {
      case 'move':
        return [moved(given, touch.amendment, paragraph.id)];
      case 'words':
        return [...reshaped(given, paragraph, touch), ...together(given, paragraph.id, touch.amendment)];
      case 'insertion':
        return [];
      default:
        return assertNever(touch);
    }
  });
}

/** That the new paragraphs of an amendment are one proposal. */
export function newParagraphAsides(given: Aside, amendment: AmendmentState): readonly string[] {
  const { scope, paragraphs } = latest(amendment);
  if (scope.type !== 'insert' || paragraphs.length < 2) return [];
  return [`These ${paragraphs.length} paragraphs are one proposal${by(given, amendment)}.`];
}

/** The words of an amendment that was made on other words than those that stand: brackets would show it as taking them back. */
function onOtherWords(given: Aside, touch: Touch): string {
  const words = (wording: Pick<Wording, 'runs'>) => `“${plainText(wording)}”`;
  const who = `Made on other words, to be settled${by(given, touch.amendment)}`;
  switch (touch.type) {
    case 'words':
      return `${who}: ${touch.wording === null ? 'to be deleted' : words(touch.wording)}`;
    case 'insertion':
      return `${who}: new ${touch.paragraphs.map(words).join(' ')}`;
    case 'move':
      return `${who}: to be moved`;
    default:
      return assertNever(touch);
  }
}

function moved(given: Aside, amendment: AmendmentState, id: ParagraphId): string {
  const { scope } = latest(amendment);
  if (scope.type !== 'move') return '';
  const index = scope.paragraphs.indexOf(id);
  const after = index > 0 ? (scope.paragraphs[index - 1] ?? null) : scope.after;
  const place = after === null ? 'to the head of the text' : `after ${paragraphName(given.document, after)}`;
  return `To be moved ${place}${by(given, amendment)}.`;
}

const kindNames: Readonly<Record<ParagraphKind, string>> = {
  title: 'a title',
  heading: 'a heading',
  preambular: 'a preambular paragraph',
  operative: 'an operative paragraph',
  plain: 'a paragraph without a number',
};

function reshaped(
  given: Aside,
  { kind, level, runs }: ParagraphState,
  { amendment, wording }: Extract<Touch, { type: 'words' }>,
): readonly string[] {
  if (wording === null) return [];
  if (wording.kind === kind && wording.level === level) {
    const isSeen = JSON.stringify(trimmed(wording.runs)) !== JSON.stringify(trimmed(runs));
    return isSeen ? [] : [`Other white space at the ends of the paragraph${by(given, amendment)}.`];
  }
  const depth = wording.level === 0 ? '' : `, at level ${wording.level + 1} of the outline`;
  return [`To stand as ${kindNames[wording.kind]}${depth}${by(given, amendment)}.`];
}

/** At the first of several paragraphs that one amendment is about: they are accepted or not together. */
function together(given: Aside, id: ParagraphId, amendment: AmendmentState): readonly string[] {
  const { scope, paragraphs } = latest(amendment);
  if (scope.type !== 'replace' && scope.type !== 'delete') return [];
  const added = paragraphs.filter((one) => one.id === null).length;
  if (scope.paragraphs[0] !== id || scope.paragraphs.length + added < 2) return [];
  const named = scope.paragraphs.map((one) => paragraphName(given.document, one));
  const all = added === 0 ? named : [...named, added === 1 ? 'one new paragraph' : `${added} new paragraphs`];
  return [`One proposal for ${all.slice(0, -1).join(', ')} and ${all.at(-1)}${by(given, amendment)}.`];
}

/** ` – amendment 4, FJI, CHL; USA oppose`; names only where the form has them. */
function by({ names, form, positions }: Aside, amendment: AmendmentState): string {
  const held = positions ? positionsOn(amendment.positions, latest(amendment).hash) : [];
  const said = saidBy(
    amendment.sponsors.map((id) => names.of(id)),
    held.map(([id, { position }]) => ({ name: names.of(id), position })),
    form,
  );
  return ` – amendment ${amendment.number}${said === '' ? '' : `, ${said}`}`;
}
