/** A run of random trials. `run` prints as it goes, throws when one fails, and leaves nothing running. */
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
  /** Only the trials whose name has this in it, where trials have names. */
  readonly only?: string | null;
  /** Only the one case that this leads to, as a failure named it. */
  readonly path?: string | null;
}
