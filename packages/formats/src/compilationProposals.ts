import { type NotationReading, type ReadProposal, wordingOf } from '@chapeau/redline/brackets';
import type { Wording } from '@chapeau/text';

/** Where a wording is proposed: by a proposal of a paragraph, or as the words of a rival paragraph on the table (null). */
export interface Origin {
  readonly paragraph: number;
  readonly proposal: ReadProposal | null;
}

/** One wording that is proposed at a place (null: nothing), and everywhere that it is. */
export interface ProposedWording {
  readonly wording: Wording | null;
  readonly origins: Origin[];
}

/**
 * Rival paragraphs, which are proposals for another: by their index, the paragraph whose rival each is. A paragraph that says "No text" as
 * one of several options is a rival too.
 */
export function rivalsOf({ paragraphs, options }: NotationReading): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  paragraphs.forEach(({ proposals }, index) => {
    for (const { whole } of proposals)
      if (whole?.type === 'rival' && whole.paragraph !== index && !first.has(whole.paragraph))
        first.set(whole.paragraph, index);
  });
  for (const [head, ...others] of options) {
    const place = head?.paragraphs.length === 1 ? head.paragraphs[0] : undefined;
    if (place === undefined) continue;
    for (const { paragraphs: own, isNothing } of others)
      if (isNothing) for (const index of own) if (index !== place && !first.has(index)) first.set(index, place);
  }
  return first;
}

/** Everything proposed at a paragraph, also within its rivals; equal wordings once, in the order of the source. */
export function proposedAt(
  reading: NotationReading,
  index: number,
  rivals: readonly number[],
): readonly ProposedWording[] {
  const found = new Map<string, ProposedWording>();
  const shape = wordingOf(reading, index, null);
  const add = (wording: Wording | null, origin: Origin) => {
    // A rival paragraph proposes words; what kind of paragraph they are is said by the one on the table.
    const own = wording === null || shape === null ? wording : { ...wording, kind: shape.kind, level: shape.level };
    const key = JSON.stringify(own);
    const known = found.get(key);
    if (known === undefined) found.set(key, { wording: own, origins: [origin] });
    else known.origins.push(origin);
  };
  for (const proposal of reading.paragraphs[index]?.proposals ?? [])
    add(wordingOf(reading, index, proposal), { paragraph: index, proposal });
  for (const rival of rivals) {
    const read = reading.paragraphs[rival];
    if (read === undefined) continue;
    const base = wordingOf(reading, rival, null);
    for (const proposal of read.proposals) {
      if (proposal.whole?.type === 'rival') continue;
      const wording = wordingOf(reading, rival, proposal);
      // Who would delete a rival would not delete the paragraph: that is said of the rival's words.
      if (wording !== null) add(wording, { paragraph: rival, proposal });
    }
    if (base !== null)
      found.get(JSON.stringify({ ...base, ...shapeOf(shape) }))?.origins.push({ paragraph: rival, proposal: null });
  }
  return [...found.values()];
}

function shapeOf(shape: Wording | null): Partial<Wording> {
  return shape === null ? {} : { kind: shape.kind, level: shape.level };
}
