import { present } from '@chapeau/base';
import type { AmendmentId, DocumentId, DraftId } from '@chapeau/procedure';
import type { Failure } from '@chapeau/protocol';
import type { ParagraphId } from '@chapeau/text';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { everything, type Shown } from './shown.ts';

export const textViews = ['compilation', 'clean', 'redline'] as const;
export type TextView = (typeof textViews)[number];

/** What the reader has in hand: on this screen only, nothing of it is sent. */
export interface Workspace {
  readonly view: TextView;
  /** What of the compilation is shown. */
  readonly shown: Shown;
  readonly selected: ParagraphId | null;
  /** The amendment whose card is pointed at. */
  readonly amendment: AmendmentId | null;
  /** The amendment of which the chair chooses changes to accept. */
  readonly parting: AmendmentId | null;
  /** On a narrow screen: whether the panel is drawn up. */
  readonly panelOpen: boolean;
  /** The draft that is being edited in place; `initialText` was typed before its editor was there, to stand at offset `at` (null: at the end). */
  readonly editing: { readonly draft: DraftId; readonly initialText: string; readonly at: number | null } | null;
  /** The draft that was asked for and is on its way, or why it was refused. */
  readonly opening: { readonly paragraph: ParagraphId | null; readonly failure: Failure | null } | null;
}

export interface WorkspaceStore {
  readonly get: () => Workspace;
  readonly set: (change: Partial<Workspace>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function openWorkspace(initial: Partial<Workspace>): WorkspaceStore {
  let current: Workspace = {
    view: 'compilation',
    shown: everything,
    selected: null,
    amendment: null,
    parting: null,
    panelOpen: false,
    editing: null,
    opening: null,
    ...initial,
  };
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set: (change) => {
      current = { ...current, ...change };
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const kept = new WeakMap<object, Map<DocumentId, WorkspaceStore>>();

/** The workspace of a document in a page that is open: what was in hand is still there on coming back from another view. */
export function keptWorkspace(page: object, document: DocumentId, initial: () => Partial<Workspace>): WorkspaceStore {
  const ofPage = kept.get(page) ?? new Map<DocumentId, WorkspaceStore>();
  kept.set(page, ofPage);
  const workspace = ofPage.get(document) ?? openWorkspace(initial());
  ofPage.set(document, workspace);
  return workspace;
}

export const WorkspaceContext = createContext<WorkspaceStore | null>(null);

export function useWorkspaceStore(): WorkspaceStore {
  return present(useContext(WorkspaceContext), 'the workspace around this component');
}

/** Re-renders only when what `select` answers has another identity. */
export function useWorkspace<T>(select: (workspace: Workspace) => T): T {
  const store = useWorkspaceStore();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
