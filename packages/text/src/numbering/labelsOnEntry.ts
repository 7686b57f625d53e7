import { type Labelled, numberDraft } from '../label.ts';
import type { NumberingRule } from './numberingRule.ts';
import { numberText } from './numberText.ts';

/**
 * The labels that paragraphs bear once they have entered a document: a text without numbers gets those of the conference's rule; in one
 * that has some, its own are kept and what has none is numbered as its neighbours are.
 */
export function labelsOnEntry(paragraphs: readonly Labelled[], rule: NumberingRule): readonly string[] {
  const isNumbered = paragraphs.some(
    ({ kind, label }) => label !== '' && (kind === 'preambular' || kind === 'operative'),
  );
  return isNumbered ? numberDraft(paragraphs) : numberText(paragraphs, rule);
}
