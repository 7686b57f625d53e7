import {
  defaultNumbering,
  insertedLabel,
  type Labelled,
  type NumberingRule,
  numberText,
  subLabel,
} from '@chapeau/text';

/**
 * The label of a paragraph put into `text` in front of index `at`: that of the nearest of its kind and level before it with bis, ter …; at a
 * sub-level the first of its parent is (a) or (i), and the first of all its kind is 1. Where bis means an alternative it is 4A instead.
 * Paragraphs without a label count for nothing. Costs one pass over the text.
 */
export function newLabel(
  text: readonly Labelled[],
  at: number,
  { kind, level }: Pick<Labelled, 'kind' | 'level'>,
  rule: NumberingRule = defaultNumbering,
): string {
  const { bis } = rule;
  const isSibling = (paragraph: Labelled) =>
    paragraph.kind === kind && paragraph.level === level && paragraph.label !== '';
  const isParent = (paragraph: Labelled | undefined) => paragraph?.kind === kind && paragraph.level < level;
  let from = level === 0 ? 0 : at;
  while (from > 0 && !isParent(text[from - 1])) from -= 1;
  let to = level === 0 ? text.length : at;
  while (to < text.length && !isParent(text[to])) to += 1;
  const siblings = text.slice(from, to);
  // Asked for a label or two: looking through is cheaper than a set of all.
  const taken = { has: (label: string) => siblings.some((other) => other.label === label && isSibling(other)) };
  const nearest = siblings.slice(0, at - from).findLast(isSibling);
  if (nearest !== undefined) return insertedLabel(kind, nearest.label, taken, bis);
  if (level === 0 && !siblings.some(isSibling)) return numberText([{ kind, level, label: '' }], rule)[0] ?? '';
  const first = level === 0 ? '' : subLabel(level, 1);
  return first !== '' && !taken.has(first) ? first : insertedLabel(kind, first, taken, bis);
}
