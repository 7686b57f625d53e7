import type { DelegationId, EnteredProposal, IntroduceCompilation, ParagraphState, Touch } from '@chapeau/procedure';
import type { PartyTable } from '@chapeau/redline/brackets';
import type { Run } from '@chapeau/text';
import { compilationEntry } from './compilationEntry.ts';
import { delegationNamed, partiesNamed } from './compilationParties.ts';
import { proposedByParagraph } from './compilationPreview.ts';
import { readCompilation } from './readCompilation.ts';
import { trimmed } from './trimmed.ts';
import type { LinesOf } from './writeCompilationPlaces.ts';
import type { WrittenSpan } from './writeCompilationSpans.ts';

/** What is proposed for one paragraph, or behind it: whose each wording is, by what the wording says. Formatting counts, underline aside. */
export interface SaidAt {
  readonly label: string;
  readonly words: string;
  readonly proposals: ReadonlyMap<string, ReadonlySet<DelegationId>>;
  readonly insertions: ReadonlyMap<string, ReadonlySet<DelegationId>>;
}

/** What a place of a document in negotiation says: a paragraph, or the head of the text (null). */
export function saidAt(paragraph: ParagraphState | null, touches: readonly Touch[]): SaidAt {
  const proposals = new Voices();
  const insertions = new Voices();
  for (const touch of touches) {
    if (touch.amendment.status !== 'tabled') continue;
    const { sponsors } = touch.amendment;
    if (touch.type === 'insertion') for (const { runs } of touch.paragraphs) insertions.add(runs, sponsors);
    if (touch.type === 'words') proposals.add(touch.wording?.runs ?? null, sponsors);
  }
  const words = wordsOf(paragraph?.runs ?? []);
  // What says the same words differs in something that no bracket shows.
  proposals.of.delete(words);
  return { label: paragraph?.label ?? '', words, proposals: proposals.of, insertions: insertions.of };
}

/** The act as which a written compilation would enter. Names mean who is accredited, beyond doubt or not at all. */
export function readAgain(markdown: string, { state, document }: LinesOf, parties: PartyTable): IntroduceCompilation {
  const reading = readCompilation(markdown, 'markdown', parties);
  const present = [...state.participants.values()];
  const meant = new Map(
    partiesNamed(reading).map(
      (party) => [party.key, [delegationNamed(party, present)].flatMap((id) => id ?? [])] as const,
    ),
  );
  return compilationEntry(reading, { document: document.id, revision: 0, parties: meant }).act;
}

/** What is read at each paragraph, the head of the text first, but for proposals that were `found` already. */
export function saidBack(
  { atHead, paragraphs }: IntroduceCompilation,
  found: ReadonlySet<EnteredProposal>,
): readonly SaidAt[] {
  const head = new Voices();
  for (const proposal of atHead)
    if (!found.has(proposal)) for (const { runs } of proposal.paragraphs) head.add(runs, proposal.sponsors);
  const here = proposedByParagraph(
    paragraphs.map((one) => ({ ...one, proposals: one.proposals.filter((proposal) => !found.has(proposal)) })),
  );
  return [
    { label: '', words: '', proposals: new Voices().of, insertions: head.of },
    ...paragraphs.map(({ label, runs }, index) => {
      const [proposals, insertions] = [new Voices(), new Voices()];
      for (const { proposal, wording } of here[index]?.words ?? [])
        proposals.add(wording?.runs ?? null, proposal.sponsors);
      for (const { proposal, paragraphs: more } of here[index]?.behind ?? [])
        for (const one of more) insertions.add(one.runs, proposal.sponsors);
      return { label, words: wordsOf(runs), proposals: proposals.of, insertions: insertions.of };
    }),
  ];
}

/**
 * The proposal that says in one what a span does, of the paragraphs from `first` on, which count from 1: the same words, in order, in
 * place of the same paragraphs, by the same delegations. Which of several new wordings rewords which paragraph is told by likeness.
 */
export function proposalLike(
  { type, from, to, says, amendments }: WrittenSpan,
  { atHead, paragraphs }: IntroduceCompilation,
  first: number,
): EnteredProposal | undefined {
  const words = says.map(({ runs }) => wordsOf(runs)).join('\n');
  const sponsors = new Set(amendments.flatMap((amendment) => amendment.sponsors));
  const isLike = (proposal: EnteredProposal): boolean => {
    if (proposal.type === 'deletion' || proposal.type === 'rewording') return false;
    const isSamePlace =
      proposal.type === 'insertion' ? type === 'insertion' : type !== 'insertion' && proposal.span === to - from + 1;
    return (
      isSamePlace &&
      proposal.sponsors.length === sponsors.size &&
      proposal.sponsors.every((id) => sponsors.has(id)) &&
      proposal.paragraphs.map(({ runs }) => wordsOf(runs)).join('\n') === words
    );
  };
  return (first === 0 ? atHead : (paragraphs[first - 1]?.proposals ?? [])).find(isLike);
}

/** Whether the same wordings are proposed by the same delegations. */
export function saysTheSame(
  one: ReadonlyMap<string, ReadonlySet<DelegationId>>,
  other: ReadonlyMap<string, ReadonlySet<DelegationId>>,
): boolean {
  return (
    one.size === other.size &&
    [...one].every(([words, who]) => {
      const same = other.get(words);
      return same !== undefined && same.size === who.size && [...who].every((id) => same.has(id));
    })
  );
}

class Voices {
  readonly of = new Map<string, Set<DelegationId>>();

  add(runs: readonly Run[] | null, sponsors: readonly DelegationId[]): void {
    const words = runs === null ? '' : wordsOf(runs);
    const known = this.of.get(words);
    if (known === undefined) this.of.set(words, new Set(sponsors));
    else for (const id of sponsors) known.add(id);
  }
}

/** Words with their formatting, as a key. White space has none, and none stands at the ends. */
function wordsOf(runs: readonly Run[]): string {
  const dressed = runs.flatMap(({ text, marks }) =>
    text.split(/(\s+)/).map((part) => ({
      text: part,
      marks: part.trim() === '' ? [] : marks.filter((mark) => mark !== 'underline'),
    })),
  );
  const own = trimmed(dressed);
  return own.length === 0 ? '' : JSON.stringify(own);
}
