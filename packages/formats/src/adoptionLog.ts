import {
  accredited,
  type ConferenceState,
  type DelegationId,
  type DocumentState,
  type Stance,
} from '@chapeau/procedure';
import { paragraphName } from './namesInPrint.ts';
import { statusLine } from './printedDocument.ts';
import { writeCsv } from './writeCsv.ts';

/** Where one participant stands. `silent`: it stated nothing, which is never taken for a yes. */
export interface AdoptionLogLine {
  readonly delegation: DelegationId;
  readonly name: string;
  readonly officialName: string;
  /** ISO 3166 alpha-2, empty for a participant that is no State. */
  readonly code: string;
  readonly stance: 'joined consensus' | 'dissociated' | 'objected' | 'not participating' | 'silent';
  /** Labels of paragraphs. */
  readonly reservations: readonly string[];
  readonly dissociations: readonly string[];
  readonly explanation: string;
  /** Explanations filed after adoption, in order. */
  readonly laterExplanations: readonly string[];
  /** The entry of the record that holds the stance; null where silent. */
  readonly entry: number | null;
}

const words = {
  joins: 'joined consensus',
  dissociates: 'dissociated',
  objects: 'objected',
  'not-participating': 'not participating',
} as const satisfies Record<Stance['type'], AdoptionLogLine['stance']>;

/** One line a participant, in the order of accreditation: the roll that the gavel closed, or what has been stated so far. */
export function adoptionLog(state: ConferenceState, document: DocumentState): readonly AdoptionLogLine[] {
  const { adoption } = document;
  const soFar = accredited(state).map(({ id }) => {
    const held = adoption?.stances.get(id);
    return { delegation: id, stance: held?.stance ?? null, entry: held?.entry ?? null };
  });
  return (adoption?.adopted?.roll ?? soFar).map(({ delegation, stance, entry }) => {
    const participant = state.participants.get(delegation);
    const later = adoption?.explanations.filter((explained) => explained.delegation === delegation) ?? [];
    return {
      delegation,
      name: participant?.name ?? delegation,
      officialName: participant?.officialName ?? delegation,
      code: participant?.code ?? '',
      stance: stance === null ? 'silent' : words[stance.type],
      reservations: (stance?.reservations ?? []).map((id) => paragraphName(document, id)),
      dissociations: (stance?.dissociations ?? []).map((id) => paragraphName(document, id)),
      explanation: stance?.explanation ?? '',
      laterExplanations: later.map(({ explanation }) => explanation),
      entry,
    };
  });
}

const header = [
  'country',
  'official name',
  'code',
  'stance',
  'reservations on',
  'dissociations from',
  'explanation of position',
  'explanation after adoption',
  'stated at (UTC)',
  'entry',
  'status of the text',
];

/**
 * The adoption log as CSV, with a byte-order mark so that Excel reads names as they are. `timeOf` gives the server time of
 * an entry; `at` is the instant of export, which a log that the gavel has not closed carries in every row.
 */
export function writeAdoptionLog(
  state: ConferenceState,
  document: DocumentState,
  { at, timeOf }: { readonly at: string; readonly timeOf: (entry: number) => string },
): string {
  const status = statusLine(state, document, at);
  const rows = adoptionLog(state, document).map((line) => [
    line.name,
    line.officialName,
    line.code,
    line.stance,
    line.reservations.join('; '),
    line.dissociations.join('; '),
    line.explanation,
    line.laterExplanations.join('\n'),
    line.entry === null ? '' : timeOf(line.entry),
    line.entry === null ? '' : String(line.entry),
    status,
  ]);
  return `\ufeff${writeCsv(header, rows)}`;
}
