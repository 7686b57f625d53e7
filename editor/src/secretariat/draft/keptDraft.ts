import type { DraftFormat, DraftRepair } from '@chapeau/formats/readDraft';
import type { ConferenceId, DocumentId } from '@chapeau/procedure';
import type { DraftRow } from './draftRow.ts';

/** Work on a zero draft that has not entered: the text as it came, and its preview once it was read. */
export interface DraftWork {
  readonly source: string;
  /** Null: to be guessed. */
  readonly format: DraftFormat | null;
  readonly fileName: string | null;
  readonly reading: { readonly rows: readonly DraftRow[]; readonly repairs: readonly DraftRepair[] } | null;
}

export const noWork: DraftWork = { source: '', format: null, fileName: null, reading: null };

const version = 1;

function keyOf(conference: ConferenceId, document: DocumentId): string {
  return `chapeau-zero-draft/${conference}/${document}`;
}

/** Work that this browser kept; none if there is none, or if another release kept it in another form. */
export function keptDraft(conference: ConferenceId, document: DocumentId): DraftWork {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(conference, document)) ?? 'null') as
      | (DraftWork & { readonly version: number })
      | null;
    if (kept === null || kept.version !== version) return noWork;
    const { source, format, fileName, reading } = kept;
    return { source, format, fileName, reading };
  } catch {
    return noWork;
  }
}

/** Keeps the work in this browser until it is kept anew or forgotten. False where the browser would not. */
export function keepDraft(conference: ConferenceId, document: DocumentId, work: DraftWork): boolean {
  try {
    if (work.source === '' && work.reading === null) localStorage.removeItem(keyOf(conference, document));
    else localStorage.setItem(keyOf(conference, document), JSON.stringify({ version, ...work }));
    return true;
  } catch {
    return false;
  }
}
