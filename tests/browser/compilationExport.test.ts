import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SpawnedServer } from '../support/spawnServer.ts';
import { hasBrowser, keepScreens, launch, type Person, phone, signIn } from './chromium.ts';
import { view } from './paths.ts';

const compilation = [
  'PP1  Recalling the message of last week, [Agreed ad ref]',
  '1.  Encourage [voluntary / binding - Indonesia] exchange of best practices;',
  '2.  Promote open data [each year - Fiji; Chile flexible];',
  '2 bis.  [Meet again. - India]',
].join('\n');

describe.skipIf(!hasBrowser)('the compilation that delegations take to their capitals', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-export-'));
  const people = new Map<string, Person>();
  let server: SpawnedServer;
  let browser: Browser;

  const enter = async (seat: string, device?: typeof phone): Promise<Page> => {
    const person = await signIn(browser, server.link('icdd-2021', seat), seat, device);
    people.set(seat, person);
    return person.page;
  };
  const saved = async (page: Page, button: string): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button, exact: true }).click(),
    ]);
    return readFileSync(await download.path(), 'latin1');
  };

  beforeAll(async () => {
    server = await SpawnedServer.start(join(folder, 'data'));
    browser = await launch();
    const desk = await enter('Secretariat');
    await view(desk, 'Secretariat');
    await desk.getByRole('link', { name: 'Document', exact: true }).click();
    await desk.getByRole('button', { name: 'Replace it by another text' }).click();
    await desk.getByLabel('A compilation with brackets and names').check();
    await desk.getByLabel('Text of the compilation').fill(compilation);
    await desk.getByRole('button', { name: 'Read the compilation' }).click();
    await desk.getByRole('button', { name: 'Put on the table…' }).click();
    await desk.getByRole('button', { name: /^Table it as Rev/ }).click();
    await desk.getByRole('button', { name: 'Put on the table…' }).waitFor({ state: 'detached' });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.interrupt();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(({ task }) => keepScreens(task.name, task.result?.state === 'fail', people));

  test('a delegate sees one paragraph in each form, and saves the text in it', async () => {
    const chile = await enter('Chile');
    await chile.getByRole('button', { name: 'Save as…' }).click();
    const preview = chile.locator('.notation-preview');
    await preview.getByText('1. Encourage [voluntary / binding - IDN] exchange of best practices;').waitFor();
    const rio = await saved(chile, 'Save as Markdown');
    expect(rio).toContain('2. Promote open data [each year - FJI];');
    expect(rio).toContain('2. bis [Meet again. - IND]');
    expect(rio).toContain('PP1 Recalling the message of last week, [Agreed ad ref]');

    await chile.getByLabel('With the positions of others').check();
    await chile.getByLabel('As in General Assembly compilations').check();
    await preview.getByText('1. Encourage [voluntary]/[binding] (IDN) exchange').waitFor();
    expect(await saved(chile, 'Save as Markdown')).toContain('[each year] (FJI) (CHL: flexible);');

    await chile.getByLabel('Without names').check();
    await preview.getByText('1. Encourage [voluntary][binding] exchange').waitFor();
    expect(await saved(chile, 'Save as Markdown')).not.toMatch(/IDN|Indonesia|FJI/);
    expect(await saved(chile, 'Save for Word')).toMatch(/^PK/);
    await chile.getByText('Saved: icdd-2021-compilation-none.docx').waitFor();
    expect(people.get('Chile')?.complaints).toEqual([]);
  });

  test('on a telephone too, and from the desk of the secretariat', async () => {
    const fiji = await enter('Fiji', phone);
    await fiji.getByRole('button', { name: 'Save as…' }).click();
    expect(await saved(fiji, 'Save as Markdown')).toContain('[each year - FJI]');
    const wide = await fiji.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);

    const desk = people.get('Secretariat')?.page as Page;
    await view(desk, 'Secretariat');
    await desk.getByRole('link', { name: 'Exports', exact: true }).click();
    await desk.getByText('Compilation of all proposals').click();
    expect(await saved(desk, 'Save as Markdown')).toContain('[each year - FJI]');
    for (const { complaints } of people.values()) expect(complaints).toEqual([]);
  });
});
