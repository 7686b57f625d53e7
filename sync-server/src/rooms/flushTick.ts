/**
 * Runs `flush` soon after it was asked for: at once when little is going on, so that a lone typist waits for nobody, and
 * up to `longest` milliseconds later while flushes are costly, so that each carries the work of many. It rests for twice what the
 * last flush took, which leaves two thirds of the processor to everything else. No timer while nobody asks.
 */
export class FlushTick {
  readonly #flush: () => void;
  readonly #longest: number;
  #cancel: (() => void) | null = null;
  #readyAt = 0;

  constructor(flush: () => void, longest: number) {
    this.#flush = flush;
    this.#longest = longest;
  }

  request(): void {
    if (this.#cancel !== null) return;
    const wait = this.#readyAt - performance.now();
    if (wait <= 0) {
      const immediate = setImmediate(() => this.run());
      this.#cancel = () => clearImmediate(immediate);
    } else {
      const timer = setTimeout(() => this.run(), wait);
      this.#cancel = () => clearTimeout(timer);
    }
  }

  /** Flushes now, instead of later if that was planned. */
  run(): void {
    this.stop();
    const start = performance.now();
    this.#flush();
    const end = performance.now();
    this.#readyAt = end + Math.min(this.#longest, 2 * (end - start));
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }
}
