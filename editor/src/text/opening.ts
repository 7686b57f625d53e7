import type { ParagraphKind, Run } from '@chapeau/text';

/** Not an article, pronoun or preposition: those begin a sentence, not a preambular or operative clause. */
const opens =
  /^(?!(?:The|An?|This|That|These|Those|All|Each|Every|Any|No|In|On|For|With|By|To|At|As|If|When|While|We|It|States|Parties|Participants)\b)\p{Lu}/u;

/**
 * The length of the words that open a preambular or operative paragraph ("Recalling", "Also welcomes"), which a printed text sets
 * in italics (UN Editorial Manual, resolutions). 0 where the source has its own formatting there.
 */
export function openingLength(kind: ParagraphKind, level: number, runs: readonly Run[]): number {
  if (level !== 0 || (kind !== 'preambular' && kind !== 'operative')) return 0;
  const [first] = runs;
  if (first === undefined || first.marks.length > 0) return 0;
  if (!opens.test(first.text)) return 0;
  return (
    /^(?:(?:Also|Further|Deeply|Once again|Strongly) )?\p{L}+(?: also| further)?(?=[\s,])/u.exec(first.text)?.[0]
      .length ?? 0
  );
}
