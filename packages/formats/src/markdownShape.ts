import type { PrintedParagraph } from './printedText.ts';

type Shape = Pick<PrintedParagraph, 'label' | 'kind' | 'level'>;

/** The hashes that make a line of Markdown a title or heading; empty for other paragraphs. */
export function headingSigns({ kind, level }: Pick<Shape, 'kind' | 'level'>): string {
  if (kind === 'title') return '# ';
  return kind === 'heading' ? `${'#'.repeat(Math.min(level, 4) + 2)} ` : '';
}

/** The indentation that puts each paragraph inside the list item it belongs to. To be asked in the order of the text. */
export class ListIndent {
  readonly #items: { readonly level: number; readonly indent: number }[] = [];

  of({ label, kind, level }: Shape): string {
    const items = this.#items;
    if (kind === 'heading' || kind === 'title') items.length = 0;
    while ((items.at(-1)?.level ?? -1) >= level) items.pop();
    const indent = this.within();
    if (/^(?:\d{1,9}[.)]|[*+-])$/.test(label)) items.push({ level, indent: indent.length });
    return indent;
  }

  /** That of what stands within the paragraph asked about last. */
  within(): string {
    const parent = this.#items.at(-1);
    return ' '.repeat(parent === undefined ? 0 : parent.indent + 4);
  }
}
