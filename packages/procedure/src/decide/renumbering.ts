import { ok, present, type Sha256 } from '@chapeau/base';
import {
  findReferences,
  type MechanicalRewording,
  type NumberIndex,
  type NumberingRule,
  numberIndex,
  plainText,
  type ReferenceChange,
  renumber,
  type Wording,
} from '@chapeau/text';
import type { ProposedParagraph } from '../amendment.ts';
import type { Credit } from '../credit.ts';
import type { Event, MechanicalRewordingStep } from '../event.ts';
import { evolve } from '../evolve.ts';
import { textHash } from '../hashes.ts';
import type { DelegationId } from '../ids.ts';
import { refuse } from '../refusal.ts';
import { latest, liveAmendments, numberingOf, paragraphIn, paragraphsInText, positionsOn } from '../select.ts';
import type { ConferenceState, DocumentState, HeldPosition, Table } from '../state.ts';
import { applyRenumbering } from '../textRenumbered.ts';
import { carriedOver } from './acceptance.ts';
import { documentIn, wordsHaveChanged } from './document.ts';
import type { Case, Decision } from './given.ts';

type Renumbered = Extract<Event, { type: 'text-renumbered' }>;

/** [N1]–[N5] The secretariat gives the text new numbers; references in the words follow, and amendments are carried over. */
export function renumberText({ state, act, given }: Case<'renumber'>): Decision {
  const found = documentIn(state, act.document, 'negotiation');
  if (!found.ok) return found;
  const document = found.value;
  if (textHash(document) !== act.textHash) return wordsHaveChanged('The text', { what: 'text' });
  const renumbered = renumbering(state, document);
  if (renumbered.rewordings.length === 0 && renumbered.concordance.every(({ from, to }) => from === to)) {
    return refuse(
      'N2',
      'numbered-already',
      'Every number and every reference is already as the rule of the conference has it: there is nothing to renumber.',
    );
  }
  const after = evolve(state, { seq: state.seq + 1, at: given.now, event: renumbered });
  const changed = present(after.documents.get(document.id), 'the document');
  const carried = carriedOver(changed, 'numbers').map((event) => withPositions(changed, event));
  const end = carried.reduce((next, event) => evolve(next, { seq: next.seq + 1, at: given.now, event }), after);
  const misled = misledNumbers(document, present(end.documents.get(document.id), 'the document'), renumbered.rule);
  return ok([{ ...renumbered, misled }, ...carried]);
}

function renumbering(state: ConferenceState, document: DocumentState): Renumbered {
  const rule = numberingOf(state);
  const { concordance, rewordings, left } = renumber(paragraphsInText(document), rule);
  const event = {
    type: 'text-renumbered',
    document: document.id,
    rule,
    concordance,
    rewordings: rewordings.map((rewording) => recorded(document, rewording)),
    left,
    misled: [],
  } as const;
  return { ...event, hash: textHash(applyRenumbering(document, event, state.seq + 1)) };
}

/** [N3] [N4] */
function recorded(document: DocumentState, { paragraph, runs, changes }: MechanicalRewording): MechanicalRewordingStep {
  const { kind, level, hash, credits, positions } = paragraphIn(document, paragraph);
  const wording: Wording = { kind, level, runs };
  return {
    paragraph,
    was: hash,
    wording,
    credits: changes.reduceRight(inherited, credits),
    changes,
    positions: holders(positions, hash),
  };
}

function holders(positions: Table<DelegationId, HeldPosition>, hash: Sha256): readonly DelegationId[] {
  return positionsOn(positions, hash).map(([delegation]) => delegation);
}

/** A new number is whose the old one was: the secretariat moves it, and proposes nothing. */
function inherited(credits: readonly Credit[], { from, to, is }: ReferenceChange): readonly Credit[] {
  const next: Credit[] = [];
  let at = 0;
  for (const { length, by, entry } of credits) {
    const overlap = Math.max(0, Math.min(to, at + length) - Math.max(from, at));
    // The stretch that holds the number's first character takes all of the new one.
    const grown = length - overlap + (from >= at && from < at + length ? is.length : 0);
    if (grown > 0) next.push({ length: grown, by, entry });
    at += length;
  }
  return next;
}

/** [N5] What renumbering alone changed of an amendment leaves the positions on it as they are. */
function withPositions(document: DocumentState, event: Event): Event {
  if (event.type !== 'amendment-carried') return event;
  const amendment = present(document.amendments.get(event.amendment), `amendment ${event.amendment}`);
  // One in conflict was made on other words: what it becomes is more than a change of numbers.
  if (amendment.status !== 'tabled') return event;
  return { ...event, positions: holders(amendment.positions, latest(amendment).hash) };
}

/** [N6] Numbers in the words of live amendments that named one paragraph before and do not now. */
function misledNumbers(before: DocumentState, after: DocumentState, { language }: NumberingRule): Renumbered['misled'] {
  const [was, is] = [numberIndex(paragraphsInText(before)), numberIndex(paragraphsInText(after))];
  return liveAmendments(after).flatMap((amendment) => {
    const old = latest(present(before.amendments.get(amendment.id), `amendment ${amendment.id}`)).paragraphs;
    return latest(amendment).paragraphs.flatMap((paragraph, proposed) => {
      const named = numbersIn(old[proposed] ?? paragraph, was, language);
      return numbersIn(paragraph, is, language).flatMap(({ from, to, resolution }, at) => {
        const meant = named[at]?.resolution;
        if (meant?.type !== 'paragraph') return [];
        if (resolution.type === 'paragraph' && resolution.paragraph === meant.paragraph) return [];
        return [{ amendment: amendment.id, proposed, from, to, named: meant.paragraph }];
      });
    });
  });
}

function numbersIn(paragraph: ProposedParagraph, index: NumberIndex, language: NumberingRule['language']) {
  return findReferences(plainText(paragraph), index, language, paragraph.id).flatMap(({ numbers }) => numbers);
}
