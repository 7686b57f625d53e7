import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { RoomTrouble } from './RoomTrouble.tsx';
import type { RoomConnection, RoomEnd } from './roomConnection.ts';
import { SaveState } from './SaveState.tsx';
import type { SaveStatus } from './saveMachine.ts';
import { useCalmStatus } from './useCalmStatus.ts';

interface Props {
  readonly connection: RoomConnection | null;
  readonly isReady: boolean;
  readonly ended: RoomEnd | null;
  readonly onState?: ((state: SaveStatus) => void) | undefined;
}

/** Where one's words stand. By itself, so that a keystroke renders this and not the editor around it. */
export function RoomStatus({ connection, isReady, ended, onState }: Props) {
  const { t } = useTranslation();
  const status = useCalmStatus(connection);
  const report = useEffectEvent((told: SaveStatus) =>
    onState?.(told.type === 'refused' && told.reason === '' ? { ...told, reason: t('rooms.setAside') } : told),
  );
  useEffect(() => {
    if (status !== null) report(status);
  }, [status]);
  return (
    <>
      {(!isReady || status !== null) && ended === null && <SaveState state={status} />}
      {connection !== null && <RoomTrouble connection={connection} ended={ended} status={status} />}
    </>
  );
}
