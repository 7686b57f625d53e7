import type { ProposalPosition } from '@chapeau/redline';
import { useTranslation } from 'react-i18next';
import type { Shown } from './shown.ts';

/** Which of those who speak in a compilation are told. */
export type Telling = Pick<Shown, 'names' | 'positions'>;

interface Props {
  readonly names: readonly string[];
  readonly positions?: readonly ProposalPosition[];
  /** What they want with the words, where it is not to put them. */
  readonly says?: string;
  readonly telling: Telling;
}

/** Names in small capitals, behind a dash, as compilations have them; then who holds which position. Nothing where nobody is to be told. */
export function By({ names, positions = [], says = '', telling }: Props) {
  const { t } = useTranslation();
  const proposers = telling.names ? names.join(', ') : '';
  const held = telling.positions ? [...Map.groupBy(positions, ({ position }) => position)] : [];
  if (proposers === '' && says === '' && held.length === 0) return null;
  return (
    <span className="by">
      {' – '}
      {/* Names run in their own direction, whatever that of the sentence. */}
      <bdi>
        {proposers}
        {says !== '' && <i>{proposers === '' ? says : ` ${says}`}</i>}
        {held.map(([position, holders], index) => (
          <span key={position}>
            {(index > 0 || proposers !== '' || says !== '') && '; '}
            <i>{t(`position.${position}.short`)}:</i> {holders.map(({ name }) => name).join(', ')}
          </span>
        ))}
      </bdi>
    </span>
  );
}
