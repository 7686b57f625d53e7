import { assertNever, ok, present } from '@chapeau/base';
import { type ParagraphId, type Wording, wording, wordingHash } from '@chapeau/text';
import { changesNothing, proposalOn } from '../carry.ts';
import {
  type CompiledParagraph,
  type EnteredInsertion,
  type EnteredPosition,
  type EnteredProposal,
  type EnteredReplacement,
  type IntroduceCompilation,
  spanOf,
  widestCompilation,
} from '../compilationAct.ts';
import type { Event, Proposal } from '../event.ts';
import { textHash } from '../hashes.ts';
import { amendmentIdSchema, type DelegationId } from '../ids.ts';
import { isBracketed } from '../outlook.ts';
import { refuse } from '../refusal.ts';
import { paragraphIn, paragraphsInText } from '../select.ts';
import type { ConferenceState, DocumentState, ParagraphState } from '../state.ts';
import { placed } from '../textSteps.ts';
import { documentIn } from './document.ts';
import { draftIsOpen, entered, wordsForbidden } from './drafting.ts';
import type { Case, Decision, Given } from './given.ts';
import { named, nameOf, paragraphDetails } from './naming.ts';

type Refused = ReturnType<typeof refuse>;

/** [K1]–[K8] A text under negotiation elsewhere is tabled with its proposals, their names and positions, as the conference goes on with it. */
export function introduceCompilation({ state, act, given }: Case<'introduce-compilation'>): Decision {
  const found = documentIn(state, act.document, 'empty', 'drafting');
  if (!found.ok) return found;
  const forbidden =
    draftIsOpen(found.value) ?? tooLarge(act) ?? wordless(act) ?? namesForbidden(state, act) ?? misplaced(act);
  if (forbidden !== null) return forbidden;
  const paragraphs = entered(state, act.paragraphs, given);
  const document: DocumentState = { ...found.value, ...placed(paragraphs) };
  const standing = paragraphsInText(document);
  const events = new Events(document, given);
  const questioned = spanned(act);
  for (const insertion of act.atHead) events.atHead(insertion);
  for (const [index, paragraph] of act.paragraphs.entries()) {
    const at = standing[index];
    if (at === undefined) continue;
    const refused = disputed(state, paragraph, at, questioned.has(index)) ?? events.enter(paragraph, index);
    if (refused !== null) return refused;
  }
  const { revision } = act;
  const hash = textHash(document);
  return ok([
    { type: 'text-tabled', document: document.id, revision, paragraphs, hash },
    ...events.taken,
    ...agreements(document, act, standing),
  ]);
}

/** The amendments and positions of a compilation, in the order of the text. */
class Events {
  readonly taken: Event[] = [];
  private amendments = 0;
  private readonly document: DocumentState;
  private readonly given: Given;

  constructor(document: DocumentState, given: Given) {
    this.document = document;
    this.given = given;
  }

  /** [K4] All that is said of one paragraph; what forbids it where one of its proposals changes nothing. */
  enter({ proposals, positions }: CompiledParagraph, index: number): Refused | null {
    const { document } = this;
    const at = paragraphIn(document, present(document.order[index], 'a place in the text'));
    for (const held of positions) this.position(held, { type: 'paragraph', paragraph: at.id, hash: wordingHash(at) });
    for (const proposal of proposals) {
      const ids = document.order.slice(index, index + Math.max(1, spanOf(proposal)));
      const made = this.proposal(proposal, ids);
      if (changesNothing(document, made)) return saysTheSame(at);
      this.table(proposal, made);
    }
    return null;
  }

  atHead(entry: EnteredInsertion): void {
    this.table(entry, this.proposal(entry, []));
  }

