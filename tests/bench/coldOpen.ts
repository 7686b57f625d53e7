import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roomMessage, syncMessage } from '@chapeau/protocol';
import { GuardedRoom } from '@chapeau/room';
import * as Y from 'yjs';
import { largeRoom } from './largeRoom/document.ts';
import { room, storageIn, storeRoom } from './largeRoom/ownStore.ts';
import { type FreshServer, startOwn, startStock } from './largeRoom/servers.ts';
import { WireClient } from './rooms/wireClient.ts';
import { head, median, ratio, row, takeTurns } from './support/timing.ts';

export const name = 'coldOpen';
export const what = 'opening a room of 200,000 edits by 41 authors, beside Yjs alone and @y/websocket-server 0.1.5';

const [paragraphs, keystrokes, joins, bursts, starts] = [500, 200_000, 20, 5, 5];

/** About half a minute. */
export async function run(print: (line: string) => void): Promise<void> {
  const large = largeRoom(paragraphs, keystrokes);
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-bench-'));
  const snapshot = join(folder, 'snapshot.bin');
  storeRoom(folder, large);
  writeFileSync(snapshot, large.snapshot);
  try {
    const size = `${(large.snapshot.length / 1e6).toFixed(2)} MB as Yjs, ${large.characters.toLocaleString('en')} characters`;
    print(`${paragraphs} paragraphs, ${size}\n`);
    await printInProcess(print, large, folder);
    print('');
    const own = await measure(() => startOwn(folder));
    const stock = await measure(() => startStock(snapshot));
    print(head('served', 'Chapeau', '@y/websocket-server', 'ratio'));
    const line = (what: string, key: keyof Served) =>
      print(row(what, own[key].toFixed(2), stock[key].toFixed(2), ratio(own[key], stock[key])));
    line('first client has the text, ms', 'first');
    line('processor time for that, ms', 'firstCpu');
    line(`${joins} more at once have it, ms`, 'all');
    line('processor time for each, ms', 'eachCpu');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function printInProcess(
  print: (line: string) => void,
  { seed, snapshot }: ReturnType<typeof largeRoom>,
  folder: string,
): Promise<void> {
  const storage = storageIn(folder);
  const times = await takeTurns(
    {
      raw: () => Y.applyUpdate(new Y.Doc(), snapshot),
      guarded: () => GuardedRoom.open([seed, snapshot]),
      stored: () => GuardedRoom.open(storage.rooms.updates(room)),
    },
    { turns: 9, warmUp: 2 },
  );
  storage.close();
  print(head('opened in this process', 'ms', 'ratio to Y.applyUpdate'));
  const line = (what: string, time: number) => print(row(what, time.toFixed(1), ratio(time, times.raw)));
  line('Y.applyUpdate of the snapshot', times.raw);
  line('behind the gate', times.guarded);
  line('behind the gate, from SQLite', times.stored);
}

interface Served {
  readonly first: number;
  readonly firstCpu: number;
  readonly all: number;
  readonly eachCpu: number;
}

/** Medians over fresh processes. */
async function measure(start: () => Promise<FreshServer>): Promise<Served> {
  const seen: Served[] = [];
  for (let left = starts; left > 0; left -= 1) {
    const server = await start();
    const idle = await server.cpu();
    const begun = performance.now();
    const first = await joinTogether(server, 1);
    const firstTime = performance.now() - begun;
    const opened = await server.cpu();
    const burstTimes: number[] = [];
    const before = await server.cpu();
    for (let burst = 0; burst < bursts; burst += 1) {
      const at = performance.now();
      const some = await joinTogether(server, joins);
      burstTimes.push(performance.now() - at);
      for (const client of some) client.close();
    }
    const eachCpu = ((await server.cpu()) - before) / (joins * bursts);
    for (const client of first) client.close();
    await server.stop();
    seen.push({ first: firstTime, firstCpu: opened - idle, all: median(burstTimes), eachCpu });
  }
  const of = (key: keyof Served) => median(seen.map((served) => served[key]));
  return { first: of('first'), firstCpu: of('firstCpu'), all: of('all'), eachCpu: of('eachCpu') };
}

/** So many clients at once, each of which has the whole text when this is done. */
function joinTogether(server: FreshServer, count: number): Promise<readonly WireClient[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => joined(server, `guest-${index}`)));
}

async function joined({ port, path }: FreshServer, guest: string): Promise<WireClient> {
  const client = await WireClient.open({ port, path, guest });
  const size = await new Promise<number>((resolve) => {
    client.onFrame = (payload) => {
      if (payload[0] === roomMessage.sync && payload[1] === syncMessage.step2) resolve(payload.length);
    };
    client.send(new Uint8Array([roomMessage.sync, syncMessage.step1, 1, 0]));
  });
  if (size < 100_000) throw new Error(`a text of ${size} bytes is not the one that was stored`);
  return client;
}
