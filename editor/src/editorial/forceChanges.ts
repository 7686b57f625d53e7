import type { ParagraphId, Run } from '@chapeau/text';
import { editorialRules, type Finding, openCheck } from '@chapeau/text/editorial';
import type { CheckedInput } from './checkedInput.ts';

/** A wording and the one that is proposed in its place. */
export interface Rewording {
  readonly before: readonly Run[];
  readonly after: readonly Run[];
}

const allButForce = editorialRules.filter((rule) => rule !== 'force-changed');

/** Modal and operative verbs that differ between the two wordings of each, in order. */
export function forceChanges(rewordings: readonly Rewording[], language: CheckedInput['language']): readonly Finding[] {
  const id = '' as ParagraphId;
  return rewordings.flatMap(({ before, after }) => {
    const paragraph = { id, kind: 'plain', level: 0, label: '', runs: after } as const;
    return openCheck([paragraph], { language, off: allButForce, agreed: new Map([[id, before]]) })(id);
  });
}
