import type { ParagraphChange } from '@chapeau/redline';
import { normaliseRuns, type ParagraphKind, type Run, type Wording } from '@chapeau/text';

/** A wording and the one that is proposed in its place. */
export interface Rewording {
  readonly before: readonly Run[];
  readonly after: readonly Run[];
  /** Of the paragraph as it is proposed. */
  readonly kind: ParagraphKind;
  readonly level: number;
}

/** The rewordings among changes of a text. A paragraph that was parted counts with all its parts, those that were joined as one. */
export function rewordingsIn<P extends Wording>(changes: readonly ParagraphChange<P>[]): readonly Rewording[] {
  return changes.flatMap((change) => {
    if (change.type !== 'reworded' && change.type !== 'moved' && change.type !== 'kept') return [];
    const { before, after } = change;
    const old = changes.flatMap((one) =>
      one === change ? [before] : one.type === 'deleted' && one.joinedTo === after ? [one.before] : [],
    );
    const now = changes.flatMap((one) =>
      one === change ? [after] : one.type === 'inserted' && one.splitFrom === before ? [one.after] : [],
    );
    if (change.type === 'kept' && old.length + now.length === 2) return [];
    return [{ before: inOne(old), after: inOne(now), kind: after.kind, level: after.level }];
  });
}

function inOne(paragraphs: readonly Wording[]): readonly Run[] {
  const space: Run = { text: ' ', marks: [] };
  return normaliseRuns(paragraphs.flatMap(({ runs }, index) => (index === 0 ? runs : [space, ...runs])));
}
