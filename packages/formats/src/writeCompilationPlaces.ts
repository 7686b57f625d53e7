import type { ConferenceState, DocumentState, ParagraphState, Touch } from '@chapeau/procedure';
import type { NotationForm, PartyTable } from '@chapeau/redline/brackets';
import type { Labelled } from '@chapeau/text';
import type { WrittenNames } from './writeCompilationNames.ts';
import { isHeading } from './writeCompilationSpans.ts';
import type { NotedRun } from './writeCompilationWords.ts';

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
