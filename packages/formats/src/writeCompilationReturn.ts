import type { DelegationId, ParagraphState, Touch } from '@chapeau/procedure';
import type { PartyTable } from '@chapeau/redline/brackets';
import type { Run } from '@chapeau/text';
import { compilationEntry } from './compilationEntry.ts';
import { delegationNamed, partiesNamed } from './compilationParties.ts';
import { proposedByParagraph } from './compilationPreview.ts';
import { readCompilation } from './readCompilation.ts';
import { trimmed } from './trimmed.ts';
import type { LinesOf } from './writeCompilationLines.ts';

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

/** What a written compilation is read as, the head of the text first. Names mean who is accredited, beyond doubt or not at all. */
export function saidBack(markdown: string, { state, document }: LinesOf, parties: PartyTable): readonly SaidAt[] {
  const reading = readCompilation(markdown, 'markdown', parties);
  const present = [...state.participants.values()];
  const meant = new Map(
    partiesNamed(reading).map(
      (party) => [party.key, [delegationNamed(party, present)].flatMap((id) => id ?? [])] as const,
    ),
  );
  const { act } = compilationEntry(reading, { document: document.id, revision: 0, parties: meant });
  const head = new Voices();
  for (const { paragraphs, sponsors } of act.atHead) for (const { runs } of paragraphs) head.add(runs, sponsors);
  const here = proposedByParagraph(act.paragraphs);
  return [
    { label: '', words: '', proposals: new Voices().of, insertions: head.of },
    ...act.paragraphs.map(({ label, runs }, index) => {
      const [proposals, insertions] = [new Voices(), new Voices()];
      for (const { proposal, wording } of here[index]?.words ?? [])
        proposals.add(wording?.runs ?? null, proposal.sponsors);
      for (const { proposal, paragraphs } of here[index]?.behind ?? [])
        for (const one of paragraphs) insertions.add(one.runs, proposal.sponsors);
      return { label, words: wordsOf(runs), proposals: proposals.of, insertions: insertions.of };
    }),
  ];
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
