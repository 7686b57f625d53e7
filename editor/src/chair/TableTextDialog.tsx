import type { Sha256 } from '@chapeau/base';
import { type DocumentState, paragraphsInText, roomHash } from '@chapeau/procedure';
import type { Failure } from '@chapeau/protocol';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../app/ActDialog.tsx';
import { Refusal } from '../app/Refusal.tsx';
import { Waiting } from '../app/Waiting.tsx';
import type { ProposalAnswer } from '../conference/api.ts';
import { useStore } from '../conference/useConference.ts';
import { Runs } from '../text/Runs.tsx';

interface Props {
  readonly document: DocumentState;
  readonly onClose: () => void;
}

/** Shows exactly the words that become Rev.0 (those in the drafting room, where one was opened) and tables them under their hash. */
export function TableTextDialog({ document, onClose }: Props) {
  const { t } = useTranslation();
  const { words, failure } = useWords(document);
  return (
    <ActDialog
      title={t('chair.tableTextTitle')}
      confirm={t('chair.tableTextConfirm')}
      onClose={onClose}
      act={() => (words === null ? null : { type: 'table-text', document: document.id, hash: words.hash as Sha256 })}
    >
      <p>{t('chair.tableTextExplain')}</p>
      {words === null && failure === null && <Waiting />}
      {words !== null && (
        // A frame that scrolls can be reached by the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="frozen-words" tabIndex={0} role="group" aria-label={document.title}>
          {words.paragraphs.map((paragraph, index) => (
            <div key={index} className={`line kind-${paragraph.kind} level-${paragraph.level}`}>
              <span className="line-label">
                {paragraph.id === null ? '+' : (document.paragraphs.get(paragraph.id)?.label ?? '')}
              </span>
              <div>
                <Runs runs={paragraph.runs} />
              </div>
            </div>
          ))}
        </div>
      )}
      <Refusal failure={failure} />
    </ActDialog>
  );
}

function useWords(document: DocumentState): {
  readonly words: ProposalAnswer | null;
  readonly failure: Failure | null;
} {
  const store = useStore();
  const [words, setWords] = useState<ProposalAnswer | null>(() =>
    document.drafting === null ? asIntroduced(document) : null,
  );
  const [failure, setFailure] = useState<Failure | null>(null);
  const inRoom = document.drafting !== null;
  useEffect(() => {
    if (!inRoom) return;
    let gone = false;
    void store.api.draftingProposal(document.id).then((answer) => {
      if (gone) return;
      if (answer.ok) setWords(answer.value);
      else setFailure(answer.error);
    });
    return () => {
      gone = true;
    };
  }, [store, document.id, inRoom]);
  return { words, failure };
}

function asIntroduced(document: DocumentState): ProposalAnswer {
  const paragraphs = paragraphsInText(document).map(({ id, kind, level, runs }) => ({ id, kind, level, runs }));
  return { paragraphs, hash: roomHash(paragraphs) };
}
