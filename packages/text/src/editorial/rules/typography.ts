import { marksAt } from '../../replaceRuns.ts';
import type { CheckedText, InText } from '../checkedText.ts';
import type { Fix, Found } from '../finding.ts';

function replacing({ runs }: InText, from: number, to: number, text: string): Fix {
  return { from, to, runs: text === '' ? [] : [{ text, marks: marksAt(runs, from) }] };
}

/** A word typed twice. Words that may stand twice ("that that") are in the table of the language. */
export function doubledWord(paragraph: InText, { language }: CheckedText): readonly Found[] {
  const { text } = paragraph;
  return repetitions(text).flatMap(({ from, to, word }): readonly Found[] => {
    if (language.doubledAllowed.has(word.toLowerCase()) || (word.length === 1 && word === word.toUpperCase()))
      return [];
    // A name ("Baden Baden") and a plural without its hyphen are a person's to judge.
    const name =
      word !== word.toLowerCase() &&
      text
        .slice(from + word.length)
        .trimStart()
        .startsWith(word);
    const fix = name || language.reduplicates ? null : replacing(paragraph, from + word.length, to, '');
    const problem = language.reduplicates ? 'doubled-or-hyphen' : 'doubled';
    return [{ from, to, severity: fix === null ? 'note' : 'warning', parameters: { problem, word }, fix }];
  });
}

interface Repetition {
  readonly from: number;
  readonly to: number;
  /** As it stands the first time. */
  readonly word: string;
}

/** Words of letters that follow themselves with nothing but space between, each with all its repetitions. */
function repetitions(text: string): readonly Repetition[] {
  const found: Repetition[] = [];
  let before: Repetition | null = null;
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{M}\p{N}'’-]+/gu)) {
    const to = index + word.length;
    const follows: boolean =
      before !== null &&
      word.toLowerCase() === before.word.toLowerCase() &&
      text.slice(before.to, index).trim() === '' &&
      /^[\p{L}\p{M}]+$/u.test(word);
    if (before === null || !follows) {
      before = { from: index, to, word };
      continue;
    }
    if (found.at(-1)?.from === before.from) found.pop();
    before = { ...before, to };
    found.push(before);
  }
  return found;
}

/** Several spaces in a row. */
export function doubleSpace(paragraph: InText): readonly Found[] {
  return [...paragraph.text.matchAll(/[ \u00a0\u202f]{2,}/g)].map(({ index, 0: spaces }) => {
    const [from, to] = [index, index + spaces.length];
    const kept = /[\u00a0\u202f]/.exec(spaces)?.[0] ?? ' ';
    const parameters = { problem: 'several', count: spaces.length };
    return { from, to, severity: 'note', parameters, fix: replacing(paragraph, from, to, kept) };
  });
}

/** A space before a comma or full stop; in French also its absence before a semicolon, colon, exclamation or question mark. */
export function spaceBeforePunctuation(paragraph: InText, { language }: CheckedText): readonly Found[] {
  const { tightPunctuation, beforeSemicolon } = language;
  const loose = new RegExp(`(?<=\\S)[ \\u00a0\\u202f]+(?=[${tightPunctuation}](?:[\\s”»"\\])]|$))`, 'gu');
  const tight = /(?<=[\p{L}\p{N})”"»\]])(?=[;:!?](?:\s|$))/gu;
  const surplus = [...paragraph.text.matchAll(loose)].map(({ index, 0: spaces }): Found => {
    const [from, to] = [index, index + spaces.length];
    return {
      from,
      to,
      severity: 'warning',
      parameters: { problem: 'surplus' },
      fix: replacing(paragraph, from, to, ''),
    };
  });
  if (beforeSemicolon === '') return surplus;
  const missing = [...paragraph.text.matchAll(tight)].map(({ index }): Found => {
    const fix = replacing(paragraph, index, index, beforeSemicolon);
    return { from: index, to: index, severity: 'note', parameters: { problem: 'missing' }, fix };
  });
  return [...surplus, ...missing].sort((one, other) => one.from - other.from);
}

/** Quotation marks, and in Spanish signs of question and exclamation, without their other side. A quotation of several paragraphs, opened in each, may close in the last alone. */
export function quotationMarks({ text }: InText, { language }: CheckedText): readonly Found[] {
  const straight = [...text.matchAll(/"/g)];
  const odd = straight.length % 2 === 1 ? straight.slice(-1) : [];
  const found = odd.map(({ index }) => mark(index, 'odd'));
  for (const [open, close] of language.quotations) {
    const opened: number[] = [];
    for (let at = 0; at < text.length; at += 1) {
      if (text[at] === open) opened.push(at);
      else if (text[at] === close && opened.pop() === undefined) found.push(mark(at, 'not-opened'));
    }
    for (const at of opened) found.push(mark(at, 'not-closed'));
  }
  found.push(...signsAlone(text, language.signs));
  return found.sort((one, other) => one.from - other.from);
}

/** Spanish questions and exclamations without one of their two signs. A sign inside a word or an address is none. */
function signsAlone(text: string, signs: readonly (readonly [string, string])[]): readonly Found[] {
  return signs.flatMap(([open, close]) => {
    const found: Found[] = [];
    let opened: number | null = null;
    for (const { index, 0: sign } of text.matchAll(/[¿¡]|[?!]+(?=[\s”»"’)\].,;:?!]|$)/gu)) {
      if (sign === open) {
        if (opened !== null) found.push(mark(opened, 'sign-not-closed'));
        opened = index;
      } else if (sign.includes(close)) {
        if (opened === null) found.push(mark(index, 'sign-not-opened'));
        opened = null;
      }
    }
    return opened === null ? found : [...found, mark(opened, 'sign-not-closed')];
  });
}

function mark(at: number, problem: string): Found {
  return { from: at, to: at + 1, severity: 'warning', parameters: { problem }, fix: null };
}

/** Cyrillic and Greek letters that look as the Latin letter behind them. */
const twins: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'аaсcеeоoрpхxуyіiјjѕsһhԁdԛqԝwАAВBСCЕEНHІIЈJКKМMОOРPЅSТTХXΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvαa'.matchAll(
      /(.)(.)/gu,
    ),
  ].map(([, other = '', latin = '']) => [other, latin]),
);

const otherScript = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** A word in Latin letters alone, where those of another script in it are few and each has a Latin twin; as long as before. Null for any other. */
export function mended(word: string): string | null {
  const foreign = word.match(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu);
  // A word that is mostly of the other script is one of its own language, with a Latin letter in it.
  if (foreign === null || foreign.length * 2 > [...word].length || !/\p{Script=Latin}/u.test(word)) return null;
  const latin = [...word].map((letter) => twins[letter] ?? letter).join('');
  return otherScript.test(latin) ? null : latin;
}

/** A letter of another script in a Latin word. Mended where every such letter of the word has a Latin twin. */
export function lookAlike(paragraph: InText): readonly Found[] {
  // Almost every text has letters of one script alone.
  if (!otherScript.test(paragraph.text)) return [];
  return [...paragraph.text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({ index, 0: word }): readonly Found[] => {
    const foreign = word.match(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu);
    if (foreign === null || !/\p{Script=Latin}/u.test(word)) return [];
    const latin = mended(word);
    const [from, to] = [index, index + word.length];
    const parameters = { problem: 'mixed-scripts', word, letters: foreign.join('') };
    return [
      { from, to, severity: 'error', parameters, fix: latin === null ? null : replacing(paragraph, from, to, latin) },
    ];
  });
}
