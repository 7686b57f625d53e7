import { ok, present } from '@chapeau/base';
import { encodeRoomNotice, roomMessage, syncMessage } from '@chapeau/protocol';
import { roomRoot } from '@chapeau/room';
import { schemaVersion } from '@chapeau/text';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { RoomConnection } from '../../src/rooms/roomConnection.ts';
import { MemoryCopies } from './memoryCopies.ts';

/** A server that takes everything and says nothing, but for what a test has it say. */
class SilentServer {
  static sockets: SilentServer[] = [];
  readonly OPEN = 1;
  readyState = 0;
  binaryType = 'arraybuffer';
  onopen: (() => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onmessage: ((event: { data: ArrayBufferLike }) => void) | null = null;
  received = 0;

  constructor() {
    SilentServer.sockets.push(this);
    setTimeout(() => {
      this.readyState = 1;
      this.onopen?.();
      this.say(syncFrame(syncMessage.step1, Y.encodeStateVector(new Y.Doc())));
    }, 1);
  }

  send(): void {
    this.received += 1;
  }

  close(): void {
    this.readyState = 3;
  }

  say(frame: Uint8Array): void {
    this.onmessage?.({ data: frame.slice().buffer });
  }

  acknowledge(durable: number): void {
    this.say(encodeRoomNotice({ type: 'acknowledgement', durable, epoch: 'epoch' }));
  }
}

/** Of a body shorter than 128 bytes. */
function syncFrame(type: number, body: Uint8Array): Uint8Array {
  return Uint8Array.of(roomMessage.sync, type, body.length, ...body);
}

let connection: RoomConnection;

beforeEach(async () => {
  vi.useFakeTimers();
  SilentServer.sockets = [];
  connection = new RoomConnection({
    room: 'r-1',
    seat: 'seat0001',
    principal: 'p-1',
    serverUrl: 'ws://127.0.0.1/rooms',
    WebSocket: SilentServer as never,
    copies: new MemoryCopies(),
    lease: () => Promise.resolve(ok({ client: 7, epoch: 'epoch', schema: schemaVersion, access: 'write' })),
  });
  await vi.advanceTimersByTimeAsync(10);
});

afterEach(() => {
  connection.close();
  vi.useRealTimers();
});

function edit(): void {
  const { text } = present(connection.snapshot.document, 'document');
  text.insert(0, [new Y.XmlElement('paragraph')]);
}

/** What a server that has words sends first. */
function seed(): void {
  const doc = new Y.Doc();
  doc.getXmlFragment(roomRoot).insert(0, [new Y.XmlElement('paragraph')]);
  SilentServer.sockets.at(-1)?.say(syncFrame(syncMessage.step2, Y.encodeStateAsUpdate(doc)));
}

it('is not taken for success: ten seconds after the last sign, words are called not saved', async () => {
  seed();
  edit();
  expect(connection.snapshot.save).toEqual({ type: 'saving' });
  await vi.advanceTimersByTimeAsync(9_900);
  expect(connection.snapshot.save).toEqual({ type: 'saving' });
  await vi.advanceTimersByTimeAsync(200);
  expect(connection.snapshot.save).toEqual({ type: 'unsaved', changes: 1, cause: 'no-answer' });
  SilentServer.sockets.at(-1)?.acknowledge(2);
  expect(connection.snapshot.save).toEqual({ type: 'saved' });
});

it('is not put off by going on typing', async () => {
  seed();
  for (let second = 0; second < 11; second += 1) {
    edit();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(connection.snapshot.save).toMatchObject({ type: 'unsaved', cause: 'no-answer' });
});

it('loses nothing where nothing was typed', async () => {
  seed();
  await vi.advanceTimersByTimeAsync(25_000);
  expect(connection.snapshot.save).toEqual({ type: 'saving' });
});

it('of a whole connection is ended when the page is looked at again', async () => {
  seed();
  await vi.advanceTimersByTimeAsync(25_000);
  connection.wake();
  await vi.advanceTimersByTimeAsync(10);
  expect(SilentServer.sockets).toHaveLength(2);
});
