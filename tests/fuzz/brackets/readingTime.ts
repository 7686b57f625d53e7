import { readNotation, writeVerbatim } from '@chapeau/redline/brackets';
import { SeededRandom } from '../../seededRandom.ts';
import { scraps } from './scraps.ts';

/** The same text thirty times as long takes no more than about thirty times as long, also where all brackets nest. */
export function checkReadingTime(seed: number, print: (line: string) => void): void {
  const random = new SeededRandom(seed);
  const part = scraps(random, 2_000);
  const worst = [
    ['scraps', part],
    ['openers', '['.repeat(20_000)],
    ['closers', ']'.repeat(20_000)],
    ['pairs inside pairs', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['parentheses', `[x]${'('.repeat(10_000)}${')'.repeat(10_000)}`],
    ['names', `[x - ${'US, '.repeat(6_000)}EU]`],
    ['dashes', `[${'x - '.repeat(6_000)}]`],
    ['slashes', `[${'x / '.repeat(6_000)}]`],
    ['neighbours', '[x]'.repeat(8_000)],
  ] as const;
  for (const [name, unit] of worst) {
    const [once, many] = [
      unit,
      unit.repeat(name === 'scraps' ? 30 : 1) + (name === 'scraps' ? '' : unit.repeat(9)),
    ].map((text) => {
      const start = process.cpuUsage();
      const reading = readNotation(text);
      const took = process.cpuUsage(start).user / 1000;
      if (writeVerbatim(reading.tokens) !== text) throw new Error(`${name}: not written back`);
      return took;
    });
    print(`${name}: ${Math.round(once ?? 0)} ms, ten times or more of it: ${Math.round(many ?? 0)} ms`);
    if ((many ?? 0) > 10_000) throw new Error(`${name} takes too long`);
  }
}
