import { AxeBuilder } from '@axe-core/playwright';
import { delegationIdSchema, type EnteredProposal, type IntroduceCompilation } from '@chapeau/procedure';
import { type Wording, wording } from '@chapeau/text';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accept, tableAmendment } from '../../sync-server/test/support/negotiation.ts';
import { type SeatWanted, startTestServer, type TestServer } from '../../sync-server/test/support/startTestServer.ts';
import type { TestClient } from '../../sync-server/test/support/testClient.ts';
import { hasBrowser, keepScreens, launch, type Person, phone, signIn } from './chromium.ts';
import { isSaved, live, paragraph } from './paths.ts';

const words = (text: string): Wording => wording('operative', 0, text);
const rewording = (text: string, ...names: readonly string[]): EnteredProposal => {
  const sponsors = names.map((name) => delegationIdSchema.parse(name));
  return { type: 'rewording', wording: words(text), sponsors, positions: [] };
};
const entered = (label: string, text: string, ...proposals: readonly EnteredProposal[]) => ({
  label,
  ...words(text),
  status: 'open' as const,
  proposals,
  positions: [],
});

const times = ['daily', 'weekly', 'monthly', 'yearly', 'rarely'];

/** A compilation: five amendments to its first paragraph, two changes of words in the second and the last, one nameless to each of the others. */
const paragraphs: IntroduceCompilation['paragraphs'] = [
  entered(
    '1.',
    'Invite Participants to meet in Bali;',
    ...times.map((time, index) =>
      rewording(
        `Invite Participants to meet ${time} in Bali;`,
        ...([['idn'], ['fji'], ['chl'], ['jpn'], []][index] ?? []),
      ),
    ),
  ),
  entered(
    '2.',
    'Participants should share what they learn;',
    rewording('Participants may share at once what they learn;', 'fji'),
  ),
  ...Array.from({ length: 58 }, (_, index) =>
    entered(
      `${index + 3}.`,
      `Support undertaking ${index} of the host country;`,
      rewording(`Support the great undertaking ${index} of the host country;`),
    ),
  ),
  entered('61.', 'Close the meeting in time;', rewording('Gladly close the meeting in good time;', 'chl')),
];

