import { beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, signIn } from './chromium.ts';
import { caretAtEnd, isSaved, live, paragraph } from './paths.ts';
import { rehearsal } from './rehearsal.ts';

/** What a delegate at 17:20 with a poor line must not lose. */
describe.skipIf(!hasBrowser)('when the server or the line goes', () => {
  const { people, browser, server, page, startAgain } = rehearsal([
    ['Chair', 'Ratna'],
    ['Indonesia', 'Budi'],
    ['Fiji', 'Mere'],
  ]);

  beforeAll(async () => {
    await page('Chair').getByRole('button', { name: 'Open for co-drafting…' }).click();
    await page('Chair').getByRole('button', { name: 'Give them the pen' }).click();
    await live(page('Indonesia'), 'Crisis management').waitFor();
    await live(page('Fiji'), 'Crisis management').waitFor();
  });

  test('the server is killed in the middle of typing: the page says so, nothing is lost, and it catches up by itself', async () => {
    const [indonesia, fiji] = [page('Indonesia'), page('Fiji')];
    await caretAtEnd(indonesia, 'Have reached the following');
    await indonesia.keyboard.type(' before the cut,');
    await isSaved(indonesia);
    await indonesia.keyboard.type(' while');
    await server().kill();
    await indonesia.keyboard.type(' it is cut,');
    await indonesia
      .getByText(/Offline: \d+ changes? only on this device/)
      .first()
      .waitFor();
    await startAgain();
    await indonesia.keyboard.type(' after it');
    await isSaved(indonesia);
    await live(fiji, 'before the cut, while it is cut, after it').waitFor();
    expect(await live(indonesia, 'Have reached').innerText()).toContain(
      'understanding: before the cut, while it is cut, after it',
    );
  });

  test('a tab closed half a second after typing loses nothing', async () => {
    const tab = await people.get('Indonesia')?.context.newPage();
    if (tab === undefined) throw new Error('no context');
    await tab.goto(page('Indonesia').url());
    await caretAtEnd(tab, 'Data management');
    await tab.keyboard.type(' and openness');
    await tab.close({ runBeforeUnload: false });
    await live(page('Fiji'), 'Data management and openness').waitFor();
  });

  test('words typed without a line in a tab that is then closed arrive when the person comes back', async () => {
    const context = people.get('Fiji')?.context;
    if (context === undefined) throw new Error('no context');
    const tab = await context.newPage();
    await tab.goto(page('Fiji').url());
    await live(tab, 'Policy frameworks').waitFor();
    await page('Fiji').close();
    await server().kill();
    await caretAtEnd(tab, 'Policy frameworks');
    await tab.keyboard.type(' for all');
    await tab
      .getByText(/Offline: \d+ changes? only on this device/)
      .first()
      .waitFor();
    const address = tab.url();
    await tab.close({ runBeforeUnload: false });
    await startAgain();
    const back = await context.newPage();
    people.set('Fiji', { page: back, context, complaints: [] });
    await back.goto(address);
    await live(back, 'Policy frameworks for all').waitFor();
    await isSaved(back);
    await live(page('Indonesia'), 'Policy frameworks for all').waitFor();
  });

  test('a private amendment typed offline survives, and is tabled when the line is back', async () => {
    await page('Chair').getByRole('button', { name: 'Table as Rev.0…' }).click();
    await page('Chair').getByRole('button', { name: 'Table as Rev.0', exact: true }).click();
    const indonesia = page('Indonesia');
    await paragraph(indonesia, 'Mindful that connectivity').click();
    await indonesia.getByRole('button', { name: 'Propose an amendment' }).click();
    await live(indonesia, 'Mindful that').waitFor();
    await isSaved(indonesia);
    await server().kill();
    await caretAtEnd(indonesia, 'Mindful that');
    await indonesia.keyboard.type(' and some unseen,');
    await indonesia
      .getByText(/Offline: \d+ changes? only on this device/)
      .first()
      .waitFor();
    await startAgain();
    await isSaved(indonesia);
    await indonesia.getByRole('button', { name: 'Table…' }).click();
    await indonesia.getByRole('button', { name: 'Table it' }).click();
    await paragraph(page('Fiji'), 'Mindful that connectivity').getByText('and some unseen').waitFor();
  });

  test('a delegation whose session is revoked is told, and its page stops', async () => {
    const secretariat = await signIn(browser(), server().link('icdd-2021', 'Secretariat'), 'Dewi');
    people.set('Secretariat', secretariat);
    const answer = await secretariat.page.evaluate(async () => {
      const seat = new URL(location.href).searchParams.get('as') ?? '';
      const headers = { 'X-Chapeau-Seat': seat };
      const { people: all } = await (await fetch('/api/conferences/icdd-2021/people', { headers })).json();
      const fiji = all.find((person: { delegation: string | null }) => person.delegation === 'fji');
      return (await fetch(`/api/conferences/icdd-2021/people/${fiji.principal}`, { method: 'DELETE', headers })).status;
    });
    expect(answer).toBe(204);
    await page('Fiji').getByText('You are no longer signed in.').first().waitFor();
  });
});
