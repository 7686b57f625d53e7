import { hashOf, present } from '@chapeau/base';
import { type ParagraphId, plainText, type Wording, wording, wordingHash } from '@chapeau/text';
import fc from 'fast-check';
import {
  type Act,
  type Actor,
  type AmendmentReading,
  type AmendmentState,
  isCurrent,
  latest,
  liveAmendments,
  paragraphIn,
  partsOf,
  type ProposedParagraph,
  proposalOn,
  type RoomReading,
  type Scope,
} from '../src/index.ts';
import { Conference, chair, chile, delegation, fiji, indonesia, secretariat, tableAct } from './conference.ts';

/** A stream of choices made of plain numbers: what is tried is read off them, whatever the rules then say of it. */
export class Choices {
  private at = 0;
  private readonly numbers: readonly number[];

  constructor(numbers: readonly number[]) {
    this.numbers = numbers;
  }

  below(limit: number): number {
    this.at += 1;
    return (this.numbers[(this.at - 1) % Math.max(1, this.numbers.length)] ?? 0) % Math.max(1, limit);
  }

  of<T>(list: readonly T[]): T {
    return present(list[this.below(list.length)], 'a choice');
  }
}

/** The numbers of one {@link Choices}. */
export const choices = fc.array(fc.nat(996), { minLength: 8, maxLength: 24 });

export const heads = [indonesia, fiji, chile] as const;
const everyone: readonly Actor[] = [
  ...heads,
  chair,
  secretariat,
  { ...fiji, role: 'delegate' },
  { ...chile, role: 'observer' },
];

/** A text of six paragraphs on the table. */
export function onTheTable(): Conference {
  return new Conference().tabled(
    'PP Recalling one and two and three,',
    'Have agreed as follows:',
    'OP Share good practices in every region;',
    '  OP each year and with all;',
    'OP Meet once a year in turn;',
    'OP Report on progress to all.',
  );
}

function stretch(conference: Conference, choose: Choices): readonly ParagraphId[] {
  const { order } = conference.document;
  const from = choose.below(order.length);
  return order.slice(from, from + 1 + choose.below(3));
}

function reworded(before: Wording, choose: Choices): Wording {
  const words = plainText(before).split(' ');
  words.splice(
    choose.below(words.length + 1),
    choose.below(3),
    ...(choose.below(3) === 0 ? [] : [`w${choose.below(9)}`]),
  );
  const kind = choose.below(12) === 0 ? 'plain' : before.kind;
  return wording(kind, before.level, words.join(' '));
}

function proposedFor(
  conference: Conference,
  ids: readonly ParagraphId[],
  choose: Choices,
): readonly ProposedParagraph[] {
  const paragraphs = ids.flatMap((id): readonly ProposedParagraph[] => {
    const before = paragraphIn(conference.document, id);
    const { kind, level, runs } = choose.below(3) === 0 ? before : reworded(before, choose);
    const fresh: ProposedParagraph = { id: null, ...wording('operative', 0, `New ${choose.below(5)};`) };
    switch (choose.below(6)) {
      case 0:
        return [];
      case 1:
        return [{ id, kind, level, runs }, fresh];
      case 2:
        return [fresh, { id, kind, level, runs }];
      default:
        return [{ id, kind, level, runs }];
    }
  });
  return choose.below(4) === 0 ? paragraphs.toReversed() : paragraphs;
}

/** Something that a delegation may want of the text as it stands. */
export function proposalOf(conference: Conference, choose: Choices): Pick<AmendmentReading, 'scope' | 'paragraphs'> {
  const ids = stretch(conference, choose);
  const after = choose.below(6) === 0 ? null : choose.of(conference.document.order);
  const fresh = { id: null, ...wording('operative', 0, `New ${choose.below(5)};`) };
  switch (choose.below(6)) {
    case 0:
      return { scope: { type: 'insert', after }, paragraphs: [fresh] };
    case 1:
      return { scope: { type: 'delete', paragraphs: ids }, paragraphs: [] };
    case 2:
      return { scope: { type: 'move', paragraphs: ids, after }, paragraphs: [] };
    default:
      return { scope: { type: 'replace', paragraphs: ids }, paragraphs: proposedFor(conference, ids, choose) };
  }
}

export function readingOf(
  conference: Conference,
  { scope, paragraphs }: { readonly scope: Scope; readonly paragraphs: readonly ProposedParagraph[] },
  sponsors: readonly Actor[],
): AmendmentReading {
  const { base } = proposalOn(conference.document, scope, paragraphs);
  return {
    type: 'amendment',
    document: conference.document.id,
    amendment: null,
    ...{ scope, base, paragraphs },
    sponsors: sponsors.map((sponsor) => present(sponsor.delegation, 'delegation')),
    tags: { kind: 'substantive', sectors: [] },
    rationale: '',
  };
}

/** What somebody tries: who, what, and the room that it freezes. */
export type Attempt = readonly [Actor, Act, RoomReading | null];

export function acceptanceOf(conference: Conference, amendment: AmendmentState): Attempt {
  const { hash } = latest(amendment);
  return [chair, { type: 'accept-amendment', document: conference.document.id, amendment: amendment.id, hash }, null];
}

