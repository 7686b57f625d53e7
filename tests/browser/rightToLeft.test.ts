import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasBrowser } from './chromium.ts';
import { live, paragraph, view } from './paths.ts';
import { rehearsal } from './rehearsal.ts';

const compilation = [
  '1.  يشجع [طوعا - Indonesia] تبادل الخبرات بين الوفود؛',
  '2.  Encourages the exchange of data;',
].join('\n');

/** How far the first letter of a place stands from its left edge, as a part of its width. */
function startOf(place: Locator, letter: string): Promise<number> {
  return place.evaluate((element, first) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(first);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const [box, letterBox] = [element.getBoundingClientRect(), range.getBoundingClientRect()];
      return (letterBox.left - box.left) / box.width;
    }
    throw new Error(`no ${first} there`);
  }, letter);
}

describe.skipIf(!hasBrowser)('a text in Arabic on a page in English', () => {
  const { page } = rehearsal([
    ['Secretariat', 'Dewi'],
    ['Fiji', 'Mere'],
  ]);

  test('begins at the right, its brackets and names in place; a paragraph in English beside it at the left', async () => {
    const desk = page('Secretariat');
    await view(desk, 'Secretariat');
    await desk.getByRole('link', { name: 'Document', exact: true }).click();
    await desk.getByRole('button', { name: 'Replace it by another text' }).click();
    await desk.getByLabel('A compilation with brackets and names').check();
    await desk.getByLabel('Text of the compilation').fill(compilation);
    await desk.getByRole('button', { name: 'Read the compilation' }).click();
    await desk.getByRole('button', { name: 'Put on the table…' }).click();
    await desk.getByRole('button', { name: /^Table it as Rev/ }).click();

    const body = (words: string) => paragraph(page('Fiji'), words).locator('.par-body');
    await body('يشجع').getByText('IDN').waitFor();
    expect(await startOf(body('يشجع'), 'ي')).toBeGreaterThan(0.9);
    expect(await startOf(body('Encourages'), 'E')).toBeLessThan(0.1);
  });

  test('is typed from the right as well', async () => {
    const fiji = page('Fiji');
    await paragraph(fiji, 'يشجع').click();
    await fiji.getByRole('button', { name: 'Propose an amendment' }).click();
    await live(fiji, 'يشجع').waitFor();
    expect(await startOf(live(fiji, 'يشجع'), 'ي')).toBeGreaterThan(0.9);
  });
});
