/** Rows that were never shown have a guessed height until they are near; so many frames are enough for them to find theirs. */
const mostFrames = 8;

/** Scrolls until `element` stands in the middle of the window. Stops where it is answered to. */
export function bringToCentre(element: HTMLElement): () => void {
  let frames = 0;
  let next = 0;
  const step = () => {
    element.scrollIntoView({ block: 'center' });
    const { top, bottom } = element.getBoundingClientRect();
    const isThere = Math.abs((top + bottom - innerHeight) / 2) < 60;
    frames += 1;
    // Once more after it is there: its neighbours may still be growing.
    if (frames < (isThere ? 3 : mostFrames)) next = requestAnimationFrame(step);
  };
  step();
  return () => cancelAnimationFrame(next);
}
