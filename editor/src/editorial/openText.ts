import { openCheck } from '@chapeau/text/editorial';
import { states } from '@chapeau/text/states';
import type { CheckedInput } from './checkedInput.ts';
import type { CheckParagraph } from './textChecks.ts';
import './useEditorialWords.ts';

/** Reads a text for its checks. Comes with all rules, the names of States and the words of the findings: import it when there is time. */
export function openText(input: CheckedInput): CheckParagraph {
  return openCheck(input.paragraphs, { ...input, states });
}
