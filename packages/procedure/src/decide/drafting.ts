import { assert, ok } from '@chapeau/base';
import {
  characterFault,
  labelsOnEntry,
  type NumberingRule,
  numberText,
  type ParagraphId,
  paragraphIdSchema,
  plainText,
  type Wording,
  wording,
} from '@chapeau/text';
import type { EnteredParagraph } from '../act.ts';
import type { ProposedParagraph } from '../amendment.ts';
import type { Credit } from '../credit.ts';
import type { PlacedParagraph } from '../event.ts';
import { roomHash, textHash } from '../hashes.ts';
import { roomIdSchema } from '../ids.ts';
import { newLabel } from '../newLabel.ts';
import { refuse } from '../refusal.ts';
import { accredited, numberingOf, paragraphIn, paragraphsInText } from '../select.ts';
import type { ConferenceState, DocumentState } from '../state.ts';
import { placed } from '../textSteps.ts';
import { documentIn, wordsHaveChanged } from './document.ts';
import type { Case, Decision, Given, TypedParagraph } from './given.ts';
import { nameOf } from './naming.ts';

/** [D1] [D2] The zero draft enters; it may be entered again until the chair opens it. */
export function introduceDraft({ state, act, given }: Case<'introduce-draft'>): Decision {
  const found = documentIn(state, act.document, 'empty', 'drafting');
  if (!found.ok) return found;
  const open = draftIsOpen(found.value);
  if (open !== null) return open;
  const faulty = wordsForbidden('D1', act.paragraphs);
  if (faulty !== null) return faulty;
  return ok([{ type: 'draft-introduced', document: act.document, paragraphs: entered(state, act.paragraphs, given) }]);
}

/** [D2] */
export function draftIsOpen({ drafting }: DocumentState): ReturnType<typeof refuse> | null {
  if (drafting === null) return null;
  return refuse(
    'D2',
    'drafting-open',
    'The draft is open for co-drafting: a new one would discard what delegations wrote. Change the words in the draft itself.',
  );
}

