import type { AmendmentState, ParagraphState } from '@chapeau/procedure';
import type { ParagraphId } from '@chapeau/text';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { paragraphPath, spokenName } from '../conference/paragraphName.ts';
import { useDocument } from '../conference/useConference.ts';
import { FindingMark } from '../editorial/FindingMark.tsx';
import { Alternatives } from './Alternatives.tsx';
import { EarlierWording } from './EarlierWording.tsx';
import { CompiledWords } from './CompiledWords.tsx';
import { openingLength } from './opening.ts';
import { Redlined } from './Redlined.tsx';
import { Runs } from './Runs.tsx';
import { sinceRevision } from './sinceRevision.ts';
import { StatusChips } from './StatusChips.tsx';
import { showsStanding, standingOf } from './standing.ts';
import { Insertions, Moves } from './Insertions.tsx';
import { insertionsAt, type Touch, touchesAt } from './touches.ts';
import type { Look } from './useLook.ts';
import { useWorkspace } from './workspace.ts';

interface Props {
  readonly id: ParagraphId;
  readonly first: boolean;
  /** Null until somebody comes near: its words are shown plain. */
  readonly look: Look | null;
  /** Stands in place of the words while their draft is edited; null where this paragraph is covered by the editor above. */
  readonly editor?: ReactNode;
}

/** One paragraph of the text: its label in the margin, its words as the chosen view shows them, how it stands. Drawn anew only when it changed. */
export const Paragraph = memo(function Paragraph({ id, first, look, editor }: Props) {
  const { t } = useTranslation();
  const paragraph = useDocument((document) => document.paragraphs.get(id));
  const touches = useDocument((document) => touchesAt(document, id));
  const insertions = useDocument((document) => insertionsAt(document, id));
  const stage = useDocument((document) => document.stage);
  const path = useDocument((document) => paragraphPath(document, id));
  const selected = useWorkspace((workspace) => workspace.selected === id);
  const reachable = useWorkspace((workspace) => (workspace.selected === null ? first : workspace.selected === id));
  if (paragraph === undefined) return null;
  const amendments = amendmentsToWords(touches);
  const standing = standingOf(paragraph, amendments);
  const compiles = look?.view === 'compilation';
  return (
    <>
      <div
        id={`p-${id}`}
        data-paragraph={id}
        className={`par kind-${paragraph.kind} level-${paragraph.level} is-${showsStanding(stage) ? standing.tone : 'plain'}`}
        role="group"
        aria-label={spokenName(paragraph.kind, path, t)}
        aria-current={selected ? 'true' : undefined}
        // A paragraph is chosen by keys as well: one of them is reached by Tab, the others by arrows.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={reachable ? 0 : -1}
      >
        {editor === undefined ? (
          <>
            <div className="par-label">{paragraph.label}</div>
            <div className="par-body">
              <Body paragraph={paragraph} touches={touches} look={look} />
              {compiles && <Moves touches={touches} shown={look.shown} />}
              {compiles && <EarlierWording paragraph={paragraph} touches={touches} shown={look.shown} />}
            </div>
          </>
        ) : (
          <div className="par-editor">{editor}</div>
        )}
        {showsStanding(stage) && editor === undefined && (
          <div className="par-status">
            <StatusChips paragraph={paragraph} amendments={amendments} quiet />
            <FindingMark id={id} near={look !== null} />
          </div>
        )}
      </div>
      {compiles && editor === undefined && <Alternatives paragraph={paragraph} touches={touches} shown={look.shown} />}
      {compiles && <Insertions insertions={insertions} shown={look.shown} />}
    </>
  );
});

interface BodyProps {
  readonly paragraph: ParagraphState;
  readonly touches: readonly Touch[];
  readonly look: Look | null;
}

function Body({ paragraph, touches, look }: BodyProps) {
  const { t } = useTranslation();
  const { kind, level, runs } = paragraph;
  const opening = openingLength(kind, level, runs);
  switch (look?.view) {
    case undefined:
    case 'clean':
      return <Runs runs={runs} at={0} opening={opening} />;
    case 'compilation':
      return <CompiledWords runs={runs} touches={touches} shown={look.shown} opening={opening} />;
    case 'redline': {
      const since = sinceRevision(paragraph);
      if (since.type === 'same') return <Runs runs={runs} at={0} opening={opening} />;
      if (since.type === 'changed') return <Redlined redline={since.redline} />;
      return (
        <ins className="inserted">
          <span className="visually-hidden">{t('text.insertedSince')}: </span>
          <Runs runs={runs} at={0} />
        </ins>
      );
    }
  }
}

/** The live amendments among touches, each once. */
export function amendmentsIn(touches: readonly Touch[]): readonly AmendmentState[] {
  return [...new Set(touches.map(({ amendment }) => amendment))];
}

/** How many live amendments are about the paragraph itself, its words or its place; one that puts words behind it is not. */
export function amendmentsToWords(touches: readonly Touch[]): number {
  return amendmentsIn(touches.filter(({ type }) => type !== 'insertion')).length;
}
