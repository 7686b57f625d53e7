import { Ledger } from './conference/ledger.ts';
import type { Environment } from './environment.ts';
import { Exports } from './exports/exports.ts';
import { Invitations } from './identity/invitations.ts';
import { Sessions } from './identity/sessions.ts';
import type { Storage } from './storage/ports.ts';

/** What needs storage alone: enough for the command line while no server runs. */
export function coreServices(storage: Storage, environment: Environment) {
  const ledger = new Ledger(storage.record);
  const sessions = new Sessions(storage.people, ledger, environment);
  const invitations = new Invitations({ people: storage.people, ledger, sessions, environment });
  return { storage, environment, ledger, sessions, invitations, exports: new Exports(ledger, environment) };
}
export type CoreServices = ReturnType<typeof coreServices>;
