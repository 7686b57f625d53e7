import { readFileSync } from 'node:fs';
import type {
  NamedParty,
  NotationForm,
  NotationReading,
  ParagraphRange,
  ReadProposal,
} from '@chapeau/redline/brackets';
import { type Command, Option } from 'commander';
import { fail } from './cliFailure.ts';

interface BracketsFlags {
  readonly json?: true;
  readonly verbatim?: true;
  readonly notation?: NotationForm;
  readonly format?: 'plain' | 'markdown';
}

const examples = `
Examples:
  chapeau brackets compilation.txt                     what is disputed, who wants what, and what a person must confirm
  chapeau brackets compilation.txt --json > report.json
  chapeau brackets compilation.txt --notation rio      the same text in the form of the Rio+20 negotiations
  chapeau brackets compilation.txt --verbatim          the file again, from what was read: not a byte is lost

docs/bracket-notation.md has the grammar. The file must be in UTF-8, otherwise the exit code is 2.`;

/** Adds `brackets` to the program. */
export function addBracketsCommand(program: Command): void {
  program
    .command('brackets')
    .description('Read the square brackets of a negotiating text: base wording, proposals, names, and every doubt')
    .argument('<file>', 'a text, or Markdown where the name ends with .md')
    .option('--json', 'the report as JSON')
    .addOption(new Option('--verbatim', 'write the file back from what was read').conflicts(['json', 'notation']))
    .addOption(
      new Option('--notation <form>', 'write the text with its brackets in one form')
        .choices(['rio', 'un', 'none'])
        .conflicts('json'),
    )
    .addOption(
      new Option('--format <format>', 'what the file is, where its name does not say').choices(['plain', 'markdown']),
    )
    .addHelpText('after', examples)
    .action(brackets);
}

