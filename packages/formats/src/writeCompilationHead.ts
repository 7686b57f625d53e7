import { assertNever } from '@chapeau/base';
import {
  type AmendmentState,
  type ConferenceState,
  type DocumentState,
  latest,
  liveAmendments,
} from '@chapeau/procedure';
import type { NotationForm } from '@chapeau/redline/brackets';
import { localTime } from './localTime.ts';
import { nameOf, paragraphName } from './namesInPrint.ts';
import { masthead } from './printedDocument.ts';
import type { PrintedTable } from './printedText.ts';
import type { LinesOf } from './writeCompilationPlaces.ts';

const formNames: Readonly<Record<NotationForm, string>> = {
  rio: 'in the form of the Rio+20 negotiations',
  un: 'in the form of United Nations compilations',
  none: 'in brackets without names',
};

/** What stands above a compilation: the conference, the document, when and how it was written, how many amendments it holds. */
export function compilationHead({ state, document, form, positions }: LinesOf, at: string): readonly string[] {
  const count = liveAmendments(document).length;
  const told = form === 'none' ? '' : positions ? ', with names and positions' : ', with names';
  return [
    ...masthead(state, document, { at }),
    `Compilation of proposals as of ${bothTimes(state, at)}, ${formNames[form]}${told}`,
    `${count} ${count === 1 ? 'amendment' : 'amendments'} on the table`,
  ];
}

/** `16 November 2021, 09:40 UTC (17:40 GMT+8)`. */
function bothTimes({ details }: ConferenceState, at: string): string {
  const universal = localTime(at, 'UTC');
  const local = localTime(at, details?.timeZone ?? 'UTC');
  if (local === universal) return universal;
  const [day, hour] = [universal, local].map((time) => time.slice(0, time.lastIndexOf(',')));
  return `${universal} (${day === hour ? local.slice(local.lastIndexOf(',') + 2) : local})`;
}

/** Every amendment of a document and what became of it; where names are told, also delegation by delegation. */
export function compilationTables({ state, document, form }: LinesOf): readonly PrintedTable[] {
  const amendments = [...document.amendments.values()].toSorted((a, b) => a.number - b.number);
  if (amendments.length === 0) return [];
  const withNames = form !== 'none';
  const who = ({ sponsors }: AmendmentState) => sponsors.map((id) => nameOf(state, id)).join(', ') || 'nobody named';
  const all: PrintedTable = {
    title: 'Amendments',
    header: ['No.', 'Paragraph', ...(withNames ? ['Proposed by'] : []), 'Where it stands'],
    rows: amendments.map((one) => [
      String(one.number),
      placeOf(document, one),
      ...(withNames ? [who(one)] : []),
      standingOf(one),
    ]),
  };
  return withNames ? [all, byDelegation(state, amendments)] : [all];
}

function byDelegation(state: ConferenceState, amendments: readonly AmendmentState[]): PrintedTable {
  const sponsors = [...new Set(amendments.flatMap((one) => one.sponsors))];
  const rows = sponsors.map((id) => {
    const own = amendments.filter((one) => one.sponsors.includes(id));
    const numbers = (...statuses: readonly AmendmentState['status'][]) =>
      own
        .filter(({ status }) => statuses.includes(status))
        .map(({ number }) => number)
        .join(', ');
    return [
      nameOf(state, id),
      id.toUpperCase(),
      numbers('tabled', 'conflict'),
      numbers('accepted'),
      numbers('withdrawn', 'not-retained', 'fallen'),
    ];
  });
  return {
    title: 'Proposals by delegation',
    header: ['Delegation', 'Code', 'On the table', 'Accepted', 'Withdrawn, not retained or fallen'],
    rows: rows.toSorted(([a = ''], [b = '']) => a.localeCompare(b, 'en')),
  };
}

function placeOf(document: DocumentState, amendment: AmendmentState): string {
  const { scope } = latest(amendment);
  const behind = (id: string | null) => (id === null ? 'at the head' : `after ${paragraphName(document, id)}`);
  if (scope.type === 'insert') return `new, ${behind(scope.after)}`;
  const named = scope.paragraphs.map((id) => paragraphName(document, id)).join(', ');
  return scope.type === 'move' ? `${named} to stand ${behind(scope.after)}` : named;
}

function standingOf({ status, acceptedInPart }: AmendmentState): string {
  switch (status) {
    case 'tabled':
      return acceptedInPart.length > 0 ? 'accepted in part, the rest on the table' : 'on the table';
    case 'conflict':
      return 'on the table, made on other words';
    case 'accepted':
    case 'withdrawn':
    case 'fallen':
      return status;
    case 'not-retained':
      return 'not retained';
    default:
      return assertNever(status);
  }
}
