import type { DelegationId, Role } from '@chapeau/procedure';
import type { InvitationLine } from '@chapeau/protocol';

/** An invitation with its link, which the server tells once. */
export interface IssuedLink {
  readonly invitation: InvitationLine;
  readonly link: string;
}

/** How the rows of a table of links are worded. */
export interface LinkWords {
  readonly role: (role: Role) => string;
  readonly delegation: (id: DelegationId) => string;
  readonly expires: (at: string) => string;
}

/** The cells of each link: code, delegation, role, note, link, expiry. */
export function linkRows(links: readonly IssuedLink[], words: LinkWords): readonly (readonly string[])[] {
  return links.map(({ invitation: { delegation, role, note, expiresAt }, link }) => [
    delegation?.toUpperCase() ?? '',
    delegation === null ? '' : words.delegation(delegation),
    words.role(role),
    note,
    link,
    words.expires(expiresAt),
  ]);
}

/** The links to paste into a letter: one block a link, a blank line between. */
export function linkLetter(rows: readonly (readonly string[])[]): string {
  return rows
    .map(([, delegation = '', role = '', note = '', link = '', expires = '']) => {
      const whom = [delegation, role, note].filter((part) => part !== '').join(', ');
      return `${whom}\n${link}\n(${expires})\n`;
    })
    .join('\n');
}
