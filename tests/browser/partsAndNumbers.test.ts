import { type DocumentState, paragraphsInText } from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';
import { type ParagraphId, plainText } from '@chapeau/text';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accept, openDraft, tableAmendment, tableText, tabling } from '../../sync-server/test/support/negotiation.ts';
import { RoomPeer } from '../../sync-server/test/support/roomPeer.ts';
import { type SeatWanted, startTestServer, type TestServer } from '../../sync-server/test/support/startTestServer.ts';
import type { TestClient } from '../../sync-server/test/support/testClient.ts';
import { hasBrowser, keepScreens, launch, type Person, signIn } from './chromium.ts';
import { paragraph, view } from './paths.ts';

/** The chair takes one change of two, and the secretariat numbers the text anew after an insertion. */
describe.skipIf(!hasBrowser)('a text that is settled change by change', () => {
  let server: TestServer;
  let browser: Browser;
  const people = new Map<string, Person>();

  const signsIn = async (seat: string, wanted: SeatWanted) => {
    const person = await signIn(browser, `${server.address}/join#${server.invite(wanted)}`, seat);
    people.set(seat, person);
    return person.page;
  };

  beforeAll(async () => {
    server = await startTestServer();
    browser = await launch();
    const chair = await server.client({ role: 'chair' });
    const indonesia = await server.client({ role: 'head', delegation: 'idn' });
    const numbered = operative(await tableText(chair));
    await tableAmendment(indonesia, at(numbered, -1), ' in accordance with paragraph 3 above');
    await accept(chair, 1);
    await tablesNewParagraph(indonesia, at(numbered, 1), 'Welcome the offers of training;');
    await accept(chair, 2);
    await tablesTwoChanges(indonesia, at(numbered, 1));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  afterEach(({ task }) => keepScreens(task.name, task.result?.state === 'fail', people));

  test('the chair accepts one of two changes; the other stays on the table', async () => {
    const chair = await signsIn('Chair', { role: 'chair' });
    await paragraph(chair, 'Gladly').click();
    const card = chair.getByRole('article', { name: 'Amendment 3' });
    await card.getByRole('button', { name: 'Accept in part…' }).click();
    const dialog = chair.getByRole('dialog');
    const confirm = dialog.getByRole('button', { name: 'Accept the chosen changes' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: 'without delay' }).check();
    await dialog.getByText('1 of 2 changes chosen; left on the table: 1.').waitFor();
    const [becomes, remains] = await dialog.getByRole('definition').allTextContents();
    expect(becomes).toContain('without delay');
    expect(becomes).not.toContain('Gladly');
    expect(remains).toContain('Gladly');
    await confirm.click();
    await dialog.waitFor({ state: 'detached' });
    await card.getByText('Accepted in part', { exact: true }).waitFor();
    await card.getByText('On the table').waitFor();
    await chair.getByText(/^Earlier words/).click();
    await chair.getByText(/amendment 3 accepted in part/).waitFor();
    expect(await card.getByRole('button', { name: 'Accept in part…' }).count()).toBe(0);
  });

  test('the secretariat renumbers; the reference follows, and everybody can read the concordance', async () => {
    const secretariat = await signsIn('Secretariat', { role: 'secretariat' });
    await view(secretariat, 'Secretariat');
    await secretariat.getByRole('link', { name: 'Document', exact: true }).click();
    await secretariat.getByRole('button', { name: 'Renumber…' }).click();
    const dialog = secretariat.getByRole('dialog');
    await dialog.getByRole('row', { name: /^2\. bis 3\. Welcome the offers/ }).waitFor();
    await dialog.getByText('Cross-references that follow (1)').waitFor();
    await dialog.getByRole('button', { name: 'Renumber', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await secretariat.getByRole('button', { name: 'Renumbered: concordance' }).waitFor();

    const observer = await signsIn('Observer', { role: 'observer' });
    await paragraph(observer, 'in accordance with paragraph 4 above').waitFor();
    await observer.getByRole('button', { name: 'Renumbered: concordance' }).click();
    await observer.getByRole('row', { name: /^2\. bis 3\. Welcome the offers/ }).waitFor();
    await observer.getByText('Cross-references that follow (1)').waitFor();
    await observer.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  });

  test('nothing went wrong on anybody’s page', () => {
    expect([...people].flatMap(([seat, { complaints }]) => complaints.map((one) => `${seat}: ${one}`))).toEqual([]);
  });
});

function operative(document: DocumentState): readonly ParagraphId[] {
  return paragraphsInText(document).flatMap(({ id, kind, level }) => (kind === 'operative' && level === 0 ? [id] : []));
}

function at(ids: readonly ParagraphId[], index: number): ParagraphId {
  const id = ids.at(index);
  if (id === undefined) throw new Error(`no paragraph at ${index}`);
  return id;
}

async function tablesNewParagraph(by: TestClient, after: ParagraphId, words: string): Promise<void> {
  const { id: document } = await by.document();
  const { body } = await by.post(by.path('drafts'), {
    document,
    on: { type: 'scope', scope: { type: 'insert', after } },
  });
  await writes(by, body as DraftView, [[words, 0]]);
}

/** A word in front of the first, and some before the last character. */
async function tablesTwoChanges(by: TestClient, id: ParagraphId): Promise<void> {
  const document = await by.document();
  const standing = document.paragraphs.get(id);
  const end = standing === undefined ? 0 : plainText(standing).length - 1;
  await writes(by, await openDraft(by, document, id), [
    [' without delay', end],
    ['Gladly ', 0],
  ]);
}

async function writes(by: TestClient, draft: DraftView, words: readonly (readonly [string, number])[]): Promise<void> {
  const peer = await RoomPeer.join(by, draft.room);
  for (const [text, offset] of words) await peer.insert(text, offset);
  await by.do(await tabling(by, draft));
  peer.leave();
}
