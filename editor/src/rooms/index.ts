export { AmendmentEditor, type AmendmentEditorProps } from './AmendmentEditor.tsx';
export { DraftingEditor, type DraftingEditorProps } from './DraftingEditor.tsx';
export { eraseLocalCopies } from './localCopy.ts';
export { SaveState } from './SaveState.tsx';
export type { SaveStatus } from './saveMachine.ts';
