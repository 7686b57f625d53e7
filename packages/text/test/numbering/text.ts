import { type NumberedParagraph, numberText, type ParagraphId, type ParagraphKind, type Run } from '../../src/index.ts';

export type TextParagraph = NumberedParagraph & { readonly runs: readonly Run[] };

/**
 * A text in a test, one line a paragraph: `PP words`, `OP words`, `  OP words` for a sub-paragraph, `# words` for a heading, or plain words;
 * `{4. bis}OP words` has that label. Ids are a, b, c … by line.
 */
export function text(...lines: readonly string[]): readonly TextParagraph[] {
  return lines.map((line, index) => {
    const level = (line.length - line.trimStart().length) / 2;
    const [, label = '', prefix = '', words = ''] =
      /^(?:\{(.*?)\})?(?:(PP|OP|#)(?: |$))?(.*)$/.exec(line.trimStart()) ?? [];
    const kinds: Record<string, ParagraphKind> = { PP: 'preambular', OP: 'operative', '#': 'heading' };
    const id = String.fromCharCode(97 + index) as ParagraphId;
    return { id, label, kind: kinds[prefix] ?? 'plain', level, runs: words === '' ? [] : [{ text: words, marks: [] }] };
  });
}

/** The same with the numbers that the default rule gives it, or another. */
export function numbered(
  paragraphs: readonly TextParagraph[],
  ...rule: readonly [] | readonly [Parameters<typeof numberText>[1]]
): readonly TextParagraph[] {
  const labels = numberText(paragraphs, ...rule);
  return paragraphs.map((paragraph, index) => ({ ...paragraph, label: labels[index] ?? '' }));
}
