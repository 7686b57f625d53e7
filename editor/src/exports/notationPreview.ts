import { type DocumentState, type ParagraphState, paragraphsInText } from '@chapeau/procedure';
import type { Compilation } from '@chapeau/redline';
import { defaultPartyTable, type NotationForm, writeNotation } from '@chapeau/redline/brackets';
import { plainText } from '@chapeau/text';
import { compiledParagraph } from '../text/compiledParagraph.ts';
import { touchesAt } from '../text/touches.ts';

/** How a compilation is asked for. */
export interface CompilationWish {
  readonly form: NotationForm;
  readonly positions: boolean;
}

/**
 * The paragraph that shows best how brackets are written: one that needs no escapes, in which a wording has a rival, of which somebody is
 * named, and of such the shortest. Null where nothing is disputed.
 */
export function shortestDisputed(document: DocumentState): ParagraphState | null {
  const shown = paragraphsInText(document).flatMap((paragraph) => {
    const faults = faultsOf(document, paragraph);
    return faults === null ? [] : [{ paragraph, faults }];
  });
  const [best] = shown.toSorted((one, other) => firstDifference(one.faults, other.faults));
  return best?.paragraph ?? null;
}

/** What keeps a paragraph from showing how brackets are written, the gravest first; null where it has none. */
function faultsOf(document: DocumentState, paragraph: ParagraphState): readonly number[] | null {
  const places = inlineOf(document, paragraph).flatMap((segment) => (segment.type === 'choice' ? [segment] : []));
  if (places.length === 0) return null;
  const hasEscapes = notationOf(document, paragraph, { form: 'rio', positions: true }).includes('\\');
  const rivals = places.filter(({ base, options }) => base !== null && options.some(({ runs }) => runs.length > 0));
  const isNamed = (rivals.length > 0 ? rivals : places).some(({ options }) =>
    options.some(({ names }) => names.length > 0),
  );
  return [Number(hasEscapes), Number(rivals.length === 0), Number(!isNamed), plainText(paragraph).length];
}

function firstDifference(one: readonly number[], other: readonly number[]): number {
  return one.map((value, index) => value - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** The words of a paragraph as a compilation will have them. */
export function notationOf(document: DocumentState, paragraph: ParagraphState, wish: CompilationWish): string {
  const inline = inlineOf(document, paragraph);
  const told = wish.positions ? inline : withoutPositions(inline);
  return writeNotation(told, wish.form, defaultPartyTable()).text;
}

function inlineOf(document: DocumentState, { id, runs }: Pick<ParagraphState, 'id' | 'runs'>): Compilation {
  const touches = touchesAt(document, id);
  return touches.length === 0 ? [] : compiledParagraph(runs, touches).inline;
}

function withoutPositions(compilation: Compilation): Compilation {
  return compilation.map((segment) => {
    if (segment.type === 'text') return segment;
    const { base, options } = segment;
    const within = base === null || base.within === null ? null : withoutPositions(base.within);
    return {
      ...segment,
      base: base === null ? null : { ...base, within },
      options: options.map((option) => ({ ...option, positions: [] })),
    };
  });
}
