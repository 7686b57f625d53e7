/** No frame is drawn for a page that nobody sees; so long (in milliseconds) a task waits at most. */
const atMost = 50;

let waiting: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let isHeard = false;

/**
 * Runs `task` once what has just changed is on the screen: work that a keystroke leads to and that nobody waits for, such as keeping and sending it.
 * Tasks run in the order in which they were given; at once when the page is hidden or left.
 */
export function afterPaint(task: () => void): void {
  waiting.push(task);
  if (waiting.length > 1) return;
  if (!isHeard) listen();
  timer = setTimeout(runWaiting, atMost);
  requestAnimationFrame(() => {
    // A message is delivered when style, layout and paint of this frame are done.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = runWaiting;
    port2.postMessage(null);
  });
}

function runWaiting(): void {
  clearTimeout(timer);
  const tasks = waiting;
  waiting = [];
  for (const task of tasks) task();
}

function listen(): void {
  isHeard = true;
  addEventListener('pagehide', runWaiting);
  document.addEventListener('visibilitychange', runWaiting);
}
