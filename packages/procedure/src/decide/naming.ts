import type { DelegationId } from '../ids.ts';
import { refuse } from '../refusal.ts';
import type { ConferenceState, ParagraphState } from '../state.ts';

/** How messages call a paragraph, at the beginning of a sentence. */
export function named({ label, kind }: Pick<ParagraphState, 'label' | 'kind'>): string {
  if (label !== '') return `Paragraph ${label.replace(/\.$/, '')}`;
  return kind === 'title' || kind === 'heading' ? `The ${kind}` : 'The unnumbered paragraph';
}

/** What a refusal tells of a paragraph to whoever puts it in other words: `label` is empty for one without a number. */
export function paragraphDetails({ id, label, kind }: Pick<ParagraphState, 'id' | 'label' | 'kind'>) {
  return { paragraph: id, label, kind };
}

/** How messages call a delegation: as on its nameplate. */
export function nameOf(state: ConferenceState, id: DelegationId): string {
  return state.participants.get(id)?.name ?? id;
}

/** [G3] */
export function noSuchAmendment(): ReturnType<typeof refuse> {
  return refuse(
    'G3',
    'no-such-amendment',
    'There is no such amendment to this document. Load the page anew to see those there are.',
  );
}
