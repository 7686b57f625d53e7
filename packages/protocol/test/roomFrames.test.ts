import { delegationIdSchema } from '@chapeau/procedure';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsAsUpdate, decodeRoomNotice, encodeRoomNotice, type RoomNotice, roomMessage } from '../src/roomFrames.ts';

const count = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const lease = fc.record({
  client: count,
  delegation: fc.option(fc.constantFrom('idn', 'asean', 'mic-1').map((id) => delegationIdSchema.parse(id))),
});
const notice: fc.Arbitrary<RoomNotice> = fc.oneof(
  fc.record({ type: fc.constant('acknowledgement' as const), durable: count, epoch: fc.string() }),
  fc.record({ type: fc.constant('refusal' as const), frame: count, fault: fc.string(), reason: fc.string() }),
  fc.record({ type: fc.constant('leases' as const), leases: fc.array(lease) }),
  fc.record({
    type: fc.constant('moves' as const),
    moves: fc.array(fc.record({ client: count, clock: count, length: count, author: count })),
  }),
);

describe('a notice of a room', () => {
  test('reads back as it was written', () => {
    fc.assert(
      fc.property(notice, (written) => {
        expect(decodeRoomNotice(encodeRoomNotice(written))).toEqual(written);
      }),
    );
  });

  test('cut short reads as none', () => {
    fc.assert(
      fc.property(notice, fc.nat(), (written, at) => {
        const bytes = encodeRoomNotice(written);
        expect(decodeRoomNotice(bytes.subarray(0, at % bytes.length))).toBeNull();
      }),
    );
  });

  test('starts with a type that stock clients do not know', () => {
    expect(encodeRoomNotice({ type: 'acknowledgement', durable: 0, epoch: '' })[0]).toBe(roomMessage.acknowledgement);
    expect(decodeRoomNotice(new Uint8Array([roomMessage.awareness, 1, 0]))).toBeNull();
  });
});

test('only sync step 2 and updates are counted', () => {
  const counted = [
    [0, 1],
    [0, 2],
  ];
  for (let type = 0; type < 5; type += 1) {
    for (let kind = 0; kind < 4; kind += 1) {
      expect(countsAsUpdate(new Uint8Array([type, kind, 0]))).toBe(counted.some(([a, b]) => a === type && b === kind));
    }
  }
});
