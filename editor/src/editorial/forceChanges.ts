import type { ParagraphId } from '@chapeau/text';
import { editorialRules, type Finding, openCheck } from '@chapeau/text/editorial';
import type { CheckedInput } from './checkedInput.ts';
import type { Rewording } from './rewordings.ts';

const allButForce = editorialRules.filter((rule) => rule !== 'force-changed');

/** Modal and operative verbs that differ between the two wordings of each, in order. */
export function forceChanges(rewordings: readonly Rewording[], language: CheckedInput['language']): readonly Finding[] {
  const id = '' as ParagraphId;
  return rewordings.flatMap(({ before, after, kind, level }) => {
    const paragraph = { id, kind, level, label: '', runs: after };
    return openCheck([paragraph], { language, off: allButForce, agreed: new Map([[id, before]]) })(id);
  });
}
