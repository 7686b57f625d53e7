import type { Compilation } from '@chapeau/redline';
import {
  type NotationForm,
  type NotationReading,
  type PartyTable,
  readNotation,
  type Role,
  wordingOf,
  writeNotation,
} from '@chapeau/redline/brackets';
import { type Mark, plainText, type Run } from '@chapeau/text';
import { withWholeWords } from './writeCompilationEndings.ts';

/** Of what a stretch of bracketed text is: words that somebody would have, signs that part them, what is said of them and by whom. */
export type NotedPart = 'words' | 'sign' | 'said';

/**
 * A stretch of bracketed text. `text` is in the notation, where a backslash makes a sign a word; `shown` is what people read.
 * Texts joined are the paragraph in the notation.
 */
export interface NotedRun {
  readonly text: string;
  readonly shown: string;
  readonly part: NotedPart;
  readonly marks: readonly Mark[];
}

/**
 * A compiled paragraph in one form, as `writeNotation` writes it, with the formatting of its words. What is sign and what is word is
 * asked of the reader of the notation, so that both are of one mind.
 */
export function notedWords(compilation: Compilation, form: NotationForm, parties: PartyTable): readonly NotedRun[] {
  // Where nobody is named at all, nothing need be said to stand.
  const words = form === 'none' ? compilation : withWholeWords(compilation);
  const { text } = writeNotation(withoutNamelessDeletions(words), form, parties);
  const { tokens } = lightest(text, parties);
  const marks = new MarksInOrder([...runsInOrder(words)]);
  const runs: NotedRun[] = [];
  for (const { role, kind, text: own, shown } of tokens) {
    const part = partOf(role);
    if (part !== 'words') push(runs, { text: own, shown: own, part, marks: [] });
    else if (kind === 'escape') push(runs, { text: own, shown, part, marks: marks.of(shown)[0]?.marks ?? [] });
    else for (const run of marks.of(own)) push(runs, { ...run, shown: run.text, part });
  }
  return runs;
}

function read(text: string, parties: PartyTable): NotationReading {
  return readNotation(text, { split: () => [{ from: 0, kind: null, level: 0, isAside: false }], parties });
}

/**
 * Where one sign in the words is ambiguous all of them are escaped. Mostly only brackets need be, or none: a placeholder stands in its
 * braces. What says the same with fewer escapes is what people read.
 */
function lightest(text: string, parties: PartyTable): NotationReading {
  const careful = read(text, parties);
  if (!text.includes('\\')) return careful;
  const meant = shapeOf(careful);
  const lighter = [/\\([^\\])/gu, /\\([^[\]{}\\])/gu].map((escapes) =>
    read(
      text.replace(escapes, (_, sign: string) => (sign === '|' ? '' : sign)),
      parties,
    ),
  );
  return lighter.find((reading) => shapeOf(reading) === meant) ?? careful;
}

/** A bracket without names says by itself that nobody named would delete its words. */
function withoutNamelessDeletions(compilation: Compilation): Compilation {
  return compilation.map((segment) => {
    if (segment.type === 'text' || segment.base === null) return segment;
    const { base, options } = segment;
    const within = base.within === null ? null : withoutNamelessDeletions(base.within);
    const [only, ...others] = options;
    const isPlain = others.length === 0 && only?.runs.length === 0 && only.names.length + only.positions.length === 0;
    return { ...segment, base: { ...base, within }, options: isPlain ? [] : options };
  });
}

/** What a text of one paragraph is read as: its signs and names in order, the words on the table, and what each proposal makes of them. */
function shapeOf(reading: NotationReading): string {
  const { tokens, paragraphs } = reading;
  const beside = tokens.flatMap(({ role, text }) => (partOf(role) === 'words' ? [] : [text]));
  const said = paragraphs.map(({ base, choices, label, option, statusMarks, proposals, positions }, index) => [
    ...[plainText({ runs: base }), label, option, positions.length],
    statusMarks.filter(({ status }) => status !== 'placeholder').length,
    choices.map(({ depth, alternatives }) => [depth, alternatives.length]),
    proposals.map((proposal) => plainText(wordingOf(reading, index, proposal) ?? { runs: [] })),
  ]);
  return JSON.stringify([beside.join(''), said]);
}

/** What is said in a paragraph beside its words, in the notation already. */
export function noted(part: NotedPart, text: string): NotedRun {
  return { text, shown: text, part, marks: [] };
}

function partOf(role: Role): NotedPart {
  if (role === 'bracket' || role === 'separator' || role === 'stray') return 'sign';
  return role === 'attribution' || role === 'instruction' || role === 'status' ? 'said' : 'words';
}

/** The words of a compilation in the order in which every form writes them: those of the base, then those of each option. */
function* runsInOrder(compilation: Compilation): Generator<Run> {
  for (const segment of compilation) {
    if (segment.type === 'text') yield* segment.runs;
    else {
      const { base, options } = segment;
      if (base !== null) yield* base.within === null ? base.runs : runsInOrder(base.within);
      for (const option of options) yield* option.runs;
    }
  }
}

/** Gives words that are written their formatting back. White space at the edge of brackets may have moved or gone on the way. */
class MarksInOrder {
  readonly #text: string;
  readonly #marks: readonly { readonly to: number; readonly marks: readonly Mark[] }[];
  #at = 0;
  #run = 0;

  constructor(runs: readonly Run[]) {
    let to = 0;
    this.#text = runs.map(({ text }) => text).join('');
    this.#marks = runs.map(({ text, marks }) => ({ to: (to += text.length), marks }));
  }

  /** The next words, parted where their formatting changes. */
  of(words: string): readonly Run[] {
    const runs: Run[] = [];
    for (const unit of words.split('')) {
      const marks = this.#marksOf(unit);
      const last = runs.at(-1);
      if (last?.marks === marks) runs[runs.length - 1] = { text: last.text + unit, marks };
      else runs.push({ text: unit, marks });
    }
    return runs;
  }

  #marksOf(unit: string): readonly Mark[] {
    const isSpace = /\s/.test(unit);
    while (!isSpace && /\s/.test(this.#text.charAt(this.#at))) this.#at += 1;
    if (this.#text.charAt(this.#at) !== unit) return unmarked;
    while ((this.#marks[this.#run]?.to ?? Number.POSITIVE_INFINITY) <= this.#at) this.#run += 1;
    this.#at += 1;
    return this.#marks[this.#run]?.marks ?? unmarked;
  }
}

const unmarked: readonly Mark[] = [];

/** Adds a stretch; one of the same part and formatting joins the one before. */
function push(runs: NotedRun[], run: NotedRun): void {
  const last = runs.at(-1);
  if (last !== undefined && last.part === run.part && last.marks.join() === run.marks.join())
    runs[runs.length - 1] = { ...last, text: last.text + run.text, shown: last.shown + run.shown };
  else runs.push(run);
}
