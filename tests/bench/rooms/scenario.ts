/** Who is connected and who types. Each writer types one character at a time in a paragraph of its own. */
export interface Scenario {
  readonly connections: number;
  readonly writers: number;
  readonly charactersPerSecond: number;
}

/** What one load generator needs to know; JSON on its command line. */
export interface Load {
  readonly scenario: Scenario;
  readonly port: number;
  readonly path: string;
  /** The client ids under which the writers write. */
  readonly clients: readonly number[];
  /** The name of the text that stands before every message, where the server serves several on one connection. */
  readonly prefix: string | null;
  /** Base64 of the update that founds the room, where the server does not bring it itself. */
  readonly seed: string | null;
  readonly seconds: number;
}

/** What a load generator saw. Latency is from a writer's send to a reader's receipt, in milliseconds. */
export interface Seen {
  readonly sent: number;
  readonly expected: number;
  readonly received: number;
  readonly p50: number;
  readonly p99: number;
}

/** What a load generator says to whoever started it. */
export type LoadMessage =
  | { readonly type: 'begin' }
  | { readonly type: 'end' }
  | { readonly type: 'seen'; readonly seen: Seen };
