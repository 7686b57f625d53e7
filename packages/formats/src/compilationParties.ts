import type { DelegationId, ParticipantState } from '@chapeau/procedure';
import { type NamedParty, type NotationReading, type Party, partyKey } from '@chapeau/redline/brackets';

/** Somebody named in a compilation. `meanings` is one party, none for a name nobody knows, several for a person to choose among. */
export interface NamedInCompilation {
  /** See `partyKey`. */
  readonly key: string;
  readonly spellings: readonly string[];
  readonly meanings: readonly Party[];
  /** How often it is named at proposals and positions. */
  readonly count: number;
}

/** For whom each party speaks, by its key; nobody where a name is left out. A key that is missing was not decided. */
export type PartyDelegations = ReadonlyMap<string, readonly DelegationId[]>;

/** Whom a name means by the person's decision, without those whom it leaves out. */
export function spokenFor(party: NamedParty, parties: PartyDelegations): readonly DelegationId[] {
  const without = new Set((party.without ?? []).flatMap((other) => parties.get(partyKey(other)) ?? []));
  return (parties.get(partyKey(party)) ?? []).filter((delegation) => !without.has(delegation));
}

/** Everybody named at a proposal or position, the most frequent first. */
export function partiesNamed({ paragraphs }: Pick<NotationReading, 'paragraphs'>): readonly NamedInCompilation[] {
  const found = new Map<string, { spellings: Set<string>; meanings: readonly Party[]; count: number }>();
  const said = paragraphs.flatMap(({ proposals, positions }) =>
    [...proposals, ...positions].flatMap(({ parties }) => parties),
  );
  // A name that proposes several wordings stands in the text once.
  const all = new Map(said.map((party) => [party.from, party])).values();
  for (const party of all) {
    const key = partyKey(party);
    const known = found.get(key) ?? { spellings: new Set<string>(), meanings: party.parties, count: 0 };
    known.spellings.add(party.written);
    known.count += 1;
    found.set(key, known);
  }
  return [...found]
    .map(([key, { spellings, meanings, count }]) => ({ key, spellings: [...spellings], meanings, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/**
 * Which accredited participant a name means beyond doubt: the State whose code it is, or whose own name it is spelt as. Null for one
 * that a person must decide. A group is never taken for its members.
 */
export function delegationNamed(
  { spellings, meanings }: NamedInCompilation,
  participants: readonly ParticipantState[],
): DelegationId | null {
  const here = participants.filter(({ accredited }) => accredited);
  const [only, ...others] = meanings;
  if (others.length > 0) return null;
  const state = only?.type === 'state' ? here.find(({ id }) => id === only.id) : undefined;
  if (state !== undefined) return state.id;
  const names = new Set([...spellings, ...(only === undefined ? [] : [only.name, only.id])].map(folded));
  const matching = here.filter((one) => [one.id, one.name, one.officialName].some((name) => names.has(folded(name))));
  return matching.length === 1 ? (matching[0]?.id ?? null) : null;
}

/** The members of a group that are accredited, where it is on record who they are. */
export function membersPresent(
  { meanings: [group] }: NamedInCompilation,
  participants: readonly ParticipantState[],
): readonly DelegationId[] {
  const members = new Set(group?.type === 'group' ? (group.members ?? []) : []);
  return participants.filter(({ id, accredited }) => accredited && members.has(id)).map(({ id }) => id);
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
