import { type CheckOptions, type CheckedParagraph, check, type Finding } from '../../src/editorial/index.ts';
import { normaliseRuns, plainText, type Run } from '../../src/index.ts';
import { states } from '../../src/states.ts';
import { text } from '../numbering/text.ts';

/** Lines as of `text`, in which words between underscores are italic: `PP _Recalling_ the Charter,`. */
export function marked(...lines: readonly string[]): readonly CheckedParagraph[] {
  return text(...lines).map((paragraph) => ({ ...paragraph, runs: italics(plainText(paragraph)) }));
}

export function italics(words: string): readonly Run[] {
  return normaliseRuns(
    words.split('_').map((part, index) => ({ text: part, marks: index % 2 === 1 ? ['italic'] : [] })),
  );
}

/** Findings of some rules, or of all, on lines of text; English where no language is given. */
export function found(
  lines: readonly string[],
  { only, ...options }: Partial<CheckOptions> & { readonly only?: readonly Finding['rule'][] } = {},
): readonly Finding[] {
  const all = check(marked(...lines), { language: 'en', off: [], states, ...options });
  return only === undefined ? all : all.filter(({ rule }) => only.includes(rule));
}

/** `rule:problem "words"` of each finding. */
export function shown(lines: readonly string[], findings: readonly Finding[]): readonly string[] {
  const words = new Map(marked(...lines).map((paragraph) => [paragraph.id, plainText(paragraph)]));
  return findings.map(
    ({ rule, paragraph, from, to, parameters }) =>
      `${rule}:${parameters.problem} "${words.get(paragraph)?.slice(from, to)}"`,
  );
}
