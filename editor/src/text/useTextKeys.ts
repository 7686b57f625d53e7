import { present } from '@chapeau/base';
import type { ParagraphId } from '@chapeau/text';
import { type KeyboardEvent, type MouseEvent, useContext } from 'react';
import { useOpenDraft } from '../amendments/useOpenDraft.ts';
import { mayDraft } from '../conference/may.ts';
import { DocumentContext, useStore } from '../conference/useConference.ts';
import { putPlaceInAddress } from './placeInAddress.ts';
import { amendmentNamed } from './proposalId.ts';
import { useWorkspaceStore } from './workspace.ts';

/** Chooses a paragraph everywhere: on the page, in the panel, in the address. */
export function useSelect(): (
  id: ParagraphId | null,
  how?: { readonly focus?: boolean; readonly panel?: boolean },
) => void {
  const workspace = useWorkspaceStore();
  return (id, { focus = false, panel = false } = {}) => {
    const { panelOpen } = workspace.get();
    workspace.set({ selected: id, amendment: null, panelOpen: panel || (panelOpen && id !== null) });
    putPlaceInAddress(id);
    const element = id === null ? null : document.getElementById(`p-${id}`);
    element?.scrollIntoView({ block: 'nearest' });
    if (focus) element?.focus({ preventScroll: true });
  };
}

/** Clicks and keys on the text: choosing by click, arrows, j and k; typing or Enter opens an amendment where one may draft. */
export function useTextKeys() {
  const store = useStore();
  const workspace = useWorkspaceStore();
  const documentId = present(useContext(DocumentContext), 'the document around the text');
  const select = useSelect();
  const openDraft = useOpenDraft();
  const order = () => store.snapshot().state.documents.get(documentId)?.order ?? [];
  const stage = () => store.snapshot().state.documents.get(documentId)?.stage;

  const step = (by: 1 | -1) => {
    const ids = order();
    const at = ids.findIndex((id) => id === workspace.get().selected);
    const next = ids[Math.max(0, Math.min(ids.length - 1, at < 0 ? 0 : at + by))];
    if (next !== undefined) select(next, { focus: true });
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    const id = target.dataset['paragraph'] as ParagraphId | undefined;
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const types = mayDraft(store.seat) && stage() === 'negotiation';
    const { key } = event;
    const editor = target.querySelector<HTMLElement>('.ProseMirror');
    if (editor !== null && (key.length === 1 || key === 'Enter')) {
      // The draft is open here: the key itself falls into it, once it has the focus.
      editor.focus();
      if (key === 'Enter') event.preventDefault();
      return;
    }
    if (key === 'ArrowDown' || (key === 'j' && !types)) step(1);
    else if (key === 'ArrowUp' || (key === 'k' && !types)) step(-1);
    else if (key === 'Escape') select(null);
    else if (types && key === 'Enter') void openDraft({ type: 'replace', paragraphs: [id] });
    else if (types && key.length === 1 && key !== ' ') openDraft.type(id, key, caretIn(target));
    else return;
    event.preventDefault();
  };

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const target = event.target as HTMLElement;
    if (target.closest('.draft-place, a, button, input') !== null) return;
    const paragraph = target.closest<HTMLElement>('[data-paragraph]');
    const proposal = target.closest<HTMLElement>('[data-amendment]');
    const named = proposal?.dataset['amendment'];
    const id = (paragraph?.dataset['paragraph'] ??
      proposal?.closest<HTMLElement>('[data-beneath]')?.dataset['beneath'] ??
      proposal?.previousElementSibling?.closest<HTMLElement>('[data-paragraph]')?.dataset['paragraph']) as
      | ParagraphId
      | undefined;
    if (id === undefined) return;
    select(id, { focus: true, panel: true });
    const document = store.snapshot().state.documents.get(documentId);
    const amendment = document === undefined || named === undefined ? null : amendmentNamed(document, named);
    if (amendment !== null) workspace.set({ amendment: amendment.id });
  };

  const onFocus = (event: React.FocusEvent<HTMLElement>) => {
    const id = event.target.dataset['paragraph'] as ParagraphId | undefined;
    if (id !== undefined && id !== workspace.get().selected) {
      workspace.set({ selected: id, amendment: null });
      putPlaceInAddress(id);
    }
  };

  return { onKeyDown, onClick, onFocus };
}

/** Where in the paragraph's plain text the browser's caret stands after a click, or null. */
function caretIn(paragraph: HTMLElement): number | null {
  const selection = document.getSelection();
  const node = selection?.focusNode ?? null;
  if (selection === null || node === null || node.nodeType !== Node.TEXT_NODE || !paragraph.contains(node)) return null;
  const at = node.parentElement?.closest<HTMLElement>('[data-at]')?.dataset['at'];
  return at === undefined ? null : Number(at) + selection.focusOffset;
}
