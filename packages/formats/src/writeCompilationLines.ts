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
import { alternativeLabel, type Labelled, type ParagraphId } from '@chapeau/text';
import { trimmed } from './trimmed.ts';
import { asidesAt, newParagraphAsides } from './writeCompilationAsides.ts';
import { saidBy, verbOfPosition, type WrittenNames } from './writeCompilationNames.ts';
import { noted, type NotedRun, notedWords } from './writeCompilationWords.ts';

/** How a compilation is written. */
export interface CompilationForm {
  readonly form: NotationForm;
  /** Whether positions on proposals and on paragraphs stand with the names. */
  readonly positions: boolean;
}

/** One paragraph of a written compilation: of the text, a whole wording beside it (`alt`), or a new one that is proposed. */
export interface CompilationLine extends Labelled {
  readonly type: 'standing' | 'beside' | 'new';
  readonly words: readonly NotedRun[];
  /** What brackets cannot say, in sentences to stand beneath it. */
  readonly asides: readonly string[];
}

/**
 * Where the proposals for a paragraph stand: `arranged` in brackets as long as that is readable; `apart`: no delegation twice in the
 * brackets of one paragraph, since brackets would join what it proposes; `beside`: each whole beneath the paragraph.
 */
export type Layout = 'arranged' | 'apart' | 'beside';

/** A paragraph of the text, or the place before the first (null), with all that is written at it. */
export interface CompiledPlace {
  readonly paragraph: ParagraphState | null;
  /** What the live amendments say there, in the order of their numbers. */
  readonly touches: readonly Touch[];
  /** The paragraph, and new ones behind it. */
  readonly lines: readonly CompilationLine[];
  /** Whole wordings beside it, which stand behind all that is below the paragraph: what is below them would be theirs. */
  readonly beside: readonly CompilationLine[];
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

/** Writes a document in negotiation, place by place; `layoutOf` is asked about each paragraph that somebody would change. */
export function compiledPlaces(given: LinesOf, layoutOf: (id: ParagraphId) => Layout): readonly CompiledPlace[] {
  return new Writer(given, layoutOf).places();
}

/** All that is written, in the order of the text. */
export function linesOf(places: readonly CompiledPlace[]): readonly CompilationLine[] {
  const lines: CompilationLine[] = [];
  const open: { readonly level: number; readonly beside: readonly CompilationLine[] }[] = [];
  const close = (level: number) => {
    while ((open.at(-1)?.level ?? -1) >= level) lines.push(...(open.pop()?.beside ?? []));
  };
  for (const { paragraph, lines: own, beside } of places) {
    const level = paragraph === null || isHeading(paragraph) ? 0 : paragraph.level;
    close(level);
    lines.push(...own);
    if (beside.length > 0) open.push({ level, beside });
  }
  close(0);
  return lines;
}

function isHeading({ kind }: Pick<Labelled, 'kind'>): boolean {
  return kind === 'heading' || kind === 'title';
}

class Writer {
  readonly #given: LinesOf;
  readonly #layoutOf: (id: ParagraphId) => Layout;
  readonly #touches = new Map<Place, Touch[]>();
  /** The labels of the text with those of new paragraphs written so far, as if each were accepted. */
  readonly #labelled: Labelled[];
  #at = 0;

  constructor(given: LinesOf, layoutOf: (id: ParagraphId) => Layout) {
    this.#given = given;
    this.#layoutOf = layoutOf;
    this.#labelled = [...paragraphsInText(given.document)];
    for (const amendment of liveAmendments(given.document).toSorted((a, b) => a.number - b.number))
      for (const [at, touch] of touchesBy(given.document, amendment)) {
        // A reader of the file knows no order of acceptance: new paragraphs stand where they would come to stand.
        const place = touch.type === 'insertion' ? touch.behind : at;
        const known = this.#touches.get(place);
        if (known === undefined) this.#touches.set(place, [touch]);
        else known.push(touch);
      }
  }

  places(): readonly CompiledPlace[] {
    const touches = this.#touches.get(headOfText) ?? [];
    const head = { paragraph: null, touches, lines: this.#newLines(touches), beside: [] };
    return [head, ...paragraphsInText(this.#given.document).map((paragraph) => this.#place(paragraph))];
  }

  #place(paragraph: ParagraphState): CompiledPlace {
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
        ...deletions.flatMap((option) => this.#toBeDeleted(option)),
        ...this.#noted(`${paragraph.id} ${layout}`, inline),
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
    return { paragraph, touches, lines: [standing, ...this.#newLines(touches)], beside };
  }

  #hasBelow({ id, level }: ParagraphState): boolean {
    const { document } = this.#given;
    const next = document.paragraphs.get(document.order[document.order.indexOf(id) + 1] ?? id);
    return next !== undefined && next.id !== id && !isHeading(next) && next.level > level;
  }

  #arranged({ id, label, runs }: ParagraphState, proposals: readonly Proposal[]) {
    const own = compiler({ runs: trimmed(runs) });
    // Where there is no number, no other paragraph can be said to stand in its place.
    if (label === '') return { inline: own.compile(proposals), alternatives: [] };
    const layout = this.#layoutOf(id);
    if (layout === 'arranged') return own.arrange(proposals);
    const beside = new Set(layout === 'beside' ? proposals : meetingAgain(proposals));
    const kept = own.arrange(proposals.filter((proposal) => !beside.has(proposal)));
    const apart = own.arrange([...beside], nothing);
    return { inline: kept.inline, alternatives: [...kept.alternatives, ...apart.alternatives] };
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
  /** New paragraphs at a place, each with the number that the conference would give it; those who propose the same stand together. */
  #newLines(touches: readonly Touch[]): readonly CompilationLine[] {
    const tabled = touches.flatMap((touch) =>
      touch.type === 'insertion' && touch.amendment.status === 'tabled' ? [touch] : [],
    );
    const same = Map.groupBy(tabled, ({ amendment, paragraphs }) =>
      latest(amendment).scope.type === 'insert' ? JSON.stringify(paragraphs) : amendment.id,
    );
    return [...same.values()].flatMap((group) => this.#newLinesOf(group));
  }

  #newLinesOf(group: readonly Extract<Touch, { type: 'insertion' }>[]): readonly CompilationLine[] {
    const { state } = this.#given;
    const voices = group.map(({ amendment }) => this.#voicesOf(amendment));
    return (group[0]?.paragraphs ?? []).map((paragraph, index): CompilationLine => {
      const label = newLabel(this.#labelled, this.#at, paragraph, numberingOf(state));
      this.#labelled.splice(this.#at, 0, { ...shapeOf(paragraph), label });
      this.#at += 1;
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
    const where = `${id} beside ${option.proposals.join()}`;
    return this.#noted(where, [{ type: 'choice', base: null, options: [option] }]);
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
