import { useCallback, useMemo, useState } from 'react';
import type { ShownRepair } from './compilationWork.ts';
import { rowAt, type Standing, type Walk, wordsAt } from './walk.ts';

interface Props {
  readonly source: string;
  /** The offsets at which rows of the preview begin; undefined while there is none. */
  readonly starts: readonly number[] | undefined;
  /** As they are read now: a decision may read otherwise since a walk began. */
  readonly repairs: readonly ShownRepair[];
}

export interface Walking {
  readonly standing: Standing | null;
  /** The row of the preview in which one is, and words in it to be marked. */
  readonly here: { readonly row: number; readonly words: string } | null;
  readonly onWalk: (walk: Walk, at: number) => void;
  readonly onGo: (at: number) => void;
  /** Back to where one set out. */
  readonly onClose: () => void;
}

/** Going through places of the source, one by one. */
export function useWalk({ source, starts, repairs }: Props): Walking {
  const [standing, setStanding] = useState<Standing | null>(null);
  const onWalk = useCallback((walk: Walk, at: number) => setStanding({ walk, at }), []);
  const onGo = (at: number) => standing !== null && setStanding({ ...standing, at });
  const onClose = () => {
    const element = standing === null ? null : document.getElementById(standing.walk.origin);
    setStanding(null);
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: 'center' });
  };
  const from = standing?.walk.places[standing.at]?.from;
  const here = useMemo(
    () =>
      from === undefined || starts === undefined ? null : { row: rowAt(starts, from), words: wordsAt(source, from) },
    [from, starts, source],
  );
  const current = useMemo(() => standing && upToDate(standing, repairs), [standing, repairs]);
  return { standing: current, here, onWalk, onGo, onClose };
}

function upToDate({ walk, at }: Standing, repairs: readonly ShownRepair[]): Standing {
  if (walk.type === 'places') return { walk, at };
  const now = new Map(repairs.map((one) => [one.id, one]));
  return { walk: { ...walk, places: walk.places.map((one) => now.get(one.id) ?? one) }, at };
}
