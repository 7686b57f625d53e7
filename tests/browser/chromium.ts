import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether browser tests can run here; told in one line where they cannot, a failure where they must. */
export const hasBrowser = lookForBrowser();

function lookForBrowser(): boolean {
  if (existsSync(executablePath)) return true;
  const sentence = `No browser at ${executablePath}: browser tests are skipped. Install Debian's chromium, or name one in CHROMIUM.`;
  if (process.env['REQUIRE_BROWSER'] === '1') throw new Error(sentence);
  console.warn(sentence);
  return false;
}

/** A headless Chromium that asks nothing of the network but the pages it is sent to. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** A person at a device of their own, with whatever went wrong on their page. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

const desk = { viewport: { width: 1440, height: 900 } };
/** A telephone held upright. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Opens a sign-in link in a browser context of its own and signs in under this name. */
export async function signIn(browser: Browser, link: string, name: string, device = desk): Promise<Person> {
  const context = await browser.newContext({ ...device, acceptDownloads: true });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(link);
  await page.getByLabel('Your name').fill(name);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/c\//);
  await page.getByText('Live', { exact: true }).waitFor();
  return { page, context, complaints };
}

/** After a test that failed, keeps what each person saw in `tests/browser/shots`. */
export async function keepScreens(test: string, failed: boolean, people: ReadonlyMap<string, Person>): Promise<void> {
  if (!failed) return;
  const folder = new URL('shots/', import.meta.url).pathname;
  const name = test.slice(0, 40).replace(/\W+/g, '-');
  for (const [seat, { page }] of people) await page.screenshot({ path: `${folder}${name}-${seat}.png` });
}
