import { useDocument } from '../conference/useConference.ts';
import { useWorkspace, useWorkspaceStore } from '../text/workspace.ts';
import { PartDialog } from './PartDialog.tsx';

/** The amendment of which the chair chooses changes. It stays before the chair whatever becomes of its card meanwhile. */
export function PartsInHand() {
  const workspace = useWorkspaceStore();
  const parting = useWorkspace((one) => one.parting);
  const amendment = useDocument(({ amendments }) => (parting === null ? undefined : amendments.get(parting)));
  if (amendment === undefined) return null;
  return <PartDialog key={amendment.id} amendment={amendment} onClose={() => workspace.set({ parting: null })} />;
}
