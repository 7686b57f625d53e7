import { present } from '@chapeau/base';

/** The value that stands at this part of the sorted values: 0.5 for the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return present(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))], 'a value');
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** What is measured, by name. Returns how many milliseconds it took where that is not the whole call. */
export type Contestants = Readonly<Record<string, () => unknown>>;

export interface Turns {
  readonly turns: number;
  readonly warmUp?: number;
  /** Milliseconds since some moment; those of the wall unless told. */
  readonly clock?: () => number;
}

/** Milliseconds of processor time that this process has used, threads for compiling and collecting garbage included. */
export function processorClock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * The median milliseconds of each contestant. They take turns, so that whatever the machine does besides hits all alike;
 * the first turns warm up and do not count.
 */
export async function takeTurns<C extends Contestants>(
  contestants: C,
  { turns, warmUp = 1, clock = () => performance.now() }: Turns,
): Promise<{ readonly [K in keyof C]: number }> {
  const taken = new Map<string, number[]>();
  for (let turn = -warmUp; turn < turns; turn += 1) {
    for (const [name, run] of Object.entries(contestants)) {
      const begun = clock();
      await run();
      const time = clock() - begun;
      if (turn >= 0) taken.set(name, [...(taken.get(name) ?? []), time]);
    }
  }
  return Object.fromEntries([...taken].map(([name, times]) => [name, median(times)])) as { [K in keyof C]: number };
}

/** `× 1.3`: how often `by` goes into `of`. */
export function ratio(of: number, by: number): string {
  return `× ${(of / by).toPrecision(2)}`;
}

/** A row of a Markdown table. */
export function row(...cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The head of a Markdown table. */
export function head(...cells: readonly string[]): string {
  return `${row(...cells)}\n|${'---|'.repeat(cells.length)}`;
}
