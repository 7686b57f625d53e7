import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SpawnedServer } from '../support/spawnServer.ts';
import { hasBrowser, keepScreens, launch, type Person, signIn } from './chromium.ts';
import { paragraph, view } from './paths.ts';

const compilation = [
  'PP1  Recalling the message of last week, [Agreed ad ref]',
  '1.  Encourage [voluntary - Indonesia, Atlantis] exchange of best practices;',
  '2.  Promote [open] data [each year - Fiji; Chile flexible];',
  '3.  Meet [again;',
].join('\n');

describe.skipIf(!hasBrowser)('a compilation that another place left', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-compilation-'));
  const people = new Map<string, Person>();
  let server: SpawnedServer;
  let browser: Browser;

  const page = (seat: string): Page => {
    const person = people.get(seat);
    if (person === undefined) throw new Error(`${seat} has not signed in`);
    return person.page;
  };

  beforeAll(async () => {
    server = await SpawnedServer.start(join(folder, 'data'));
    browser = await launch();
    for (const seat of ['Secretariat', 'Fiji']) {
      people.set(seat, await signIn(browser, server.link('icdd-2021', seat), seat));
    }
  });

  afterAll(async () => {
    await browser?.close();
    await server?.interrupt();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(({ task }) => keepScreens(task.name, task.result?.state === 'fail', people));

  test('is pasted, survives a reload, and goes on the table with the names that the secretariat decided', async () => {
    const [desk, fiji] = [page('Secretariat'), page('Fiji')];
    await view(desk, 'Secretariat');
    await desk.getByRole('link', { name: 'Document', exact: true }).click();
    await desk.getByRole('button', { name: 'Replace it by another text' }).click();
    await desk.getByLabel('A compilation with brackets and names').check();
    await desk.getByLabel('Text of the compilation').fill(compilation);
    await desk.getByRole('button', { name: 'Read the compilation' }).click();
    await desk.getByText('5 brackets, nested at most 1 deep').waitFor();

    await desk.reload();
    await desk.getByText('5 brackets, nested at most 1 deep').waitFor();
    await desk.getByText('places to look at').click();
    await desk.getByText('Line 4, column 10: This bracket is never closed').waitFor();
    expect(await desk.getByRole('button', { name: 'Put on the table…' }).isDisabled()).toBe(true);
    await desk.getByLabel('Whom Atlantis means').selectOption('fji');
    const preview = desk.getByRole('region', { name: 'How the text will stand' });
    await preview.getByText('IDN, FJI').waitFor();

    await desk.getByRole('spinbutton', { name: 'Revision' }).fill('3');
    await desk.getByRole('button', { name: 'Put on the table…' }).click();
    await desk.getByRole('button', { name: 'Table it as Rev.3' }).click();

    const encouraged = paragraph(fiji, 'exchange of best practices');
    await encouraged.getByText('IDN, FJI').waitFor();
    await fiji.getByText('Rev.3').first().waitFor();
    await paragraph(fiji, 'Promote').click();
    await fiji.getByText('Nobody is named: the chair settles it').first().waitFor();
    for (const { complaints } of people.values()) expect(complaints).toEqual([]);
  });
});
