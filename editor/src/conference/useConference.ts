import { present } from '@chapeau/base';
import type { ConferenceState, DelegationId, DocumentState } from '@chapeau/procedure';
import type { Seat } from '@chapeau/protocol';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConferenceStore, Snapshot } from './store.ts';
import { delegationName } from './delegationName.ts';

export const ConferenceContext = createContext<ConferenceStore | null>(null);
export const DocumentContext = createContext<DocumentState['id'] | null>(null);

export function useStore(): ConferenceStore {
  return present(useContext(ConferenceContext), 'the conference around this component');
}

/** Re-renders only when what `select` answers has another identity; so it must not build a new object. */
export function useSnapshot<T>(select: (snapshot: Snapshot) => T): T {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => select(store.snapshot()));
}

export function useConference<T>(select: (state: ConferenceState) => T): T {
  return useSnapshot((snapshot) => select(snapshot.state));
}

/** Of the document that is shown. */
export function useDocument<T>(select: (document: DocumentState) => T): T {
  const id = present(useContext(DocumentContext), 'the document around this component');
  return useConference((state) => select(present(state.documents.get(id), `document ${id}`)));
}

export function useSeat(): Seat {
  return useStore().seat;
}

/** Answers the name of a delegation in the reader's language. */
export function useDelegationName(): (id: DelegationId) => string {
  const participants = useConference((state) => state.participants);
  const { i18n } = useTranslation();
  const language = i18n.resolvedLanguage ?? 'en';
  return (id) => delegationName(participants, id, language);
}
