import { compare } from '@chapeau/redline';
import { plainText, wording } from '@chapeau/text';
import type { BracketsReport } from './bracketsReport.ts';

/** How many words of the text stand on either side of a change. */
const around = 30;
/** What stands in place of a name where nobody is named. */
const nobody = '(nobody named)';

/** The report as a person reads it: the numbers, who wants what, what is to be confirmed, then the rest. */
export function printedBrackets(name: string, report: BracketsReport): string {
  const { repairs, statusMarks, positions, proposals } = report;
  return [
    name,
    ...summary(report),
    ...section('Who wants what', parties(report)),
    ...section(
      'To confirm',
      table(
        repairs.map(({ line, column, kind, found, reason }) => [
          `${line}:${column}`,
          kind,
          `“${short(found, 36)}”`,
          reason,
        ]),
      ),
    ),
    ...section('Marks of status', table(statusMarks.map(({ text, ...place }) => [where(place), text]))),
    ...section(
      'Positions',
      table(
        positions.map(({ stance, parties: who, words, ...place }) => [
          where(place),
          `${who.join(', ') || nobody}: ${stance === 'other' ? words : stance}`,
        ]),
      ),
    ),
    ...section(
      'Proposals',
      proposals.map(
        ({ kind, parties: who, base, wording: own, ...place }) =>
          `  ${where(place)}: ${who.join(', ') || nobody} ${kind}\n      ${changed(base, own)}`,
      ),
    ),
    '',
  ].join('\n');
}

/** A heading with its lines; nothing where there are none. */
function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function summary(report: BracketsReport): readonly string[] {
  const { brackets, openers, closers, nesting, paragraphs, disputed, labels, options, proposals, repairs } = report;
  const nameless = proposals.filter(({ parties: who }) => who.length === 0).length;
  const { known, unknown, ambiguous } = report.parties;
  const structure = [counted(labels.length, 'label'), counted(options.length, 'group of options', 'groups of options')];
  const lines = [
    ['Brackets', `${brackets}, nested at most ${nesting} deep (${openers} “[”, ${closers} “]”)`],
    [
      'Paragraphs',
      `${paragraphs}, ${disputed} with brackets; ${structure.filter((part) => part !== '').join(', ') || 'no labels'}`,
    ],
    [
      'Proposals',
      `${proposals.length}, ${nameless} of them without a name; ${counted(report.positions.length, 'position') || 'no positions'}`,
    ],
    ['Names', `${known.length} known, ${unknown.length} unknown, ${ambiguous.length} that may be several`],
    ['To confirm', `${repairs.length}${repairs.length === 0 ? '' : `: ${kinds(repairs)}`}`],
  ];
  return table(lines);
}

/** `12 unclosed, 3 unknown-party`, the most frequent first. */
function kinds(repairs: BracketsReport['repairs']): string {
  const counts = [...Map.groupBy(repairs, ({ kind }) => kind)].map(([kind, ones]) => [kind, ones.length] as const);
  return counts
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}

function parties({ parties: { mentions, unknown, ambiguous }, proposals }: BracketsReport): readonly string[] {
  const isUnknown = new Set(unknown);
  const meanings = new Map(ambiguous.map(({ written, meanings: meant }) => [written, meant.join(' or ')]));
  const nameless = proposals.filter(({ parties: who }) => who.length === 0).length;
  const rows = mentions.map(({ name, proposals: proposed, positions, line }) => [
    name,
    counted(proposed, 'proposal'),
    counted(positions, 'position'),
    `from line ${line}`,
    isUnknown.has(name) ? 'not in the table of names' : (meanings.get(name) ?? ''),
  ]);
  return table([...rows, ...(nameless === 0 ? [] : [[nobody, counted(nameless, 'proposal')]])]);
}

function counted(count: number, one: string, several = `${one}s`): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : several}`;
}

function where({ line, label }: { readonly line: number; readonly label: string | null }): string {
  return `line ${line}${label === null ? '' : `, ${label}`}`;
}

/** Rows with their cells below each other, two spaces in. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.slice(0, -1).entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  return rows.map((row) => `  ${row.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join('  ')}`.trimEnd());
}

function short(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** What a proposal changes in the words on the table: `… exchange [-of-] {+with+} best …`. */
function changed(base: string | null | undefined, own: string | null | undefined): string {
  if (own === undefined) return '';
  if (own === null || own === '') return '(no paragraph)';
  if (base === null || base === undefined || base === '') return own;
  const redline = compare(wording('plain', 0, base), wording('plain', 0, own));
  const isSame = (index: number) => redline[index]?.type === 'same';
  return redline
    .map((segment, index) => {
      const text = plainText(segment);
      if (segment.type === 'deleted') return `[-${text}-]`;
      if (segment.type === 'inserted') return `{+${text}+}`;
      const [head, tail] = [index > 0, index < redline.length - 1];
      if (!isSame(index) || text.length <= around * (Number(head) + Number(tail)) + 3) return text;
      return `${head ? text.slice(0, around) : ''}…${tail ? text.slice(-around) : ''}`;
    })
    .join('');
}
