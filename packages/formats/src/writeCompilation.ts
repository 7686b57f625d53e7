import type { ConferenceState, DocumentState } from '@chapeau/procedure';
import { defaultPartyTable, type PartyTable } from '@chapeau/redline/brackets';
import type { ParagraphId } from '@chapeau/text';
import type { PrintedParagraph, PrintedRun, PrintedText } from './printedText.ts';
import { compilationHead, compilationTables } from './writeCompilationHead.ts';
import {
  type CompilationForm,
  type CompilationLine,
  type CompiledPlace,
  compiledPlaces,
  type Layout,
  type LinesOf,
  linesOf,
} from './writeCompilationLines.ts';
import { aside, compilationMarkdown } from './writeCompilationMarkdown.ts';
import { writtenNames } from './writeCompilationNames.ts';
import { type CompilationNote, notesOf, noteText } from './writeCompilationNotes.ts';
import { type SaidAt, saidAt, saidBack, saysTheSame } from './writeCompilationReturn.ts';

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
  const { given, places, unlike } = keptOf(state, document, { form, positions });
  const lines = linesOf(places);
  const notes = notesOf(document, places, unlike);
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

interface Written {
  readonly places: readonly CompiledPlace[];
  readonly unlike: ReadonlySet<number>;
}

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

/** Without names nothing says who proposes what, nor which words stand: there is nothing to compare. */
function unproved(given: LinesOf): Written {
  return { places: compiledPlaces(given, () => 'arranged'), unlike: new Set() };
}

/**
 * Writes, reads what was written, and writes anew the paragraphs that came back otherwise, in the first layout in which one of them comes back
 * by itself. The whole is read twice at most.
 */
function proved(given: LinesOf, table: PartyTable): Written {
  const first = compiledPlaces(given, () => 'arranged');
  const unlike = unlikeIn(given, first, table);
  const others = new Set(first.flatMap(({ paragraph }, index) => (unlike.has(index) ? (paragraph?.id ?? []) : [])));
  const layouts = new Map<ParagraphId, Layout>();
  for (const layout of ['apart', 'beside'] as const) {
    const open = (id: ParagraphId) => others.has(id) && !layouts.has(id);
    if (others.size === layouts.size) break;
    for (const place of compiledPlaces(given, (id) => (open(id) ? layout : 'arranged'))) {
      const id = place.paragraph?.id;
      if (id !== undefined && place.beside.length > 0 && open(id) && unlikeIn(given, [place], table).size === 0)
        layouts.set(id, layout);
    }
  }
  if (layouts.size === 0) return { places: first, unlike };
  const places = compiledPlaces(given, (id) => layouts.get(id) ?? 'arranged');
  return { places, unlike: unlikeIn(given, places, table) };
}

/** The places that are read otherwise than they are meant. */
function unlikeIn(given: LinesOf, places: readonly CompiledPlace[], table: PartyTable): ReadonlySet<number> {
  const markdown = compilationMarkdown(linesOf(places));
  const back = saidBack(markdown, given, table);
  const unlike = new Set<number>();
  let next = 1;
  places.forEach(({ paragraph, touches }, index) => {
    const meant = saidAt(paragraph, touches);
    if (paragraph === null) {
      if (!isLike(meant, back[0])) unlike.add(index);
      return;
    }
    const at = back.findIndex(
      ({ label, words }, nth) => nth >= next && label === meant.label.trim() && words === meant.words,
    );
    // What came in between is read as paragraphs of the text: new ones that nobody is named for, or something taken for what it is not.
    const between = back
      .slice(next, at < 0 ? next : at)
      .filter(({ words }) => !namelessBefore(places[index - 1]).has(words));
    if (between.length > 0) unlike.add(index - 1);
    if (at < 0 || !isLike(meant, back[at])) unlike.add(index);
    if (at >= 0) next = at + 1;
  });
  return unlike;
}

/** The words of new paragraphs at a place for which nobody is named: read again they stand in the text. */
function namelessBefore(place: CompiledPlace | undefined): ReadonlySet<string> {
  const nameless = (place?.touches ?? []).filter(({ amendment }) => amendment.sponsors.length === 0);
  return new Set(saidAt(null, nameless).insertions.keys());
}

function isLike(meant: SaidAt, read: SaidAt | undefined): boolean {
  return (
    read !== undefined &&
    saysTheSame(meant.proposals, read.proposals) &&
    saysTheSame(named(meant.insertions), read.insertions)
  );
}

function named<K, V extends { readonly size: number }>(said: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return new Map([...said].filter(([, who]) => who.size > 0));
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
