import { useTranslation } from 'react-i18next';
import { paragraphName } from '../conference/paragraphName.ts';
import { useDocument } from '../conference/useConference.ts';
import { By, type Telling } from './By.tsx';
import { ProposedParagraph } from './ProposedParagraph.tsx';
import { type Shown, shownTouches } from './shown.ts';
import type { Touch } from './touches.ts';

interface Props {
  readonly touches: readonly Touch[];
  readonly shown: Shown;
}

/** New paragraphs that amendments propose at a place, each in brackets with the names of its sponsors. */
export function Insertions({ touches, shown }: Props) {
  const { t } = useTranslation();
  return shownTouches(touches, shown).map((touch) =>
    touch.type !== 'insertion' ? null : (
      <div key={touch.amendment.id} className="proposed-paragraphs" data-amendment={touch.amendment.id}>
        {touch.paragraphs.map((paragraph, index) => (
          <ProposedParagraph key={index} paragraph={paragraph} names={sponsorNames(touch)} telling={shown}>
            {index === 0 && (
              <span className="chip tone-amended">{t('text.amendmentNumber', { number: touch.amendment.number })}</span>
            )}
          </ProposedParagraph>
        ))}
      </div>
    ),
  );
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
