import type { Compilation, CompiledSegment } from '@chapeau/redline';
import { normaliseRuns, plainText, type Run, sliceRuns } from '@chapeau/text';

/**
 * A compilation in which what nobody is named for would add to a part of a word stands beside the whole word: `[international /
 * internationally agreed]`. Beside the part alone it would have to be said that nothing stands there, in the midst of a word.
 */
export function withWholeWords(compilation: Compilation): Compilation {
  const segments = compilation.map(nested);
  segments.forEach((segment, index) => {
    if (segment.type === 'text' || segment.base !== null) return;
    const { options } = segment;
    if (options.every(({ names }) => names.length > 0)) return;
    const [before, behind] = [segments[index - 1], segments[index + 1]];
    const heads = options.some((option) => /^[\p{L}\p{M}’']/u.test(plainText(option)));
    const tails = options.some((option) => /[\p{L}\p{M}’']$/u.test(plainText(option)));
    const head = heads && before?.type === 'text' ? (/[\p{L}\p{M}]+$/u.exec(plainText(before))?.[0].length ?? 0) : 0;
    const tail = tails && behind?.type === 'text' ? (/^[\p{L}\p{M}]+/u.exec(plainText(behind))?.[0].length ?? 0) : 0;
    if (head + tail === 0) return;
    const [kept, start] = before?.type === 'text' ? parted(before.runs, plainText(before).length - head) : [[], []];
    const [end, rest] = behind?.type === 'text' ? parted(behind.runs, tail) : [[], []];
    const whole = (runs: readonly Run[]) => normaliseRuns([...start, ...runs, ...end]);
    segments[index] = {
      type: 'choice',
      base: { runs: whole([]), retainedImplicitly: true, within: null },
      options: options.map((option) => ({ ...option, runs: whole(option.runs) })),
    };
    if (before?.type === 'text') segments[index - 1] = { type: 'text', runs: kept };
    if (behind?.type === 'text') segments[index + 1] = { type: 'text', runs: rest };
  });
  return segments;
}

function nested(segment: CompiledSegment): CompiledSegment {
  if (segment.type === 'text' || segment.base === null || segment.base.within === null) return segment;
  return { ...segment, base: { ...segment.base, within: withWholeWords(segment.base.within) } };
}

function parted(runs: readonly Run[], at: number): readonly [readonly Run[], readonly Run[]] {
  return [sliceRuns(runs, 0, at), sliceRuns(runs, at, plainText({ runs }).length)];
}
