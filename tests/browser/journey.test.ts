import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chapeau } from '../support/spawnServer.ts';
import { hasBrowser } from './chromium.ts';
import { caretAtEnd, isSaved, live, paragraph, view } from './paths.ts';
import { rehearsal } from './rehearsal.ts';

/**
 * The whole path in real browsers: a draft is co-drafted, tabled, amended by two delegations together, accepted, agreed, adopted and taken home.
 * The steps build on one another, in order.
 */
describe.skipIf(!hasBrowser)('from zero draft to adopted text', () => {
  const { folder, people, page } = rehearsal([
    ['Chair', 'Ratna'],
    ['Secretariat', 'Dewi'],
    ['Indonesia', 'Budi'],
    ['Fiji', 'Mere'],
    ['Chile', 'Paula'],
  ]);

  test('the chair gives the pen, and two delegations write in one text under their own names', async () => {
    await page('Chair').getByRole('button', { name: 'Open for co-drafting…' }).click();
    await page('Chair').getByRole('button', { name: 'Give them the pen' }).click();
    await caretAtEnd(page('Indonesia'), 'Have reached the following');
    await caretAtEnd(page('Fiji'), 'Crisis management');
    await page('Indonesia').keyboard.type(' in Bali');
    await page('Fiji').keyboard.type(' and relief');
    await isSaved(page('Indonesia'));
    await isSaved(page('Fiji'));
    await live(page('Fiji'), 'understanding: in Bali').waitFor();
    await live(page('Indonesia'), 'Crisis management and relief').waitFor();
    await live(page('Indonesia'), 'Crisis management and relief').scrollIntoViewIfNeeded();
    await page('Indonesia')
      .getByText(/Fiji \d+ %/)
      .waitFor();
    await live(page('Chair'), 'understanding: in Bali').scrollIntoViewIfNeeded();
    await page('Chair')
      .getByText(/Indonesia \d+ %/)
      .waitFor();
  });

  test('who splits a paragraph takes no words from those who wrote them', async () => {
    const [fiji, chair] = [page('Fiji'), page('Chair')];
    await live(fiji, 'understanding: in Bali').scrollIntoViewIfNeeded();
    const before = await live(fiji, 'understanding: in Bali').evaluate((element) => {
      const words = [...element.childNodes].find((node) => node.textContent?.includes('in Bali'));
      const range = document.createRange();
      range.setStart(words ?? element, words?.textContent?.indexOf('in Bali') ?? 0);
      return range.getBoundingClientRect().toJSON() as DOMRect;
    });
    await fiji.mouse.click(before.left, before.top + before.height / 2);
    // The toolbar tells where the caret is: no longer in the heading where Fiji typed.
    await fiji.locator('.room-kind:not(:has(option[value=heading]:checked))').waitFor();
    await fiji.keyboard.press('Enter');
    await chair.locator('.ProseMirror p').filter({ hasText: 'in Bali', hasNotText: 'understanding' }).waitFor();
    for (const seat of ['Chair', 'Fiji', 'Indonesia']) await page(seat).getByText('Indonesia 100 %').waitFor();
    await fiji.keyboard.press('Control+z');
    // A caret's name may stand between the words.
    await chair
      .locator('.ProseMirror p')
      .filter({ hasText: /understanding: .*in Bali/ })
      .waitFor();
    await chair.getByText('Indonesia 100 %').waitFor({ state: 'detached' });
    await isSaved(fiji);
    const author = (seat: string) => chair.locator('.author-chip', { hasText: seat });
    expect([await author('Indonesia').count(), await author('Fiji').count()]).toEqual([1, 1]);
  });

  test('the chair tables it: Rev.0, before everybody', async () => {
    await page('Chair').getByRole('button', { name: 'Table as Rev.0…' }).click();
    const words = page('Chair').getByRole('dialog');
    await words.getByText('Crisis management and relief').waitFor();
    await words.getByRole('button', { name: 'Table as Rev.0', exact: true }).click();
    for (const seat of ['Indonesia', 'Fiji', 'Chile']) {
      await paragraph(page(seat), 'Crisis management and relief').waitFor();
      await page(seat).getByText('Rev.0', { exact: true }).first().waitFor();
    }
  });

  test('a delegate amends in place by typing, and a co-sponsor joins; nobody else receives a word', async () => {
    const [indonesia, fiji, chile] = [page('Indonesia'), page('Fiji'), page('Chile')];
    const heard: string[] = [];
    chile.on('websocket', (socket) => heard.push(socket.url()));
    await paragraph(indonesia, 'of verified information').click();
    await indonesia.keyboard.type('Z');
    await live(indonesia, 'Support the early').waitFor();
    await indonesia.keyboard.press('Backspace');
    await caretAtEnd(indonesia, 'Support the early');
    await indonesia.keyboard.press('ArrowLeft');
    await indonesia.keyboard.type(', including cyclones');
    await indonesia.locator('.ProseMirror .ins', { hasText: 'including cyclones' }).waitFor();
    await isSaved(indonesia);
    await indonesia.getByRole('button', { name: 'Invite co-sponsors' }).click();
    await indonesia.getByRole('dialog').getByText('Fiji', { exact: true }).click();
    await indonesia.getByRole('button', { name: 'Invite 1 delegation' }).click();
    await fiji.getByRole('button', { name: 'Join as co-sponsor' }).first().click();
    await live(fiji, 'including cyclones').waitFor();
    await caretAtEnd(fiji, 'including cyclones');
    await fiji.keyboard.press('ArrowLeft');
    await fiji.keyboard.type(' and floods');
    await isSaved(fiji);
    await live(indonesia, 'including cyclones and floods').waitFor();
    expect(await chile.getByText('cyclones').count()).toBe(0);
    expect(heard).toEqual([]);
  });

  test('they tag it, give a rationale and table it; every screen shows it at once', async () => {
    const indonesia = page('Indonesia');
    await indonesia.getByText(/^Tags/).first().click();
    await indonesia.getByLabel('Rationale').fill('Cyclones and floods come together.');
    await indonesia.getByRole('button', { name: 'Table…' }).click();
    await indonesia.getByRole('button', { name: 'Table it' }).click();
    for (const seat of ['Chair', 'Chile', 'Secretariat']) {
      const amended = paragraph(page(seat), 'of verified information');
      await amended.getByText('including cyclones and floods').waitFor();
      await amended.getByText('IDN, FJI').first().waitFor();
      await amended.getByText('1 amendment').waitFor();
    }
    await paragraph(page('Chile'), 'of verified information').click();
    const card = page('Chile').getByRole('article', { name: 'Amendment 1' });
    await card.getByText('Cyclones and floods come together.').waitFor();
    await card.getByText('including cyclones and floods').waitFor();
  });

  test('positions are taken on that exact wording, and the chair sees what each paragraph still lacks', async () => {
    const card = page('Chile').getByRole('article', { name: 'Amendment 1' });
    await card.getByRole('button', { name: 'Support' }).click();
    await paragraph(page('Chair'), 'of verified information').click();
    await page('Chair').getByRole('article', { name: 'Amendment 1' }).getByText('Chile').waitFor();
    await page('Chair').getByRole('button', { name: 'Declare agreed', exact: true }).click();
    await page('Chair')
      .getByText(/still has amendments to settle/)
      .waitFor();
    // What was refused for one paragraph is not said of another.
    await page('Chair').locator('[data-paragraph]').first().click();
    await page('Chair')
      .getByText(/still has amendments to settle/)
      .waitFor({ state: 'detached' });
    await view(page('Chair'), 'At a glance');
    await page('Chair').getByText('1 amendment to settle').waitFor();
    await view(page('Chair'), 'Text');
  });

  test('accepting changes the text for all and carries a rival amendment over to the new words', async () => {
    const chile = page('Chile');
    await paragraph(chile, 'of verified information').click();
    await chile.getByRole('button', { name: 'Propose an amendment' }).click();
    await caretAtEnd(chile, 'Support the early');
    await chile.keyboard.press('Home');
    await chile.keyboard.press('ArrowUp');
    await chile.keyboard.press('Home');
    for (let word = 0; word < 3; word += 1) await chile.keyboard.press('Control+ArrowRight');
    await chile.keyboard.type(' and free');
    await isSaved(chile);
    await chile.getByRole('button', { name: 'Table…' }).click();
    await chile.getByRole('button', { name: 'Table it' }).click();
    await paragraph(page('Chair'), 'of verified information').click();
    const first = page('Chair').getByRole('article', { name: 'Amendment 1' });
    await page('Chair').getByRole('article', { name: 'Amendment 2' }).waitFor();
    await first.getByRole('button', { name: 'Accept…' }).click();
    await page('Chair').getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    const carried = page('Fiji').locator('[data-paragraph]', {
      hasText: 'emergencies, including cyclones and floods;',
    });
    await carried.waitFor();
    await carried.click();
    await page('Fiji')
      .getByRole('article', { name: 'Amendment 2' })
      .getByText(/carried over/)
      .waitFor();
    await chile.getByText('All changes saved').waitFor({ state: 'detached' });
    const second = page('Chair').getByRole('article', { name: 'Amendment 2' });
    await second.getByRole('button', { name: 'Accept…' }).click();
    await page('Chair').getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
    await page('Chile')
      .locator('[data-paragraph]', { hasText: /and free.*including cyclones and floods;/ })
      .waitFor();
  });

  test('a paragraph with an objection is not agreed; once it is lifted, the rest is', async () => {
    const [chair, fiji] = [page('Chair'), page('Fiji')];
    await paragraph(fiji, 'Mindful that connectivity').click();
    await fiji.getByRole('button', { name: 'Object', exact: true }).first().click();
    await view(chair, 'At a glance');
    await chair.getByText('Objection: FJI').waitFor();
    await chair.getByRole('button', { name: 'Declare all ready ones agreed…' }).click();
    await chair
      .getByRole('dialog')
      .getByRole('button', { name: /agreed/ })
      .last()
      .click();
    await chair.getByText(/34 of 35 paragraphs agreed/).waitFor();
    await chair.getByRole('button', { name: 'Open adoption…' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: 'Open adoption' }).click();
    await chair
      .getByRole('dialog')
      .getByText(/not agreed yet/)
      .waitFor();
    await chair.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await fiji.getByRole('button', { name: 'Support', exact: true }).first().click();
    await chair.getByRole('button', { name: 'Declare all ready ones agreed…' }).click();
    await chair
      .getByRole('dialog')
      .getByRole('button', { name: /agreed/ })
      .last()
      .click();
    await chair.getByText(/35 of 35 paragraphs agreed/).waitFor();
  });

  test('stances are taken, silence is recorded as silence, and the gavel seals the text', async () => {
    const chair = page('Chair');
    await chair.getByRole('button', { name: 'Open adoption…' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: 'Open adoption' }).click();
    for (const [seat, stance] of [
      ['Indonesia', 'joins the consensus'],
      ['Fiji', 'objects'],
      ['Chile', 'joins the consensus'],
    ] as const) {
      await view(page(seat), 'Adoption');
      await page(seat).getByLabel(stance).check();
      if (seat === 'Chile')
        await page(seat)
          .getByLabel(/Explanation of position/)
          .fill('Chile understands paragraph 5 as voluntary.');
      await page(seat).getByRole('button', { name: 'State this' }).click();
      await page(seat).getByText('Stated. You may change it until the gavel.').waitFor();
    }
    await view(chair, 'Adoption');
    await chair.getByText('3 of 21 delegations have stated a stance').waitFor();
    await chair.getByRole('button', { name: 'Gavel…' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: 'Adopt' }).click();
    await chair
      .getByRole('dialog')
      .getByText(/there is no consensus to gavel/)
      .waitFor();
    await chair.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page('Fiji').getByLabel('joins the consensus').check();
    await page('Fiji').getByRole('button', { name: 'State this instead' }).click();
    await chair.getByText('objects').waitFor({ state: 'detached' });
    await chair.getByRole('button', { name: 'Gavel…' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: 'Adopt' }).click();
    for (const seat of people.keys()) {
      await view(page(seat), 'Adoption');
      await page(seat)
        .getByText(/Adopted on/)
        .waitFor();
    }
    expect(
      await page('Chair')
        .getByRole('button', { name: /Gavel|Return|Open adoption/ })
        .count(),
    ).toBe(0);
  });

  test('the secretariat takes the text, the log and a bundle home, and the bundle verifies offline', async () => {
    const secretariat = page('Secretariat');
    const take = async (name: string) => {
      const [download] = await Promise.all([
        secretariat.waitForEvent('download'),
        secretariat.getByRole('button', { name, exact: true }).click(),
      ]);
      const path = join(folder, download.suggestedFilename());
      await download.saveAs(path);
      return path;
    };
    expect(
      readFileSync(await take('Text (Word)'))
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    expect(readFileSync(await take('Text (Markdown)'), 'utf8')).toContain('including cyclones and floods;');
    const log = readFileSync(await take('Adoption log (CSV)'), 'utf8');
    expect(log.split('\r\n').filter((line) => line !== '')).toHaveLength(22);
    expect(log.split('\r\n').filter((line) => line.includes('silent'))).toHaveLength(18);
    const bundle = await take('Sealed bundle (JSON)');
    expect((await chapeau(['verify', bundle])).code).toBe(0);
    const forged = join(folder, 'forged.json');
    writeFileSync(
      forged,
      readFileSync(bundle, 'utf8').replace('including cyclones and floods', 'including cyclones or floods'),
    );
    const verdict = await chapeau(['verify', forged]);
    expect(verdict.code).toBe(1);
    expect(verdict.stdout + verdict.stderr).toMatch(/entry \d+/i);
  });

  test('nothing went wrong on anybody’s page', () => {
    const complaints = [...people].flatMap(([seat, person]) =>
      person.complaints.map((complaint) => `${seat}: ${complaint}`),
    );
    expect(complaints.filter((complaint) => !/status of 409/.test(complaint))).toEqual([]);
  });
});
