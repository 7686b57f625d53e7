import type { ConferenceState, DocumentState } from '@chapeau/procedure';
import { defaultPartyTable } from '@chapeau/redline/brackets';
import type { PrintedParagraph, PrintedRun, PrintedText } from './printedText.ts';
import { compilationHead, compilationTables } from './writeCompilationHead.ts';
import { type CompilationForm, type CompilationLine, type LinesOf, linesOf } from './writeCompilationPlaces.ts';
import { aside, compilationMarkdown } from './writeCompilationMarkdown.ts';
import { writtenNames } from './writeCompilationNames.ts';
import { type CompilationNote, notesOf, noteText } from './writeCompilationNotes.ts';
import { proved, unproved, type Written } from './writeCompilationProof.ts';

/** How a compilation is written, and the ISO 8601 instant at which it is. */
export interface CompilationWish extends CompilationForm {
  readonly at: string;
}

/** A document with everything proposed for it, to be printed or as Markdown. `notes` tell what does not come back when it is read again. */
export interface WrittenCompilation {
  readonly printed: PrintedText;
  readonly markdown: string;
  readonly notes: readonly CompilationNote[];
}

/**
 * Everything proposed for a document in negotiation, in one form of notation, judging none. Laws: nothing that is tabled and live is
 * absent; with names, the Markdown reads back as the same paragraphs and the same wordings by the same delegations, but for what `notes` list.
 * It is read again before it is handed out: where brackets would join what one delegation proposes twice, a wording goes beside the paragraph.
 */
export function writeCompilation(
  state: ConferenceState,
  document: DocumentState,
  { at, form, positions }: CompilationWish,
): WrittenCompilation {
  const { given, places, unlike, spans } = keptOf(state, document, { form, positions });
  const lines = linesOf(places);
  const together = new Set(spans.flatMap(({ amendments }) => amendments.map(({ number }) => number)));
  const notes = notesOf(document, places, unlike, together);
  const head = compilationHead(given, at);
  const said = notes.map(noteText);
  const printed: PrintedText = {
    title: document.title,
    masthead: head,
    paragraphs: lines.map(printedLine),
    annexes: said.length === 0 ? [] : [{ title: notesTitle, items: said.map((text) => ({ label: '', text })) }],
    tables: compilationTables(given),
  };
  return { printed, markdown: markdownOf(printed, lines), notes };
}

const notesTitle = 'What brackets cannot say';

/** What was written of a state is kept as long as the state is: many ask for the same before the next amendment. */
const kept = new WeakMap<ConferenceState, Map<string, Written & { readonly given: LinesOf }>>();

function keptOf(state: ConferenceState, document: DocumentState, { form, positions }: CompilationForm) {
  const key = [document.id, form, positions].join();
  const own = kept.get(state) ?? new Map<string, Written & { readonly given: LinesOf }>();
  kept.set(state, own);
  const known = own.get(key);
  if (known !== undefined) return known;
  const table = defaultPartyTable();
  const names = writtenNames(state, table);
  const given: LinesOf = {
    form,
    positions,
    state,
    document,
    names,
    parties: table.knowing(names.all),
    noted: new Map(),
  };
  const written = { ...(form === 'none' ? unproved(given) : proved(given, table)), given };
  own.set(key, written);
  return written;
}

function printedLine({ label, kind, level, words, asides }: CompilationLine): PrintedParagraph {
  const runs = words.map(
    ({ shown, part, marks }): PrintedRun => ({ text: shown, marks, ...(part === 'words' ? {} : { part }) }),
  );
  return { label, kind, level, runs: runs.filter(({ text }) => text !== ''), notes: asides };
}

/** The text between what stands around it: as front matter before it and set aside behind it, so that neither is read as text. */
function markdownOf(
  { title, masthead, annexes = [], tables = [] }: PrintedText,
  lines: readonly CompilationLine[],
): string {
  const head = [
    '---',
    `document: ${JSON.stringify(title)}`,
    'compilation:',
    ...masthead.map((line) => `  - ${JSON.stringify(line)}`),
    '---',
  ];
  const behind = [
    ...annexes.flatMap((annex) => [annex.title, ...annex.items.map(({ text }) => text)]),
    ...tables.flatMap((table) => [table.title, ...[table.header, ...table.rows].map((row) => row.join(' | '))]),
  ];
  return [`${head.join('\n')}\n`, compilationMarkdown(lines), behind.map((text) => `${aside(text)}\n`).join('\n')]
    .filter((part) => part !== '')
    .join('\n');
}
