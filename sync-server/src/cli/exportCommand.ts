import { writeFileSync } from 'node:fs';
import { conferenceIdSchema } from '@chapeau/procedure';
import { type NotationForm, notationForms } from '@chapeau/redline/brackets';
import { Argument, type Command, Option } from 'commander';
import { type ExportFile, type ExportWish, exportFiles, fileName } from '../exports/exportFile.ts';
import type { ConferenceLine } from '../office/office.ts';
import { fail } from './cliFailure.ts';
import { inOffice } from './openOffice.ts';

interface ExportFlags {
  readonly data: string;
  readonly document?: string;
  readonly output?: string;
  readonly credits: boolean;
  readonly notation: NotationForm;
  readonly positions: boolean;
}

const examples = `
Examples:
  chapeau export icdd-2021 text.docx                          writes icdd-2021-text.docx here
  chapeau export icdd-2021 compilation.docx --positions       every proposal in brackets, with who supports and opposes it
  chapeau export icdd-2021 compilation.md --notation un       the same as General Assembly compilations write it
  chapeau export icdd-2021 adoption-log.csv --output log.csv
  chapeau export icdd-2021 bundle.json                        text, log and the whole record: chapeau verify checks it

A text that is not adopted yet says so in the file, with its revision and the time. A compilation in Markdown can be pasted into a conference
again, or read by chapeau brackets; docs/bracket-notation.md has its forms.`;

/** Adds `export` to the program. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description(
      'Write the text, the compilation of proposals, the adoption log or the sealed bundle of a document to a file',
    )
    .argument('<conference>', 'the id of the conference')
    .addArgument(new Argument('<file>', 'what to write').choices(exportFiles))
    .option('-d, --data <folder>', 'where everything is kept', 'data')
    .option('--document <id>', 'which document, where the conference has several')
    .option('-o, --output <path>', 'the file to write; - for standard output')
    .option('--credits', 'say which delegations the words of each paragraph came from', false)
    .addOption(
      new Option('--notation <form>', 'how a compilation writes brackets and names')
        .choices(notationForms)
        .default('rio'),
    )
    .option('--positions', 'a compilation tells who supports and who opposes what', false)
    .addHelpText('after', examples)
    .action(write);
}

async function write(conference: string, file: ExportFile, flags: ExportFlags): Promise<void> {
  const { credits, notation: form, positions } = flags;
  const wish: ExportWish = { credits, form, positions };
  const bytes = await inOffice(flags.data, async (office) => {
    const known = await office.conferences();
    const line = known.find(({ id }) => id === conference);
    if (line === undefined)
      return fail(
        `There is no conference ${conference}. There are: ${known.map(({ id }) => id).join(', ') || 'none yet'}.`,
      );
    const document = documentOf(line, flags.document);
    const outcome = await office.export(conferenceIdSchema.parse(line.id), document, file, wish);
    return outcome.ok ? outcome.value : fail(outcome.error.failure.message);
  });
  const path = flags.output ?? `${conference}-${fileName(file, wish)}`;
  if (path === '-') {
    await new Promise((resolve) => process.stdout.write(bytes, resolve));
    return;
  }
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    fail(`${path} cannot be written (${code}). Give another place with --output.`);
  }
  process.stdout.write(`${path}\n`);
}

function documentOf({ id, documents }: ConferenceLine, wanted: string | undefined) {
  const list = documents.map((document) => `  ${document.id}  ${document.title}`).join('\n');
  const [only, ...others] = documents;
  if (only === undefined) return fail(`The conference ${id} has no document yet.`);
  if (wanted === undefined) {
    return others.length === 0
      ? only.id
      : fail(`The conference ${id} has several documents. Choose one with --document:\n${list}`);
  }
  const found = documents.find((document) => document.id === wanted);
  return found === undefined ? fail(`The conference ${id} has no document ${wanted}. It has:\n${list}`) : found.id;
}
