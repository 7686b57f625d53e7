import type { Run } from '../../paragraph.ts';
import { sliceRuns } from '../../replaceRuns.ts';
import { type CheckedText, type InText, isOperativeVerb, openingOf } from '../checkedText.ts';
import type { Found } from '../finding.ts';

/** A preambular paragraph opens with a participle or an adjective. */
export function openingPreambular(paragraph: InText, { language, paragraphs }: CheckedText): readonly Found[] {
  if (paragraph.kind !== 'preambular' || paragraph.level > 0) return [];
  const { word, from, to } = openingOf(paragraph.text, language);
  const opens = (text: string) => {
    const opening = openingOf(text, language).word;
    return language.preambular.words.has(opening) || language.preambular.shape.test(opening);
  };
  if (word === '' || opens(paragraph.text)) return [];
  // A preamble written in sentences ("We meet in Bali") is of another kind.
  const preamble = paragraphs.filter(({ kind, level }) => kind === 'preambular' && level === 0);
  if (preamble.length >= 4 && preamble.filter(({ text }) => opens(text)).length * 2 < preamble.length) return [];
  const problem = isOperativeVerb(word, language) ? 'verb-in-preamble' : 'no-participle';
  return [{ from, to, severity: 'warning', parameters: { problem, word: paragraph.text.slice(from, to) }, fix: null }];
}

/** An operative paragraph opens with a verb in the present tense. */
export function openingOperative(paragraph: InText, { language, resolutionForm }: CheckedText): readonly Found[] {
  if (paragraph.kind !== 'operative' || paragraph.level > 0 || !resolutionForm) return [];
  const { word, from, to } = openingOf(paragraph.text, language);
  if (word === '' || isOperativeVerb(word, language)) return [];
  const participle = language.preambular.words.has(word) || language.preambular.shape.test(word);
  const problem = participle ? 'participle-in-operative' : 'no-verb';
  return [{ from, to, severity: 'warning', parameters: { problem, word: paragraph.text.slice(from, to) }, fix: null }];
}

/** The verbs of one text agree with one subject: "Decides" and "Encourage" do not stand in one. */
export function openingNumber(paragraph: InText, { language, number, resolutionForm }: CheckedText): readonly Found[] {
  const { verbs, plural } = language.operative;
  if (paragraph.kind !== 'operative' || paragraph.level > 0 || !resolutionForm || number === null || plural === null)
    return [];
  const { word, from, to } = openingOf(paragraph.text, language);
  if (!isOperativeVerb(word, language) || verbs.has(word) === (number === 'singular')) return [];
  const expected = number === 'plural' ? plural(word) : [...verbs].find((verb) => plural(verb) === word);
  if (expected === undefined || expected === word) return [];
  const written = paragraph.text.slice(from, to);
  const cased = written[0] === written[0]?.toLowerCase() ? expected : capitalised(expected);
  // Of a verb that is typed twice the other one would stay, and no longer look like a slip.
  const isTwice = openingOf(paragraph.text.slice(to), language).word === word;
  const fix = isTwice ? null : { from, to, runs: inPlaceOf(paragraph.runs, from, cased) };
  return [{ from, to, severity: 'warning', parameters: { problem: number, word: written, expected: cased }, fix }];
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function inPlaceOf(runs: readonly Run[], from: number, text: string): readonly Run[] {
  return [{ text, marks: sliceRuns(runs, from, from + 1)[0]?.marks ?? [] }];
}

/** The opening words of preambular and operative paragraphs are in italics. */
export function openingItalics(paragraph: InText, text: CheckedText): readonly Found[] {
  const { language, resolutionForm } = text;
  const { kind, level, runs } = paragraph;
  if ((kind !== 'preambular' && kind !== 'operative') || level > 0 || !resolutionForm) return [];
  const { word, to, phraseFrom, phraseTo } = openingOf(paragraph.text, language);
  const opens =
    kind === 'operative'
      ? isOperativeVerb(word, language)
      : language.preambular.words.has(word) || language.preambular.shape.test(word);
  if (word === '' || !opens) return [];
  if (
    sliceRuns(runs, phraseFrom, to).every(({ marks, text: words }) => marks.includes('italic') || words.trim() === '')
  )
    return [];
  const italic = sliceRuns(runs, phraseFrom, phraseTo).map(
    (run): Run => ({ text: run.text, marks: [...new Set([...run.marks, 'italic' as const])] }),
  );
  const phrase = paragraph.text.slice(phraseFrom, phraseTo);
  const fix = { from: phraseFrom, to: phraseTo, runs: italic };
  return [{ from: phraseFrom, to: phraseTo, severity: 'note', parameters: { problem: 'upright', word: phrase }, fix }];
}
