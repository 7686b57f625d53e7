import {
  type Choice,
  type NamedParty,
  type NotationReading,
  partyKey,
  type ReadPosition,
  type ReadProposal,
} from '@chapeau/redline/brackets';
import { type Bonds, highest, type Picks } from './compilationSpans.ts';

/** What parties pick; nobody's where the text names none. */
export interface Hand {
  readonly parties: readonly NamedParty[];
  readonly picks: Picks;
}

/** What one party picks in one paragraph. */
interface OwnPicks {
  readonly party: NamedParty;
  readonly picks: Picks;
  readonly at: number;
}

/** So many wordings at most of one party that has words inside rivals inside rivals. */
const mostParts = 20;

/** Puts together what each party picks in neighbouring paragraphs. */
export class Hands {
  readonly #reading: NotationReading;
  readonly #bonds: Bonds;

  constructor(reading: NotationReading, bonds: Bonds) {
    this.#reading = reading;
    this.#bonds = bonds;
  }

  /** Everybody's picks in paragraphs that belong together; equal ones once. `isWhole`: one wording of all of them for each party. */
  inField(field: readonly number[], isWhole: boolean): readonly Hand[] {
    const proposals = field.flatMap((at) => this.#proposalsAt(at).map((proposal) => ({ at, proposal })));
    const isAlone = field.length === 1;
    const joined = new Map<string, { parties: NamedParty[]; picks: Picks }>();
    const add = (parties: readonly NamedParty[], picks: Picks) => {
      const key = keyOf(picks, parties.length === 0);
      const known = joined.get(key);
      if (known === undefined) joined.set(key, { parties: [...parties], picks });
      else known.parties.push(...parties);
    };
    const nameless: Picks[] = [];
    const hands = new Map<string, OwnPicks[]>();
    for (const { at, proposal } of proposals) {
      const { parties } = proposal;
      if (parties.length === 0) nameless.push(this.#bonds.closed(proposal.picks));
      else
        for (const picks of this.#parted(this.#bonds.closed(proposal.picks))) {
          if (isAlone) add(parties, picks);
          for (const party of parties) {
            const key = partyKey(party);
            hands.set(key, [...(hands.get(key) ?? []), { party, picks, at }]);
          }
        }
    }
    if (!isAlone)
      for (const own of hands.values())
        for (const { party, picks } of this.#joinedHand(own, isWhole)) add([party], picks);
    for (const picks of nameless) add([], picks);
    return [...joined.values()];
  }

  /**
   * Who would delete words of a bracket over several paragraphs that, seen in this one alone, seem to stand, while somebody proposes them
   * elsewhere: an objection to that.
   */
  deletionsOfProposed(at: number): readonly (Omit<Hand, 'picks'> & { readonly place: ReadPosition['place'] })[] {
    return (this.#reading.paragraphs[at]?.proposals ?? []).flatMap(({ parties, picks }) =>
      [...picks].flatMap(([choice, pick]) =>
        parties.length > 0 && choice.base !== null && this.#isDeletionOfProposed(choice, pick)
          ? [{ parties, place: { choice, alternative: choice.base } }]
          : [],
      ),
    );
  }

  #isDeletionOfProposed(choice: Choice, pick: number | null): boolean {
    return pick === null && choice.base !== null && this.#bonds.base(choice) === null;
  }

  /** The proposals at the places of a paragraph, without those that a bracket over several paragraphs only seems to make in one. */
  #proposalsAt(at: number): readonly ReadProposal[] {
    return (this.#reading.paragraphs[at]?.proposals ?? []).flatMap((proposal) => {
      const { whole, parties } = proposal;
      const picks = new Map([...proposal.picks].filter(([choice, pick]) => !this.#isDeletionOfProposed(choice, pick)));
      const [own] = picks;
      if (whole !== null || own === undefined) return [];
      const [choice, pick] = own;
      const isReal = parties.length > 0 || pick !== null || this.#bonds.spansAt(choice).every(({ isBare }) => isBare);
      return isReal ? [{ ...proposal, picks }] : [];
    });
  }

  /** Who picks words inside two wordings that are rivals has a wording of each. */
  #parted(picks: Picks): readonly Picks[] {
    const parts: Picks[] = [];
    for (let rest = picks; rest.size > 0 && parts.length < mostParts; ) {
      const all = rest;
      const stands = ({ parent }: Choice): boolean =>
        parent === null || this.#pickAt(all, parent.choice) === parent.alternative;
      const isReached = (choice: Choice): boolean => {
        let at: Choice | undefined = choice;
        for (let level = 0; level < highest && at !== undefined; level += 1) {
          if (!stands(at)) return false;
          at = at.parent?.choice;
        }
        return true;
      };
      const reached = new Map([...all].filter(([choice]) => isReached(choice)));
      if (reached.size === 0) break;
      parts.push(reached);
      rest = this.#bonds.closed(new Map([...all].filter(([choice]) => !reached.has(choice))));
    }
    return parts.length === 0 ? [picks] : parts;
  }

  #pickAt(picks: Picks, choice: Choice): number | null {
    const pick = picks.get(choice);
    return pick === undefined ? this.#bonds.base(choice) : pick;
  }

  /** What one party picks in several paragraphs: together where that is bound, its further variants with the rest of what it picks. */
  #joinedHand(
    own: readonly OwnPicks[],
    isWhole: boolean,
  ): readonly { readonly party: NamedParty; readonly picks: Picks }[] {
    const first = new Map<number, OwnPicks>();
    for (const one of own) if (!first.has(one.at)) first.set(one.at, one);
    const together = (one: OwnPicks): Picks => {
      const picks = new Map(one.picks);
      const reached = new Set([one.at]);
      for (let grows = true; grows; ) {
        grows = false;
        for (const other of first.values()) {
          if (reached.has(other.at) || !(isWhole || meet(picks, other.picks) || this.#reaches(picks, other.at)))
            continue;
          reached.add(other.at);
          grows = true;
          for (const [choice, pick] of other.picks) if (!picks.has(choice)) picks.set(choice, pick);
        }
      }
      return this.#bonds.closed(picks);
    };
    const found = new Map<string, { party: NamedParty; picks: Picks }>();
    for (const one of own) {
      const picks = together(one);
      const key = keyOf(picks, false);
      if (!found.has(key)) found.set(key, { party: one.party, picks });
    }
    return [...found.values()];
  }

  #reaches(picks: Picks, at: number): boolean {
    return this.#reading.paragraphs[at]?.choices.some((choice) => picks.has(choice)) ?? false;
  }
}

function meet(a: Picks, b: Picks): boolean {
  return [...b.keys()].some((choice) => a.has(choice));
}

function keyOf(picks: Picks, isNameless: boolean): string {
  const parts = [...picks].map(([{ id }, pick]) => `${id}:${pick ?? ''}`).sort();
  return `${isNameless ? '?' : ''}${parts.join()}`;
}
