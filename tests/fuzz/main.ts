import { parseArgs } from 'node:util';
import { brackets } from './brackets.ts';
import { crash } from './crash.ts';
import type { Fuzz } from './fuzz.ts';
import { laws } from './laws.ts';

/** `fuzz NAME [--rounds N] [--seed S] [--only LAW] [--path P]`: long runs of what the tests run for a moment. To add one, list it here. */
const all: readonly Fuzz[] = [brackets, laws, crash];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    runs: { type: 'string' },
    seed: { type: 'string' },
    only: { type: 'string' },
    path: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
const [name] = positionals;
const found = all.find((fuzz) => fuzz.name === name);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const rounds = Number(values.rounds ?? values.runs ?? found?.rounds);

if (found === undefined || values.help === true || !Number.isInteger(seed) || !(rounds > 0)) {
  const lines = all.map((fuzz) => `  ${fuzz.name.padEnd(10)}${fuzz.what} (${fuzz.rounds} rounds unless told)`);
  const usage = `fuzz NAME [--rounds N] [--seed S] [--only LAW] [--path P]\n\n${lines.join('\n')}\n\nA seed repeats the choices of a run; each run prints its own.\n`;
  const isAsked = values.help === true || name === undefined;
  (isAsked ? process.stdout : process.stderr).write(usage);
  process.exitCode = isAsked ? 0 : 2;
} else {
  process.stdout.write(`${found.name}: ${rounds} rounds, --seed ${seed}\n`);
  const { only = null, path = null } = values;
  await found.run({ rounds, seed, only, path, print: (line) => void process.stdout.write(`${line}\n`) });
}
