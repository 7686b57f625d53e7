import { characterFault } from '@chapeau/text';
import type { NotationFormat, Role, Token, TokenKind } from './token.ts';

const kindOfSign: Readonly<Record<string, TokenKind>> = {
  '[': 'open',
  '{': 'open',
  ']': 'close',
  '}': 'close',
  '(': 'roundOpen',
  ')': 'roundClose',
  '/': 'slash',
  '-': 'dash',
  '–': 'dash',
  '—': 'dash',
  ':': 'colon',
  ';': 'semicolon',
  ',': 'comma',
  '.': 'stop',
};

/** A backslash before a punctuation mark or a space makes it a word; before `|` it stands for nothing. */
const escape = '\\\\[!-\\/:-@\\[-`{-~\\p{Zs}\\p{Pd}]';
const words = '[^\\s\\\\\\[\\]{}()\\/\\-–—:;,.*_<]+';
const plain = new RegExp(`(?<space>\\s+)|(?<escape>${escape})|(?<word>(?:${words}|[*_<])+)|.`, 'suy');

/** The tokens of a format. In Markdown, `[words][source]` is a link where a line of the source defines it: `[source]: https://…`. */
export function tokenPattern(source: string, format: NotationFormat): RegExp {
  if (format === 'plain') return plain;
  const names = [...source.matchAll(/^ {0,3}\[([^\][^\n]{1,60})\]: {0,3}\S+/gmu)].map(([, name = '']) =>
    name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'),
  );
  const behind = [
    '\\((?:https?:|mailto:|#|/)[^()\\s]{0,300}\\)',
    ...names.slice(0, mostLinks).map((name) => `\\[${name}\\]`),
  ];
  return new RegExp(
    [
      '(?<space>\\s+)',
      `(?<escape>${escape})`,
      '(?<aside>\\[\\^[\\w-]{1,20}\\]:?|</?[a-zA-Z][^<>\\n]{0,200}>)',
      `\\[(?<link>[^\\[\\]\\n]{1,200})\\](?:${behind.join('|')})`,
      '(?<emphasis>\\*{1,3}|_{1,3})',
      `(?<word>(?:${words}|<)+)`,
      '.',
    ].join('|'),
    'suy',
  );
}

/** So many links of a source are told from brackets. */
const mostLinks = 200;

/** What is to be read: the source, its format, and the pattern that {@link tokenPattern} gives for both. */
export interface Lexed {
  readonly source: string;
  readonly format: NotationFormat;
  readonly pattern: RegExp;
}

/** The tokens of a source between two offsets; their texts joined give that stretch back exactly. Takes time linear in its length. */
export function lex({ source, format, pattern }: Lexed, from: number, to: number): readonly Token[] {
  const stretch = source.slice(from, to);
  const tokens: Token[] = [];
  for (let at = 0; at < stretch.length; ) {
    pattern.lastIndex = at;
    const found = pattern.exec(stretch);
    // A lone surrogate is no character of any class: it stands as a word of its own.
    const text = found === null || found[0] === '' ? stretch.charAt(at) : found[0];
    tokens.push(tokenOf(text, from + at, found?.groups ?? {}));
    at += text.length;
  }
  if (format === 'markdown') dress(tokens);
  return tokens;
}

/** A token that the reader makes of a stretch as a whole. */
export function madeToken(kind: TokenKind, role: Role, text: string, from: number): Token {
  return { kind, text, from, shown: '', solid: false, role, bold: false, italic: false };
}

function tokenOf(text: string, from: number, groups: Readonly<Record<string, string | undefined>>): Token {
  const plain = { text, from, solid: false, bold: false, italic: false } as const;
  if (groups['space'] !== undefined) {
    const breaks = /[\n\r\u2028\u2029]/.test(text);
    const shown = breaks ? ' ' : cleaned(text.replace(/[\t\f\v]/g, ' '));
    return { ...plain, kind: breaks ? 'break' : 'space', shown, role: 'words' };
  }
  if (groups['escape'] !== undefined)
    return { ...plain, kind: 'escape', shown: text === '\\|' ? '' : text.slice(1), solid: true, role: 'words' };
  if (groups['link'] !== undefined) return { ...plain, kind: 'word', shown: cleaned(groups['link']), role: 'words' };
  if (groups['aside'] !== undefined) return { ...plain, kind: 'aside', shown: '', role: 'aside' };
  if (groups['emphasis'] !== undefined) return { ...plain, kind: 'emphasis', shown: text, role: 'words' };
  const kind = kindOfSign[text] ?? 'word';
  const shown = kind === 'open' || kind === 'close' ? '' : cleaned(text);
  return { ...plain, kind, shown, role: kind === 'open' || kind === 'close' ? 'bracket' : 'words' };
}

/** Without the characters that a text may not hold. */
function cleaned(text: string): string {
  if (characterFault(text) === null) return text;
  return Array.from(text)
    .filter((character) => characterFault(character) === null)
    .join('');
}

/**
 * Says in which formatting each token stands. Emphasis is switched on and off sign by sign rather than nested, since that of a
 * negotiating text often begins inside a bracket and ends outside it. A sign with space on its inner side is a word.
 */
function dress(tokens: Token[]): void {
  let bold = false;
  let italic = false;
  tokens.forEach((token, index) => {
    if (token.kind === 'emphasis') {
      const before = tokens[index - 1]?.text.at(-1) ?? ' ';
      const after = tokens[index + 1]?.text.charAt(0) ?? ' ';
      const isInWord = token.text.startsWith('_') && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
      const on = token.text.length === 1 ? italic : bold;
      if (!isInWord && !/\s/.test(on ? before : after)) {
        if (token.text.length !== 2) italic = !italic;
        if (token.text.length !== 1) bold = !bold;
        tokens[index] = { ...token, shown: '', role: 'markup' };
        return;
      }
    }
    token.bold = bold;
    token.italic = italic;
  });
}
