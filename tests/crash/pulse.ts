/** Lets somebody wait for a condition that may come true whenever something happened. */
export class Pulse {
  #waiting: (() => void)[] = [];

  /** Something happened. */
  readonly beat = (): void => {
    for (const wake of this.#waiting.splice(0)) wake();
  };

  /** Done when `condition` holds. Throws `what()` when nothing has happened for so long that it never will. */
  async until(condition: () => boolean, what: () => string, patience = 20_000): Promise<void> {
    while (!condition()) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(what())), patience);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }
}
