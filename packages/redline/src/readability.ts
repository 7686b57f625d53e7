import { plainText } from '@chapeau/text';
import type { Compilation, CompiledSegment } from './compilation.ts';

/** How hard a compilation is to read; as limits, the most that a reader is asked for. */
export interface Readability {
  /** The part of the characters shown, 0 to 1, that stand where readings compete. Words that somebody would only delete read as before. */
  readonly contested: number;
  /** How many characters that are. As a limit: no more than this are read whatever part of a short paragraph they make up. */
  readonly contestedLength: number;
  /** Disputed places, also inside others. */
  readonly choices: number;
  /** Readings that stand side by side at one place, with that of the base. */
  readonly rivals: number;
  /** How deep places where readings compete stand inside one another. Brackets around what somebody would only delete do not count. */
  readonly nesting: number;
}

/** What people in a plenary follow on a screen, by the looks of texts that conferences produced. */
export const readable: Readability = { contested: 0.6, contestedLength: 160, choices: 12, rivals: 6, nesting: 2 };

/** Measures a compilation in one walk over its segments. */
export function readability(compilation: Compilation): Readability {
  const { shown, contested, ...rest } = measure(compilation);
  return { ...rest, contested: shown === 0 ? 0 : contested / shown, contestedLength: contested };
}

/** Whether a measure keeps within limits. */
export function isReadable(measured: Readability, limits: Readability): boolean {
  return (
    (measured.contested <= limits.contested || measured.contestedLength <= limits.contestedLength) &&
    measured.choices <= limits.choices &&
    measured.rivals <= limits.rivals &&
    measured.nesting <= limits.nesting
  );
}

/** A {@link Readability} before division, in characters. */
interface Measure {
  readonly shown: number;
  readonly contested: number;
  readonly choices: number;
  readonly rivals: number;
  readonly nesting: number;
}

const nothing: Measure = { shown: 0, contested: 0, choices: 0, rivals: 0, nesting: 0 };

function measure(compilation: Compilation): Measure {
  return compilation.reduce<Measure>((sum, segment) => {
    const own = segment.type === 'text' ? { ...nothing, shown: plainText(segment).length } : measureChoice(segment);
    return {
      shown: sum.shown + own.shown,
      contested: sum.contested + own.contested,
      choices: sum.choices + own.choices,
      rivals: Math.max(sum.rivals, own.rivals),
      nesting: Math.max(sum.nesting, own.nesting),
    };
  }, nothing);
}

function measureChoice({ base, options }: Extract<CompiledSegment, { type: 'choice' }>): Measure {
  const others = options.map((option) => plainText(option).length).filter((length) => length > 0);
  const proposed = others.reduce((sum, length) => sum + length, 0);
  const rivals = others.length + (base === null ? 0 : 1);
  if (base === null) return { shown: proposed, contested: proposed, choices: 1, rivals, nesting: 1 };
  const inner = base.within === null ? nothing : measure(base.within);
  const length = plainText(base).length;
  const words = base.within === null ? length : inner.shown;
  const isContested = others.length > 0;
  return {
    shown: words + proposed,
    contested: proposed + (isContested ? words : inner.contested),
    choices: 1 + inner.choices,
    rivals: Math.max(rivals, inner.rivals),
    nesting: inner.nesting + (isContested ? 1 : 0),
  };
}
