import {
  type AmendmentState,
  type ConferenceState,
  type DocumentState,
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
import {
  type Compilation,
  type CompiledOption,
  compile,
  compiler,
  type Proposal,
  type Readability,
} from '@chapeau/redline';
import type { NotationForm, PartyTable } from '@chapeau/redline/brackets';
import { alternativeLabel, type Labelled, type ParagraphId, type Run } from '@chapeau/text';
import { trimmed } from './trimmed.ts';
import { asidesAt, newParagraphAsides } from './writeCompilationAsides.ts';
import { closing, saidBy, saidOfDeletion, verbOfPosition, type WrittenNames } from './writeCompilationNames.ts';
import { isHeading, SpansAt, type WrittenSpan } from './writeCompilationSpans.ts';
import { noted, type NotedRun, notedWords } from './writeCompilationWords.ts';

/** How a compilation is written. */
export interface CompilationForm {
  readonly form: NotationForm;
  /** Whether positions on proposals and on paragraphs stand with the names. */
  readonly positions: boolean;
}

/** One paragraph of a written compilation: of the text, a whole wording beside it (`alt`), a new one that is proposed, or of an option. */
export interface CompilationLine extends Labelled {
  readonly type: 'standing' | 'beside' | 'new' | 'option';
  readonly words: readonly NotedRun[];
  /** What brackets cannot say, in sentences to stand beneath it. */
  readonly asides: readonly string[];
}

/**
 * Where the proposals for a paragraph stand: `arranged` in brackets as long as that is readable; `apart`: no delegation twice in the
 * brackets of one paragraph, since brackets would join what it proposes, and what nobody is named for at one place of it, since they would
 * part it; `beside`: each whole beneath the paragraph. Where that has no number, whole in one bracket with it.
 */
export type Layout = 'arranged' | 'apart' | 'beside';

/** A paragraph of the text, or the place before the first (null), with all that is written at it. */
export interface CompiledPlace {
  readonly paragraph: ParagraphState | null;
  /** What the live amendments say there, in the order of their numbers, but for those that are written as one with other places. */
  readonly touches: readonly Touch[];
  /** That a first option begins with it. */
  readonly before: readonly CompilationLine[];
  /** The paragraph, and new ones behind it. */
  readonly lines: readonly CompilationLine[];
  /** Whole wordings beside it, which stand behind all that is below the paragraph: what is below them would be theirs. */
  readonly beside: readonly CompilationLine[];
  /** The other options, where the first ends here. */
  readonly options: readonly CompilationLine[];
}

export interface LinesOf extends CompilationForm {
  readonly state: ConferenceState;
  readonly document: DocumentState;
  readonly names: WrittenNames;
  /** Knows all of `names`. */
  readonly parties: PartyTable;
  /** What was written before, by where it stands and how: writing a document anew costs what is new. */
  readonly noted: Map<string, readonly NotedRun[]>;
}

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

/** All that is written, in the order of the text. */
export function linesOf(places: readonly CompiledPlace[]): readonly CompilationLine[] {
  const lines: CompilationLine[] = [];
  const open: { readonly level: number; readonly beside: readonly CompilationLine[] }[] = [];
  const close = (level: number) => {
    while ((open.at(-1)?.level ?? -1) >= level) lines.push(...(open.pop()?.beside ?? []));
  };
  for (const { paragraph, before, lines: own, beside, options } of places) {
    const level = paragraph === null || isHeading(paragraph) ? 0 : paragraph.level;
    close(level);
    lines.push(...before, ...own);
    if (beside.length > 0) open.push({ level, beside });
    const [option] = options;
    if (option !== undefined) close(option.level);
    lines.push(...options);
  }
  close(0);
  return lines;
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
    const { inline, alternatives } = this.#arranged(paragraph, proposals);
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

  #arranged({ id, label, runs }: ParagraphState, proposals: readonly Proposal[]) {
    const own = compiler({ runs: trimmed(runs) });
    const layout = this.#layoutOf(id);
    // Where there is no number, no other paragraph can be said to stand in its place.
    if (layout === 'arranged')
      return label === '' ? { inline: own.compile(proposals), alternatives: [] } : own.arrange(proposals);
    const isScattered = (proposal: Proposal) =>
      proposal.names.length === 0 && own.compile([proposal]).filter(({ type }) => type === 'choice').length > 1;
    const beside = new Set(
      layout === 'beside' ? proposals : [...meetingAgain(proposals), ...proposals.filter(isScattered)],
    );
    const others = proposals.filter((proposal) => !beside.has(proposal));
    const apart = own.arrange([...beside], nothing).alternatives;
    if (label === '') {
      const within = others.length === 0 ? null : own.compile(others);
      const whole: Compilation = [
        { type: 'choice', base: { runs: trimmed(runs), retainedImplicitly: true, within }, options: apart },
      ];
      return { inline: apart.length === 0 ? own.compile(proposals) : whole, alternatives: [] };
    }
    const kept = own.arrange(others);
    return { inline: kept.inline, alternatives: [...kept.alternatives, ...apart] };
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

/** Limits that only words without brackets keep: everything stands beside them. */
const nothing: Readability = { contested: 0, contestedLength: 0, choices: 0, rivals: 0, nesting: 0 };
const nothingYet = { runs: [] };

/** Those by somebody who proposes other words for the same paragraph before. */
function meetingAgain(proposals: readonly Proposal[]): readonly Proposal[] {
  const wordingBy = new Map<string, string>();
  return proposals.filter(({ names, wording }) => {
    const key = JSON.stringify(wording?.runs ?? null);
    const meets = names.some((name) => (wordingBy.get(name) ?? key) !== key);
    if (!meets) for (const name of names) wordingBy.set(name, key);
    return meets;
  });
}

function shapeOf({ kind, level }: Pick<Labelled, 'kind' | 'level'>): Pick<CompilationLine, 'kind' | 'level'> {
  return { kind, level };
}

/** What the paragraph has reached, as each form marks it. */
function statusOf({ status }: ParagraphState, form: NotationForm): readonly NotedRun[] {
  if (status !== 'agreed' && status !== 'agreed-ad-ref') return [];
  const words = status === 'agreed' ? 'Agreed' : 'Agreed ad ref';
  return [noted('said', form === 'un' ? ` (${words})` : ` [${words}]`)];
}
