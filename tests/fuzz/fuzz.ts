/** A run of random trials. `run` prints as it goes, throws at the first that fails, and leaves nothing running. */
export interface Fuzz {
  readonly name: string;
  readonly what: string;
  /** How many, unless told otherwise. */
  readonly rounds: number;
  readonly run: (options: FuzzOptions) => Promise<void>;
}

export interface FuzzOptions {
  readonly rounds: number;
  readonly seed: number;
  readonly print: (line: string) => void;
}
