import { insertedLabel, type Labelled, subLabel } from '@chapeau/text';

/**
 * The label of a paragraph put into `text` in front of index `at`: that of the nearest of its kind and level before it with bis, ter …; at a
 * sub-level the first of its parent is (a) or (i). Paragraphs without a label count for nothing. Costs one pass over the text.
 */
export function newLabel(
  text: readonly Labelled[],
  at: number,
  { kind, level }: Pick<Labelled, 'kind' | 'level'>,
): string {
  const counts = (paragraph: Labelled) => paragraph.kind === kind && paragraph.label !== '' && paragraph.level <= level;
  const isParent = (paragraph: Labelled) => counts(paragraph) && paragraph.level < level;
  let from = at;
  while (from > 0 && !isParent(text[from - 1] as Labelled)) from -= 1;
  let to = at;
  while (to < text.length && !isParent(text[to] as Labelled)) to += 1;
  const siblings = (first: number, last: number) => text.slice(first, last).filter(counts);
  const taken = new Set(siblings(from, to).map(({ label }) => label));
  const nearest = siblings(from, at).at(-1);
  if (nearest !== undefined) return insertedLabel(kind, nearest.label, taken);
  const first = level === 0 ? '' : subLabel(level, 1);
  return first !== '' && !taken.has(first) ? first : insertedLabel(kind, first, taken);
}
