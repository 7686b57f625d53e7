import type { ConferenceId, DelegationId, DocumentId, Role, Stage } from '@chapeau/procedure';
import type { ExportFile, ExportWish } from '../exports/exportFile.ts';
import type { Exports } from '../exports/exports.ts';
import type { Ledger } from '../conference/ledger.ts';
import type { Outcome } from '../failure.ts';
import type { Invitations } from '../identity/invitations.ts';

/** A conference in a list. */
export interface ConferenceLine {
  readonly id: ConferenceId;
  readonly title: string;
  readonly delegations: number;
  /** Entries of its record. */
  readonly entries: number;
  readonly documents: readonly {
    readonly id: DocumentId;
    readonly title: string;
    readonly stage: Stage;
    readonly revision: number | null;
  }[];
}

/** Whom the owner of the data invites, with no session of their own. */
export interface OwnersInvitation {
  readonly conference: ConferenceId | null;
  readonly role: Role;
  readonly delegation: DelegationId | null;
  readonly note: string;
  readonly validHours: number;
}

/** What the command line may do with the data: on the running server, or on the files while none runs. */
export interface Office {
  /** Where the server's browsers reach it; null where no server runs. */
  readonly address: string | null;
  conferences(): Promise<readonly ConferenceLine[]>;
  /** The token of a fresh link. */
  invite(invitation: OwnersInvitation): Promise<Outcome<string>>;
  export(
    conference: ConferenceId,
    document: DocumentId,
    file: ExportFile,
    wish: ExportWish,
  ): Promise<Outcome<string | Uint8Array>>;
}

/** An office on the services themselves. */
export function directOffice(ledger: Ledger, invitations: Invitations, exports: Exports): Office {
  return {
    address: null,
    conferences: async () =>
      ledger.conferences().flatMap((id) => {
        const state = ledger.standing(id)?.state;
        if (state === undefined) return [];
        return [
          {
            id,
            title: state.details?.title ?? id,
            delegations: [...state.participants.values()].filter(({ accredited }) => accredited).length,
            entries: state.seq,
            documents: [...state.documents.values()].map(({ id, title, stage, revision }) => ({
              id,
              title,
              stage,
              revision,
            })),
          },
        ];
      }),
    async invite(invitation) {
      const issued = invitations.issue({ ...invitation, by: null });
      return issued.ok ? { ok: true, value: issued.value.token } : issued;
    },
    export: (conference, document, file, wish) => exports.write(conference, document, file, wish),
  };
}
