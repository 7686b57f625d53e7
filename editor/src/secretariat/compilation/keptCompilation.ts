import type { DraftFormat } from '@chapeau/formats/readDraft';
import type { ConferenceId, DelegationId, DocumentId } from '@chapeau/procedure';

/** Work on a compilation that has not entered: its text, and what a person decided about it. */
export interface CompilationInHand {
  readonly source: string;
  /** Null: to be guessed. */
  readonly format: DraftFormat | null;
  readonly fileName: string | null;
  /** It is being looked at as read, no longer as text. */
  readonly isRead: boolean;
  /** Whom names mean, by their key, where a person said so. */
  readonly decided: Readonly<Record<string, readonly DelegationId[]>>;
  readonly revision: number;
}

export const noCompilation: CompilationInHand = {
  source: '',
  format: null,
  fileName: null,
  isRead: false,
  decided: {},
  revision: 1,
};

const version = 1;

function keyOf(conference: ConferenceId, document: DocumentId): string {
  return `chapeau-compilation/${conference}/${document}`;
}

/** Work that this browser kept; none if there is none, or if another release kept it in another form. */
export function keptCompilation(conference: ConferenceId, document: DocumentId): CompilationInHand {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(conference, document)) ?? 'null') as
      | (CompilationInHand & { readonly version: number })
      | null;
    if (kept === null || kept.version !== version) return noCompilation;
    const { source, format, fileName, isRead, decided, revision } = kept;
    return { source, format, fileName, isRead, decided, revision };
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
