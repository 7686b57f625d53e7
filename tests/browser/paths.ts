import type { Locator, Page } from 'playwright-core';

/** The paragraph of the text on the table that holds these words. */
export function paragraph(page: Page, words: string): Locator {
  return page.locator('[data-paragraph]').filter({ hasText: words }).first();
}

/** The paragraph of the live editor that holds these words. */
export function live(page: Page, words: string): Locator {
  return page.locator('.ProseMirror p').filter({ hasText: words }).first();
}

/** Clicks behind the last word of a paragraph of the live editor. */
export async function caretAtEnd(page: Page, words: string): Promise<void> {
  const target = live(page, words);
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (box === null) throw new Error(`no paragraph with the words ${words}`);
  await target.click({ position: { x: box.width - 3, y: box.height - 8 } });
  await page.keyboard.press('End');
}

/** Waits until the page says that the server has called every change durable. */
export async function isSaved(page: Page): Promise<void> {
  await page.getByText('All changes saved').first().waitFor();
}

/** Goes to one of the views in the header. */
export async function view(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByText(name, { exact: true }).click();
}
