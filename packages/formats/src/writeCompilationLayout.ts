import { type Arrangement, type Compilation, compiler, type Proposal, type Readability } from '@chapeau/redline';
import type { Labelled, Wording } from '@chapeau/text';
import { trimmed } from './trimmed.ts';

/**
 * Where the proposals for a paragraph stand: `arranged` in brackets as long as that is readable; `apart`: no delegation twice in the
 * brackets of one paragraph, since brackets would join what it proposes, and nothing that nobody is named for at several places of it, since
 * they would part that; `beside`: each whole beneath the paragraph. Where that has no number, whole in one bracket with it.
 */
export type Layout = 'arranged' | 'apart' | 'beside';

/** A paragraph with what is proposed for it, in a layout. */
export function arrangedIn(
  layout: Layout,
  { label, runs }: Pick<Labelled & Wording, 'label' | 'runs'>,
  proposals: readonly Proposal[],
): Pick<Arrangement, 'inline' | 'alternatives'> {
  const own = compiler({ runs: trimmed(runs) });
  // Where there is no number, no other paragraph can be said to stand in its place.
  if (layout === 'arranged')
    return label === '' ? { inline: own.compile(proposals), alternatives: [] } : own.arrange(proposals);
  const isScattered = (proposal: Proposal) =>
    proposal.names.length === 0 && own.compile([proposal]).filter(({ type }) => type === 'choice').length > 1;
  const beside = new Set(
    layout === 'beside' ? proposals : [...meetingAgain(proposals), ...proposals.filter(isScattered)],
  );
  const others = proposals.filter((proposal) => !beside.has(proposal));
  const apart = own.arrange([...beside], nothing).alternatives;
  if (label === '') {
    const within = others.length === 0 ? null : own.compile(others);
    const whole: Compilation = [
      { type: 'choice', base: { runs: trimmed(runs), retainedImplicitly: true, within }, options: apart },
    ];
    return { inline: apart.length === 0 ? own.compile(proposals) : whole, alternatives: [] };
  }
  const kept = own.arrange(others);
  return { inline: kept.inline, alternatives: [...kept.alternatives, ...apart] };
}

/** Limits that only words without brackets keep: everything stands beside them. */
const nothing: Readability = { contested: 0, contestedLength: 0, choices: 0, rivals: 0, nesting: 0 };

/** Those by somebody who proposes other words for the same paragraph before. */
function meetingAgain(proposals: readonly Proposal[]): readonly Proposal[] {
  const wordingBy = new Map<string, string>();
  return proposals.filter(({ names, wording }) => {
    const key = JSON.stringify(wording?.runs ?? null);
    const meets = names.some((name) => (wordingBy.get(name) ?? key) !== key);
    if (!meets) for (const name of names) wordingBy.set(name, key);
    return meets;
  });
}
