/** What arrives within this long (ms), a frame of the screen, is taken together. */
const together = 16;

/** Hands on, in order, all it was given within a frame's time: a page is then drawn once for many. */
export interface Gathering<T> {
  readonly give: (one: T) => void;
  /** Hands on at once what it holds, if anything. */
  readonly now: () => void;
}

export function gather<T>(take: (all: readonly T[]) => void): Gathering<T> {
  let gathered: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(timer);
    const all = gathered;
    gathered = [];
    if (all.length > 0) take(all);
  };
  return {
    give: (one) => {
      gathered.push(one);
      if (gathered.length === 1) timer = setTimeout(now, together);
    },
    now,
  };
}
