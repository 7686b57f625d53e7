/**
 * One load generator, in a process of its own: opens the connections of a scenario, lets the writers type, and measures on a sample of
 * the connections when each character arrives. Speaks the y-websocket protocol as its provider does, also where a name stands before it.
 */
import { present } from '@chapeau/base';
import { roomMessage, syncMessage } from '@chapeau/protocol';
import { roomRoot } from '@chapeau/room';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Load, LoadMessage } from './scenario.ts';
import { WireClient } from './wireClient.ts';

const load = JSON.parse(process.argv[2] ?? '') as Load;
const { connections, writers, charactersPerSecond } = load.scenario;
const sampleSize = 50;
const prefix = prefixOf(load.prefix);
/** Hocuspocus' request to let somebody in, with an empty token: it asks for none unless told. */
const signIn = new Uint8Array([2, 0, 0]);
const tell = (message: LoadMessage) => process.send?.(message);

/** A writer types at the front of its own paragraph, so that its updates are right whatever it has not read yet. */
class Writer {
  readonly #client: WireClient;
  readonly #doc = new Y.Doc();
  readonly #words: Y.XmlText;
  readonly sentAt: number[] = [];
  readonly id: number;

  constructor(client: WireClient, text: Uint8Array, index: number) {
    this.#client = client;
    this.id = present(load.clients[index], 'client id');
    Y.applyUpdate(this.#doc, text);
    this.#doc.clientID = this.id;
    const paragraph = this.#doc.getXmlFragment(roomRoot).get(index);
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(words instanceof Y.XmlText)) throw new Error(`no paragraph ${index} to type in`);
    this.#words = words;
    this.#doc.on('update', (update: Uint8Array) => {
      this.sentAt.push(performance.now());
      this.#client.send(syncFrame(syncMessage.update, update));
    });
  }

  type(): void {
    this.#words.insert(this.#words.length, 'x');
  }
}

const latencies: number[] = [];
let received = 0;
let writing: readonly Writer[] = [];
const byClient = new Map<number, Writer>();

/** The characters that an update brings; every reader of a frame gets the same bytes, so each is decoded once. */
const decoded = new Map<string, readonly { readonly client: number; readonly from: number; readonly to: number }[]>();

function charactersOf(payload: Buffer) {
  const key = payload.toString('latin1');
  let runs = decoded.get(key);
  if (runs === undefined) {
    const decoder = decoding.createDecoder(payload);
    decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    runs = Y.decodeUpdate(decoding.readVarUint8Array(decoder)).structs.map(({ id, length }) => ({
      client: id.client,
      from: id.clock,
      to: id.clock + length,
    }));
    if (decoded.size > 2000) decoded.clear();
    decoded.set(key, runs);
  }
  return runs;
}

function measure(payload: Buffer): void {
  if (payload[0] !== roomMessage.sync || payload[1] !== syncMessage.update) return;
  const now = performance.now();
  for (const { client, from, to } of charactersOf(payload)) {
    const sentAt = byClient.get(client)?.sentAt ?? [];
    for (let clock = from; clock < to; clock += 1) {
      const sent = sentAt[clock];
      if (sent === undefined) continue;
      received += 1;
      latencies.push(now - sent);
    }
  }
}

function syncFrame(type: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, roomMessage.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

function prefixOf(name: string | null): Uint8Array {
  const encoder = encoding.createEncoder();
  if (name !== null) encoding.writeVarString(encoder, name);
  return encoding.toUint8Array(encoder);
}

/** Opens a connection and answers as y-websocket does; resolves with the text. */
async function join(index: number): Promise<{ readonly client: WireClient; readonly text: Uint8Array }> {
  const client = await WireClient.open({ port: load.port, path: load.path, guest: `guest-${index}`, prefix });
  if (load.prefix !== null) client.send(signIn);
  return new Promise((resolve) => {
    client.onFrame = (payload) => {
      if (payload[0] !== roomMessage.sync) return;
      if (payload[1] === syncMessage.step1) client.send(syncFrame(syncMessage.step2, new Uint8Array([0, 0])));
      if (payload[1] !== syncMessage.step2) return;
      const decoder = decoding.createDecoder(payload.subarray(2));
      resolve({ client, text: Uint8Array.from(decoding.readVarUint8Array(decoder)) });
    };
    client.send(syncFrame(syncMessage.step1, new Uint8Array([0])));
  });
}

/** The connection that brought the text stays until others are there: a server may forget a text that nobody has open. */
async function seed(): Promise<WireClient | null> {
  if (load.seed === null) return null;
  const { client } = await join(-1);
  client.send(syncFrame(syncMessage.update, Buffer.from(load.seed, 'base64')));
  // Asked behind the update, the server answers with the update in it.
  await new Promise<void>((resolve) => {
    client.onFrame = (payload) => {
      if (payload[0] === roomMessage.sync && payload[1] === syncMessage.step2 && payload.length > 100) resolve();
    };
    client.send(syncFrame(syncMessage.step1, new Uint8Array([0])));
  });
  return client;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Lets each writer type at its rate, out of step with the others, for so many seconds. */
async function typeFor(seconds: number): Promise<number> {
  const start = performance.now();
  const interval = 1000 / charactersPerSecond;
  let sent = 0;
  for (let turn = 0; performance.now() - start < seconds * 1000; turn += 1) {
    const due = start + (turn * interval) / writers;
    const early = due - performance.now();
    if (early > 1) await pause(early);
    writing[turn % writers]?.type();
    sent += 1;
  }
  return sent;
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

const founder = await seed();
const guests: Awaited<ReturnType<typeof join>>[] = [];
for (let at = 0; at < connections; at += 20) {
  const some = Array.from({ length: Math.min(20, connections - at) }, (_, index) => join(at + index));
  guests.push(...(await Promise.all(some)));
}
founder?.close();
writing = guests.slice(0, writers).map(({ client, text }, index) => new Writer(client, text, index));
for (const writer of writing) byClient.set(writer.id, writer);
for (const { client } of guests) client.onFrame = () => {};
await typeFor(2);
await pause(1000);

// Readers, not writers: what a writer typed itself is no measure.
const sample = guests
  .slice(Math.min(writers, connections - 1))
  .filter((_, index, all) => index % Math.ceil(all.length / sampleSize) === 0);
for (const { client } of sample) client.onFrame = measure;
tell({ type: 'begin' });
const sent = await typeFor(load.seconds);
tell({ type: 'end' });
const expected = sent * sample.length;
for (let waited = 0; received < expected && waited < 5000; waited += 50) await pause(50);
latencies.sort((a, b) => a - b);
tell({
  type: 'seen',
  seen: { sent, expected, received, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) },
});
for (const { client } of guests) client.close();
process.disconnect?.();
