import { readRoom } from '@chapeau/room';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../app/CopyButton.tsx';
import { plainWords } from './plainWords.ts';
import type { RoomConnection, RoomEnd } from './roomConnection.ts';
import type { SaveStatus } from './saveMachine.ts';

interface Props {
  readonly connection: RoomConnection;
  readonly ended: RoomEnd | null;
  readonly status: SaveStatus | null;
}

/** Why the words may be lost, or why the room is over; with the words to copy where they are only here. */
export function RoomTrouble({ connection, ended, status }: Props) {
  const { t } = useTranslation();
  const unsaved = status?.type === 'unsaved' && status.cause !== 'ended' ? status : null;
  if (ended === null && unsaved === null) return null;
  const words = () => {
    const { document } = connection.snapshot;
    return document === null ? '' : plainWords(readRoom(document.doc));
  };
  return (
    <div className={`notice small stack tight ${unsaved === null ? 'caution' : 'alarm'}`} role="alert">
      {ended !== null && <p>{t(`rooms.ended.${ended}`)}</p>}
      {unsaved !== null && unsaved.cause !== 'ended' && (
        <>
          <p>{t(`rooms.unsaved.${unsaved.cause}`, { count: unsaved.changes })}</p>
          <div className="buttons">
            <CopyButton label={t('rooms.copyWords')} words={words} />
          </div>
        </>
      )}
    </div>
  );
}
