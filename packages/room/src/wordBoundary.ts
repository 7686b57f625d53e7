const inWord = /^[\p{L}\p{M}\p{N}]/u;
const combining = /^\p{M}/u;
/** Scripts that write no spaces between words: every character may begin one. */
const unspaced = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;

/** Whether a word may begin or end at the UTF-16 offset `at`; never inside a character. */
export function isWordBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const plain = plainInWord(text.charCodeAt(at - 1), text.charCodeAt(at));
  if (plain !== null) return !plain;
  const [before, after] = [characterBefore(text, at), characterAt(text, at)];
  if (/^[\udc00-\udfff]/.test(after) || combining.test(after)) return false;
  return !inWord.test(before) || !inWord.test(after) || unspaced.test(before) || unspaced.test(after);
}

/** Whether two ASCII characters are of one word; null where one of them is no ASCII: most text needs no tables. */
function plainInWord(before: number, after: number): boolean | null {
  return before > 127 || after > 127 ? null : isAlphanumeric(before) && isAlphanumeric(after);
}

function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function characterBefore(text: string, at: number): string {
  const isPair = /^[\udc00-\udfff]/.test(text.charAt(at - 1)) && /^[\ud800-\udbff]/.test(text.charAt(at - 2));
  return isPair ? characterAt(text, at - 2) : text.charAt(at - 1);
}
