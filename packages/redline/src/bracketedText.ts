import { plainText } from '@chapeau/text';
import type { Compilation, CompiledBase, CompiledOption, CompiledSegment } from './compile.ts';

/**
 * A compilation as plain text, each disputed place in square brackets with its proposers:
 * `a [voluntary – USA, JPN] [binding – CHL] framework`. Words of the base that have rivals stand in brackets first, without a name;
 * words that somebody would delete say so: `[voluntary – USA delete]`. White space at the edges of brackets moves outside.
 * For reading: formatting is not shown, and a wording that holds brackets of its own cannot be told from these.
 */
export function bracketedText(compilation: Compilation): string {
  return compilation
    .map((segment) => (segment.type === 'text' ? plainText(segment) : choiceText(segment)))
    .reduce(joinedBySpace, '');
}

type Choice = Extract<CompiledSegment, { type: 'choice' }>;

function choiceText({ base, options }: Choice): string {
  const readings = [...(base === null ? [] : [plainText(base)]), ...options.map(plainText)].filter(
    (text) => text !== '',
  );
  // An insertion at a word end carries its space in front, one at a word start behind: either stays, outside the brackets.
  const head = readings.some((text) => /^\s/.test(text)) ? ' ' : '';
  const tail = readings.some((text) => /\s$/.test(text)) ? ' ' : '';
  return head + bracketsOf(base, options).join(' ') + tail;
}

function bracketsOf(base: CompiledBase | null, options: readonly CompiledOption[]): readonly string[] {
  const deletion = options.find(({ runs }) => runs.length === 0);
  const others = options.filter((option) => option !== deletion);
  const brackets: string[] = [];
  if (base !== null) {
    const words = base.within === null ? plainText(base) : bracketedText(base.within);
    brackets.push(bracket(words, deletion === undefined ? '' : `${deletion.names.join(', ')} delete`));
  }
  for (const option of others) {
    const onlyLooksDiffer = base !== null && plainText(base) === plainText(option);
    brackets.push(bracket(plainText(option), option.names.join(', ') + (onlyLooksDiffer ? ' format' : '')));
  }
  return brackets;
}

function bracket(words: string, attribution: string): string {
  const inner = words.trim() === '' ? words : words.trim();
  const suffix = attribution.trim();
  return suffix === '' ? `[${inner}]` : `[${inner} – ${suffix}]`;
}

/** Joins with one space at the seam where both sides brought one. */
function joinedBySpace(text: string, next: string): string {
  return /\s$/.test(text) && next.startsWith(' ') ? text + next.slice(1) : text + next;
}
