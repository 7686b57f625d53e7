import type { DelegationId } from '@chapeau/procedure';
import type { AttributedParagraph, RoomParagraph } from '@chapeau/room';

/** Words of one author. `length` counts UTF-16 code units; null for words that no delegation typed: the seed, the chair, the secretariat. */
export interface RoomAuthor {
  readonly length: number;
  readonly delegation: DelegationId | null;
}

/** A paragraph as it stands in a room, with the delegations that typed its words: their lengths add up to that of its plain text. */
export interface ReadParagraph extends RoomParagraph {
  readonly authors: readonly RoomAuthor[];
}

/** The durable text of a room. */
export interface RoomReading {
  readonly paragraphs: readonly ReadParagraph[];
}

/** Joins what a room says with who holds the leases under which it was typed. */
export function readingOf(
  paragraphs: readonly RoomParagraph[],
  attribution: readonly AttributedParagraph[],
  delegationOf: (client: number) => DelegationId | null,
): RoomReading {
  return {
    paragraphs: paragraphs.map((paragraph, index) => {
      const authors: RoomAuthor[] = [];
      for (const { length, client } of attribution[index]?.spans ?? []) {
        const delegation = delegationOf(client);
        const last = authors.at(-1);
        if (last?.delegation === delegation) authors[authors.length - 1] = { length: last.length + length, delegation };
        else authors.push({ length, delegation });
      }
      return { ...paragraph, authors };
    }),
  };
}
