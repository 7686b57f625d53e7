import type { DelegationId, ParticipantState } from '@chapeau/procedure';

/** So many are suggested at most. */
const most = 3;
/** Names less alike than this, of 1 for equal ones, are no suggestion. */
const leastLikeness = 0.45;

/** The delegations whose names are spelt most like one of `spellings`, the closest first. `nameOf`: as the reader knows them. */
export function closeNames(
  spellings: readonly string[],
  participants: readonly ParticipantState[],
  nameOf: (id: DelegationId) => string,
): readonly DelegationId[] {
  const written = spellings.map(folded);
  return participants
    .map((one) => {
      const names = [one.id, one.name, one.officialName, nameOf(one.id)].map(folded);
      return { id: one.id, likeness: Math.max(...written.flatMap((own) => names.map((name) => likeness(own, name)))) };
    })
    .filter((one) => one.likeness >= leastLikeness)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, most)
    .map(({ id }) => id);
}

/** The share of pairs of letters that both have (Dice); a name cut short is more like the whole than that. */
function likeness(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const cutShort = Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a)) ? 0.8 : 0;
  const others = pairsOf(b);
  const total = pairsOf(a).length + others.length;
  let shared = 0;
  for (const pair of pairsOf(a)) {
    const at = others.indexOf(pair);
    if (at < 0) continue;
    others.splice(at, 1);
    shared += 1;
  }
  return Math.max(cutShort, total === 0 ? 0 : (2 * shared) / total);
}

function pairsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2));
}

/** Letters alone, without accents and case. */
function folded(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
