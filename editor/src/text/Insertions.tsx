import { useTranslation } from 'react-i18next';
import { paragraphName } from '../conference/paragraphName.ts';
import { useDocument } from '../conference/useConference.ts';
import { By, type Telling } from './By.tsx';
import { ProposedParagraph } from './ProposedParagraph.tsx';
import { isShown, type Shown, shownTouches } from './shown.ts';
import { headOfText, type Insertion, type Touch } from './touches.ts';

interface Props {
  readonly touches: readonly Touch[];
  readonly shown: Shown;
}

/** New paragraphs that would come to stand at a place, each in brackets with the names of its sponsors. They are about the paragraph that they name. */
export function Insertions({
  insertions,
  shown,
}: {
  readonly insertions: readonly Insertion[];
  readonly shown: Shown;
}) {
  const { t } = useTranslation();
  return insertions
    .filter(({ amendment }) => isShown(amendment, shown))
    .map((insertion) => (
      <div
        key={insertion.amendment.id}
        className="proposed-paragraphs"
        data-amendment={insertion.amendment.id}
        data-beneath={insertion.at === headOfText ? undefined : insertion.at}
      >
        {insertion.paragraphs.map((paragraph, index) => (
          <ProposedParagraph key={index} paragraph={paragraph} names={sponsorNames(insertion)} telling={shown}>
            {index === 0 && (
              <span className="chip tone-amended">
                {t('text.amendmentNumber', { number: insertion.amendment.number })}
              </span>
            )}
          </ProposedParagraph>
        ))}
      </div>
    ));
}

/** Moves that amendments propose for a paragraph, in words. */
export function Moves({ touches, shown }: Props) {
  return shownTouches(touches, shown).map((touch) =>
    touch.type === 'move' ? <Move key={touch.amendment.id} touch={touch} telling={shown} /> : null,
  );
}

function sponsorNames({ amendment }: Touch): readonly string[] {
  return amendment.sponsors.map((sponsor) => sponsor.toUpperCase());
}

interface MoveProps {
  readonly touch: Extract<Touch, { type: 'move' }>;
  readonly telling: Telling;
}

function Move({ touch, telling }: MoveProps) {
  const { t } = useTranslation();
  const label = useDocument((document) => (touch.after === null ? null : paragraphName(document, touch.after, t)));
  const words = label === null ? t('text.moveToHead') : t('text.move', { label });
  return (
    <span className="move-note" data-amendment={touch.amendment.id}>
      [{words}
      <By names={sponsorNames(touch)} telling={telling} />]
    </span>
  );
}
