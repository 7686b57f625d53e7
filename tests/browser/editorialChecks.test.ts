import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accept, openDraft, tableText, tabling } from '../../sync-server/test/support/negotiation.ts';
import { RoomPeer } from '../../sync-server/test/support/roomPeer.ts';
import { type SeatWanted, startTestServer, type TestServer } from '../../sync-server/test/support/startTestServer.ts';
import type { TestClient } from '../../sync-server/test/support/testClient.ts';
import { hasBrowser, keepScreens, launch, type Person, signIn } from './chromium.ts';
import { paragraph, view } from './paths.ts';

const lines = ['Decides that States share data with others;', 'Urges States to train;', 'Requests a report.'];

describe.skipIf(!hasBrowser)('editorial checks', () => {
  let server: TestServer;
  let browser: Browser;
  let chair: TestClient;
  const people = new Map<string, Person>();

  const signsIn = async (seat: string, wanted: SeatWanted) => {
    const person = await signIn(browser, `${server.address}/join#${server.invite(wanted)}`, seat);
    people.set(seat, person);
    return person.page;
  };

  beforeAll(async () => {
    server = await startTestServer();
    browser = await launch();
    chair = await server.client({ role: 'chair' });
    const secretariat = await server.client({ role: 'secretariat' });
    const { id } = await chair.document();
    const paragraphs = lines.map((text) => ({
      ...{ label: '', kind: 'operative' as const, level: 0 },
      runs: [{ text, marks: [] }],
    }));
    await secretariat.do({ type: 'introduce-draft', document: id, paragraphs });
    await chair.do({ type: 'open-drafting', document: id, writers: 'all' });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  afterEach(({ task }) => keepScreens(task.name, task.result?.state === 'fail', people));

  test('mark a slip a moment after it was written; its correction is an edit that can be undone', async () => {
    const chile = await signsIn('Chile', { role: 'head', delegation: 'chl' });
    const words = chile.getByRole('textbox', { name: /^The zero draft/ });
    await words.getByText('Requests a report').click();
    await chile.keyboard.press('End');
    await chile.keyboard.press('ArrowLeft');
    await chile.keyboard.type(' and the the rest of it');
    const mark = chile.locator('.draft-mark');
    await mark.waitFor();
    expect(await mark.textContent()).toBe('the the');
    await mark.click();
    const hint = chile.getByRole('status').filter({ hasText: '“the” stands twice.' });
    await hint.getByText('Source: house rule').waitFor();
    await hint.getByRole('button', { name: 'Correct' }).click();
    await words.getByText('Requests a report and the rest of it.').waitFor();
    await mark.waitFor({ state: 'detached' });
    await chile.keyboard.press('Control+z');
    await words.getByText('Requests a report and the the rest of it.').waitFor();
    await chile.keyboard.press('Control+y');
    await words.getByText('Requests a report and the rest of it.').waitFor();
  });

  test('that the conference switches off are shown to nobody, and the chair is told where verbs are not looked at', async () => {
    const indonesia = await server.client({ role: 'head', delegation: 'idn' });
    const { paragraphs, order } = await tableText(chair);
    const urges = [...paragraphs.values()].find(({ runs }) => runs[0]?.text.startsWith('Urges'));
    if (urges === undefined) throw new Error(`no paragraph among ${order.length}`);
    const draft = await openDraft(indonesia, await indonesia.document(), urges.id);
    const peer = await RoomPeer.join(indonesia, draft.room);
    await peer.insert('Strongly ', 0);
    await indonesia.do(await tabling(indonesia, draft));
    peer.leave();

    const page = await signsIn('Chair', { role: 'chair' });
    await paragraph(page, 'Urges States').click();
    const card = page.getByRole('article', { name: 'Amendment 1' });
    await card.getByText('This proposal changes the force of the text').waitFor();

    const desk = await signsIn('Secretariat', { role: 'secretariat' });
    await view(desk, 'Secretariat');
    await desk.getByRole('link', { name: 'Conference', exact: true }).click();
    await desk.getByText('Which checks').click();
    await desk.getByLabel('Changed modal and operative verbs').uncheck();
    await desk.getByText('The chair is told so.').waitFor();
    await desk.getByRole('button', { name: 'Save' }).click();

    await card.getByText('the conference has switched that check off').waitFor();
    expect(await card.getByText('changes the force').count()).toBe(0);
    await page
      .getByText(/^Editorial checks/)
      .first()
      .click();
    await page.getByText('Switched off for the whole conference by the secretariat').waitFor();
    expect(await page.getByLabel('Changed modal and operative verbs').isDisabled()).toBe(true);
    await accept(chair, 1);
    await page.getByText('Force changed').waitFor({ state: 'detached' });
    expect((await chair.state()).details?.checks).toEqual({ off: ['force-changed'] });
    for (const { complaints } of people.values()) expect(complaints).toEqual([]);
  });
});
