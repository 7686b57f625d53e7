import { roomClose, syncMessage } from '@chapeau/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attacks } from '../../packages/room/test/hostileUpdates.ts';
import { scene, textOf, victim } from '../../packages/room/test/scene.ts';
import { draftOf, typing, wordsOf } from '../../sync-server/test/rooms/draftOf.ts';
import { type RawPeer, syncFrame } from '../../sync-server/test/rooms/rawPeer.ts';
import { documentHash, enter, openStage, type Stage } from './stage.ts';

let stage: Stage;
let observer: RawPeer;
let before: string;
const scenery = scene();

beforeAll(async () => {
  stage = await openStage();
  observer = await (await enter(stage, stage.room, stage.japan.headers)).sync();
  before = documentHash(observer);
});
afterAll(() => stage.server.close());

/** An honest observer has what it had, got nothing, and so does whoever joins now; the store holds no more than before. */
async function expectUntouched(): Promise<void> {
  await observer.heard();
  expect(observer.close).toBeNull();
  expect(observer.updates).toHaveLength(1);
  const newcomer = await (await enter(stage, stage.room, stage.indonesia.headers)).sync();
  expect(documentHash(newcomer)).toBe(before);
  newcomer.leave();
  const { rooms } = stage.server.started.services.storage;
  expect([...rooms.updates(stage.room)]).toHaveLength(2);
}

test('the scene on the server is that of the attacks', () => {
  expect(wordsOf(draftOf(observer, 1))).toEqual(textOf(scenery.room));
});

describe('a sponsor with a lease of its own sends an update, and nothing of it arrives:', () => {
  test.each(attacks)('$name', async ({ update }) => {
    const hostile = await (await enter(stage, stage.room, stage.chile.headers)).sync();
    hostile.send(syncFrame(syncMessage.update, update(scenery)));
    // Whatever waits for something before it waits no longer than for the answer that every client gives.
    hostile.send(syncFrame(syncMessage.step2, new Uint8Array([0, 0])));
    const { code } = await hostile.closed();
    expect([roomClose.refused, 1009]).toContain(code);
    await expectUntouched();
  });

  test.each(attacks)('as the answer to sync step 1: $name', async ({ update }) => {
    const hostile = await (await enter(stage, stage.room, stage.chile.headers)).sync();
    hostile.send(syncFrame(syncMessage.step2, update(scenery)));
    const { code } = await hostile.closed();
    expect([roomClose.refused, 1009]).toContain(code);
    await expectUntouched();
  });
});

test('after all that, an honest sponsor writes and the observer reads it', async () => {
  const { hub } = stage.server.started.services;
  expect(hub.metrics().admitted).toBe(0);
  expect(hub.metrics().refused).toBeGreaterThan(attacks.length);
  const honest = await (await enter(stage, stage.room, stage.indonesia.headers)).sync();
  honest.sendUpdate(typing(draftOf(honest, victim), 'Still: '));
  await observer.until(() => observer.updates.length === 2);
  expect(wordsOf(draftOf(observer, 1))[0]).toBe(`Still: ${textOf(scenery.room)[0]}`);
});
