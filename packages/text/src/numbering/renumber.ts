import type { ParagraphId, Run } from '../paragraph.ts';
import { marksAt, replaceRuns } from '../replaceRuns.ts';
import { plainText } from '../wording.ts';
import { type NumberIndex, type NumberPlace, numberIndex } from './numberIndex.ts';
import { defaultNumbering, type NumberingRule } from './numberingRule.ts';
import { type ConcordanceLine, concordance, type NumberedParagraph } from './numberText.ts';
import { type ParsedLabel, suffixText } from './parsedLabel.ts';
import { findReferences, type Reference, type ReferenceNumber } from './references.ts';

/** A number in the words of a paragraph that follows the paragraph it names. UTF-16 offsets in the words as they were. */
export interface ReferenceChange {
  readonly from: number;
  readonly to: number;
  readonly was: string;
  readonly is: string;
  readonly target: ParagraphId;
}

/** A paragraph whose references follow the new numbers, and nothing else of it. */
export interface MechanicalRewording {
  readonly paragraph: ParagraphId;
  readonly runs: readonly Run[];
  /** In order, not overlapping, at least one. */
  readonly changes: readonly ReferenceChange[];
}

/**
 * A number left as it is for a person to look at: this text has no such paragraph (`none`) or several (`ambiguous`), it may be another
 * text's (`unclear`), or what it names is now called otherwise than by a number of this kind (`form`). Where numbers that are read together would then be read otherwise, all
 * of them are left (`unclear`).
 */
export interface ReferenceLeft {
  readonly paragraph: ParagraphId;
  readonly from: number;
  readonly to: number;
  readonly because: 'none' | 'ambiguous' | 'unclear' | 'form';
}

/** What renumbering does to a text. */
export interface Renumbering {
  readonly concordance: readonly ConcordanceLine[];
  readonly rewordings: readonly MechanicalRewording[];
  readonly left: readonly ReferenceLeft[];
}

/**
 * New numbers by the rule, and references in the words that follow them. References to other texts are not touched. Every reference that
 * named a paragraph names the same one afterwards, save those in `left`. Of a renumbered text it changes nothing.
 */
export function renumber(
  paragraphs: readonly (NumberedParagraph & { readonly runs: readonly Run[] })[],
  rule: NumberingRule = defaultNumbering,
): Renumbering {
  const lines = concordance(paragraphs, rule);
  const labels = new Map(lines.map(({ paragraph, to }) => [paragraph, to]));
  const before = numberIndex(paragraphs);
  const after = numberIndex(paragraphs.map((paragraph) => ({ ...paragraph, label: labels.get(paragraph.id) ?? '' })));
  const rewordings: MechanicalRewording[] = [];
  const left: ReferenceLeft[] = [];
  for (const { id, runs } of paragraphs) {
    const text = plainText({ runs });
    const changes: ReferenceChange[] = [];
    const leave = ({ from, to }: { readonly from: number; readonly to: number }, because: ReferenceLeft['because']) =>
      left.push({ paragraph: id, from, to, because });
    const references = findReferences(text, before, rule.language, id);
    for (const reference of references) {
      for (const number of reference.numbers) {
        const outcome = follow(text, reference, number, before, after);
        if (typeof outcome === 'string') leave(number, outcome);
        else if (outcome !== null) changes.push(outcome);
      }
    }
    const words = reworded(runs, changes);
    // Numbers that are read together can be read otherwise once some of them have changed.
    const isSame =
      left.at(-1)?.paragraph === id ||
      namesOf(references) === namesOf(findReferences(plainText({ runs: words }), after, rule.language, id));
    if (!isSame) for (const { numbers } of references) for (const number of numbers) leave(number, 'unclear');
    else if (changes.length > 0) rewordings.push({ paragraph: id, runs: words, changes });
  }
  return { concordance: lines, rewordings, left };
}

/** What the numbers of these references resolve to, in order. */
function namesOf(references: readonly Reference[]): string {
  return JSON.stringify(references.flatMap(({ numbers }) => numbers.map(({ resolution }) => resolution)));
}

/** The change that a number needs, null for none, or why it is left to a person. */
function follow(
  text: string,
  reference: Reference,
  { from, to, resolution }: ReferenceNumber,
  before: NumberIndex,
  after: NumberIndex,
): ReferenceChange | ReferenceLeft['because'] | null {
  if (resolution.type === 'elsewhere') return null;
  if (resolution.type !== 'paragraph') return resolution.type;
  const target = resolution.paragraph;
  const [was, is] = [before.byId.get(target), after.byId.get(target)];
  if (was === undefined || is === undefined || !sameForm(reference, was, is)) return 'form';
  const written = text.slice(from, to);
  const glued = /\d[a-z]/i.test(written) || /(?:PP|OP)$/i.test(text.slice(Math.max(0, from - 2), from));
  if (was.path === is.path || samePart(was.parsed, is.parsed)) return null;
  return { from, to, was: written, is: writtenAs(written, is.parsed, glued ? '' : ' '), target };
}

function sameForm({ type }: Reference, was: NumberPlace, is: NumberPlace): boolean {
  const level = ({ path }: NumberPlace) => path.split('/').length;
  if (level(was) !== level(is)) return false;
  // "Subparagraph (b)" would not be understood as "subparagraph (1)".
  if (isFigure(was.parsed) !== isFigure(is.parsed)) return false;
  // "Preambular paragraph 3" and PP3 are said of a number in either row.
  return was.path[0] === is.path[0] || (type === is.kind && was.path[0] !== 'A' && is.path[0] !== 'A');
}

function isFigure({ body }: ParsedLabel): boolean {
  return /^\d/.test(body);
}

function samePart(was: ParsedLabel, is: ParsedLabel): boolean {
  return was.body === is.body && JSON.stringify(was.suffixes) === JSON.stringify(is.suffixes);
}

/** `12 bis` for 11, `(c)` for `(b)`, `c)` for `b)`: the new number written as the old one was. */
function writtenAs(written: string, { body, suffixes }: ParsedLabel, glue: '' | ' '): string {
  const open = written.startsWith('(') ? '(' : '';
  const close = /^\(?[a-z]+\)/i.test(written) ? ')' : '';
  return open + body + close + suffixes.map((suffix) => suffixText(suffix, glue)).join('');
}

function reworded(runs: readonly Run[], changes: readonly ReferenceChange[]): readonly Run[] {
  return changes.reduceRight<readonly Run[]>(
    (words, { from, to, is }) => replaceRuns(words, from, to, [{ text: is, marks: marksAt(words, from) }]),
    runs,
  );
}
