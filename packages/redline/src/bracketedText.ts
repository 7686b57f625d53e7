import { plainText } from '@chapeau/text';
import type { Compilation, CompiledBase, CompiledOption, CompiledSegment, ProposalPosition } from './compilation.ts';

/** What a bracketed text tells of who wants what. */
export interface Attribution {
  /** Whether proposers are named. Without names a deletion cannot be told from words in dispute. */
  readonly names: boolean;
  /** Whether positions of others stand behind the names. */
  readonly positions: boolean;
}

/**
 * A compilation as plain text, each disputed place in square brackets with its proposers:
 * `a [voluntary – USA, JPN] [binding – CHL] framework`. Words of the base that have rivals stand in brackets first, without a name;
 * words that somebody would delete say so: `[voluntary – USA delete]`. White space at the edges of brackets moves outside.
 * For reading: formatting is not shown, and a wording that holds brackets of its own cannot be told from these.
 */
export function bracketedText(
  compilation: Compilation,
  attribution: Attribution = { names: true, positions: false },
): string {
  return compilation.reduce(
    (text, segment) =>
      joinedBySpace(text, segment.type === 'text' ? plainText(segment) : choiceText(segment, attribution, text)),
    '',
  );
}

type Choice = Extract<CompiledSegment, { type: 'choice' }>;

/** `behind` is the text behind which it stands. */
function choiceText({ base, options }: Choice, attribution: Attribution, behind: string): string {
  const readings = [...(base === null ? [] : [plainText(base)]), ...options.map(plainText)].filter(
    (text) => text !== '',
  );
  // An insertion at a word end carries its space in front, one at a word start behind: either stays, outside the brackets.
  const head = readings.some((text) => /^\s/.test(text)) ? ' ' : '';
  const tail = readings.some((text) => /\s$/.test(text)) ? ' ' : '';
  // Endings of a word stand close to it and to each other.
  const endsWord = /\p{L}$/u.test(behind) && readings.every((text) => /^[\p{L}’']/u.test(text));
  const isEnding = head === '' && tail === '' && base === null && endsWord;
  return head + bracketsOf(base, options, attribution).join(isEnding ? '' : ' ') + tail;
}

function bracketsOf(
  base: CompiledBase | null,
  options: readonly CompiledOption[],
  attribution: Attribution,
): readonly string[] {
  const deletion = options.find(({ runs }) => runs.length === 0);
  const others = options.filter((option) => option !== deletion);
  const brackets: string[] = [];
  if (base !== null) {
    const words = base.within === null ? plainText(base) : bracketedText(base.within, attribution);
    brackets.push(bracket(words, deletion === undefined ? '' : by(deletion, attribution, 'delete')));
  }
  for (const option of others) {
    const onlyLooksDiffer = base !== null && plainText(base) === plainText(option);
    brackets.push(bracket(plainText(option), by(option, attribution, onlyLooksDiffer ? 'format' : '')));
  }
  return brackets;
}

/** Who says so, and what: `USA, JPN delete; object: CHL`. */
function by(option: CompiledOption, { names, positions }: Attribution, says: string): string {
  const proposers = names ? `${option.names.join(', ')} ${says}`.trim() : '';
  return [proposers, ...(positions ? positionTexts(option.positions) : [])].filter((part) => part !== '').join('; ');
}

function positionTexts(positions: readonly ProposalPosition[]): readonly string[] {
  const byPosition = Map.groupBy(positions, ({ position }) => position);
  return [...byPosition].map(([position, held]) => `${position}: ${held.map(({ name }) => name).join(', ')}`);
}

function bracket(words: string, attribution: string): string {
  const inner = words.trim() === '' ? words : words.trim();
  return attribution === '' ? `[${inner}]` : `[${inner} – ${attribution}]`;
}

/** Joins with one space at the seam where both sides brought one. */
function joinedBySpace(text: string, next: string): string {
  return /\s$/.test(text) && next.startsWith(' ') ? text + next.slice(1) : text + next;
}