  private table(entry: EnteredProposal, proposal: Proposal): void {
    const amendment = amendmentIdSchema.parse(this.given.newId());
    this.amendments += 1;
    this.taken.push({
      type: 'amendment-tabled',
      document: this.document.id,
      amendment,
      number: this.amendments,
      version: 1,
      proposal,
      sponsors: entry.sponsors,
      tags: { kind: 'substantive', sectors: [] },
      rationale: '',
    });
    for (const held of entry.positions) this.position(held, { type: 'amendment', amendment, hash: proposal.hash });
  }

  /** `ids` are the paragraphs that it is about, or the one that it stands behind; none at the head. */
  private proposal(entry: EnteredProposal, ids: readonly ParagraphId[]): Proposal {
    const [at = null] = ids;
    switch (entry.type) {
      case 'rewording':
        return proposalOn(this.document, { type: 'replace', paragraphs: ids }, [{ id: at, ...clean(entry.wording) }]);
      case 'deletion':
        return proposalOn(this.document, { type: 'delete', paragraphs: ids }, []);
      case 'insertion': {
        const paragraphs = entry.paragraphs.map((paragraph) => ({ id: null, ...clean(paragraph) }));
        return proposalOn(this.document, { type: 'insert', after: at }, paragraphs);
      }
      case 'replacement': {
        const paragraphs = entry.paragraphs.map(({ rewords, ...words }) => ({
          id: rewords === null ? null : present(ids[rewords], 'a paragraph of the span'),
          ...clean(words),
        }));
        const type = paragraphs.length === 0 ? 'delete' : 'replace';
        return proposalOn(this.document, { type, paragraphs: ids }, paragraphs);
      }
      default:
        return assertNever(entry);
    }
  }

  private position(held: EnteredPosition, on: Extract<Event, { type: 'position-taken' }>['on']): void {
    this.taken.push({ type: 'position-taken', document: this.document.id, on, ...held });
  }
}

/** In normal form. */
function clean({ kind, level, runs }: Wording): Wording {
  return wording(kind, level, runs);
}

/** [K6] */
function agreements(
  { id }: DocumentState,
  act: IntroduceCompilation,
  standing: readonly ParagraphState[],
): readonly Event[] {
  return (['ad-ref', 'agreed'] as const).flatMap((level): readonly Event[] => {
    const agreed = standing.filter((_, index) => act.paragraphs[index]?.status === level);
    const paragraphs = agreed.map(({ id: paragraph, hash }) => ({ paragraph, hash }));
    return paragraphs.length === 0 ? [] : [{ type: 'paragraphs-agreed', document: id, level, paragraphs }];
  });
}

/** [K7] */
function tooLarge({ paragraphs, atHead }: IntroduceCompilation): Refused | null {
  const proposals = [...atHead, ...paragraphs.flatMap((paragraph) => paragraph.proposals)];
  const positions = [...paragraphs, ...proposals].reduce((sum, one) => sum + one.positions.length, 0);
  const count = proposals.length + positions;
  if (count <= widestCompilation) return null;
  return refuse(
    'K7',
    'compilation-too-large',
    `A compilation brings at most ${widestCompilation} amendments and positions; this one has ${count}. Enter its parts as documents of their own.`,
    { most: widestCompilation, count },
  );
}

/** [K2] Paragraphs are counted from 1; those proposed have the number of the paragraph that they are proposed at, 0 at the head. */
function wordless({ paragraphs, atHead }: IntroduceCompilation): Refused | null {
  if (paragraphs.length + atHead.length === 0)
    return refuse('K2', 'no-words', 'There are no words to table. Paste a text that has some.');
  const own = wordsForbidden('K2', paragraphs) ?? proposalsWordless(atHead, 0);
  if (own !== null) return own;
  for (const [index, { proposals }] of paragraphs.entries()) {
    const refused = proposalsWordless(proposals, index + 1);
    if (refused !== null) return refused;
  }
  return null;
}

function proposalsWordless(proposals: readonly EnteredProposal[], number: number): Refused | null {
  return wordsForbidden('K2', proposals.flatMap(wordingsOf), () => number);
}

