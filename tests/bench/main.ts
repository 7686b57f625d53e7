import { readdirSync } from 'node:fs';
import type { Bench } from './bench.ts';

/**
 * `bench [NAME …]` runs the named measurements, or all. Each is a file of this folder that exports its `name`, one line on
 * `what` it measures, and `run`, which prints a table with ratios to peers measured in the same run.
 */
const notBenches = new Set(['main.ts', 'bench.ts']);
const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !notBenches.has(file));
const benches = await Promise.all(files.map(async (file): Promise<Bench> => import(`./${file}`)));

const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  const known = benches.map(({ name, what }) => `  ${name.padEnd(12)}${what}`).join('\n');
  process.stderr.write(`There is no bench named ${unknown.join(', ')}. There are:\n${known}\n`);
  process.exitCode = 2;
} else {
  for (const bench of benches) {
    if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
    process.stdout.write(`\n${bench.name}: ${bench.what}\n`);
    await bench.run((line) => void process.stdout.write(`${line}\n`));
  }
}
