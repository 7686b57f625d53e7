/** What arrives within this long (ms), a frame of the screen, is taken together. */
const together = 16;

/** Answers a function that hands on, in order, all it was given within a frame's time: a page is then drawn once for many. */
export function gather<T>(take: (all: readonly T[]) => void): (one: T) => void {
  let gathered: T[] = [];
  return (one) => {
    gathered.push(one);
    if (gathered.length > 1) return;
    setTimeout(() => {
      const all = gathered;
      gathered = [];
      take(all);
    }, together);
  };
}
