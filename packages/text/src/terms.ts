/**
 * What a paragraph is in an outcome document. `plain` is unnumbered words such as "The participants," or
 * "Have agreed as follows:". Sub-paragraphs (a), (i) are `preambular` or `operative` at a deeper level.
 */
export const paragraphKinds = ['title', 'heading', 'plain', 'preambular', 'operative'] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

export const marks = ['bold', 'italic', 'underline'] as const;
export type Mark = (typeof marks)[number];

/** The deepest level of headings and of sub-paragraphs; 0 is the outermost. */
export const deepestLevel = 6;