function wordingsOf(proposal: EnteredProposal): readonly Wording[] {
  switch (proposal.type) {
    case 'rewording':
      return [proposal.wording];
    case 'deletion':
      return [];
    case 'insertion':
    case 'replacement':
      return proposal.paragraphs;
    default:
      return assertNever(proposal);
  }
}

/** [K4] A proposal about several paragraphs is about some that stand, and keeps their order. */
function misplaced({ paragraphs }: IntroduceCompilation): Refused | null {
  for (const [index, { proposals }] of paragraphs.entries())
    for (const proposal of proposals) {
      if (proposal.type !== 'replacement') continue;
      const { span } = proposal;
      if (index + span <= paragraphs.length && keepsOrder(proposal)) continue;
      return refuse(
        'K4',
        'outside-text',
        `A proposal at paragraph ${index + 1} is about paragraphs that are not there, or puts them in another order.`,
        { paragraph: index + 1, span },
      );
    }
  return null;
}

function keepsOrder({ span, paragraphs }: EnteredReplacement): boolean {
  const reworded = paragraphs.flatMap(({ rewords }) => rewords ?? []);
  return reworded.every((at, nth) => at < span && at > (reworded[nth - 1] ?? -1));
}

/** The indexes of paragraphs whose words a proposal is about. */
function spanned({ paragraphs }: IntroduceCompilation): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [index, { proposals }] of paragraphs.entries())
    for (const proposal of proposals) for (let at = 0; at < spanOf(proposal); at += 1) found.add(index + at);
  return found;
}

/** [K3] [K5] */
function namesForbidden(state: ConferenceState, { paragraphs, atHead }: IntroduceCompilation): Refused | null {
  const said: readonly (CompiledParagraph | EnteredProposal | EnteredInsertion)[] = [
    ...atHead,
    ...paragraphs.flatMap((paragraph) => [paragraph, ...paragraph.proposals]),
  ];
  for (const one of said) {
    const sponsors = 'sponsors' in one ? one.sponsors : [];
    const refused = eachOnce(state, [...sponsors, ...one.positions.map(({ delegation }) => delegation)]);
    if (refused !== null) return refused;
  }
  return null;
}

function eachOnce(state: ConferenceState, delegations: readonly DelegationId[]): Refused | null {
  const stranger = delegations.find((id) => state.participants.get(id)?.accredited !== true);
  if (stranger !== undefined) {
    const name = nameOf(state, stranger);
    return refuse(
      'K3',
      'not-accredited',
      `${name} is not accredited to this conference. Accredit it first, name another delegation, or leave the name out.`,
      { delegation: stranger, name },
    );
  }
  const twice = delegations.find((id, index) => delegations.indexOf(id) !== index);
  if (twice === undefined) return null;
  const name = nameOf(state, twice);
  return refuse(
    'K5',
    'named-twice',
    `${name} is named twice at one wording. A delegation sponsors it or takes one position on it.`,
    { delegation: twice, name },
  );
}

/** [K6] Agreed are only words that nobody disputes. */
function disputed(
  state: ConferenceState,
  { status, positions }: CompiledParagraph,
  at: ParagraphState,
  isQuestioned: boolean,
): Refused | null {
  if (status === 'open') return null;
  const isDisputed = isQuestioned || isBracketed(at);
  const objector = positions.find(({ position }) => position === 'object')?.delegation;
  if (!isDisputed && objector === undefined) return null;
  const because = objector === undefined ? '' : ` ${nameOf(state, objector)} objects.`;
  return refuse(
    'K6',
    'disputed',
    `${named(at)} cannot enter as agreed while its words are disputed.${because} Enter it as open.`,
    paragraphDetails(at),
  );
}

function saysTheSame(at: ParagraphState): Refused {
  return refuse(
    'K4',
    'changes-nothing',
    `A proposal for ${named(at).replace(/^[TP]/, (letter) => letter.toLowerCase())} says just what its words say. Leave it out.`,
    paragraphDetails(at),
  );
}
