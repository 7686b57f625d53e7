import { type ConferenceState, type Credit, type DocumentState, paragraphsInText, textHash } from '@chapeau/procedure';
import { localDate, localTime } from './localTime.ts';
import { nameOf, paragraphName } from './namesInPrint.ts';
import type { PrintedAnnex, PrintedParagraph, PrintedText } from './printedText.ts';

/** How a document is printed. `at` is the ISO 8601 instant of printing, which a text that is not adopted yet must carry. */
export interface Printing {
  readonly at: string;
  /** Whether each paragraph says which delegations its words came from. */
  readonly credits: boolean;
}

/** A document of a conference as it stands, ready for any format: the adopted text, or a draft that says so. */
export function printedDocument(state: ConferenceState, document: DocumentState, printing: Printing): PrintedText {
  const paragraphs = paragraphsInText(document).map(
    ({ label, kind, level, runs, credits }): PrintedParagraph => ({
      ...{ label, kind, level, runs },
      ...(printing.credits && credits.length > 0 ? { credits: creditLine(state, credits) } : {}),
    }),
  );
  return {
    title: document.title,
    masthead: masthead(state, document, printing),
    paragraphs,
    annexes: annexes(state, document),
  };
}

/** Where the text stands, in one line: adopted when, or a draft of which revision and time. */
export function statusLine(state: ConferenceState, document: DocumentState, at: string): string {
  const zone = state.details?.timeZone ?? 'UTC';
  const adopted = document.adoption?.adopted ?? null;
  if (adopted !== null) return `Adopted ${localDate(adopted.at, zone)}`;
  const revision = document.revision === null ? 'zero draft' : `Rev.${document.revision}`;
  return `DRAFT, not adopted: ${revision}, as of ${localTime(at, zone)} (entry ${state.seq} of the record)`;
}

/** What stands at the head of every print of a document: the conference, its place and days, and where the text stands. */
export function masthead(
  state: ConferenceState,
  document: DocumentState,
  { at }: Pick<Printing, 'at'>,
): readonly string[] {
  const { details } = state;
  const adopted = document.adoption?.adopted ?? null;
  const lines = [
    details?.title ?? state.id,
    details?.theme ?? '',
    [details?.place ?? '', details === null ? '' : days(details.startsOn, details.endsOn)].filter(Boolean).join(', '),
    statusLine(state, document, at),
    adopted === null ? '' : `SHA-256 of the text: ${textHash(document)} (entry ${adopted.entry} of the record)`,
  ];
  return lines.filter((line) => line !== '');
}

function days(from: string, to: string): string {
  const [first, last] = [from, to].map((day) => localDate(`${day}T12:00:00.000Z`, 'UTC'));
  return first === last ? `${first}` : `${first} to ${last}`;
}

/** Shares of the paragraph's characters, largest first. */
function creditLine(state: ConferenceState, credits: readonly Credit[]): string {
  const shares = new Map<string, number>();
  const total = credits.reduce((sum, { length }) => sum + length, 0);
  for (const { by, length } of credits) {
    const who = by.length === 0 ? 'zero draft' : by.map((id) => nameOf(state, id)).join(' and ');
    shares.set(who, (shares.get(who) ?? 0) + length);
  }
  const parts = [...shares].toSorted(([, a], [, b]) => b - a);
  return parts.map(([who, length]) => `${who} ${Math.round((100 * length) / total)} %`).join('; ');
}

function annexes(state: ConferenceState, document: DocumentState): readonly PrintedAnnex[] {
  const { adoption } = document;
  if (adoption === null) return [];
  const held = [...adoption.stances].map(([id, { stance }]) => ({ label: nameOf(state, id), stance }));
  const named = (ids: readonly string[]) => ids.map((id) => paragraphName(document, id)).join('; ');
  const lists: readonly PrintedAnnex[] = [
    {
      title: 'Reservations',
      items: held.flatMap(({ label, stance }) =>
        stance.reservations.length === 0 ? [] : [{ label, text: named(stance.reservations) }],
      ),
    },
    {
      title: 'Dissociations',
      items: held.flatMap(({ label, stance }) => {
        if (stance.type === 'dissociates') return [{ label, text: 'the text as a whole' }];
        return stance.dissociations.length === 0 ? [] : [{ label, text: named(stance.dissociations) }];
      }),
    },
    {
      title: 'Explanations of position',
      items: held.flatMap(({ label, stance }) =>
        stance.explanation === '' ? [] : [{ label, text: stance.explanation }],
      ),
    },
    {
      title: 'Explanations of position after adoption',
      items: adoption.explanations.map(({ delegation, explanation }) => ({
        label: nameOf(state, delegation),
        text: explanation,
      })),
    },
  ];
  return lists.filter(({ items }) => items.length > 0);
}
