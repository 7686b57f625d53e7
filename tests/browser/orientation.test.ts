import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, phone } from './chromium.ts';
import { caretAtEnd, isSaved, live, paragraph, view } from './paths.ts';
import { rehearsal } from './rehearsal.ts';

/** Whoever works under pressure finds their place: on a telephone, between views, and when the text moves beneath them. The steps build on one another. */
describe.skipIf(!hasBrowser)('finding one’s place', () => {
  const { page } = rehearsal([
    ['Chair', 'Ratna'],
    ['Secretariat', 'Dewi'],
    ['Indonesia', 'Budi'],
    ['Fiji', 'Mere', phone],
  ]);

  beforeAll(async () => {
    await page('Chair').getByText('Open the zero draft for co-drafting, or table it').waitFor();
    await page('Chair').getByRole('button', { name: 'Table as Rev.0…' }).click();
    await page('Chair').getByRole('dialog').getByRole('button', { name: 'Table as Rev.0', exact: true }).click();
    await page('Chair').getByText('35 paragraphs are ready to be agreed').waitFor();
  });

  test('at a desk the tools of the text stand in one line; how keys choose a paragraph is said beside it until one is chosen', async () => {
    const secretariat = page('Secretariat');
    const tools = await secretariat.locator('.text-tools').boundingBox();
    const views = await secretariat.locator('.text-tools .segments').boundingBox();
    expect(tools?.height).toBeLessThan(2 * (views?.height ?? 0));
    const keys = secretariat.getByText('Arrow keys, or j and k, go from paragraph to paragraph');
    await keys.waitFor();
    await paragraph(secretariat, 'offers of equipment').click();
    await keys.waitFor({ state: 'detached' });
    await secretariat.keyboard.press('Escape');
  });

  test('on a telephone an invitation is counted, and joining brings the draft before its reader with every tool in reach', async () => {
    const [indonesia, fiji] = [page('Indonesia'), page('Fiji')];
    await paragraph(indonesia, 'the full participation').click();
    await indonesia.keyboard.type('Z');
    await isSaved(indonesia);
    await indonesia.getByRole('button', { name: 'Invite co-sponsors' }).click();
    await indonesia.getByRole('dialog').getByText('Fiji', { exact: true }).click();
    await indonesia.getByRole('button', { name: 'Invite 1 delegation' }).click();
    await fiji.getByRole('heading', { name: 'Waiting for you (1)' }).waitFor();
    await fiji.getByRole('button', { name: 'Show', exact: true }).tap();
    await fiji.getByRole('button', { name: 'Join as co-sponsor' }).tap();
    await live(fiji, 'participation').waitFor();
    await expect.poll(() => isWithin(fiji, '.ProseMirror')).toBe(true);
    expect(await isWithin(fiji, '.draft-bar h2')).toBe(true);
    await live(fiji, 'participation').tap();
    for (const tool of await fiji.locator('.room-tool').all()) {
      const box = await tool.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
    }
    expect(await fiji.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('the words in hand stay in sight above the sheet', async () => {
    const fiji = page('Fiji');
    await fiji.getByRole('button', { name: 'Close (draft is kept)' }).tap();
    await paragraph(fiji, 'offers of equipment').tap();
    await fiji.getByRole('button', { name: 'Support' }).waitFor();
    const words = await paragraph(fiji, 'offers of equipment').boundingBox();
    const sheet = await fiji.locator('.panel').boundingBox();
    expect((words?.y ?? 999) + (words?.height ?? 999)).toBeLessThanOrEqual((sheet?.y ?? 0) + 1);
  });

  test('the letter that opened a draft goes in once, also when the text moves and the draft is updated', async () => {
    const [chair, indonesia, fiji] = [page('Chair'), page('Indonesia'), page('Fiji')];
    await paragraph(fiji, 'the full participation').tap();
    await fiji.getByText('Other proposals').tap();
    await fiji.getByRole('button', { name: 'Several paragraphs at once…' }).tap();
    await fiji.getByRole('button', { name: 'Amend these 2 together' }).tap();
    await caretAtEnd(fiji, 'the full participation');
    await fiji.keyboard.type(' Always.');
    await isSaved(fiji);
    await fiji.getByRole('button', { name: 'Table…' }).tap();
    await fiji.getByRole('button', { name: 'Table it' }).tap();
    await paragraph(chair, 'the full participation').click();
    await chair.getByRole('button', { name: 'Accept…', exact: true }).click();
    await chair.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).click();
    await indonesia.getByRole('button', { name: 'Update to the new text' }).click();
    await live(indonesia, 'Always.').waitFor();
    await isSaved(indonesia);
    await indonesia.getByText('The text on the table has changed').waitFor({ state: 'detached' });
    expect((await live(indonesia, 'Always.').textContent())?.match(/Z/g)).toHaveLength(1);
  });

  test('another view begins at its head; back in the text one is where one was, with the draft still open', async () => {
    const indonesia = page('Indonesia');
    const top = () => indonesia.locator('.draft-bar').evaluate((bar) => Math.round(bar.getBoundingClientRect().top));
    // The link stays at the head of the window; a click by script scrolls nothing.
    const go = (name: string) =>
      indonesia
        .getByRole('navigation')
        .getByText(name, { exact: true })
        .evaluate((link) => link instanceof HTMLElement && link.click());
    const before = await top();
    await go('At a glance');
    await indonesia.getByRole('heading', { name: 'What each paragraph still lacks' }).waitFor();
    expect(await indonesia.evaluate(() => scrollY)).toBe(0);
    await go('Text');
    await live(indonesia, 'Always.').waitFor();
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(60);
    expect((await live(indonesia, 'Always.').textContent())?.match(/Z/g)).toHaveLength(1);
    await indonesia.getByRole('button', { name: 'Discard' }).click();
    await indonesia.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  });

  test('the delegations stay at the head of the matrix while it scrolls', async () => {
    const chair = page('Chair');
    await view(chair, 'At a glance');
    const frame = chair.getByRole('region', { name: 'Positions of delegations' });
    await frame.evaluate((element) => element.scrollTo(0, 600));
    const head = await frame.getByText('FJI', { exact: true }).first().boundingBox();
    expect(Math.abs((head?.y ?? 0) - ((await frame.boundingBox())?.y ?? 999))).toBeLessThan(40);
  });

  test('a chair whose text moved under the question is told, refused with the reason, and shown what changed', async () => {
    const chair = page('Chair');
    const agree = async (on: Page) => {
      await on.getByRole('button', { name: 'Declare all ready ones agreed…' }).click();
      await on.getByRole('dialog').getByRole('button', { name: 'Declare agreed' }).click();
    };
    await agree(chair);
    await chair.getByText('35 of 35 paragraphs agreed').waitFor();
    await chair.getByRole('button', { name: 'Open adoption…' }).click();
    const other = await chair.context().newPage();
    await other.goto(chair.url().replace('&view=overview', ''));
    await paragraph(other, 'offers of equipment').click();
    await other.getByRole('button', { name: 'Reopen…' }).click();
    await other.getByLabel('Reason').fill('One more word.');
    await other.getByRole('dialog').getByRole('button', { name: 'Reopen' }).click();
    const indonesia = page('Indonesia');
    await paragraph(indonesia, 'offers of equipment').click();
    await indonesia.getByRole('button', { name: 'Propose an amendment' }).click();
    await caretAtEnd(indonesia, 'offers of equipment');
    await indonesia.keyboard.type(' Gladly.');
    await isSaved(indonesia);
    await indonesia.getByRole('button', { name: 'Table…' }).click();
    await indonesia.getByRole('button', { name: 'Table it' }).click();
    await other.getByRole('button', { name: 'Accept…', exact: true }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).click();
    await other.getByRole('button', { name: 'Declare agreed', exact: true }).click();
    await other.getByText('35 of 35 paragraphs agreed').waitFor();
    await other.close();
    const asked = chair.getByRole('dialog');
    await asked.getByText('The text has changed since you asked.').waitFor();
    await asked.getByRole('button', { name: 'Open adoption' }).click();
    await asked.getByText('The text has just changed.').waitFor();
    await asked.getByRole('button', { name: 'Show the text as it is now' }).click();
    await asked.locator('ins', { hasText: 'Gladly.' }).waitFor();
    await asked.getByRole('button', { name: 'Open adoption' }).click();
    await asked.waitFor({ state: 'detached' });
    await view(chair, 'Adoption');
    await chair.getByText('0 of 21 delegations have stated a stance').waitFor();
  });

  test('the adoption page and the secretariat’s desk pass an audit of accessibility', async () => {
    await view(page('Indonesia'), 'Adoption');
    await page('Indonesia').getByRole('heading', { name: 'Stance of Indonesia' }).waitFor();
    await view(page('Secretariat'), 'Secretariat');
    await page('Secretariat').getByText('People signed in').waitFor();
    for (const seat of ['Indonesia', 'Secretariat']) {
      const { violations } = await new AxeBuilder({ page: page(seat) }).analyze();
      expect(violations.map(({ id, nodes }) => `${seat}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });
});

/** Whether the head of an element is on the screen and above the bar at its foot. */
async function isWithin(page: Page, selector: string): Promise<boolean> {
  const box = await page.locator(selector).first().boundingBox();
  const foot = await page.locator('.panel').boundingBox();
  return box !== null && box.y >= 0 && box.y + Math.min(box.height, 60) <= (foot?.y ?? 0);
}
