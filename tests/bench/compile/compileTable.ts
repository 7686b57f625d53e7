import { present } from '@chapeau/base';
import { peers } from '../support/differs.ts';
import { head, ratio, row } from '../support/timing.ts';

/** Rows for what we do, each with its ratio to every peer, and behind them rows for the peers. Times in milliseconds by name. */
export function compileTable(
  title: string,
  ours: Readonly<Record<string, number>>,
  times: Readonly<Record<string, number>>,
): readonly string[] {
  const peerTimes = peers.map(({ name }) => present(times[name], name));
  return [
    head(title, 'ms', ...peers.map(({ name }) => `ratio to ${name}`)),
    ...Object.entries(ours).map(([what, time]) =>
      row(what, time.toFixed(2), ...peerTimes.map((peer) => ratio(time, peer))),
    ),
    ...peers.map(({ name }, index) =>
      row(`${name}, two-way diffs`, present(peerTimes[index], name).toFixed(2), ...peers.map(() => '')),
    ),
  ];
}
