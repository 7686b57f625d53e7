import type { Page } from 'playwright-core';

/** Milliseconds from each key event's arrival in the page to the end of the frame that shows it. */
const key = 'strokeTimes';

/** Has a page measure its keystrokes. Before it is loaded. */
export async function watchStrokes(page: Page): Promise<void> {
  await page.addInitScript((name) => {
    const times: number[] = [];
    Object.assign(globalThis, { [name]: times });
    addEventListener(
      'keydown',
      () => {
        const begun = performance.now();
        requestAnimationFrame(() => {
          // A message is delivered when style, layout and paint of this frame are done.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - begun);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  }, key);
}

/** Types so many letters where the caret is, about as fast as a very quick typist. */
export async function typeLetters(page: Page, count: number): Promise<readonly number[]> {
  await page.bringToFront();
  const before = await timesOf(page);
  await page.keyboard.type('the quick brown fox '.repeat(Math.ceil(count / 20)).slice(0, count), { delay: 40 });
  await page.waitForFunction(([name, wanted]) => (Reflect.get(globalThis, name) as unknown[]).length >= wanted, [
    key,
    before.length + count,
  ] as const);
  return (await timesOf(page)).slice(before.length);
}

function timesOf(page: Page): Promise<readonly number[]> {
  return page.evaluate((name) => Reflect.get(globalThis, name) as number[], key);
}
