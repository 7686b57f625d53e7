import {
  type AmendmentState,
  headOfText,
  latest,
  liveAmendments,
  newLabel,
  numberingOf,
  type ParagraphState,
  type Place,
  paragraphsInText,
  type ProposedParagraph,
  positionsOn,
  type Touch,
  touchesBy,
} from '@chapeau/procedure';
import { type Compilation, type CompiledOption, compile, type Proposal } from '@chapeau/redline';
import type { NotationForm } from '@chapeau/redline/brackets';
import { alternativeLabel, type Labelled, type ParagraphId, type Run } from '@chapeau/text';
import { trimmed } from './trimmed.ts';
import { asidesAt, newParagraphAsides } from './writeCompilationAsides.ts';
import { arrangedIn, type Layout } from './writeCompilationLayout.ts';
import { closing, saidBy, saidOfDeletion, verbOfPosition } from './writeCompilationNames.ts';
import type { CompilationLine, CompiledPlace, LinesOf } from './writeCompilationPlaces.ts';
import { isHeading, SpansAt, type WrittenSpan } from './writeCompilationSpans.ts';
import { noted, type NotedRun, notedWords } from './writeCompilationWords.ts';

/**
 * Writes a document in negotiation, place by place; `layoutOf` is asked about each paragraph that somebody would change. `spans` are
 * written as one, all else at each of its places.
 */
export function compiledPlaces(
  given: LinesOf,
  layoutOf: (id: ParagraphId) => Layout,
  spans: readonly WrittenSpan[],
): readonly CompiledPlace[] {
  return new Writer(given, layoutOf, spans).places();
}

class Writer {
  readonly #given: LinesOf;
  readonly #layoutOf: (id: ParagraphId) => Layout;
  readonly #spans: SpansAt;
  readonly #touches = new Map<Place, Touch[]>();
  /** The labels of the text with those of new paragraphs written so far, as if each were accepted. */
  readonly #labelled: Labelled[];
  #at = 0;

