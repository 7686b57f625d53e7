import type { ConferenceId, DelegationId, Role } from '@chapeau/procedure';
import { joinLink } from './identity/joinLink.ts';
import type { CoreServices } from './coreServices.ts';

/** A seat and the link that signs somebody in to it. */
export interface PrintedLink {
  readonly seat: string;
  readonly role: Role;
  readonly delegation: DelegationId | null;
  readonly link: string;
}

/** The links of a conference; of the installation itself where `conference` is null. */
export interface PrintedConference {
  readonly conference: ConferenceId | null;
  readonly title: string;
  readonly links: readonly PrintedLink[];
}

/** By which the links that a start printed are known again at the next. */
const note = 'printed at start';
const validHours = 14 * 24;

/**
 * Fresh links for the chair, the secretariat and the head of every delegation of these conferences, and for the secretariat of the
 * installation where it is asked for. Those that earlier starts printed and nobody used are worth nothing any more.
 */
export function printedLinks(
  { ledger, invitations }: CoreServices,
  printing: {
    readonly address: string;
    readonly conferences: readonly ConferenceId[];
    readonly forInstallation: boolean;
  },
): readonly PrintedConference[] {
  const link = (conference: ConferenceId | null, role: Role, delegation: DelegationId | null, seat: string) => {
    const issued = invitations.issue({ conference, role, delegation, note, validHours, by: null });
    return issued.ok ? [{ seat, role, delegation, link: joinLink(printing.address, issued.value.token) }] : [];
  };
  for (const conference of [null, ...ledger.conferences()]) invitations.revokePrinted(conference, note);
  const founder = 'Secretariat, who creates conferences';
  const installation: PrintedConference = {
    conference: null,
    title: 'This installation',
    links: printing.forInstallation ? link(null, 'secretariat', null, founder) : [],
  };
  const conferences = printing.conferences.map((conference): PrintedConference => {
    const state = ledger.standing(conference)?.state;
    const delegations = [...(state?.participants.values() ?? [])].filter(({ accredited }) => accredited);
    return {
      conference,
      title: state?.details?.title ?? conference,
      links: [
        ...link(conference, 'chair', null, 'Chair'),
        ...link(conference, 'secretariat', null, 'Secretariat'),
        ...delegations.flatMap(({ id, name }) => link(conference, 'head', id, name)),
      ],
    };
  });
  return [installation, ...conferences].filter(({ links }) => links.length > 0);
}
