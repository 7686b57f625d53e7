import type { Run } from '../paragraph.ts';
import type { InText } from './checkedText.ts';
import type { Finding } from './finding.ts';

/** What a finding depends on besides the paragraph: the rules and the kind of text in a word, and the wording that force is compared with. */
export interface Circumstances {
  readonly circumstances: string;
  readonly before: readonly Run[] | undefined;
}

interface Kept {
  readonly key: string;
  readonly before: readonly Run[] | undefined;
  readonly findings: readonly Finding[];
}

const kept = new WeakMap<readonly Run[], Kept>();

/** What was found in these very words in the same circumstances, or what `look` finds now; kept as long as somebody keeps the words. */
export function keptFindings(
  { id, kind, level, chapeau, last, runs }: InText,
  { circumstances, before }: Circumstances,
  look: () => readonly Finding[],
): readonly Finding[] {
  const key = [id, kind, level, chapeau, last, circumstances].join();
  const known = kept.get(runs);
  if (known?.key === key && known.before === before) return known.findings;
  const findings = look();
  kept.set(runs, { key, before, findings });
  return findings;
}
