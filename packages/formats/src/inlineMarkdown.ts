import { type Mark, normaliseRuns, type Run } from '@chapeau/text';
import { type Delimiter, delimiter, pairDelimiters } from './emphasis.ts';

interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly source: string;
  paired: boolean;
}

type Token =
  | { readonly type: 'words'; readonly text: string }
  | { readonly type: 'delimiter'; readonly delimiter: Delimiter }
  | { readonly type: 'tag'; readonly tag: Tag };

const markOfTag: Readonly<Record<string, Mark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
};
const syntax = /\\[!-/:-@[-`{-~]|\*+|_+|<\/?(?:b|i|u|strong|em)>/g;

/**
 * The words of one paragraph of Markdown. Only these become marks or go: `*` and `_` that pair, the backslash of an escape, and paired
 * `<b> <strong> <i> <em> <u>` (Markdown has no underline of its own). Everything else, links and other HTML too, stays as it stands.
 */
export function inlineMarkdown(text: string): readonly Run[] {
  const tokens = tokensOf(text);
  pairDelimiters(tokens.flatMap((token) => (token.type === 'delimiter' ? [token.delimiter] : [])));
  pairTags(tokens.flatMap((token) => (token.type === 'tag' ? [token.tag] : [])));
  return normaliseRuns([...runsOf(tokens)]);
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let done = 0;
  for (const found of text.matchAll(syntax)) {
    const source = found[0];
    if (found.index > done) tokens.push({ type: 'words', text: text.slice(done, found.index) });
    done = found.index + source.length;
    const first = source.charAt(0);
    if (first === '\\') tokens.push({ type: 'words', text: source.slice(1) });
    else if (first === '<') {
      const isEnd = source.startsWith('</');
      tokens.push({ type: 'tag', tag: { name: source.slice(isEnd ? 2 : 1, -1), isEnd, source, paired: false } });
    } else {
      const found = delimiter(
        first,
        source.length,
        characterBefore(text, done - source.length),
        characterAt(text, done),
      );
      tokens.push({ type: 'delimiter', delimiter: found });
    }
  }
  if (done < text.length) tokens.push({ type: 'words', text: text.slice(done) });
  return tokens;
}

function pairTags(tags: readonly Tag[]): void {
  const open = new Map<string, Tag[]>();
  for (const tag of tags) {
    const ofName = open.get(tag.name) ?? [];
    open.set(tag.name, ofName);
    if (!tag.isEnd) ofName.push(tag);
    else {
      const start = ofName.pop();
      if (start === undefined) continue;
      start.paired = true;
      tag.paired = true;
    }
  }
}

function* runsOf(tokens: readonly Token[]): Generator<Run> {
  const depth: Record<Mark, number> = { bold: 0, italic: 0, underline: 0 };
  const current = (): readonly Mark[] => (Object.keys(depth) as Mark[]).filter((mark) => depth[mark] > 0);
  for (const token of tokens) {
    if (token.type === 'words') yield { text: token.text, marks: current() };
    else if (token.type === 'delimiter') {
      const { opens, closes, character, left } = token.delimiter;
      for (const mark of closes) depth[mark] -= 1;
      if (left > 0) yield { text: character.repeat(left), marks: current() };
      for (const mark of opens) depth[mark] += 1;
    } else if (token.tag.paired) {
      const mark = markOfTag[token.tag.name];
      if (mark !== undefined) depth[mark] += token.tag.isEnd ? -1 : 1;
    } else yield { text: token.tag.source, marks: current() };
  }
}

/** The character that begins at `at`, a surrogate pair whole; empty at the end. */
export function characterAt(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** The character that ends before `at`, a surrogate pair whole; empty at the start. */
export function characterBefore(text: string, at: number): string {
  const pair = at >= 2 ? characterAt(text, at - 2) : '';
  return pair.length === 2 ? pair : text.slice(Math.max(0, at - 1), at);
}
