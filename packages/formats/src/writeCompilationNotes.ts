import { assertNever } from '@chapeau/base';
import { latest, liveAmendments, type DocumentState } from '@chapeau/procedure';
import { paragraphName } from './namesInPrint.ts';
import type { CompiledPlace } from './writeCompilationPlaces.ts';

/**
 * What does not come back as it is when a written compilation is read again. `amendment` is its number.
 * `move`, `shape` (another kind of paragraph or level of the outline), `conflict` (made on other words): told in a sentence, not in brackets;
 * `several`: one amendment for several paragraphs that crosses others, or cannot be written as one, comes back as one for each of them;
 * `unlike`: brackets at a paragraph are read as something else, by its name.
 */
export type CompilationNote =
  | { readonly type: 'move' | 'shape' | 'conflict' | 'several'; readonly amendment: number }
  | { readonly type: 'unlike'; readonly paragraph: string };

/**
 * What a compilation cannot say so that it comes back, amendment by amendment, then paragraph by paragraph. `unlike` are places, by index,
 * `together` the numbers of amendments that are written as one for several paragraphs.
 */
export function notesOf(
  document: DocumentState,
  places: readonly CompiledPlace[],
  unlike: ReadonlySet<number>,
  together: ReadonlySet<number>,
): readonly CompilationNote[] {
  const own = liveAmendments(document).flatMap((amendment): readonly CompilationNote[] => {
    const note = (type: Exclude<CompilationNote['type'], 'unlike'>) => [{ type, amendment: amendment.number }];
    if (amendment.status === 'conflict') return note('conflict');
    const { scope, paragraphs } = latest(amendment);
    if (scope.type === 'move') return note('move');
    const isReshaped = paragraphs.some(({ id, kind, level }) => {
      const standing = id === null ? undefined : document.paragraphs.get(id);
      return standing !== undefined && (standing.kind !== kind || standing.level !== level);
    });
    const touched = (scope.type === 'insert' ? 0 : scope.paragraphs.length) + paragraphs.filter(isNew).length;
    return [
      ...(isReshaped ? note('shape') : []),
      ...(touched > 1 && !together.has(amendment.number) ? note('several') : []),
    ];
  });
  const named = [...unlike].map((index): CompilationNote => {
    const paragraph = places[index]?.paragraph ?? null;
    return {
      type: 'unlike',
      paragraph: paragraph === null ? 'the head of the text' : paragraphName(document, paragraph.id),
    };
  });
  return [...own, ...named];
}

function isNew({ id }: { readonly id: unknown }): boolean {
  return id === null;
}

/** A note in words. */
export function noteText(note: CompilationNote): string {
  switch (note.type) {
    case 'move':
      return `Amendment ${note.amendment} moves a paragraph: a sentence beneath the paragraph says where to.`;
    case 'shape':
      return `Amendment ${note.amendment} makes a paragraph another kind of paragraph: a sentence beneath it says which.`;
    case 'conflict':
      return `Amendment ${note.amendment} was made on other words than those that stand: a sentence beneath its paragraph quotes it.`;
    case 'several':
      return `Amendment ${note.amendment} is one proposal for several paragraphs, and stands at each of them.`;
    case 'unlike':
      return `The brackets at ${note.paragraph} can be read in another way than they are meant. The table of amendments says who proposes what.`;
    default:
      return assertNever(note);
  }
}
