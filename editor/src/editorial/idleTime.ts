/** Milliseconds of one stretch of work where the browser does not say how much time there is; half a frame. */
const stretch = 8;

/** Calls back when the page has nothing more urgent to do, with whether there is time for more; within two seconds also on a busy page. */
export function whenIdle(work: (hasTime: () => boolean) => void): void {
  if ('requestIdleCallback' in globalThis) {
    requestIdleCallback((deadline) => work(() => deadline.timeRemaining() > 1), { timeout: 2000 });
    return;
  }
  setTimeout(() => {
    const since = performance.now();
    work(() => performance.now() - since < stretch);
  }, 100);
}
