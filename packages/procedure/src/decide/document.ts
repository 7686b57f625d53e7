import { ok, type Result } from '@chapeau/base';
import type { DocumentId } from '../ids.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { ConferenceState, DocumentState, Stage } from '../state.ts';

/** The document of an act, in one of the stages in which the act has its place, [G3] [G4]. */
export function documentIn(
  state: ConferenceState,
  id: DocumentId,
  ...stages: readonly Stage[]
): Result<DocumentState, Refusal> {
  const document = state.documents.get(id);
  if (document === undefined)
    return refuse(
      'G3',
      'no-such-document',
      'There is no such document in this conference. Load the page anew to see those there are.',
    );
  if (stages.includes(document.stage)) return ok(document);
  if (document.stage === 'adopted') {
    return refuse('F6', 'sealed', 'The text is adopted and sealed: no act changes it.', { stage: 'adopted' });
  }
  return refuse(
    'G4',
    'wrong-stage',
    `This has its place in the stage ${stages.join(' or ')}; the document is in ${document.stage}.`,
    {
      stage: document.stage,
      needed: stages.join(', '),
    },
  );
}

/** What the words are that have changed, for whoever puts the refusal in other words. */
export type ChangedWords =
  | { readonly what: 'draft' | 'text' }
  | { readonly what: 'amendment'; readonly number: number }
  | { readonly what: 'paragraph'; readonly paragraph: string; readonly label: string; readonly kind: string };

/** [G5] Consent names the exact words: the refusal when they are not the words in force. `subject` begins the message. */
export function wordsHaveChanged(subject: string, details: ChangedWords): ReturnType<typeof refuse> {
  return refuse(
    'G5',
    'wording-changed',
    `${subject} has just changed. Look at the new wording, then act again.`,
    details,
  );
}
