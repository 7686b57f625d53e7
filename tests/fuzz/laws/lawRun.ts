/** How often each law is tried, from which seed; with a `path` only the one case that it leads to, in fast-check's notation. */
export interface LawRun {
  readonly rounds: number;
  readonly seed: number;
  readonly path: string | null;
}

/** What a test tells of itself: how many cases it tried. Absent where it is not a law. */
export interface TestMetaOfLaw {
  cases?: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    lawRun: LawRun;
  }

  interface TaskMeta extends TestMetaOfLaw {}
}
