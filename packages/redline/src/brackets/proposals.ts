import type { Clause, NamedParty } from './clause.ts';
import type { Stance } from './stance.ts';
import type { Choice } from './choice.ts';

/**
 * What somebody would have a paragraph say: at each place of `picks` the alternative chosen, null for nothing; elsewhere the base.
 * Without parties it is an alternative that nobody is named for. `whole` is said of the paragraph as such: delete it, or let another
 * paragraph stand in its place, by its index, as one of its own proposals has it where it is not on the table itself.
 */
export interface ReadProposal {
  readonly parties: readonly NamedParty[];
  readonly kind: 'insert' | 'delete' | 'replace';
  readonly picks: ReadonlyMap<Choice, number | null>;
  readonly whole:
    | { readonly type: 'delete' }
    | { readonly type: 'rival'; readonly paragraph: number; readonly proposal: number | null }
    | null;
}

/** What somebody says of one wording, without proposing another. `place` is null where it is said of the whole paragraph. */
export interface ReadPosition {
  readonly stance: Exclude<Stance, 'propose'>;
  readonly parties: readonly NamedParty[];
  readonly words: string;
  readonly from: number;
  readonly place: { readonly choice: Choice; readonly alternative: number } | null;
}

interface Hand {
  readonly party: NamedParty;
  readonly picks: Map<Choice, number | null>;
  readonly others: { readonly choice: Choice; readonly alternative: number | null }[];
}

/** A party that offers several wordings at one place has so many further proposals at most. */
const mostVariants = 20;
/** A wording inside another's proposal is shown within it, at most so many levels up. */
const highest = 50;

/** What is said of a paragraph as a whole: proposals to delete it, and positions. A name alone supports it. */
export function wholeProposalsOf(said: readonly Clause[]): {
  readonly proposals: readonly ReadProposal[];
  readonly positions: readonly ReadPosition[];
} {
  const proposals: ReadProposal[] = [];
  const positions: ReadPosition[] = [];
  for (const { stance, parties, words, from } of said) {
    if (stance === 'delete') proposals.push({ parties, kind: 'delete', picks: new Map(), whole: { type: 'delete' } });
    else positions.push({ stance: stance === 'propose' ? 'support' : stance, parties, words, from, place: null });
  }
  return { proposals, positions };
}

/** The proposals and positions of a paragraph. Parties that would have the same wording share a proposal. */
export function proposalsOf(choices: readonly Choice[]): {
  readonly proposals: readonly ReadProposal[];
  readonly positions: readonly ReadPosition[];
} {
  const hands = new Map<string, Hand>();
  const nameless: ReadProposal[] = [];
  const whole: ReadProposal[] = [];
  const positions: ReadPosition[] = [];
  const propose = (party: NamedParty, choice: Choice, alternative: number | null) => {
    const key = partyKey(party);
    const hand: Hand = hands.get(key) ?? { party, picks: new Map(), others: [] };
    hands.set(key, hand);
    if (!hand.picks.has(choice)) hand.picks.set(choice, alternative);
    else if (hand.picks.get(choice) !== alternative) hand.others.push({ choice, alternative });
  };
  for (const choice of choices) {
    choice.alternatives.forEach(({ clauses }, alternative) => {
      let isOwned = alternative === choice.base;
      const hasProposer = clauses.some(({ stance }) => stance === 'propose');
      for (const { stance, parties, words, from, onParagraph } of clauses) {
        if (onParagraph) {
          const said = wholeProposalsOf([{ stance, parties, words, from, onParagraph }]);
          whole.push(...said.proposals);
          positions.push(...said.positions);
          continue;
        }
        const isProposed = stance === 'propose' || (stance === 'retain' && alternative !== choice.base && !hasProposer);
        if (isProposed || (stance === 'delete' && alternative === choice.base)) {
          isOwned = true;
          if (parties.length === 0) nameless.push(namelessProposal(choice, isProposed ? alternative : null));
          for (const party of parties) propose(party, choice, isProposed ? alternative : null);
        } else positions.push({ stance, parties, words, from, place: { choice, alternative } });
      }
      if (!isOwned) nameless.push(namelessProposal(choice, alternative));
    });
    const [only, ...others] = choice.alternatives;
    if (others.length === 0 && only?.clauses.length === 0) nameless.push(namelessProposal(choice, null));
  }
  return { proposals: [...whole, ...joinHands([...hands.values()]), ...nameless], positions };
}

/** The same for one party however it is spelt, and apart for names that are not known. */
export function partyKey({ written, parties }: NamedParty): string {
  const [only, ...others] = parties;
  return only !== undefined && others.length === 0 ? only.id : `?${written}`;
}

function namelessProposal(choice: Choice, alternative: number | null): ReadProposal {
  const picks = new Map([[choice, alternative]]);
  return { parties: [], kind: kindOf(picks), picks: withAncestors(picks), whole: null };
}

function joinHands(hands: readonly Hand[]): readonly ReadProposal[] {
  const joined = new Map<string, { parties: NamedParty[]; picks: ReadonlyMap<Choice, number | null> }>();
  const add = (party: NamedParty, picks: ReadonlyMap<Choice, number | null>) => {
    const key = [...picks].map(([{ id }, alternative]) => `${id}:${alternative ?? ''}`).join();
    const known = joined.get(key);
    if (known === undefined) joined.set(key, { parties: [party], picks });
    else known.parties.push(party);
  };
  for (const { party, picks, others } of hands) {
    add(party, picks);
    for (const { choice, alternative } of others.slice(0, mostVariants))
      add(party, new Map(picks).set(choice, alternative));
  }
  return [...joined.values()].map(({ parties, picks }) => ({
    parties,
    kind: kindOf(picks),
    picks: withAncestors(picks),
    whole: null,
  }));
}

/** Whoever has a wording inside another proposal would have that proposal, unless they said otherwise. */
function withAncestors(picks: ReadonlyMap<Choice, number | null>): ReadonlyMap<Choice, number | null> {
  const all = new Map(picks);
  for (const choice of picks.keys()) {
    let { parent } = choice;
    for (let level = 0; parent !== null && level < highest && !all.has(parent.choice); level += 1) {
      if (parent.choice.base !== parent.alternative) all.set(parent.choice, parent.alternative);
      parent = parent.choice.parent;
    }
  }
  return all;
}

function kindOf(picks: ReadonlyMap<Choice, number | null>): ReadProposal['kind'] {
  const kinds = new Set(
    [...picks].map(([{ base }, alternative]) =>
      base === null ? 'insert' : alternative === null ? 'delete' : 'replace',
    ),
  );
  const [kind = 'replace'] = kinds;
  return kinds.size === 1 ? kind : 'replace';
}
