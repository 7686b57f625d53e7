import type { Browser, Page } from 'playwright-core';
import { wording } from '@chapeau/text';
import { startTestServer, type TestServer } from '../../../sync-server/test/support/startTestServer.ts';
import type { TestClient } from '../../../sync-server/test/support/testClient.ts';
import { SeededRandom } from '../../seededRandom.ts';
import { draftWords } from '../support/draftWords.ts';
import { watchStrokes } from './strokes.ts';

/** What this bench needs to know of the pages: nothing else here does. */
const paragraphOnTheTable = '[data-paragraph]';
const editor = '.ProseMirror[contenteditable="true"]';
const editedParagraph = `${editor} > p`;

/** A page whose caret stands in the middle of a text. */
export interface Scene {
  readonly page: Page;
  close(): Promise<void>;
}

/** The page of peers: ProseMirror alone, or bound to Yjs. */
export async function peerScene(browser: Browser, address: string, paragraphs: number, yjs: boolean): Promise<Scene> {
  const page = await newPage(browser);
  await page.goto(`${address}/?paragraphs=${paragraphs}${yjs ? '&yjs' : ''}`);
  await putCaret(page, paragraphs);
  return { page, close: () => page.context().close() };
}

/** A delegate amends the middle paragraph of a tabled text, in place. */
export async function amendingScene(browser: Browser, editorFolder: string, paragraphs: number): Promise<Scene> {
  const server = await startTestServer({ editorFolder });
  const chair = await withText(server, paragraphs);
  const { id } = await chair.document();
  const { body } = await chair.get(chair.path(`documents/${id}/drafting-proposal`));
  await chair.do({ type: 'table-text', document: id, hash: (body as { hash: never }).hash });
  const { order } = await chair.document();
  const scene = await delegateScene(browser, server);
  const { page } = scene;
  await page.locator(`${paragraphOnTheTable}[id="p-${order[Math.floor(paragraphs / 2)]}"]`).click();
  await page.keyboard.type('Z');
  await page.locator(editor).waitFor();
  await page.waitForFunction((selector) => document.activeElement?.matches(selector) === true, editor);
  return scene;
}

/** A delegate types in the middle of the drafting room. */
export async function draftingScene(browser: Browser, editorFolder: string, paragraphs: number): Promise<Scene> {
  const server = await startTestServer({ editorFolder });
  const chair = await withText(server, paragraphs);
  await chair.do({ type: 'open-drafting', document: (await chair.document()).id, writers: 'all' });
  const scene = await delegateScene(browser, server);
  await putCaret(scene.page, paragraphs);
  return scene;
}

/** Introduces a draft of so many paragraphs; gives the chair. */
async function withText(server: TestServer, paragraphs: number): Promise<TestClient> {
  const random = new SeededRandom(1);
  const secretariat = await server.client({ role: 'secretariat' });
  const { id } = await secretariat.document();
  const entered = Array.from({ length: paragraphs }, () => ({
    label: '',
    ...wording('operative', 0, draftWords(random, 40)),
  }));
  await secretariat.do({ type: 'introduce-draft', document: id, paragraphs: entered });
  return server.client({ role: 'chair' });
}

/** Opens the conference in a browser that a delegate has signed in with. */
async function delegateScene(browser: Browser, server: TestServer): Promise<Scene> {
  const { address, cookie, seat } = await server.client({ role: 'head', delegation: 'fji' });
  const page = await newPage(browser);
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: address }]);
  await page.goto(`${address}/c/${seat.conference}?as=${seat.seat}`);
  return {
    page,
    async close() {
      await page.context().close();
      await server.close();
    },
  };
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await watchStrokes(page);
  return page;
}

async function putCaret(page: Page, paragraphs: number): Promise<void> {
  const middle = page.locator(editedParagraph).nth(Math.floor(paragraphs / 2));
  await middle.waitFor({ timeout: 60_000 });
  await middle.click();
}
