import { useTranslation } from 'react-i18next';
import { useDocument } from '../conference/useConference.ts';
import { EditorialTool } from '../editorial/EditorialTool.tsx';
import { SaveCompilationButton } from '../exports/SaveCompilationButton.tsx';
import { CompilationMenu } from './CompilationMenu.tsx';
import { showsStanding } from './standing.ts';
import { textViews, useWorkspace, useWorkspaceStore } from './workspace.ts';

/** How the text is shown: with every amendment, clean, or against Rev.0. */
export function TextTools() {
  const { t } = useTranslation();
  const store = useWorkspaceStore();
  const view = useWorkspace((workspace) => workspace.view);
  const stage = useDocument((document) => document.stage);
  return (
    <div className="text-tools">
      {stage !== 'drafting' && (
        <div className="segments" role="radiogroup" aria-label={t('text.views')}>
          {textViews.map((one) => (
            <label key={one} className="segment" title={t(`text.${one}Title`)}>
              <input
                type="radio"
                name="text-view"
                className="visually-hidden"
                checked={view === one}
                onChange={() => store.set({ view: one })}
              />
              <span>{t(`text.${one}`)}</span>
            </label>
          ))}
        </div>
      )}
      {view === 'compilation' && stage !== 'drafting' && <CompilationMenu />}
      {view === 'compilation' && stage === 'negotiation' && <SaveCompilationButton />}
      {showsStanding(stage) && <EditorialTool />}
      <button type="button" className="button quiet small text-print" onClick={() => globalThis.print()}>
        {t('text.print')}
      </button>
    </div>
  );
}
