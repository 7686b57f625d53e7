import type { DelegationId, ParagraphOutlook, ParagraphState, Position } from '@chapeau/procedure';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { conferencePath, Link } from '../app/router.ts';
import { excerpt } from '../amendments/excerpt.ts';
import { positionSigns } from '../amendments/positionSigns.ts';
import { paragraphName } from '../conference/paragraphName.ts';
import { useConference, useDelegationName, useDocument, useSeat } from '../conference/useConference.ts';
import type { Touch } from '../text/touches.ts';
import { Lacks } from './Lacks.tsx';

interface Props {
  readonly paragraph: ParagraphState;
  readonly touches: readonly Touch[];
  readonly line: ParagraphOutlook;
  readonly delegations: readonly DelegationId[];
}

/** One paragraph against all delegations. Drawn anew only when its state or the amendments to it changed. */
export const MatrixRow = memo(
  function MatrixRow({ paragraph, touches, line, delegations }: Props) {
    const { t } = useTranslation();
    const seat = useSeat();
    const name = useDelegationName();
    const conference = useConference((state) => state.id);
    const document = useDocument((one) => one.id);
    const label = useDocument((one) => paragraphName(one, paragraph.id, t));
    const sponsors = new Set(
      touches.flatMap(({ type, amendment }) => (type === 'insertion' ? [] : amendment.sponsors)),
    );
    // They are about no words of this paragraph, but must be settled too.
    const placed = [
      ...new Set(touches.flatMap(({ type, amendment }) => (type === 'words' ? [] : amendment.number))),
    ].map((number) => t('amendment.number', { number }));
    const href = `${conferencePath({ conference, as: seat.seat, document })}#p-${paragraph.id}`;
    return (
      <tr className={`is-${paragraph.status}`}>
        <th scope="row" className="matrix-paragraph">
          <Link href={href}>{label}</Link> <span className="matrix-excerpt serif">{excerpt(paragraph)}</span>
        </th>
        <td className="matrix-lacks">
          <Lacks line={line} status={paragraph.status} />
          {placed.length > 0 && (
            <span className="lacks-note">{t('overview.placed', { numbers: placed.join(', ') })}</span>
          )}
        </td>
        {delegations.map((id) => {
          const said = standOf(paragraph, id, sponsors);
          const words = t('overview.cell', { name: name(id), position: t(`sign.${said}`), label });
          return (
            <td key={id} className={`cell cell-${said}`} title={words} aria-label={words}>
              {positionSigns[said]}
            </td>
          );
        })}
      </tr>
    );
  },
  (a, b) => a.paragraph === b.paragraph && a.touches === b.touches && a.delegations === b.delegations,
);

type Said = Position | 'silent' | 'lapsed' | 'sponsor';

/** What a delegation's cell shows: its position on the words in force; else that it amends them; else that its earlier position lapsed. */
function standOf(paragraph: ParagraphState, id: DelegationId, sponsors: ReadonlySet<DelegationId>): Said {
  const held = paragraph.positions.get(id);
  if (held?.hash === paragraph.hash) return held.position;
  if (sponsors.has(id)) return 'sponsor';
  return held === undefined ? 'silent' : 'lapsed';
}
