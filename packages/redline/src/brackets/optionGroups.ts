import type { ParagraphKind } from '@chapeau/text';
import { endOfOptions } from './lead.ts';

/** One of several rival texts: `Option 1:` with the paragraphs that belong to it. `isNothing` is the option of no text. */
export interface TextOption {
  readonly name: string;
  readonly paragraphs: readonly number[];
  readonly isNothing: boolean;
}

/** Rival texts for one place, in the order of the source. */
export type OptionGroup = readonly TextOption[];

/** What the grouping needs of a paragraph. */
export interface OptionParagraph {
  readonly option: string | null;
  readonly hasLabel: boolean;
  readonly level: number;
  readonly kind: ParagraphKind | null;
  readonly isAside: boolean;
  /** Its words on the table. */
  readonly text: string;
}

interface OpenGroup {
  readonly options: { name: string; paragraphs: number[] }[];
  readonly level: number;
  readonly hasLabel: boolean;
}

const nothing = /^(?:no (?:text|provisions?|article|reference)\b.{0,80})$/i;

/**
 * The groups of options. `Option 1` begins a group, inside an option where one is open on an outer level; the next number goes on
 * with the innermost group that it follows in. A heading, or a paragraph further out, ends them; `[End of options]` the innermost. Aside
 * paragraphs belong to none.
 */
export function optionGroups(paragraphs: readonly OptionParagraph[]): readonly OptionGroup[] {
  const done: OpenGroup[] = [];
  const ended = new Set<OpenGroup['options']>();
  let open: OpenGroup[] = [];
  paragraphs.forEach((paragraph, index) => {
    if (paragraph.isAside) return;
    if (paragraph.kind === 'heading' || paragraph.kind === 'title') open = [];
    const { option, level, hasLabel } = paragraph;
    if (option === endOfOptions) {
      const innermost = open.pop();
      if (innermost !== undefined) ended.add(innermost.options);
      return;
    }
    if (option === null) {
      open = open.filter((group) => level >= group.level && !(group.hasLabel && hasLabel && level <= group.level));
    } else {
      const ordinal = ordinalOf(option);
      const follows = open.findLastIndex(({ options }) => ordinalOf(options.at(-1)?.name ?? '') === ordinal - 1);
      if (ordinal > 1 && follows >= 0) open.length = follows + 1;
      else {
        open = open.filter((group) => level > group.level || (level === group.level && hasLabel && !group.hasLabel));
        const group = { options: [], level, hasLabel };
        open.push(group);
        done.push(group);
      }
      open.at(-1)?.options.push({ name: option, paragraphs: [] });
    }
    for (const { options } of open) options.at(-1)?.paragraphs.push(index);
  });
  for (const { options } of done) if (!ended.has(options)) trimLast(options, paragraphs);
  return done.map(({ options }) =>
    options.map(({ name, paragraphs: own }) => {
      const text = own
        .map((index) => paragraphs[index]?.text ?? '')
        .join(' ')
        .trim();
      return { name, paragraphs: own, isNothing: nothing.test(text) };
    }),
  );
}

/** Where every other option is one paragraph, the last is one too, with what stands further in below it. */
function trimLast(options: OpenGroup['options'], paragraphs: readonly OptionParagraph[]): void {
  const last = options.at(-1);
  const first = paragraphs[last?.paragraphs[0] ?? -1];
  if (last === undefined || first === undefined || first.text === '' || options.length < 2) return;
  if (options.slice(0, -1).some((other) => other.paragraphs.length > 1)) return;
  const end = last.paragraphs.findIndex((index, nth) => nth > 0 && (paragraphs[index]?.level ?? 0) <= first.level);
  if (end > 0) last.paragraphs.length = end;
}

/** 2 for `2`, `II`, `(b)` and `B`. */
function ordinalOf(name: string): number {
  const plain = name.replace(/[()]/g, '');
  if (/^\d+$/.test(plain)) return Number(plain);
  const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'].indexOf(plain);
  if (roman >= 0) return roman + 1;
  return plain.length === 1 ? plain.toLowerCase().charCodeAt(0) - 96 : 1;
}
