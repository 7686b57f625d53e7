import type { ParagraphId, Run } from '@chapeau/text';
import type { Finding } from '@chapeau/text/editorial';
import { type CheckedInput, sameInput } from './checkedInput.ts';

/** Checks one paragraph of a text that was read. */
export type CheckParagraph = (paragraph: ParagraphId) => readonly Finding[];

export interface ChecksOptions {
  /** Reads a text; what it needs is loaded at the first time. */
  readonly read: (input: CheckedInput) => Promise<CheckParagraph>;
  /** Calls back when nothing more urgent is to be done, with whether there is time for one more paragraph. */
  readonly whenIdle: (work: (hasTime: () => boolean) => void) => void;
}

/** What is found in the text on the table, as far as it has been looked at. */
export interface TextChecks {
  /** Checks this text from now on; null: nothing. A text that differs in nothing that is checked is not checked again. */
  use(input: CheckedInput | null): void;
  /** Checks this paragraph before others. */
  want(paragraph: ParagraphId): void;
  /** Empty also before it was checked. The same object while nothing has changed. */
  of(paragraph: ParagraphId): readonly Finding[];
  /** The words in which that was found: a correction holds for no others. */
  checkedRuns(paragraph: ParagraphId): readonly Run[] | null;
  /** All that is found so far, by paragraph in the order of the text. The same object while nothing has changed. */
  readonly all: () => ReadonlyMap<ParagraphId, readonly Finding[]>;
  readonly subscribe: (listener: () => void) => () => void;
}

const nothing: readonly Finding[] = [];

/**
 * Checks a text bit by bit in idle time: wanted paragraphs first, then the others in order. What was found before stays until its paragraph
 * has been looked at again, so that nothing flickers.
 */
export function textChecks({ read, whenIdle }: ChecksOptions): TextChecks {
  const listeners = new Set<() => void>();
  const wanted = new Set<ParagraphId>();
  let input: CheckedInput | null = null;
  let waiting = new Set<ParagraphId>();
  let found: ReadonlyMap<ParagraphId, readonly Finding[]> = new Map();
  const checked = new Map<ParagraphId, readonly Run[]>();

  const tell = (next: typeof found) => {
    found = next;
    for (const listener of listeners) listener();
  };

  const start = async (of: CheckedInput) => {
    const check = await read(of);
    const words = new Map(of.paragraphs.map(({ id, runs }) => [id, runs]));
    const goOn = (hasTime: () => boolean) => {
      if (input !== of) return;
      const next = new Map(found);
      let changed = false;
      for (const id of [...wanted].filter((one) => waiting.has(one)).concat([...waiting])) {
        if (!waiting.delete(id)) continue;
        const findings = check(id);
        checked.set(id, words.get(id) ?? []);
        if (!sameFindings(findings, next.get(id) ?? nothing)) {
          changed = true;
          next.set(id, findings);
        }
        if (!hasTime()) break;
      }
      if (changed) tell(inOrder(next, of));
      if (waiting.size > 0) whenIdle(goOn);
    };
    whenIdle(goOn);
  };

  return {
    use: (next) => {
      if (next !== null && input !== null && sameInput(next, input)) return;
      input = next;
      waiting = new Set(next?.paragraphs.map(({ id }) => id));
      if (next === null) {
        if (found.size > 0) tell(new Map());
        return;
      }
      if ([...found.keys()].some((id) => !waiting.has(id))) tell(inOrder(found, next));
      whenIdle(() => {
        if (input === next) void start(next);
      });
    },
    want: (id) => wanted.add(id),
    of: (id) => found.get(id) ?? nothing,
    checkedRuns: (id) => checked.get(id) ?? null,
    all: () => found,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function inOrder(found: ReadonlyMap<ParagraphId, readonly Finding[]>, { paragraphs }: CheckedInput) {
  return new Map(
    paragraphs.flatMap(({ id }) => {
      const findings = found.get(id) ?? nothing;
      return findings.length === 0 ? [] : [[id, findings] as const];
    }),
  );
}

function sameFindings(one: readonly Finding[], other: readonly Finding[]): boolean {
  return one === other || (one.length === other.length && JSON.stringify(one) === JSON.stringify(other));
}
