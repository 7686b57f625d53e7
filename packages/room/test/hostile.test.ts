import { assert, describe, expect, test } from 'vitest';
import { attacks } from './hostileUpdates.ts';
import {
  accomplice,
  attacker,
  enter,
  honest,
  liveBytes,
  peerOf,
  scene,
  seedClient,
  textOf,
  updateOf,
  wordsAt,
} from './scene.ts';

/** The server's own id is refused by the room even if a caller would let it pass. */
const mayWrite = (client: number) => [attacker, accomplice, seedClient].includes(client);

describe('refuses, without a trace,', () => {
  test.each(attacks)('$name', ({ update, fault }) => {
    const at = scene();
    const { room } = at;
    const hostile = update(at);
    const before = liveBytes(room);
    const own = peerOf(room, honest);
    const earlier = room.admit(
      updateOf(own, () => wordsAt(own, 0).insert(0, '¶ ')),
      (client) => client === honest,
    );
    assert(earlier.ok, 'an honest update before the attack');

    const result = room.admit(hostile, mayWrite);

    expect(result.ok ? 'admitted' : result.error.type).toBe(fault);
    expect(liveBytes(room)).toEqual(before);
    const later = room.admit(
      updateOf(own, () => wordsAt(own, 1).insert(0, 'Still: ')),
      (client) => client === honest,
    );
    assert(later.ok, 'an honest update after the attack');
    room.publish([earlier.value, later.value]);
    expect(textOf(room)).toEqual([
      '¶ The few many participants recognise that water is life.',
      'Still: Ends with a fish 🐟.',
    ]);
  });

  test.each(attacks)('within 100 ms of work: $name', ({ update }) => {
    const at = scene();
    const hostile = update(at);
    const costs = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage();
      at.room.admit(hostile, mayWrite);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...costs)).toBeLessThan(100);
  });
});

test('a refused update may be followed by an honest one of the same author', () => {
  const { room, clock } = scene();
  const doc = peerOf(room, attacker);
  const bad = updateOf(doc, () => wordsAt(doc, 0).insert(0, '\u202e'));
  expect(room.admit(bad, mayWrite).ok).toBe(false);
  const fresh = peerOf(room, attacker);
  enter(
    room,
    updateOf(fresh, () => wordsAt(fresh, 0).insert(0, 'x')),
    attacker,
  );
  expect(clock).toBeGreaterThan(0);
  expect(textOf(room)[0]).toMatch(/^xThe/);
});
