import { present } from '@chapeau/base';
import type { AmendmentId, Scope } from '@chapeau/procedure';
import type { DraftView, OpenDraft } from '@chapeau/protocol';
import type { ParagraphId } from '@chapeau/text';
import { useContext, useMemo } from 'react';
import type { ConferenceStore } from '../conference/store.ts';
import { DocumentContext, useStore } from '../conference/useConference.ts';
import { useWorkspaceStore, type WorkspaceStore } from '../text/workspace.ts';
import { anchorOf } from './draftPlace.ts';

export interface OpensDraft {
  /** Opens a draft of this scope in place, or the one that my delegation has open already. */
  (scope: Scope): Promise<void>;
  /** Opens a draft of the next version of an amendment. */
  next(amendment: AmendmentId): Promise<void>;
  /** Opens an amendment of the paragraph because somebody typed; what they type until it is there is not lost. */
  type(paragraph: ParagraphId, text: string, at: number | null): void;
  /** Shows a draft that is open. */
  show(draft: DraftView): void;
}

export function useOpenDraft(): OpensDraft {
  const store = useStore();
  const workspace = useWorkspaceStore();
  const document = present(useContext(DocumentContext), 'the document around the draft');
  return useMemo(() => opensDraft(store, workspace, document), [store, workspace, document]);
}

interface Typed {
  readonly paragraph: ParagraphId;
  readonly at: number | null;
  text: string;
}

function opensDraft(store: ConferenceStore, workspace: WorkspaceStore, document: OpenDraft['document']): OpensDraft {
  let typed: Typed | null = null;

  const show = (draft: DraftView, initialText = '', at: number | null = null) => {
    workspace.set({
      editing: { draft: draft.id, initialText, at },
      selected: anchorOf(draft) ?? workspace.get().selected,
      opening: null,
      panelOpen: false,
    });
  };

  const open = async (on: OpenDraft['on'], paragraph: ParagraphId | null) => {
    const mine = store.seat.delegation;
    const already = [...store.snapshot().drafts.values()].find(
      (draft) => draft.document === document && mine !== null && draft.sponsors.includes(mine) && isOn(draft, on),
    );
    let draft = already;
    if (draft === undefined) {
      workspace.set({ opening: { paragraph, failure: null } });
      const answer = await store.api.openDraft({ document, on });
      if (!answer.ok) {
        typed = null;
        workspace.set({ opening: { paragraph, failure: answer.error } });
        return;
      }
      draft = answer.value;
      store.keepDraft(draft);
    }
    const words = typed?.paragraph === paragraph ? typed : null;
    typed = null;
    show(draft, words?.text ?? '', words?.at ?? null);
  };

  const openScope = (scope: Scope) =>
    open({ type: 'scope', scope }, scope.type === 'insert' ? scope.after : (scope.paragraphs[0] ?? null));

  return Object.assign(openScope, {
    next: (amendment: AmendmentId) => open({ type: 'amendment', amendment }, workspace.get().selected),
    show: (draft: DraftView) => show(draft),
    type: (paragraph: ParagraphId, text: string, at: number | null) => {
      if (typed !== null && typed.paragraph === paragraph) {
        typed.text += text;
        return;
      }
      // Its editor is on its way and takes the focus when it is there; until then the words wait with it.
      const { editing } = workspace.get();
      const draft = editing === null ? undefined : store.snapshot().drafts.get(editing.draft);
      if (editing !== null && draft !== undefined && anchorOf(draft) === paragraph) {
        workspace.set({ editing: { ...editing, initialText: editing.initialText + text } });
        return;
      }
      typed = { paragraph, at, text };
      void openScope({ type: 'replace', paragraphs: [paragraph] });
    },
  });
}

function isOn(draft: DraftView, on: OpenDraft['on']): boolean {
  if (on.type === 'amendment') return draft.amendment === on.amendment;
  return draft.amendment === null && JSON.stringify(draft.scope) === JSON.stringify(on.scope);
}
