import type { DelegationId } from '@chapeau/procedure';
import { type NamedParty, partyKey, type ReadParagraph } from '@chapeau/redline/brackets';
import type { Claim } from './compilationAmendments.ts';
import type { Leaving, LeftCode } from './compilationLeft.ts';
import { type PartyDelegations, spokenFor } from './compilationParties.ts';
import type { Bonds } from './compilationSpans.ts';

/** A name where it stands in a reading. `pick` is what it would have there, in the words of `Picks`; null where it proposes nothing there. */
interface Mention {
  readonly party: NamedParty;
  readonly pick: string | null;
}

/**
 * Accounts for every name of a reading, each time that it stands there. Heard are those whose wording or position was looked at; the
 * rest is listed, so that nobody is lost in silence.
 */
export class Mentions {
  private readonly bonds: Bonds;
  private readonly parties: PartyDelegations;
  private readonly leaving: Leaving;
  /** What became of what a party would have at a place, and of names by their offset: null where it was taken over. */
  private readonly heard = new Map<string, LeftCode | null>();

  constructor(bonds: Bonds, parties: PartyDelegations, leaving: Leaving) {
    this.bonds = bonds;
    this.parties = parties;
    this.leaving = leaving;
  }

  /** Whom names mean by the person's decision, each once. */
  delegationsOf(parties: readonly NamedParty[]): readonly DelegationId[] {
    return [...new Set(parties.flatMap((party) => spokenFor(party, this.parties)))];
  }

  /** A wording was taken over, or left for a reason. */
  hear({ parties, picks }: Pick<Claim, 'parties' | 'picks'>, code: LeftCode | null): void {
    for (const party of parties) {
      if (picks.size === 0) this.note(`@${party.from}`, code);
      for (const [{ id }, pick] of picks) this.note(`${partyKey(party)} ${id}:${pick ?? ''}`, code);
    }
  }

  /** The name at this offset stands with a position that was taken or listed. */
  account(from: number): void {
    this.note(`@${from}`, null);
  }

  /** Lists the names of a paragraph that nothing came of, and those that mean nobody. */
  leaveUnheard(read: ReadParagraph): void {
    for (const { party, pick } of this.mentionsIn(read)) {
      const { written, from } = party;
      const keys = [`@${from}`, ...(pick === null ? [] : [`${partyKey(party)} ${pick}`])];
      const outcomes = keys.flatMap((key) => (this.heard.has(key) ? [this.heard.get(key) ?? null] : []));
      if (this.delegationsOf([party]).length === 0) this.leaving.add('name', from, written);
      else if (!outcomes.includes(null)) this.leaving.add(outcomes[0] ?? 'unclear', from, written);
    }
  }

  /** Lists every name of a paragraph that does not enter. */
  leaveAll(read: ReadParagraph): void {
    for (const { party } of this.mentionsIn(read)) this.leaving.add('left-out', party.from, party.written);
  }

  /** What was taken over once is not listed. */
  private note(key: string, code: LeftCode | null): void {
    if (code === null || !this.heard.has(key)) this.heard.set(key, code);
  }

  private mentionsIn({ choices, proposals, positions }: ReadParagraph): readonly Mention[] {
    const atPlaces = choices.flatMap((choice) =>
      choice.alternatives.flatMap(({ clauses }, alternative) =>
        clauses.flatMap(({ stance, parties }): readonly Mention[] => {
          const deletes = stance === 'delete' && this.bonds.base(choice) === alternative;
          return parties.map((party) => ({ party, pick: `${choice.id}:${deletes ? '' : alternative}` }));
        }),
      ),
    );
    const ofWhole = [...proposals.filter(({ whole }) => whole?.type === 'delete'), ...positions].flatMap(
      ({ parties }) => parties.map((party) => ({ party, pick: null })),
    );
    return [...atPlaces, ...ofWhole];
  }
}
