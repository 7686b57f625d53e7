import type { ParagraphState } from '@chapeau/procedure';
import { useTranslation } from 'react-i18next';
import { type Shown, shownTouches } from './shown.ts';
import type { Touch } from './touches.ts';
import { useSelect } from './useTextKeys.ts';
import { useWorkspaceStore } from './workspace.ts';

interface Props {
  readonly paragraph: ParagraphState;
  readonly touches: readonly Touch[];
  readonly shown: Shown;
}

/** Says at a paragraph that amendments were made on words that it has no more, which its brackets cannot show, and leads to them. */
export function EarlierWording({ paragraph, touches, shown }: Props) {
  const { t } = useTranslation();
  const workspace = useWorkspaceStore();
  const select = useSelect();
  const [first, ...others] = shownTouches(touches, shown).filter(
    ({ type, amendment }) => type === 'words' && amendment.status === 'conflict',
  );
  if (first === undefined) return null;
  const open = () => {
    select(paragraph.id, { panel: true });
    workspace.set({ amendment: first.amendment.id });
  };
  return (
    <button type="button" className="earlier-wording" onClick={open}>
      <span aria-hidden="true">⚠</span> {t('amendments.conflict.atParagraph', { count: others.length + 1 })}
    </button>
  );
}
