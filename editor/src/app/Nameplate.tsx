import type { DelegationId } from '@chapeau/procedure';
import { useConference, useDelegationName } from '../conference/useConference.ts';

/** A nameplate: the delegation's code in a frame, then its name. Codes read the same on every device; flags do not. */
export function Nameplate({ id, short = false }: { readonly id: DelegationId; readonly short?: boolean }) {
  const name = useDelegationName()(id);
  const code = useConference((state) => state.participants.get(id)?.kind === 'state');
  if (!code) return <span className="nameplate">{name}</span>;
  return (
    <span className="nameplate" title={name}>
      <span className="nameplate-code" aria-hidden={!short}>
        {id.toUpperCase()}
      </span>
      {short ? <span className="visually-hidden">{name}</span> : <span>{name}</span>}
    </span>
  );
}