  constructor(given: LinesOf, layoutOf: (id: ParagraphId) => Layout, spans: readonly WrittenSpan[]) {
    this.#given = given;
    this.#layoutOf = layoutOf;
    this.#spans = new SpansAt(spans);
    this.#labelled = [...paragraphsInText(given.document)];
    for (const amendment of liveAmendments(given.document).toSorted((a, b) => a.number - b.number)) {
      if (this.#spans.holds(amendment)) continue;
      for (const [at, touch] of touchesBy(given.document, amendment)) {
        // A reader of the file knows no order of acceptance: new paragraphs stand where they would come to stand.
        const place = touch.type === 'insertion' ? touch.behind : at;
        const known = this.#touches.get(place);
        if (known === undefined) this.#touches.set(place, [touch]);
        else known.push(touch);
      }
    }
  }

  places(): readonly CompiledPlace[] {
    const touches = this.#touches.get(headOfText) ?? [];
    const head = { paragraph: null, touches, before: [], lines: this.#newLines(touches, 0), beside: [], options: [] };
    const text = paragraphsInText(this.#given.document);
    return [head, ...text.map((paragraph, index) => this.#place(paragraph, index + 1))];
  }

  /** `nth` counts the paragraphs of the text from 1. */
  #place(paragraph: ParagraphState, nth: number): CompiledPlace {
    this.#at += 1;
    const touches = this.#touches.get(paragraph.id) ?? [];
    const proposals = touches.flatMap((touch) => this.#proposalOf(touch));
    const { inline, alternatives } = arrangedIn(this.#layoutOf(paragraph.id), paragraph, proposals);
    const deletions = alternatives.filter(({ runs }) => runs.length === 0);
    const { form } = this.#given;
    const layout = this.#layoutOf(paragraph.id);
    const standing: CompilationLine = {
      type: 'standing',
      ...shapeOf(paragraph),
      label: paragraph.label,
      words: [
        ...this.#spans.opening('deletion', nth).map(() => noted('sign', '[')),
        ...deletions.flatMap((option) => this.#toBeDeleted(option)),
        ...this.#noted([paragraph.id, layout, ...proposals.map(({ id }) => id)].join(' '), inline),
        ...this.#spans.closing('deletion', nth).flatMap((span) => this.#close(span)),
        ...statusOf(paragraph, form),
        ...this.#positionsOn(paragraph),
      ],
      asides: asidesAt(this.#given, paragraph, touches),
    };
    const beside = alternatives
      .filter(({ runs }) => runs.length > 0)
      .map(
        (option, index): CompilationLine => ({
          type: 'beside',
          ...shapeOf(paragraph),
          label: alternativeLabel(paragraph.label, index),
          words: this.#wholly(paragraph.id, option),
          asides: this.#hasBelow(paragraph) ? [`In place of the words of ${paragraph.label} alone.`] : [],
        }),
      );
    const before = this.#spans
      .opening('replacement', nth)
      .slice(0, 1)
      .map((span) => this.#optionLine(span, 'Option 1:'));
    const lines = [standing, ...this.#newLines(touches, nth)];
    return { paragraph, touches, before, lines, beside, options: this.#options(nth) };
  }

  /** What stands in place of the paragraphs that end here, option by option. */
  #options(nth: number): readonly CompilationLine[] {
    const spans = this.#spans.closing('replacement', nth);
    const [first] = spans;
    if (first === undefined) return [];
    const options = spans.flatMap((span, index) => [
      this.#optionLine(span, `Option ${index + 2}:`),
      ...this.#together(span, (paragraph) => this.#labelInOption(paragraph, index)),
    ]);
    return [...options, this.#optionLine(first, '[End of options]')];
  }

  #optionLine({ from, to }: WrittenSpan, words: string): CompilationLine {
    const levels = paragraphsInText(this.#given.document)
      .slice(from - 1, to)
      .map(({ level }) => level);
    return {
      type: 'option',
      kind: 'plain',
      level: Math.min(...levels),
      label: '',
      words: [noted('said', words)],
      asides: [],
    };
  }

  #labelInOption(paragraph: ProposedParagraph, index: number): string {
    const before = paragraph.id === null ? undefined : this.#given.document.paragraphs.get(paragraph.id);
    if (before !== undefined) return before.label === '' ? '' : alternativeLabel(before.label, index);
    const label = this.#labelOfNew(paragraph);
    // A number that counts on in parentheses would be read as words.
    return / \(\d+\)$/.test(label) ? '' : label;
  }

  /** The number that the conference would give a new paragraph here. */
  #labelOfNew(paragraph: ProposedParagraph): string {
    const label = newLabel(this.#labelled, this.#at, paragraph, numberingOf(this.#given.state));
    this.#labelled.splice(this.#at, 0, { ...shapeOf(paragraph), label });
    this.#at += 1;
    return label;
  }

  /** The words of several paragraphs in one bracket, or without one where nobody is named. */
  #together(span: WrittenSpan, labelOf: (paragraph: ProposedParagraph) => string): readonly CompilationLine[] {
    const { says, amendments } = span;
    const names = amendments.flatMap((amendment) => this.#voicesOf(amendment).names);
    const isNamed = names.length > 0;
    return says.map((paragraph, index): CompilationLine => {
      const where = `in ${amendments[0]?.number} ${index}`;
      const runs = trimmed(paragraph.runs);
      const words = isNamed ? this.#wordsInBracket(where, runs, names) : this.#noted(where, [{ type: 'text', runs }]);
      return {
        type: span.type === 'insertion' ? 'new' : 'option',
        ...shapeOf(paragraph),
        label: labelOf(paragraph),
        words: [
          ...(isNamed && index === 0 ? [noted('sign', '[')] : []),
          ...words,
          ...(isNamed && index === says.length - 1 ? this.#close(span) : []),
        ],
        asides: [],
      };
    });
  }

  /** Words as they are written in a bracket with names, where more signs mean something, without it. */
  #wordsInBracket(where: string, runs: readonly Run[], names: readonly string[]): readonly NotedRun[] {
    const option: CompiledOption = { runs, names, positions: [], proposals: [] };
    const words = this.#noted(where, [{ type: 'choice', base: null, options: [option] }]);
    return words.filter(({ part }) => part === 'words');
  }

  /** The end of a bracket over several paragraphs, with those who propose what it says. */
  #close({ type, amendments }: WrittenSpan): readonly NotedRun[] {
    const voices = amendments.map((amendment) => this.#voicesOf(amendment));
    const names = [...new Set(voices.flatMap((voice) => voice.names))];
    const positions = voices.flatMap((voice) => voice.positions ?? []);
    const { form } = this.#given;
    return closing(type === 'deletion' ? saidOfDeletion(names, positions, form) : saidBy(names, positions, form), form);
  }

  #hasBelow({ id, level }: ParagraphState): boolean {
    const { document } = this.#given;
    const next = document.paragraphs.get(document.order[document.order.indexOf(id) + 1] ?? id);
    return next !== undefined && next.id !== id && !isHeading(next) && next.level > level;
  }

  #proposalOf(touch: Touch): readonly Proposal[] {
    if (touch.type !== 'words' || touch.amendment.status !== 'tabled') return [];
    const { wording } = touch;
    return [
      {
        ...this.#voicesOf(touch.amendment),
        wording: wording === null ? null : { ...wording, runs: trimmed(wording.runs) },
      },
    ];
  }

  /** Proposals in the order of their numbers, which is that of their ids. */
  #voicesOf(amendment: AmendmentState): Omit<Proposal, 'wording'> {
    const { names, positions } = this.#given;
    const held = positions ? positionsOn(amendment.positions, latest(amendment).hash) : [];
    return {
      id: String(amendment.number).padStart(9, '0'),
      names: amendment.sponsors.map((id) => names.of(id)),
      positions: held.map(([id, { position }]) => ({ name: names.of(id), position })),
    };
  }
  /**
   * New paragraphs at a place, each with the number that the conference would give it; those who propose the same stand together.
   * `nth` counts the paragraphs of the text from 1, 0 is its head.
   */
  #newLines(touches: readonly Touch[], nth: number): readonly CompilationLine[] {
    const tabled = touches.flatMap((touch) =>
      touch.type === 'insertion' && touch.amendment.status === 'tabled' ? [touch] : [],
    );
    const same = Map.groupBy(tabled, ({ amendment, paragraphs }) =>
      latest(amendment).scope.type === 'insert' ? JSON.stringify(paragraphs) : amendment.id,
    );
    const apart = [...same.values()].map((group) => ({ first: group[0]?.amendment, group, span: null }));
    const whole = this.#spans.opening('insertion', nth).map((span) => ({ first: span.amendments[0], group: [], span }));
    return [...apart, ...whole]
      .toSorted((a, b) => (a.first?.number ?? 0) - (b.first?.number ?? 0))
      .flatMap(({ group, span }) =>
        span === null ? this.#newLinesOf(group) : this.#together(span, (paragraph) => this.#labelOfNew(paragraph)),
      );
  }

  #newLinesOf(group: readonly Extract<Touch, { type: 'insertion' }>[]): readonly CompilationLine[] {
    const voices = group.map(({ amendment }) => this.#voicesOf(amendment));
    return (group[0]?.paragraphs ?? []).map((paragraph, index): CompilationLine => {
      const label = this.#labelOfNew(paragraph);
      const compilation = compile(
        nothingYet,
        voices.map((voice) => ({ ...voice, wording: { ...paragraph, runs: trimmed(paragraph.runs) } })),
      );
      const where = `new ${voices.map(({ id }) => id).join()} ${this.#at}`;
      const asides = index > 0 ? [] : group.flatMap(({ amendment }) => newParagraphAsides(this.#given, amendment));
      return { type: 'new', ...shapeOf(paragraph), label, words: this.#noted(where, compilation), asides };
    });
  }

  #wholly(id: ParagraphId, option: CompiledOption): readonly NotedRun[] {
    const { runs, names, positions, proposals } = option;
    const where = `${id} beside ${proposals.join()}`;
    if (names.length > 0) return this.#noted(where, [{ type: 'choice', base: null, options: [option] }]);
    // Words that nobody is named for stand, here as a rival of the paragraph.
    const said = saidBy(names, positions, this.#given.form);
    return [noted('sign', '['), ...this.#noted(where, [{ type: 'text', runs }]), ...closing(said, this.#given.form)];
  }

  #noted(where: string, compilation: Compilation): readonly NotedRun[] {
    const { noted: known, form, parties } = this.#given;
    const words = known.get(where) ?? notedWords(compilation, form, parties);
    known.set(where, words);
    return words;
  }

  /** A deletion that stands beside the words, as the instruction that every form reads. */
  #toBeDeleted({ names, positions }: CompiledOption): readonly NotedRun[] {
    const said = saidBy(names, positions, this.#given.form);
    const asked = said === '' ? 'To be deleted' : `To be deleted - ${said}`;
    return [noted('sign', '['), noted('said', asked), noted('sign', ']'), noted('words', ' ')];
  }

  /** Who said what of the words on the table. */
  #positionsOn({ positions, hash }: ParagraphState): readonly NotedRun[] {
    const { names, form, positions: areShown } = this.#given;
    if (!areShown || form === 'none') return [];
    const held = Map.groupBy(positionsOn(positions, hash), ([, { position }]) => position);
    return [...held].map(([position, who]) =>
      noted('said', ` (${who.map(([id]) => names.of(id)).join(', ')}: ${verbOfPosition[position]} paragraph)`),
    );
  }
}

const nothingYet = { runs: [] };

function shapeOf({ kind, level }: Pick<Labelled, 'kind' | 'level'>): Pick<CompilationLine, 'kind' | 'level'> {
  return { kind, level };
}

/** What the paragraph has reached, as each form marks it. */
function statusOf({ status }: ParagraphState, form: NotationForm): readonly NotedRun[] {
  if (status !== 'agreed' && status !== 'agreed-ad-ref') return [];
  const words = status === 'agreed' ? 'Agreed' : 'Agreed ad ref';
  return [noted('said', form === 'un' ? ` (${words})` : ` [${words}]`)];
}
