import { bracketTree } from './bracketTree.ts';
import { matchBrackets } from './matchBrackets.ts';
import { paragraphsByLine, type Splitter } from './paragraphRanges.ts';
import { readTokens } from './readTokens.ts';
import type { NotationFormat } from './token.ts';

export interface NotationOptions {
  readonly format?: NotationFormat;
  /** How the file parts into paragraphs; line by line unless told. */
  readonly split?: Splitter;
}

/** Reads brackets. */
export function readNotation(source: string, options: NotationOptions = {}) {
  const { tokens, paragraphs } = readTokens(source, options.format ?? 'plain', options.split ?? paragraphsByLine);
  let scope = 0;
  const stretches = paragraphs.map(({ from, to, kind, option }) => {
    if (kind === 'heading' || kind === 'title' || option !== null) scope += 1;
    return { from, to, scope };
  });
  const matching = matchBrackets(tokens, stretches);
  return { tokens, paragraphs, matching, ...bracketTree(tokens, paragraphs, matching) };
}
