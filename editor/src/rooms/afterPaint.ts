/** No frame is drawn for a page that nobody sees; so long (in milliseconds) a task waits at most. */
const atMost = 50;

let waiting: (() => void)[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let painted: MessagePort | null = null;

/**
 * Runs `task` once what has just changed is on the screen: work that a keystroke leads to and that nobody waits for, such as keeping and sending it.
 * Tasks run in the order in which they were given; at once when the page is hidden or left.
 */
export function afterPaint(task: () => void): void {
  waiting.push(task);
  if (waiting.length > 1) return;
  painted ??= listen();
  const message = painted;
  timer = setTimeout(runWaiting, atMost);
  // A message is delivered when style, layout and paint of the frame are done.
  requestAnimationFrame(() => message.postMessage(null));
}

function runWaiting(): void {
  clearTimeout(timer);
  const tasks = waiting;
  waiting = [];
  for (const task of tasks) task();
}

function listen(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = runWaiting;
  addEventListener('pagehide', runWaiting);
  document.addEventListener('visibilitychange', runWaiting);
  return port2;
}
