import type { ParagraphId } from '../paragraph.ts';
import type { ParagraphKind } from '../terms.ts';
import type { NumberedParagraph } from './numberText.ts';
import { type ParsedLabel, parseLabel, suffixKey } from './parsedLabel.ts';

/** Where a paragraph stands among numbers. `path` is `O3/b` for 3 (b), `P2` for PP2, `A6/2` for article 6, paragraph 2. */
export interface NumberPlace {
  readonly id: ParagraphId;
  readonly kind: ParagraphKind;
  readonly path: string;
  readonly parsed: ParsedLabel;
  /** The paragraph that it is a part of; null for one of the outermost level. */
  readonly parent: NumberPlace | null;
}

/** A text's paragraphs by number and by identity. Paragraphs without a number that can be read are in neither. */
export interface NumberIndex {
  readonly byPath: ReadonlyMap<string, readonly NumberPlace[]>;
  readonly byId: ReadonlyMap<ParagraphId, NumberPlace>;
}

/** The index by which references are resolved. Costs one pass over the text. */
export function numberIndex(paragraphs: readonly NumberedParagraph[]): NumberIndex {
  const byPath = new Map<string, NumberPlace[]>();
  const byId = new Map<ParagraphId, NumberPlace>();
  const open: (NumberPlace | null)[] = [];
  for (const { id, kind, level, label } of paragraphs) {
    if (kind !== 'preambular' && kind !== 'operative') {
      if (kind !== 'plain') open.length = 0;
      continue;
    }
    open.length = Math.min(open.length, level);
    const parsed = parseLabel(label);
    const parent = level === 0 ? null : (open.findLast((above) => above !== null) ?? null);
    if (parsed === null || (level > 0 && parent === null)) {
      open[level] = null;
      continue;
    }
    const own = pathKey(parsed.body, parsed.suffixes);
    const path = parent === null ? classOf(parsed) + own : `${parent.path}/${own}`;
    const place = { id, kind, path, parsed, parent };
    while (open.length < level) open.push(null);
    open[level] = place;
    byId.set(id, place);
    const known = byPath.get(path);
    if (known === undefined) byPath.set(path, [place]);
    else known.push(place);
  }
  return { byPath, byId };
}

/** One step of a path. */
export function pathKey(body: string, suffixes: ParsedLabel['suffixes']): string {
  return body + suffixKey(suffixes);
}

function classOf({ prefix }: ParsedLabel): string {
  if (prefix === 'PP') return 'P';
  return prefix === 'article' ? 'A' : 'O';
}
