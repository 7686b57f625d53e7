import { join } from 'node:path';
import { assertNever, present } from '@chapeau/base';
import { processorSeconds, residentMegabytes } from './rooms/processMeter.ts';
import type { Load, LoadMessage, Scenario, Seen } from './rooms/scenario.ts';
import { type RunningServer, startChapeau, startHocuspocus, startNode, startStock } from './rooms/servers.ts';

export const name = 'rooms';
export const what =
  'fan-out on one text, beside @y/websocket-server 0.1.5 and @hocuspocus/server 4.7.0, which neither check nor keep anything';

const peers = [
  { name: '@y/websocket-server', start: startStock },
  { name: 'Hocuspocus', start: (writers: number) => startHocuspocus(writers, 0) },
  { name: 'Hocuspocus, sending every 20 ms', start: (writers: number) => startHocuspocus(writers, 20) },
] as const;

const scenarios: readonly Scenario[] = [
  { connections: 20, writers: 5, charactersPerSecond: 5 },
  { connections: 200, writers: 20, charactersPerSecond: 5 },
  { connections: 1000, writers: 50, charactersPerSecond: 10 },
];
const seconds = 6;

interface Measured extends Seen {
  readonly cores: number;
  readonly megabytes: number;
}

/** Runs every scenario on each server, in a fresh process on one processor, the load on the other. About three minutes. */
export async function run(print: (line: string) => void): Promise<void> {
  if (process.platform !== 'linux') return print('Needs Linux: it pins processes and reads their times from /proc.');
  print('| connections, updates/s | server | p50 ms | p99 ms | cores | memory MB | lost |');
  print('|---|---|---|---|---|---|---|');
  for (const scenario of scenarios) {
    const ours = await measure(scenario, await startChapeau(scenario.writers));
    print(row(scenario, 'Chapeau', ours));
    for (const { name, start } of peers) {
      const peer = await measure(scenario, await start(scenario.writers));
      print(row(scenario, name, peer));
      print(row(scenario, `ours to ${name}`, ours, peer));
    }
  }
}

async function measure(scenario: Scenario, server: RunningServer): Promise<Measured> {
  const { port, path, clients, prefix, seed, pid } = server;
  const load: Load = { scenario, port, path, clients, prefix, seed, seconds };
  const generator = startNode(1, join(import.meta.dirname, 'rooms/loadGenerator.ts'), [JSON.stringify(load)]);
  let [begun, cores, megabytes] = [0, 0, 0];
  const found: Seen[] = [];
  generator.on('message', (message: LoadMessage) => {
    switch (message.type) {
      case 'begin':
        begun = processorSeconds(pid);
        break;
      case 'end':
        cores = (processorSeconds(pid) - begun) / seconds;
        megabytes = residentMegabytes(pid);
        break;
      case 'seen':
        found.push(message.seen);
        break;
      default:
        assertNever(message);
    }
  });
  await new Promise((resolve) => generator.once('exit', resolve));
  await server.stop();
  return { ...present(found[0], 'the result of the load generator'), cores, megabytes };
}

function row(
  { connections, writers, charactersPerSecond }: Scenario,
  server: string,
  of: Measured,
  by?: Measured,
): string {
  const figure = (value: number, other: number | undefined, digits: number) =>
    other === undefined ? value.toFixed(digits) : `× ${(value / other).toPrecision(2)}`;
  const cells = [
    `${connections}, ${writers * charactersPerSecond}/s`,
    server,
    figure(of.p50, by?.p50, 1),
    figure(of.p99, by?.p99, 1),
    figure(of.cores, by?.cores, 3),
    figure(of.megabytes, by?.megabytes, 0),
    by === undefined ? String(of.expected - of.received) : '',
  ];
  return `| ${cells.join(' | ')} |`;
}
