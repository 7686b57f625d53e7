import {
  type CheckedLanguage,
  type ParagraphId,
  type ParagraphKind,
  type RuleId,
  type Run,
  runsOfNode,
} from '@chapeau/text';
import { editorialRules, type Finding, openCheck } from '@chapeau/text/editorial';
import { states } from '@chapeau/text/states';
import type { Node } from 'prosemirror-model';

/**
 * What is looked at while words are being written: slips in the words themselves, and their force against the wording that they replace. The
 * form of paragraphs, brackets and numbers wait until the text is tabled: of a sentence that is being written they are wrong at every moment.
 */
export const rulesOfWriting: readonly RuleId[] = [
  'force-changed',
  'doubled-word',
  'state-name',
  'look-alike',
  'double-space',
  'space-before-punctuation',
  'quotation-marks',
];

/** How a draft is looked at. */
export interface DraftReading {
  readonly language: CheckedLanguage;
  readonly off: readonly RuleId[];
  /** The wording that a paragraph replaces; null for a new one, or where there is none. */
  readonly replaced: (paragraph: string | null) => readonly Run[] | null;
}

/** What is found in one paragraph of a draft, from its words alone: the cost is that of the paragraph. */
export function draftFindings(node: Node, { language, off, replaced }: DraftReading): readonly Finding[] {
  const id = String(node.attrs['id'] ?? '') as ParagraphId;
  const kind: ParagraphKind = node.attrs['kind'];
  const words = { id, kind, level: Number(node.attrs['level']), label: '', runs: runsOfNode(node) };
  const before = id === '' ? null : replaced(id);
  const agreed = new Map(before === null ? [] : [[id, before] as const]);
  const notHere = editorialRules.filter((rule) => off.includes(rule) || !rulesOfWriting.includes(rule));
  return openCheck([words], { language, off: notHere, states, agreed })(id);
}
