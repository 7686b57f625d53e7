import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { SpawnedServer } from '../support/spawnServer.ts';
import { keepScreens, launch, type Person, signIn } from './chromium.ts';

/** A seat of the demonstration conference and who sits there, at a desk unless another device is told. */
export type Seated = readonly [seat: string, name: string, device?: Parameters<typeof signIn>[3]];

/** A server of its own with the demonstration conferences, and people at their devices. */
export interface Rehearsal {
  /** Where everything that the rehearsal writes is kept, until it ends. */
  readonly folder: string;
  readonly people: Map<string, Person>;
  readonly browser: () => Browser;
  readonly server: () => SpawnedServer;
  /** The page of who sits there; throws where nobody does. */
  readonly page: (seat: string) => Page;
  /** The server again, on the same data at the same port, after it was killed. */
  readonly startAgain: () => Promise<void>;
}

/** Sets one up for the tests of the suite around it: signs people in before them, keeps what they saw where one fails, and ends it all after them. */
export function rehearsal(seated: readonly Seated[]): Rehearsal {
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-rehearsal-'));
  const people = new Map<string, Person>();
  let server: SpawnedServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await SpawnedServer.start(join(folder, 'data'));
    browser = await launch();
    for (const [seat, name, device] of seated)
      people.set(seat, await signIn(browser, server.link('icdd-2021', seat), name, device));
  });

  afterAll(async () => {
    await browser?.close();
    await server?.interrupt();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(({ task }) => keepScreens(task.name, task.result?.state === 'fail', people));

  return {
    folder,
    people,
    browser: () => browser,
    server: () => server,
    page: (seat) => {
      const person = people.get(seat);
      if (person === undefined) throw new Error(`${seat} has not signed in`);
      return person.page;
    },
    startAgain: async () => {
      server = await SpawnedServer.start(join(folder, 'data'), '--port', String(server.port));
    },
  };
}
