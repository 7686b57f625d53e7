import type { ParagraphCorrection } from '@chapeau/formats/compilation';
import type { DraftFormat } from '@chapeau/formats/readDraft';
import type { ConferenceId, DelegationId, DocumentId } from '@chapeau/procedure';

/** Work on a compilation that has not entered: its text, and what a person decided about it. */
export interface CompilationInHand {
  readonly source: string;
  /** Null: to be guessed. */
  readonly format: DraftFormat | null;
  readonly fileName: string | null;
  /** As what it was read, and is being looked at; null while it is looked at as text. */
  readonly readAs: DraftFormat | null;
  /** Whom names mean, by their key, where a person said so. */
  readonly decided: Readonly<Record<string, readonly DelegationId[]>>;
  /** The decisions of the reader that a person confirmed, by their ids. */
  readonly seen: readonly string[];
  /** What paragraphs are, by their ids, where a person said so. */
  readonly corrections: Readonly<Record<string, ParagraphCorrection>>;
  /** Words that are no names, though they stand where names do. */
  readonly noNames: readonly string[];
  /** Of brackets side by side, by the id of the reader's decision: whether they are rivals, where a person said so. */
  readonly rivals: Readonly<Record<string, boolean>>;
  readonly revision: number;
}

export const noCompilation: CompilationInHand = {
  source: '',
  format: null,
  fileName: null,
  readAs: null,
  decided: {},
  seen: [],
  corrections: {},
  noNames: [],
  rivals: {},
  revision: 1,
};

const version = 2;

function keyOf(conference: ConferenceId, document: DocumentId): string {
  return `chapeau-compilation/${conference}/${document}`;
}

/** Work that this browser kept; none if there is none. Of what another release kept, the text at least. */
export function keptCompilation(conference: ConferenceId, document: DocumentId): CompilationInHand {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(conference, document)) ?? 'null') as
      | (Partial<CompilationInHand> & { readonly version: number })
      | null;
    if (kept === null || typeof kept.source !== 'string' || kept.source === '') return noCompilation;
    if (kept.version !== version) return { ...noCompilation, source: kept.source };
    const { version: _of, ...work } = kept;
    return { ...noCompilation, ...work };
  } catch {
    return noCompilation;
  }
}

/** Keeps the work in this browser until it is kept anew or forgotten. False where the browser would not. */
export function keepCompilation(conference: ConferenceId, document: DocumentId, work: CompilationInHand): boolean {
  try {
    if (work.source === '') localStorage.removeItem(keyOf(conference, document));
    else localStorage.setItem(keyOf(conference, document), JSON.stringify({ version, ...work }));
    return true;
  } catch {
    return false;
  }
}