/** The chair accepts some of an amendment's hunks. */
function partOf(conference: Conference, amendment: AmendmentState, choose: Choices): Attempt {
  const { document } = conference;
  const version = latest(amendment);
  const parts = isCurrent(document, version) ? partsOf(document, version) : [];
  const hunks = parts
    .map(({ paragraph, hunks }) => ({
      paragraph,
      hunks: hunks.map(({ id }) => id).filter(() => choose.below(2) === 0),
    }))
    .filter((part) => part.hunks.length > 0);
  const act = { type: 'accept-hunks', document: document.id, amendment: amendment.id, hash: version.hash } as const;
  return [chair, { ...act, hunks: hunks.length > 0 ? hunks : [{ paragraph: null, hunks: ['new-0'] }] }, null];
}

/** Any act of anyone, at times with another person's or on other words than those in force. */
export function attemptOf(conference: Conference, choose: Choices): Attempt {
  const [by, act, room] = soundAttempt(conference, choose);
  return choose.below(10) === 0 ? [choose.of(everyone), act, room] : [by, act, room];
}

/** Over sixty lines because it is one table of what may be tried. */
function soundAttempt(conference: Conference, choose: Choices): Attempt {
  const { document, textHash } = conference;
  const head = choose.of(heads);
  const stale = choose.below(12) === 0;
  const all = [...document.amendments.values()];
  const live = liveAmendments(document);
  const amendment = choose.below(6) === 0 ? all[choose.below(all.length)] : live[choose.below(live.length)];
  const paragraph = document.order[choose.below(document.order.length)];
  const inDocument = { document: document.id };
  const onText = { ...inDocument, textHash: stale ? hashOf('other') : textHash };
  const what = choose.below(22);
  if (what < 8 && document.order.length > 0) {
    const sponsors = [head, ...heads.filter((other) => other !== head && choose.below(3) === 0)];
    const reading = readingOf(conference, proposalOf(conference, choose), sponsors);
    const again = amendment !== undefined && choose.below(4) === 0 ? { ...reading, amendment: amendment.id } : reading;
    return [head, tableAct(again), again];
  }
  if (what < 11 && amendment !== undefined)
    return what < 10 ? acceptanceOf(conference, amendment) : partOf(conference, amendment, choose);
  if (what < 14 && amendment !== undefined) {
    const subject = { ...inDocument, amendment: amendment.id };
    const hash = stale ? hashOf('other') : latest(amendment).hash;
    const on = { type: 'amendment', amendment: amendment.id, hash } as const;
    return choose.of<Attempt>([
      [head, { type: 'withdraw-amendment', ...subject }, null],
      [head, { type: 'withdraw-sponsorship', ...subject }, null],
      [chair, { type: 'not-retain-amendment', ...subject, hash, reason: 'x' }, null],
      [head, { type: 'take-position', ...inDocument, on, position: 'flexible', statement: '' }, null],
    ]);
  }
  if (what < 18 && paragraph !== undefined) {
    const { hash } = paragraphIn(document, paragraph);
    const named = { paragraph, hash: stale ? hashOf('other') : hash };
    const position = choose.of(['support', 'object', 'flexible'] as const);
    const level = choose.of(['ad-ref', 'agreed'] as const);
    return choose.of<Attempt>([
      [
        head,
        { type: 'take-position', ...inDocument, on: { type: 'paragraph', ...named }, position, statement: '' },
        null,
      ],
      [chair, { type: 'declare-agreed', ...inDocument, level, paragraphs: [named] }, null],
      [chair, { type: 'reopen-paragraph', ...inDocument, paragraph, reason: 'x' }, null],
    ]);
  }
  const type = choose.of(['joins', 'objects', 'dissociates'] as const);
  const stance = { type, reservations: [], dissociations: [], explanation: '' };
  const other = delegation(choose.of(['idn', 'fji', 'chl', 'nzl']));
  const participant = { id: other, name: other, officialName: other, kind: 'state', code: null } as const;
  const words = { label: '', ...wording('operative', 0, 'Something else.') };
  return choose.of<Attempt>([
    [secretariat, { type: 'withdraw-accreditation', delegation: other }, null],
    [secretariat, { type: 'accredit', participants: [participant] }, null],
    [secretariat, { type: 'accredit', participants: [participant] }, null],
    [secretariat, { type: 'introduce-draft', ...inDocument, paragraphs: [words] }, null],
    [chair, { type: 'open-drafting', ...inDocument, writers: 'all' }, null],
    [chair, { type: 'table-text', ...inDocument, hash: wordingHash(words) }, { type: 'drafting', paragraphs: [] }],
    [chair, { type: 'open-adoption', ...onText }, null],
    [chair, { type: 'return-to-negotiation', ...inDocument, reason: 'x' }, null],
    [head, { type: 'state-stance', ...onText, stance }, null],
    [head, { type: 'explain-position', ...inDocument, explanation: 'x' }, null],
    [chair, { type: 'gavel', ...onText }, null],
  ]);
}

/** Does what is allowed; whether it was. */
export function tries(conference: Conference, [by, act, room]: Attempt): boolean {
  if (!conference.attempts(by, act, room).ok) return false;
  conference.does(by, act, room);
  return true;
}
