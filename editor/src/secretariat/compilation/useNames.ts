import { delegationNamed } from '@chapeau/formats/compilation';
import type { DelegationId, ParticipantState } from '@chapeau/procedure';
import { useCallback, useMemo, useState } from 'react';
import { useConference } from '../../conference/useConference.ts';
import type { ShownParty } from './compilationWork.ts';
import { withMeaning } from './decisions.ts';
import type { CompilationInHand } from './keptCompilation.ts';
import { type KnownNames, keepKnownNames, knownNames } from './knownNames.ts';

interface Props {
  readonly parties: readonly ShownParty[];
  readonly decided: CompilationInHand['decided'];
  readonly change: (next: (before: CompilationInHand) => CompilationInHand) => void;
}

export interface Names {
  /** Who is accredited. */
  readonly present: readonly ParticipantState[];
  /** The names of the text; those that mean nobody beyond doubt come first, and stay there when one is decided. */
  readonly parties: readonly ShownParty[];
  /** Whom a name means: by a person's decision on this text, by one that is remembered, or beyond doubt. Undefined while nobody said so. */
  readonly meant: (party: ShownParty) => readonly DelegationId[] | undefined;
  readonly decide: (parties: readonly ShownParty[], delegations: readonly DelegationId[]) => void;
  readonly known: KnownNames;
  readonly remember: (names: KnownNames) => void;
}

/** Whom the names of a compilation mean. What is decided is remembered for the next text of the conference. */
export function useNames({ parties, decided, change }: Props): Names {
  const conference = useConference((state) => state.id);
  const participants = useConference((state) => state.participants);
  const present = useMemo(() => [...participants.values()].filter(({ accredited }) => accredited), [participants]);
  const [known, setKnown] = useState(() => knownNames(conference));
  const meant = useCallback<Names['meant']>(
    (party) => {
      // Somebody may have lost its accreditation since.
      const isHere = (ids: readonly DelegationId[] | undefined) =>
        ids?.every((id) => participants.get(id)?.accredited === true) === true;
      const own = decided[party.key];
      if (isHere(own)) return own;
      const spelling = party.spellings.find((one) => isHere(known[one]));
      if (spelling !== undefined) return known[spelling];
      const named = delegationNamed(party, present);
      return named === null ? undefined : [named];
    },
    [decided, known, participants, present],
  );
  const inOrder = useMemo(() => {
    const isCertain = (party: ShownParty) => Number(delegationNamed(party, present) !== null);
    return parties.toSorted((a, b) => isCertain(a) - isCertain(b));
  }, [parties, present]);
  const remember = (names: KnownNames) => {
    setKnown(names);
    keepKnownNames(conference, names);
  };
  const decide: Names['decide'] = (ones, delegations) => {
    const keys = ones.map(({ key }) => key);
    change((before) => withMeaning(before, keys, delegations));
    const spellings = new Set(ones.flatMap((one) => one.spellings));
    const others = Object.entries(known).filter(([spelling]) => !spellings.has(spelling));
    const own = delegations.length === 0 ? [] : [...spellings].map((spelling) => [spelling, delegations] as const);
    remember(Object.fromEntries([...others, ...own]));
  };
  return { present, parties: inOrder, meant, decide, known, remember };
}
