import { z } from 'zod';

/** The languages whose cross-references and editorial rules are known; ISO 639-1. */
export const editorialLanguages = ['en', 'fr', 'es', 'id'] as const;
export type EditorialLanguage = (typeof editorialLanguages)[number];

/**
 * How a conference numbers its text.
 * `scheme`: `separate` is PP1, PP2 … 1., 2. …; `prefixed` is PP1 … OP1 …; `continuous` counts preambular and operative paragraphs in one
 * row, 1., 2. …; `articles` makes operative paragraphs of the outermost level articles, with 1., (a), (i) below them.
 * `bis`: whether 4 bis is a paragraph of its own beside 4, or another version of 4. Bodies differ: the United Nations Editorial Manual has
 * it an alternative, the Rio+20 text an additional paragraph. "alt" is another version everywhere.
 * `language` is that of the text: it names articles, and cross-references are read in it.
 */
export const numberingRuleSchema = z
  .strictObject({
    scheme: z.enum(['separate', 'prefixed', 'continuous', 'articles']),
    bis: z.enum(['additional', 'alternative']),
    language: z.enum(editorialLanguages),
  })
  .readonly();
export type NumberingRule = z.infer<typeof numberingRuleSchema>;

/** The rule of a conference that has set none. */
export const defaultNumbering: NumberingRule = { scheme: 'separate', bis: 'additional', language: 'en' };
