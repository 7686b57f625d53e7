import { assertNever } from '@chapeau/base';
import { type Labelled, subLabel } from '../label.ts';
import type { ParagraphId } from '../paragraph.ts';
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
  const deeper: Siblings[] = [];
  return paragraphs.map((paragraph) => {
    const { kind, level, label } = paragraph;
    if (kind !== 'preambular' && kind !== 'operative') {
      // Plain words between sub-paragraphs break no row.
      if (kind !== 'plain') deeper.length = 0;
      return label;
    }
    deeper.length = level;
    if (level === 0) return (kind === 'preambular' ? preambular : operative).next(paragraph, rule);
    const siblings = deeper[level - 1] ?? new Siblings();
    deeper[level - 1] = siblings;
    return siblings.next(paragraph, rule);
  });
}

/** Paragraphs of one parent: how many there were, and what became of each label that had a number. */
class Siblings {
  private count = 0;
  private readonly became = new Map<string, { readonly label: string; readonly versions: Map<string, number> }>();

  next(paragraph: Labelled, rule: NumberingRule): string {
    const parsed = parseLabel(paragraph.label);
    const own = parsed === null ? null : this.versionOf(parsed, rule);
    this.count += own === null ? 1 : 0;
    const label = own ?? headLabel(paragraph, this.count, rule);
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

function headLabel({ kind, level }: Labelled, ordinal: number, { scheme, language }: NumberingRule): string {
  const articles = scheme === 'articles' && kind === 'operative';
  if (level > 0) {
    if (!articles) return subLabel(level, ordinal);
    return level === 1 ? `${ordinal}.` : subLabel(level - 1, ordinal);
  }
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
