import type { ParagraphState } from '@chapeau/procedure';
import type { Finding, Fix } from '@chapeau/text/editorial';
import { useState } from 'react';
import { useOpenDraft } from '../amendments/useOpenDraft.ts';
import { mayDraft } from '../conference/may.ts';
import { useDocument, useSeat, useStore } from '../conference/useConference.ts';
import { useWorkspaceStore } from '../text/workspace.ts';
import type { CorrectedDraft } from './correctRoom.ts';
import { findingWords, sourceWords } from './findingWords.ts';
import { useChecks } from './useChecks.ts';
import { useEditorialWords } from './useEditorialWords.ts';

interface Props {
  readonly finding: Finding;
  readonly paragraph: ParagraphState;
}

/** A finding in words, where its rule comes from, and its correction as a proposal where one click is safe. */
export function FindingLine({ finding, paragraph }: Props) {
  const { t } = useEditorialWords();
  const seat = useSeat();
  const stage = useDocument((document) => document.stage);
  const { propose, outcome } = useProposedCorrection(paragraph);
  const words = findingWords(finding, t);
  const { severity, fix } = finding;
  const proposes = fix !== null && mayDraft(seat) && stage === 'negotiation' && paragraph.status === 'open';
  return (
    <li className="finding stack tight">
      <p>
        <span className={`finding-mark of-${severity}`}>{t(`editorial:severityOne.${severity}`)}</span> {words}
      </p>
      <p className="hint">{t('editorial:source', { source: sourceWords(finding, t) })}</p>
      {proposes && outcome !== 'done' && (
        <div className="buttons">
          <button
            type="button"
            className="button small"
            aria-label={t('editorial:proposeOf', { finding: words })}
            disabled={outcome === 'working'}
            onClick={() => void propose(fix)}
          >
            {t(outcome === 'working' ? 'editorial:working' : 'editorial:propose')}
          </button>
        </div>
      )}
      <p role="status" className="small">
        {outcome === 'done' && t('editorial:done')}
        {(outcome === 'other-words' || outcome === 'unreachable') && t(`editorial:trouble.${outcome}`)}
      </p>
    </li>
  );
}

/** Opens my delegation's draft of the paragraph, writes the correction into it and calls it editorial. A draft with other words is left as it is. */
function useProposedCorrection(paragraph: ParagraphState) {
  const store = useStore();
  const workspace = useWorkspaceStore();
  const checks = useChecks();
  const openDraft = useOpenDraft();
  const [outcome, setOutcome] = useState<CorrectedDraft | 'working' | null>(null);
  const propose = async (fix: Fix) => {
    const { id, runs } = paragraph;
    if (checks.checkedRuns(id) !== runs) return;
    setOutcome('working');
    await openDraft({ type: 'replace', paragraphs: [id] });
    const { editing, opening } = workspace.get();
    const draft = editing === null ? undefined : store.snapshot().drafts.get(editing.draft);
    // A refusal is shown where drafts are opened.
    if (draft === undefined || opening !== null) {
      setOutcome(null);
      return;
    }
    const { correctRoom } = await import('./correctRoom.ts');
    const amongOthers = draft.tags.kind === 'editorial';
    const corrected = await correctRoom({ seat: store.seat, room: draft.room, paragraph: id, runs, fix, amongOthers });
    setOutcome(corrected);
    if (corrected !== 'done' || draft.tags.kind === 'editorial') return;
    const tagged = await store.api.changeDraft(draft.id, { tags: { ...draft.tags, kind: 'editorial' } });
    if (tagged.ok) store.keepDraft(tagged.value);
  };
  return { propose, outcome };
}