/** [D1] Each paragraph has words, and neither they nor its label hold a character that a text may not. */
export function wordsForbidden(
  rule: 'D1' | 'K2',
  paragraphs: readonly (Pick<Wording, 'runs'> & { readonly label?: string })[],
  where: (index: number) => number = (index) => index + 1,
): ReturnType<typeof refuse> | null {
  for (const [index, paragraph] of paragraphs.entries()) {
    const text = plainText(paragraph);
    const fault = characterFault(text) ?? characterFault(paragraph.label ?? '');
    const number = where(index);
    if (text.trim() === '')
      return refuse(rule, 'empty-paragraph', `Paragraph ${number} has no words: remove it.`, { paragraph: number });
    if (fault !== null) {
      const codePoint = `U+${fault.codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
      return refuse(
        rule,
        'forbidden-character',
        `Paragraph ${number} holds the character ${codePoint} at ${fault.at + 1}: remove it.`,
        { paragraph: number, at: fault.at + 1, codePoint },
      );
    }
  }
  return null;
}

/** Paragraphs as they enter: numbered, with identities, their words credited to nobody. */
export function entered(
  state: ConferenceState,
  paragraphs: readonly EnteredParagraph[],
  given: Given,
): readonly PlacedParagraph[] {
  const entry = state.seq + 1;
  const labels = labelsOnEntry(paragraphs, numberingOf(state));
  return paragraphs.map((paragraph, index) => {
    const words = wording(paragraph.kind, paragraph.level, paragraph.runs);
    return { id: freshParagraph(given), label: labels[index] ?? '', ...words, credits: credited(words, [], entry) };
  });
}

/** A new paragraph's id. */
export function freshParagraph(given: Given): ParagraphId {
  return paragraphIdSchema.parse(given.newId());
}

function credited(words: Pick<Wording, 'runs'>, by: Credit['by'], entry: number): readonly Credit[] {
  const length = plainText(words).length;
  return length === 0 ? [] : [{ length, by, entry }];
}

/** [D3] The chair gives the pen to all delegations or to some. */
export function openDrafting({ state, act, given }: Case<'open-drafting'>): Decision {
  const found = documentIn(state, act.document, 'drafting');
  if (!found.ok) return found;
  const everyone = accredited(state).map(({ id }) => id);
  const writers = act.writers === 'all' ? everyone : act.writers;
  const stranger = writers.find((id) => !everyone.includes(id));
  if (stranger !== undefined) {
    const name = nameOf(state, stranger);
    return refuse(
      'D3',
      'not-accredited',
      `${name} is not accredited to this conference. Leave it out, or ask the secretariat to accredit it.`,
      { delegation: stranger, name },
    );
  }
  const room = found.value.drafting?.room ?? roomIdSchema.parse(given.newId());
  return ok([
    {
      type: 'drafting-opened',
      document: act.document,
      room,
      all: act.writers === 'all',
      writers: [...new Set(writers)],
    },
  ]);
}

/** [D4] [D5] The chair tables the text: Rev.0. */
export function tableText({ state, act, given }: Case<'table-text'>): Decision {
  const found = documentIn(state, act.document, 'drafting');
  if (!found.ok) return found;
  const document = found.value;
  const reading = given.room?.type === 'drafting' ? given.room.paragraphs : null;
  assert(document.drafting === null || reading !== null, 'the drafting room was not read');
  const typed = identified(document, reading ?? asIntroduced(document));
  if (act.hash !== roomHash(reading ?? asIntroduced(document))) return wordsHaveChanged('The draft', { what: 'draft' });
  if (typed.length === 0) return refuse('D5', 'no-words', 'There are no words to table. Write the text first.');
  const paragraphs = tabled(state, document, typed, given);
  const hash = textHash({ ...document, ...placed(paragraphs) });
  return ok([{ type: 'text-tabled', document: document.id, revision: 0, paragraphs, hash }]);
}

/** The paragraphs with words. Of several that carry one id the first stands for that paragraph; the others, and strangers, are new. */
function identified(document: DocumentState, typed: readonly TypedParagraph[]): readonly TypedParagraph[] {
  const taken = new Set<ParagraphId>();
  return typed
    .filter((paragraph) => plainText(paragraph).trim() !== '')
    .map((paragraph) => {
      const { id } = paragraph;
      if (id === null || taken.has(id) || !document.paragraphs.has(id)) return { ...paragraph, id: null };
      taken.add(id);
      return paragraph;
    });
}

function asIntroduced(document: DocumentState): readonly TypedParagraph[] {
  return paragraphsInText(document).map(({ id, kind, level, runs, credits }) => ({
    ...{ id, kind, level, runs },
    typed: credits.map(({ length }) => ({ length, by: null })),
  }));
}

function tabled(
  state: ConferenceState,
  document: DocumentState,
  typed: readonly TypedParagraph[],
  given: Given,
): readonly PlacedParagraph[] {
  const entry = state.seq + 1;
  const labels = tabledLabels(document, typed, numberingOf(state));
  const introducedIn = paragraphsInText(document)[0]?.credits[0]?.entry ?? entry;
  return typed.map((paragraph, index) => ({
    id: paragraph.id ?? freshParagraph(given),
    label: labels[index] ?? '',
    ...wording(paragraph.kind, paragraph.level, paragraph.runs),
    credits: joined(paragraph).map(({ length, by }) =>
      by === null ? { length, by: [], entry: introducedIn } : { length, by: [by], entry },
    ),
  }));
}

/** Who typed what, without empty stretches and with neighbours of one author joined. Throws where it does not measure the words. */
function joined({ runs, typed }: TypedParagraph): TypedParagraph['typed'] {
  const spans: TypedParagraph['typed'][number][] = [];
  for (const { length, by } of typed) {
    const last = spans.at(-1);
    if (last?.by === by) spans[spans.length - 1] = { length: last.length + length, by };
    else if (length > 0) spans.push({ length, by });
  }
  const measured = spans.reduce((sum, { length }) => sum + length, 0);
  assert(measured === plainText({ runs }).length, `authors of ${measured} of the characters of a paragraph`);
  return spans;
}

/** A draft that was numbered without gaps is numbered anew; one with labels of its own keeps them, and new paragraphs come in between. */
function tabledLabels(
  document: DocumentState,
  typed: readonly ProposedParagraph[],
  rule: NumberingRule,
): readonly string[] {
  const before = paragraphsInText(document);
  const unnumbered = before.map(withoutNumber);
  const regular = numberText(unnumbered, rule).every((label, index) => label === before[index]?.label);
  if (regular) {
    return numberText(
      typed.map((paragraph) => withoutNumber({ ...paragraph, label: labelOf(document, paragraph) })),
      rule,
    );
  }
  const text = typed.map((paragraph) => ({ ...paragraph, label: labelOf(document, paragraph) }));
  for (const [index, paragraph] of text.entries())
    if (paragraph.id === null) text[index] = { ...paragraph, label: newLabel(text, index, paragraph, rule) };
  return text.map(({ label }) => label);
}

function labelOf(document: DocumentState, { id }: ProposedParagraph): string {
  return id === null ? '' : paragraphIn(document, id).label;
}

function withoutNumber<P extends { readonly kind: string; readonly label: string }>(paragraph: P): P {
  return paragraph.kind === 'preambular' || paragraph.kind === 'operative' ? { ...paragraph, label: '' } : paragraph;
}
