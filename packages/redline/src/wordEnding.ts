import { plainText, type Run } from '@chapeau/text';
import type { CompiledSegment } from './compilation.ts';
import { hasUnspaced } from './tokenise.ts';

/**
 * Endings that readers take for a form of the same word, in the languages that texts are drafted in: `agree[d]`, `act[s]`,
 * `international[ly agreed]`, `tujuan[nya]`. Anything else reads better as one word for another.
 */
const ending = /^(?:s|es|d|ed|ing|ly|al|e|’s|'s|nya|kan)(?![\p{L}\p{M}\p{N}'’\-\u2010\u2011/])/u;
const stem = /^\p{L}{3,}$/u;

/** Whether `longer` is the word `word` with an ending, and perhaps more words behind it. */
export function endsOnly(word: string, longer: string): boolean {
  if (!longer.startsWith(word) || !stem.test(word) || hasUnspaced(word)) return false;
  const [found] = ending.exec(longer.slice(word.length)) ?? [];
  return found !== undefined && (word.length > 3 || found === 's');
}

type Choice = Extract<CompiledSegment, { type: 'choice' }>;

/** A choice between forms of one word as that word and a choice between its endings; any other choice as it is. */
export function splitAtStem(choice: Choice): readonly CompiledSegment[] {
  const { base, options } = choice;
  if (base === null || base.within !== null || options.some(({ moves }) => moves !== undefined)) return [choice];
  const readings = [base.runs, ...options.map(({ runs }) => runs)];
  const [first] = base.runs;
  if (first === undefined || readings.some((runs) => !isLike(runs, first))) return [choice];
  const texts = readings.map((runs) => plainText({ runs }));
  const word = texts.reduce((shortest, text) => (text.length < shortest.length ? text : shortest));
  if (!texts.every((text) => text === word || endsOnly(word, text))) return [choice];
  const rest = (runs: readonly Run[]) => {
    const text = plainText({ runs }).slice(word.length);
    return text === '' ? [] : [{ text, marks: first.marks }];
  };
  const left = rest(base.runs);
  return [
    { type: 'text', runs: [{ text: word, marks: first.marks }] },
    {
      type: 'choice',
      base: left.length === 0 ? null : { ...base, runs: left },
      options: options.map((option) => ({ ...option, runs: rest(option.runs) })),
    },
  ];
}

/** Whether runs are one, formatted as the other is. */
function isLike(runs: readonly Run[], { marks }: Run): boolean {
  const [only] = runs;
  return runs.length === 1 && only !== undefined && only.marks.join() === marks.join();
}
