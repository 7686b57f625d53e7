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
 * The paragraph that shows best how brackets are written: the shortest in which a wording has a rival, or else one with any bracket; one
 * that needs no escapes, where there is such a one. Null where nothing is disputed.
 */
export function shortestDisputed(document: DocumentState): ParagraphState | null {
  const places = (paragraph: ParagraphState) =>
    inlineOf(document, paragraph).flatMap((segment) => (segment.type === 'choice' ? [segment] : []));
  const disputed = paragraphsInText(document).filter((paragraph) => places(paragraph).length > 0);
  const plain = disputed.filter((one) => !notationOf(document, one, mostTold).includes('\\'));
  const best = plain.length > 0 ? plain : disputed;
  const rivals = best.filter((paragraph) =>
    places(paragraph).some(({ base, options }) => base !== null && options.some(({ runs }) => runs.length > 0)),
  );
  return (rivals.length > 0 ? rivals : best).reduce<ParagraphState | null>(
    (shortest, one) => (shortest !== null && plainText(shortest).length <= plainText(one).length ? shortest : one),
    null,
  );
}

const mostTold: CompilationWish = { form: 'rio', positions: true };

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