/** Whoever comes to a paragraph with many amendments sees who wants what, and settles it. The steps build on one another. */
describe.skipIf(!hasBrowser)('a paragraph with many amendments', () => {
  let server: TestServer;
  let browser: Browser;
  let clerk: TestClient;
  const people = new Map<string, Person>();

  const page = (seat: string): Page => {
    const person = people.get(seat);
    if (person === undefined) throw new Error(`${seat} has not signed in`);
    return person.page;
  };

  beforeAll(async () => {
    server = await startTestServer();
    browser = await launch();
    clerk = await server.client({ role: 'secretariat' });
    const { id: document } = await clerk.document();
    await clerk.do({ type: 'introduce-compilation', document, revision: 3, paragraphs, atHead: [] });
    const seats: readonly (readonly [string, SeatWanted, typeof phone?])[] = [
      ['Chair', { role: 'chair' }],
      ['Fiji', { role: 'head', delegation: 'fji' }],
      ['Chile', { role: 'head', delegation: 'chl' }, phone],
    ];
    for (const [seat, wanted, device] of seats)
      people.set(seat, await signIn(browser, `${server.address}/join#${server.invite(wanted)}`, seat, device));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  afterEach(({ task }) => keepScreens(task.name, task.result?.state === 'fail', people));

  test('is printed with all its brackets, also where nobody has scrolled to, and without what is for the screen', async () => {
    const fiji = page('Fiji');
    const far = paragraph(fiji, 'undertaking 57');
    await far.waitFor();
    expect(await far.locator('.bracketed').count()).toBe(0);
    await fiji.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await fiji.locator('.par-body .bracketed').count()).toBeGreaterThan(5 + 3 + 58);
    await fiji.emulateMedia({ media: 'print' });
    for (const hidden of ['.text-tools', '.panel', '.finding-mark', '.header'])
      expect(await fiji.locator(hidden).first().isVisible(), hidden).toBe(false);
    const colours = await fiji
      .locator('.par-body .by, .par-body .bracketed, .par-body .proposed-words')
      .evaluateAll((all) => [...new Set(all.map((one) => getComputedStyle(one).color))]);
    expect(colours).toEqual(['rgb(0, 0, 0)']);
    await fiji.emulateMedia({ media: null });
    await fiji.evaluate(() => dispatchEvent(new Event('afterprint')));
  });

  test('is a list that says in a line what each changes and what my delegation has not answered; a line opens its card', async () => {
    const fiji = page('Fiji');
    await paragraph(fiji, 'Invite Participants').click();
    await fiji.getByText('5 amendments; on 4 of them you have taken no position').waitFor();
    const third = fiji.getByRole('article', { name: 'Amendment 3' });
    await third.getByText('monthly').waitFor();
    expect(await third.getByRole('button', { name: 'Support' }).count()).toBe(0);
    await third.getByRole('button', { name: 'Amendment 3' }).click();
    await third.getByRole('button', { name: 'Support' }).click();
    await fiji.getByText('5 amendments; on 3 of them you have taken no position').waitFor();
    await third.getByRole('button', { name: 'Amendment 3' }).click();
    await third.getByText('you: support').waitFor();
  });

  test('at the foot of the page the head of the panel stays in sight', async () => {
    const fiji = page('Fiji');
    await fiji.getByRole('button', { name: 'Open all' }).click();
    await fiji.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const bottom = (locator: string) =>
      fiji
        .locator(locator)
        .first()
        .evaluate((element) => element.getBoundingClientRect().bottom);
    const top = () =>
      fiji
        .locator('.panel-head')
        .first()
        .evaluate((element) => element.getBoundingClientRect().top);
    await expect.poll(async () => (await top()) - (await bottom('.header'))).toBeGreaterThanOrEqual(0);
    await fiji.evaluate(() => window.scrollTo(0, 0));
    await fiji.getByRole('button', { name: 'Fold all' }).click();
  });

  test('shows one delegation’s view on demand, says that it does, and remembers it in this tab alone', async () => {
    const fiji = page('Fiji');
    const first = paragraph(fiji, 'Invite Participants');
    await fiji.getByText('What is shown').click();
    await fiji.getByLabel('As far as it concerns').selectOption('jpn');
    await fiji.keyboard.press('Escape');
    await first.getByText('weekly').waitFor({ state: 'detached' });
    await first.getByText('yearly').waitFor();
    await fiji.getByRole('status').getByText('Not every amendment is shown').waitFor();
    await fiji.reload();
    await first.getByText('yearly').waitFor();
    expect(await first.getByText('weekly').count()).toBe(0);
    await fiji.emulateMedia({ media: 'print' });
    await fiji.getByText('Not every amendment is shown. Only what concerns Japan.').waitFor();
    await fiji.emulateMedia({ media: null });
    const other = await fiji.context().newPage();
    await other.goto(fiji.url());
    await paragraph(other, 'Invite Participants').getByText('weekly').waitFor();
    await other.close();
    await fiji.getByRole('button', { name: 'Show everything again' }).click();
    await first.getByText('weekly').waitFor();
  });

  test('words without a name are proposed in one’s own; the brackets then bear it', async () => {
    const fiji = page('Fiji');
    await paragraph(fiji, 'Invite Participants').click();
    const nameless = fiji.getByRole('article', { name: 'Amendment 5' });
    await nameless.getByText('no name given').waitFor();
    await nameless.getByRole('button', { name: 'Amendment 5' }).click();
    await nameless.getByRole('button', { name: 'Propose it in our name' }).click();
    await live(fiji, 'meet rarely in Bali').waitFor();
    await isSaved(fiji);
    await fiji.getByRole('button', { name: 'Table…' }).click();
    await fiji.getByRole('button', { name: 'Table it' }).click();
    await paragraph(page('Chair'), 'Invite Participants')
      .getByText(/rarely – FJI/)
      .waitFor();
  });

  test('the chair is told what the ticked changes do to the force of the words', async () => {
    const chair = page('Chair');
    await paragraph(chair, 'what they learn').click();
    await chair.getByRole('button', { name: 'Accept in part…' }).click();
    const dialog = chair.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: 'at once' }).check();
    expect(await dialog.getByRole('note').count()).toBe(0);
    await dialog.getByRole('checkbox', { name: 'may' }).check();
    await dialog.getByRole('note').getByText('should → may: weaker').waitFor();
    await dialog.getByRole('checkbox', { name: 'may' }).uncheck();
    await dialog.getByRole('note').waitFor({ state: 'detached' });
  });

  test('ticks outlive a reload, and go along when the text changes under them; what is lost is named', async () => {
    const chair = page('Chair');
    await chair.reload();
    await paragraph(chair, 'what they learn').click();
    await chair.getByRole('button', { name: 'Accept in part…' }).click();
    const dialog = chair.getByRole('dialog');
    await dialog.getByText('are ticked again').waitFor();
    expect(await dialog.getByRole('checkbox', { name: 'at once' }).isChecked()).toBe(true);
    await dialog.getByRole('checkbox', { name: 'may' }).check();

    const chile = await server.client({ role: 'head', delegation: 'chl' });
    const colleague = await server.client({ role: 'chair' });
    const second = [...(await chile.document()).order].at(1);
    if (second === undefined) throw new Error('no second paragraph');
    await tableAmendment(chile, second, ' and do', 'Participants should share what they learn'.length);
    await accept(colleague, 67);
    await dialog.getByText('The amendment has changed since you asked').waitFor();
    expect(await dialog.getByRole('button', { name: 'Accept the chosen changes' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Show the changes as they are now' }).click();
    for (const change of ['at once', 'may'])
      expect(await dialog.getByRole('checkbox', { name: change }).isChecked()).toBe(true);
    await dialog.getByRole('checkbox', { name: 'may' }).uncheck();
    await dialog.getByRole('button', { name: 'Accept the chosen changes' }).click();
    await dialog.waitFor({ state: 'detached' });
    await paragraph(chair, 'share at once what they learn and do').waitFor();
  });

  test('an amendment that is settled elsewhere while its changes are chosen says so, and can no longer be accepted', async () => {
    const chair = page('Chair');
    await paragraph(chair, 'the meeting in').click();
    await chair.getByRole('button', { name: 'Accept in part…' }).click();
    const dialog = chair.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Choose all' }).click();
    await accept(await server.client({ role: 'chair' }), 65);
    await dialog.getByText('The amendment has meanwhile been settled: Accepted.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Accept the chosen changes' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  test('an amendment made on earlier wording is told at the paragraph, set out side by side, and drafted anew with one click', async () => {
    const chile = page('Chile');
    await accept(await server.client({ role: 'chair' }), 1);
    const first = paragraph(chile, 'Invite Participants');
    await first.scrollIntoViewIfNeeded();
    await first.getByRole('button', { name: /amendments were made on earlier wording/ }).tap();
    const card = chile.getByRole('article', { name: 'Amendment 3' });
    await card.getByRole('button', { name: 'Amendment 3' }).tap();
    await card.getByText('Amendment 1 was accepted since.').waitFor();
    await card.getByRole('button', { name: 'Compare side by side' }).tap();
    const sides = chile.getByRole('dialog').getByRole('definition');
    const read = (await sides.allTextContents()).map((side) => side.replaceAll(/\s+/g, ' '));
    expect(read).toHaveLength(4);
    expect(read[1]).toContain('daily');
    expect(read[2]).toContain('monthly');
    const boxes = await Promise.all((await sides.all()).map((side) => side.boundingBox()));
    for (const box of boxes) expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
    await chile.getByRole('dialog').getByRole('button', { name: 'Draft it on the present text' }).tap();
    await chile.locator('.ProseMirror .ins', { hasText: 'monthly' }).waitFor();
    await chile.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('lists, conflicts and alternatives pass an audit of accessibility, at a desk and on a telephone', async () => {
    await paragraph(page('Chair'), 'Invite Participants').click();
    await page('Chair').getByRole('button', { name: 'Open all' }).click();
    for (const seat of ['Chair', 'Chile']) {
      const { violations } = await new AxeBuilder({ page: page(seat) }).analyze();
      expect(violations.map(({ id, nodes }) => `${seat}: ${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });

  test('several are set aside in one go, for one reason; what was settled meanwhile loses its tick', async () => {
    const [chair, fiji] = [page('Chair'), page('Fiji')];
    const at = (await clerk.document()).order.at(6);
    if (at === undefined) throw new Error('no seventh paragraph');
    const chile = await server.client({ role: 'head', delegation: 'chl' });
    for (const words of [' gladly', ' soon', ' again']) await tableAmendment(chile, at, words, 'Support'.length);
    await paragraph(chair, 'undertaking 4').click();
    await chair.getByRole('button', { name: 'Set several aside…' }).click();
    const dialog = chair.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Choose those without names (1)' }).click();
    await dialog.getByRole('checkbox', { name: 'soon' }).focus();
    await chair.keyboard.press('Space');
    await dialog.getByRole('checkbox', { name: 'gladly' }).check();
    const confirm = dialog.getByRole('button', { name: 'Set 3 aside' });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByLabel('Reason').fill('Nobody spoke for them');
    const gladly = [...(await chile.document()).amendments.values()].find(({ number }) => number === 68);
    if (gladly === undefined) throw new Error('no amendment 68');
    const document = (await chile.document()).id;
    await chile.do({ type: 'withdraw-amendment', document, amendment: gladly.id });
    await dialog
      .getByRole('status')
      .getByText('Amendment 68, which you had ticked, is no longer on the table')
      .waitFor();
    const { violations } = await new AxeBuilder({ page: chair }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await chair.setViewportSize({ width: 390, height: 800 });
    expect(await dialog.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    await chair.setViewportSize({ width: 1280, height: 800 });
    await dialog.getByRole('button', { name: 'Set 2 aside' }).click();
    await dialog.waitFor({ state: 'detached' });
    const text = paragraph(fiji, 'undertaking 4');
    await text.scrollIntoViewIfNeeded();
    await text.getByText('again').waitFor();
    await text.getByText('soon').waitFor({ state: 'detached' });
    expect(await text.getByText('great').count()).toBe(0);
  });

  test('nothing went wrong on anybody’s page', () => {
    expect([...people].flatMap(([seat, { complaints }]) => complaints.map((one) => `${seat}: ${one}`))).toEqual([]);
  });
});
