import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { hasBrowser } from './chromium.ts';
import { paragraph, view } from './paths.ts';
import { rehearsal } from './rehearsal.ts';

const compilation = [
  'PP1  Recalling the message of last week, [Agreed ad ref]',
  '1.  Encourage [voluntary - Indonesia, Atlantis] exchange of best practices;',
  '2.  Promote [open] data [each year - Fiji; Chile flexible];',
  '3.  Meet [again;',
  '4.  Report [soon;',
  '5.  Invite all of them [and more - Fijy];',
  '6.  Review the work; (pending PP1)',
  '7.  Share data [with all - Observatory];',
].join('\n');

/** Last week's compilation, from the text as it was left to the table. The steps build on one another. */
describe.skipIf(!hasBrowser)('a compilation that another place left', () => {
  const { people, page } = rehearsal([
    ['Secretariat', 'Secretariat'],
    ['Fiji', 'Fiji'],
  ]);

  const region = (name: string | RegExp) => page('Secretariat').getByRole('region', { name });
  const preview = () => region('How the text will stand');
  const axe = async () => {
    const { violations } = await new AxeBuilder({ page: page('Secretariat') }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  };

  test('is pasted, and read beside the page', async () => {
    const desk = page('Secretariat');
    await view(desk, 'Secretariat');
    await desk.getByRole('link', { name: 'Document', exact: true }).click();
    await desk.getByRole('button', { name: 'Replace it by another text' }).click();
    await desk.getByLabel('A compilation with brackets and names').check();
    expect(await desk.getByRole('button', { name: 'Read the compilation' }).isDisabled()).toBe(true);
    await desk.getByLabel('Text of the compilation').fill(compilation);
    await desk.getByRole('button', { name: 'Read the compilation' }).click();
    await desk.getByText('8 brackets, nested at most 1 deep').waitFor();
    await axe();
  });

  test('each decision of the reader is shown in both texts by keys alone, ticked off, and stays so after a reload', async () => {
    const desk = page('Secretariat');
    await desk.getByText('0 of 5 confirmed').waitFor();
    const place = desk.getByRole('button', { name: 'Line 4, column 10' });
    await place.focus();
    await desk.keyboard.press('Enter');
    const bar = region('The place in the text');
    await bar.getByText('This bracket is never closed').waitFor();
    expect(await bar.locator('mark').textContent()).toBe('[again;');
    const shown = preview().locator('[aria-current="location"]');
    expect(await shown.textContent()).toContain('Meet');
    await axe();

    // The focus is on "Seen, right": it goes on to the next of this kind.
    await desk.keyboard.press('Enter');
    await bar.getByText('Line 5, column 12').waitFor();
    await desk.keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });
    expect(await place.evaluate((element) => element === document.activeElement)).toBe(true);
    await desk.getByText('1 of 5 confirmed').waitFor();

    await desk.reload();
    await desk.getByText('1 of 5 confirmed').waitFor();
    expect(await desk.getByLabel('Seen, right: Line 4, column 10').isChecked()).toBe(true);
    await desk.getByRole('button', { name: 'Confirm all: 3 left. A name that is not known.' }).click();
    await desk.getByText('4 of 5 confirmed').waitFor();
  });

  test('names that are not known are looked up where they stand, said to be none, taken for whom they resemble, and remembered', async () => {
    const desk = page('Secretariat');
    await desk.getByText('3 names to decide').waitFor();
    await desk.getByLabel('Whom Observatory means').selectOption({ label: 'No name: words of the text' });
    await desk.getByText('2 names to decide').waitFor();
    await preview().getByText('with all - Observatory').waitFor();
    expect(await desk.getByRole('button', { name: 'Put on the table…' }).isDisabled()).toBe(true);
    await desk.getByRole('button', { name: '1: show the place where Atlantis is named' }).click();
    await region('The place in the text').getByText('Line 2, column 39').waitFor();
    expect(await preview().locator('[aria-current="location"]').textContent()).toContain('Encourage');
    await desk.keyboard.press('Escape');

    await desk.getByRole('button', { name: 'Fijy means Fiji' }).click();
    await desk.getByText('1 name to decide').waitFor();
    await desk.getByLabel('Whom Atlantis means').selectOption('fji');
    await preview().getByText('IDN, FJI').waitFor();
    await desk.getByText('3 names remembered for this conference').click();
    await desk.getByRole('button', { name: 'Forget Atlantis' }).waitFor();
  });

  test('what a paragraph is can be corrected, or that it is none', async () => {
    const desk = page('Secretariat');
    await desk.getByRole('heading', { name: 'How the text will stand' }).scrollIntoViewIfNeeded();
    await desk.getByLabel('Kind of paragraph 4').hover();
    await desk.getByLabel('Kind of paragraph 4').selectOption('heading');
    await preview().locator('.kind-heading').filter({ hasText: 'Meet' }).waitFor();
    await desk.getByLabel('Kind of paragraph 5').hover();
    await desk.getByRole('button', { name: 'Leave paragraph 5 out' }).click();
    await desk.getByText('Paragraphs that you left out').waitFor();
    await preview().getByText('Report').waitFor({ state: 'detached' });
    await desk.getByRole('button', { name: 'Take it in again: Line 5, column 1' }).click();
    await preview().getByText('Report').waitFor();
    await desk.getByLabel('Kind of paragraph 4').selectOption('operative');
  });

  test('goes on the table with the names that the secretariat decided, which is led to the first open paragraph', async () => {
    const [desk, fiji] = [page('Secretariat'), page('Fiji')];
    await desk.getByRole('spinbutton', { name: 'Revision' }).fill('3');
    await desk.getByRole('button', { name: 'Put on the table…' }).click();
    const question = desk.getByRole('dialog');
    await question.getByText('1 place at which the reader had to decide was not confirmed.').waitFor();
    await question.getByRole('button', { name: 'Table it as Rev.3' }).click();

    await desk.getByText('The compilation is on the table as Rev.3').waitFor();
    const [file] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('button', { name: 'Save the list' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('not-taken-over.txt');
    await axe();
    await desk.getByRole('link', { name: 'Go on at the first open paragraph' }).click();
    await desk.locator('[data-paragraph][aria-current="true"]').filter({ hasText: 'Encourage' }).waitFor();

    const encouraged = paragraph(fiji, 'exchange of best practices');
    await encouraged.getByText('IDN, FJI').waitFor();
    await fiji.getByText('Rev.3').first().waitFor();
    await paragraph(fiji, 'Promote').click();
    await fiji.getByText('Nobody is named: the chair settles it').first().waitFor();
    for (const { complaints } of people.values()) expect(complaints).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)('a compilation in hand when another text is tabled', () => {
  const { page } = rehearsal([
    ['Secretariat', 'Secretariat'],
    ['Chair', 'Chair'],
  ]);

  test('is not lost, and is not said to have entered, even when it was on its way', async () => {
    const [desk, chair] = [page('Secretariat'), page('Chair')];
    await view(desk, 'Secretariat');
    await desk.getByRole('link', { name: 'Document', exact: true }).click();
    await desk.getByRole('button', { name: 'Replace it by another text' }).click();
    await desk.getByLabel('A compilation with brackets and names').check();
    await desk.getByLabel('Text of the compilation').fill('1. Meet [again - Fiji];');
    await desk.getByRole('button', { name: 'Read the compilation' }).click();
    await desk.getByRole('button', { name: 'Put on the table…' }).click();
    // The line goes down, the act never arrives, and the page is loaded anew.
    await desk.route('**/acts', () => undefined);
    await desk.getByRole('button', { name: 'Table it as Rev.1' }).click();
    await desk.reload();
    await desk.getByRole('button', { name: 'Put on the table…' }).waitFor();

    await chair.getByRole('button', { name: 'Table as Rev.0…' }).click();
    await chair.getByRole('dialog').getByRole('button').last().click();
    await desk.getByText('A text that you were preparing has not entered.').waitFor();
    expect(await desk.getByText('The compilation is on the table').count()).toBe(0);
    const [file] = await Promise.all([
      desk.waitForEvent('download'),
      desk.getByRole('button', { name: 'Save it as a file' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toBe('1. Meet [again - Fiji];');
  });
});
