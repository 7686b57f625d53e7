/** A measurement. `run` prints its table line by line and leaves nothing running. */
export interface Bench {
  readonly name: string;
  readonly what: string;
  readonly run: (print: (line: string) => void) => Promise<void>;
}
