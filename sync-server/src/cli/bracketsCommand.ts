import type { NotationForm } from '@chapeau/redline/brackets';
import { type Command, Option } from 'commander';
import { readTextSource } from './textSource.ts';

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

  pbpaste | chapeau brackets -                         what was copied from a message

docs/bracket-notation.md has the grammar and the fields of the JSON.
Exit code: 0, also with doubts to confirm; 1 where the file cannot be read; 2 where it is no text in UTF-8.`;

/** Adds `brackets` to the program. */
export function addBracketsCommand(program: Command): void {
  program
    .command('brackets')
    .description('Read the square brackets of a negotiating text: base wording, proposals, names, and every doubt')
    .argument('<file>', 'a text, or Markdown where the name ends with .md; - for standard input')
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
  const source = await readTextSource(path);
  if (source.type === 'no-text') {
    process.stderr.write(`${source.reason}\n`);
    process.exitCode = 2;
    return;
  }
  const { writeNotation, writeVerbatim } = await import('@chapeau/redline/brackets');
  const { readCompilation } = await import('@chapeau/formats/compilation');
  const format = flags.format ?? (/\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'plain');
  const reading = readCompilation(source.text, format);
  if (flags.verbatim) return write(writeVerbatim(reading.tokens));
  if (flags.notation !== undefined) {
    const { text, kept } = writeNotation(reading, flags.notation);
    await write(text);
    for (const { line, reason } of kept) process.stderr.write(`Line ${line} was left as it was. ${reason}\n`);
    return;
  }
  const { bracketsReport } = await import('./bracketsReport.ts');
  const report = bracketsReport(reading);
  if (flags.json) return write(`${JSON.stringify(report, null, 2)}\n`);
  const { printedBrackets } = await import('./printedBrackets.ts');
  await write(printedBrackets(path === '-' ? 'Standard input' : path, report));
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
