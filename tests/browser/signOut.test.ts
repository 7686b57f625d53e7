import { describe, expect, test } from 'vitest';
import { hasBrowser } from './chromium.ts';
import { view } from './paths.ts';
import { rehearsal } from './rehearsal.ts';

/** A computer that several people share: what the one leaves there when signing out. */
describe.skipIf(!hasBrowser)('signing out', () => {
  const { page, people } = rehearsal([['Secretariat', 'Sari']]);

  test('says that a text in hand goes with it, and leaves none of it behind', async () => {
    const desk = page('Secretariat');
    await view(desk, 'Secretariat');
    await desk.getByRole('link', { name: 'Document', exact: true }).click();
    await desk.getByRole('button', { name: 'Replace it by another text' }).click();
    await desk.getByLabel('A compilation with brackets and names').check();
    await desk.getByLabel('Text of the compilation').fill('1. Confidential [words - USA];');
    const kept = () =>
      desk.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]));
    await expect.poll(kept).toContain('Confidential');
    await desk.locator('summary', { hasText: 'Your seat' }).click();
    await desk.getByRole('button', { name: 'Sign out' }).click();
    const asked = desk.getByRole('dialog', { name: 'Sign out on this device?' });
    expect(await asked.textContent()).toContain('has not entered yet');
    await asked.getByRole('button', { name: 'Sign out' }).click();
    await desk.waitForURL((url) => url.pathname === '/');
    expect(await kept()).not.toContain('Confidential');
    const seats = await desk.evaluate(async () => (await fetch('/api/seats')).text());
    expect(seats).toBe('{"seats":[]}');
    expect(people.get('Secretariat')?.complaints).toEqual([]);
  });
});