async function brackets(path: string, flags: BracketsFlags): Promise<void> {
  const source = sourceOf(path);
  if (source === null) {
    process.stderr.write(`${path} is not valid UTF-8. Save it as UTF-8 and try again.\n`);
    process.exitCode = 2;
    return;
  }
  const { writeNotation, writeVerbatim } = await import('@chapeau/redline/brackets');
  const reading = await readingOf(source, flags.format ?? (/\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain'));
  if (flags.verbatim) return write(writeVerbatim(reading.tokens));
  if (flags.notation !== undefined) {
    const { text, kept } = writeNotation(reading, flags.notation);
    await write(text);
    for (const { line, reason } of kept) process.stderr.write(`Line ${line} was left as it was. ${reason}\n`);
    return;
  }
  const report = await reportOf(reading);
  await write(flags.json ? `${JSON.stringify(report, null, 2)}\n` : printed(path, report));
}

/** The text of a file, its byte-order mark included; null where it is not valid UTF-8. */
function sourceOf(path: string): string | null {
  const bytes = bytesOf(path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    return fail(`${path} cannot be read (${code}). Give the path of a text file.`);
  }
}

/** What the draft reader found to be no part of the text. */
const aside: ReadonlySet<string> = new Set(['front-matter', 'link', 'attribute-line', 'rule']);

async function readingOf(source: string, format: 'plain' | 'markdown'): Promise<NotationReading> {
  const { readNotation } = await import('@chapeau/redline/brackets');
  const { readDraft } = await import('@chapeau/formats');
  const split = (text: string): readonly ParagraphRange[] =>
    readDraft(text, format).paragraphs.map(({ source: { from }, kind, level, doubts }) => ({
      ...{ from, kind, level },
      isAside: doubts.some((doubt) => aside.has(doubt)),
    }));
  return readNotation(source, { format, split });
}

/** The longest JSON of wordings, in UTF-16 units: proposals beyond it are listed without, so that a report grows with its text. */
const longestWordings = 20_000_000;

async function reportOf(reading: NotationReading) {
  const { labelName, wordingOf } = await import('@chapeau/redline/brackets');
  const { plainText } = await import('@chapeau/text');
  const { paragraphs, repairs, counts, options } = reading;
  const named = (label: (typeof paragraphs)[number]['label']) => (label === null ? null : labelName(label));
  let left = longestWordings;
  const wordingFor = (index: number, proposal: ReadProposal | null): string | null | undefined => {
    if (left <= 0) return undefined;
    const wording = wordingOf(reading, index, proposal);
    const text = wording === null ? null : plainText(wording);
    left -= text?.length ?? 0;
    return text;
  };
  return {
    ...counts,
    paragraphs: paragraphs.filter(({ isAside }) => !isAside).length,
    repairs: repairs.map(({ line, column, kind, reason }) => ({ line, column, kind, reason })),
    labels: paragraphs.flatMap(({ label, sublabel }) =>
      [label, sublabel].flatMap((one) => (one === null ? [] : [labelName(one)])),
    ),
    parties: partiesOf(reading),
    statusMarks: paragraphs.flatMap(({ line, label, statusMarks }) =>
      statusMarks.map(({ text, status }) => ({ line, label: named(label), status, text })),
    ),
    proposals: paragraphs.flatMap(({ line, label, proposals }, index) =>
      proposals.map((proposal) => ({
        ...{ line, label: named(label), kind: proposal.kind, parties: proposal.parties.map(({ written }) => written) },
        ...{ base: wordingFor(index, null), wording: wordingFor(index, proposal) },
      })),
    ),
    positions: paragraphs.flatMap(({ line, label, positions }) =>
      positions.map(({ stance, parties, words }) => ({
        ...{ line, label: named(label), stance, parties: parties.map(({ written }) => written), words },
      })),
    ),
    options: options.map((group) =>
      group.map(({ name, isNothing, paragraphs: own }) => ({
        ...{ name, isNothing, lines: own.map((index) => paragraphs[index]?.line ?? 0) },
      })),
    ),
  };
}

type Report = Awaited<ReturnType<typeof reportOf>>;

/** Each party once, by its name where it is known and as written where it is not. */
function partiesOf({ paragraphs }: NotationReading) {
  const all: NamedParty[] = paragraphs.flatMap(({ proposals, positions }) =>
    [...proposals, ...positions].flatMap(({ parties }) => parties),
  );
  const known = new Set(
    all.flatMap(({ parties: [only, ...others] }) => (only === undefined || others.length > 0 ? [] : [only.name])),
  );
  const ambiguous = new Map(
    all.flatMap(({ written, parties }) =>
      parties.length > 1 ? [[written, parties.map(({ name }) => name)] as const] : [],
    ),
  );
  const unknown = new Set(all.flatMap(({ written, parties }) => (parties.length === 0 ? [written] : [])));
  return {
    known: [...known].sort(),
    unknown: [...unknown].sort(),
    ambiguous: [...ambiguous].map(([written, meanings]) => ({ written, meanings })),
  };
}

function printed(path: string, report: Report): string {
  const {
    brackets: found,
    openers,
    closers,
    nesting,
    labels,
    parties,
    repairs,
    statusMarks,
    proposals,
    positions,
  } = report;
  const list = (names: readonly string[]) => names.join(', ') || 'none';
  const where = (line: number, label: string | null) => `  line ${line}${label === null ? '' : `, ${label}`}`;
  const named = (names: readonly string[]) => names.join(', ') || '(nobody named)';
  return [
    path,
    `Brackets     ${found}, nested at most ${nesting} deep (${openers} “[”, ${closers} “]”)`,
    `Paragraphs   ${report.paragraphs}, ${labels.length} labels, ${report.options.length} groups of options`,
    `Names        ${list(parties.known)}`,
    `Unknown      ${list(parties.unknown)}`,
    ...parties.ambiguous.map(({ written, meanings }) => `Ambiguous    ${written}: ${meanings.join(' or ')}`),
    '',
    `To confirm: ${repairs.length}`,
    ...repairs.map(({ line, column, kind, reason }) => `  ${line}:${column}  ${kind}: ${reason}`),
    '',
    `Marks of status: ${statusMarks.length}`,
    ...statusMarks.map(({ line, label, text }) => `${where(line, label)}: ${text}`),
    '',
    `Positions: ${positions.length}`,
    ...positions.map(({ line, label, stance, parties: who }) => `${where(line, label)}: ${named(who)} ${stance}`),
    '',
    `Proposals: ${proposals.length}`,
    ...proposals.map(
      ({ line, label, kind, parties: who, wording }) =>
        `${where(line, label)}: ${named(who)} ${kind}\n      ${wording === null ? '(no paragraph)' : (wording ?? '')}`,
    ),
    '',
  ].join('\n');
}

/** Writes to standard output; whoever reads only the beginning, as `head` does, may close it. */
function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' ? resolve() : reject(error),
    );
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined) resolve();
    });
  });
}
