import { assertNever } from '@chapeau/base';
import { type Labelled, subLabel } from '../label.ts';
import type { ParagraphId } from '../paragraph.ts';
import { SiblingRows } from '../siblingRows.ts';
import type { ParagraphKind } from '../terms.ts';
import { defaultNumbering, type EditorialLanguage, type NumberingRule } from './numberingRule.ts';
import { type LabelSuffix, type ParsedLabel, parseLabel, suffixKey, suffixText } from './parsedLabel.ts';

/**
 * The label of each paragraph by structure and rule, in order. Numbers follow one another without gap; what the rule has as another version of
 * a paragraph (alt, and bis where it means an alternative) keeps that paragraph's number and is counted among its versions. Titles, headings
 * and plain paragraphs keep the label that they have. Numbering a numbered text changes nothing; a text without labels gets those of
 * {@link numberDraft} under the default rule.
 */
export function numberText(paragraphs: readonly Labelled[], rule: NumberingRule = defaultNumbering): readonly string[] {
  const preambular = new Siblings();
  const operative = rule.scheme === 'continuous' ? preambular : new Siblings();
  const below = new SiblingRows(() => new Siblings());
  let head: ParagraphKind | null = null;
  return paragraphs.map((paragraph) => {
    const { kind, level, label } = paragraph;
    if (kind !== 'preambular' && kind !== 'operative') {
      // Plain words between sub-paragraphs break no row.
      if (kind !== 'plain') {
        below.begin();
        head = null;
      }
      return label;
    }
    if (level === 0) {
      below.begin();
      head = kind;
      return (kind === 'preambular' ? preambular : operative).next(paragraph, rule);
    }
    const isInArticle = rule.scheme === 'articles' && (head ?? kind) === 'operative';
    return below.next(level, isInArticle ? 2 : 1).next(paragraph, rule, isInArticle);
  });
}

/** Paragraphs of one parent: how many there were, and what became of each label that had a number. */
class Siblings {
  private count = 0;
  private readonly became = new Map<string, { readonly label: string; readonly versions: Map<string, number> }>();

  next(paragraph: Labelled, rule: NumberingRule, isInArticle = false): string {
    const parsed = parseLabel(paragraph.label);
    const own = parsed === null ? null : this.versionOf(parsed, rule);
    this.count += own === null ? 1 : 0;
    const { kind, level } = paragraph;
    const label = own ?? (level > 0 ? lowerLabel(level, this.count, isInArticle) : headLabel(kind, this.count, rule));
    if (parsed !== null) this.became.set(keyOf(parsed), { label, versions: new Map() });
    return label;
  }

  /** The label of another version of a paragraph that came before; null where the label is that of a paragraph of its own. */
  private versionOf(parsed: ParsedLabel, rule: NumberingRule): string | null {
    const last = parsed.suffixes.at(-1);
    if (last === undefined || !isVersion(last, rule)) return null;
    const of = this.became.get(keyOf({ ...parsed, suffixes: parsed.suffixes.slice(0, -1) }));
    if (of === undefined) return null;
    const value = (of.versions.get(last.type) ?? (last.type === 'bis' ? 1 : 0)) + 1;
    of.versions.set(last.type, value);
    return of.label + suffixText({ type: last.type, value }, /\d$/.test(of.label) ? '' : ' ');
  }
}

function isVersion({ type }: LabelSuffix, { bis }: NumberingRule): boolean {
  return type === 'alt' || (type === 'bis' && bis === 'alternative');
}

function keyOf({ prefix, body, suffixes }: ParsedLabel): string {
  return prefix + body + suffixKey(suffixes);
}

/** Within an article the paragraphs of the first level are numbered, and letters begin one level further in. */
function lowerLabel(level: number, ordinal: number, isInArticle: boolean): string {
  if (!isInArticle) return subLabel(level, ordinal);
  return level === 1 ? `${ordinal}.` : subLabel(level - 1, ordinal);
}

function headLabel(kind: ParagraphKind, ordinal: number, { scheme, language }: NumberingRule): string {
  if (kind === 'preambular') return scheme === 'continuous' ? `${ordinal}.` : `PP${ordinal}`;
  switch (scheme) {
    case 'separate':
    case 'continuous':
      return `${ordinal}.`;
    case 'prefixed':
      return `OP${ordinal}`;
    case 'articles':
      return `${articleWord[language]} ${ordinal}`;
    default:
      return assertNever(scheme);
  }
}

const articleWord: Readonly<Record<EditorialLanguage, string>> = {
  en: 'Article',
  fr: 'Article',
  es: 'Artículo',
  id: 'Pasal',
};

/** A paragraph with its identity and its number. */
export interface NumberedParagraph extends Labelled {
  readonly id: ParagraphId;
}

/** What the number of one paragraph was and is. */
export interface ConcordanceLine {
  readonly paragraph: ParagraphId;
  readonly from: string;
  readonly to: string;
}

/** One line for each paragraph that has or gets a number, in the order of the text, also where it stays. */
export function concordance(
  paragraphs: readonly NumberedParagraph[],
  rule: NumberingRule = defaultNumbering,
): readonly ConcordanceLine[] {
  const labels = numberText(paragraphs, rule);
  return paragraphs.flatMap(({ id, label }, index) => {
    const to = labels[index] ?? '';
    return label === '' && to === '' ? [] : [{ paragraph: id, from: label, to }];
  });
}
