import { assertNever } from '@chapeau/base';
import type { DraftDoubt } from '@chapeau/formats/readDraft';
import { characterFault, deepestLevel, normaliseRuns, type ParagraphKind, plainText, type Run } from '@chapeau/text';
import type { DraftRow } from './draftRow.ts';
import { retype, sliceRuns } from './editRuns.ts';

/** One thing that a person does to the preview of a draft. `row` and `rows` are ids of rows, `at` a UTF-16 offset into its words. */
export type Correction =
  | { readonly type: 'words'; readonly row: number; readonly words: string }
  /** Other words for these, with their formatting; for no others. */
  | { readonly type: 'fix'; readonly row: number; readonly was: readonly Run[]; readonly runs: readonly Run[] }
  | { readonly type: 'label'; readonly row: number; readonly label: string }
  | { readonly type: 'kind'; readonly row: number; readonly kind: ParagraphKind }
  | { readonly type: 'level'; readonly row: number; readonly by: 1 | -1 }
  | { readonly type: 'split'; readonly row: number; readonly at: number }
  /** With the row before it. */
  | { readonly type: 'merge'; readonly row: number }
  | { readonly type: 'delete'; readonly rows: readonly number[] }
  | { readonly type: 'settle'; readonly rows: readonly number[]; readonly doubt: DraftDoubt }
  /** Takes the labels off, so that paragraphs are numbered on entry. */
  | { readonly type: 'number-anew' }
  | { readonly type: 'focus'; readonly row: number }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' };

/** Where the cursor goes next; another object each time, so that the same place can be gone to twice. */
export interface Focus {
  readonly row: number;
  readonly at: number;
}

/** A preview with its history. `latest` names the field that was typed in last: typing on in it is the same step of the history. */
export interface Preview {
  readonly rows: readonly DraftRow[];
  readonly past: readonly (readonly DraftRow[])[];
  readonly future: readonly (readonly DraftRow[])[];
  readonly latest: string;
  readonly focus: Focus | null;
}

const longestHistory = 300;

export function previewOf(rows: readonly DraftRow[]): Preview {
  return { rows, past: [], future: [], latest: '', focus: null };
}

/** The preview after a correction; the same one when nothing came of it. */
export function correct(preview: Preview, correction: Correction): Preview {
  switch (correction.type) {
    case 'undo':
      return step(preview, preview.past, 'past');
    case 'redo':
      return step(preview, preview.future, 'future');
    case 'focus':
      return { ...preview, latest: '', focus: { row: correction.row, at: 0 } };
    default: {
      const change = changed(preview.rows, correction);
      if (change === null) return preview;
      const field =
        correction.type === 'words' || correction.type === 'label' ? `${correction.type}/${correction.row}` : '';
      const goesOn = field !== '' && field === preview.latest;
      return {
        rows: change.rows,
        past: goesOn ? preview.past : [...preview.past, preview.rows].slice(-longestHistory),
        future: [],
        latest: field,
        focus: change.focus,
      };
    }
  }
}

function step(preview: Preview, from: Preview['past'], which: 'past' | 'future'): Preview {
  const rows = from.at(-1);
  if (rows === undefined) return preview;
  const rest = from.slice(0, -1);
  const back = which === 'past';
  return {
    rows,
    past: back ? rest : [...preview.past, preview.rows],
    future: back ? [...preview.future, preview.rows] : rest,
    latest: '',
    focus: placeOfChange(preview.rows, rows),
  };
}

/** The first row of `after` that was not there, or not so, before: where an undone step is to be looked at. */
function placeOfChange(before: readonly DraftRow[], after: readonly DraftRow[]): Focus | null {
  const index = after.findIndex((row, at) => row !== before[at]);
  const row = after[index < 0 ? after.length - 1 : index];
  return row === undefined ? null : { row: row.id, at: 0 };
}

interface Change {
  readonly rows: readonly DraftRow[];
  readonly focus: Focus | null;
}

type RowCorrection = Exclude<Correction, { type: 'undo' | 'redo' | 'focus' }>;

function changed(rows: readonly DraftRow[], correction: RowCorrection): Change | null {
  switch (correction.type) {
    case 'words':
      return reworded(rows, correction.row, correction.words);
    case 'fix':
      return fixed(rows, correction);
    case 'label':
      return withRow(rows, correction.row, (row) => ({ ...row, label: clean(correction.label) }));
    case 'kind':
      return withRow(rows, correction.row, (row) => ({
        ...row,
        kind: correction.kind,
        doubts: row.doubts.filter((doubt) => doubt !== 'kind-guessed' && doubt !== 'title-guessed'),
      }));
    case 'level':
      return levelled(rows, correction.row, correction.by);
    case 'split':
      return split(rows, correction.row, correction.at);
    case 'merge':
      return merged(rows, correction.row);
    case 'delete':
      return without(rows, new Set(correction.rows));
    case 'settle':
      return settled(rows, new Set(correction.rows), correction.doubt);
    case 'number-anew':
      return numberedAnew(rows);
    default:
      return assertNever(correction);
  }
}

function withRow(rows: readonly DraftRow[], id: number, change: (row: DraftRow) => DraftRow): Change {
  return { rows: rows.map((row) => (row.id === id ? change(row) : row)), focus: null };
}

function reworded(rows: readonly DraftRow[], id: number, words: string): Change | null {
  const row = rows.find((one) => one.id === id);
  const text = clean(words);
  if (row === undefined || text === plainText(row)) return null;
  return withRow(rows, id, (one) => ({ ...one, runs: retype(one.runs, text) }));
}

function fixed(rows: readonly DraftRow[], { row, was, runs }: Extract<Correction, { type: 'fix' }>): Change | null {
  if (!rows.some((one) => one.id === row && one.runs === was)) return null;
  return withRow(rows, row, (one) => ({ ...one, runs }));
}

function levelled(rows: readonly DraftRow[], id: number, by: 1 | -1): Change | null {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) return null;
  const level = Math.min(deepestLevel, Math.max(0, row.level + by));
  if (level === row.level) return null;
  return withRow(rows, id, (one) => ({ ...one, level, doubts: one.doubts.filter((doubt) => doubt !== 'too-deep') }));
}

function split(rows: readonly DraftRow[], id: number, at: number): Change | null {
  const index = rows.findIndex((row) => row.id === id);
  const row = rows[index];
  if (row === undefined) return null;
  const doubts = row.doubts.filter((doubt) => doubt !== 'lines-joined');
  const first: DraftRow = { ...row, doubts, runs: trimmed(sliceRuns(row.runs, 0, at)) };
  const second: DraftRow = { ...row, id: freshId(rows), label: '', doubts, runs: trimmed(sliceRuns(row.runs, at)) };
  return { rows: [...rows.slice(0, index), first, second, ...rows.slice(index + 1)], focus: { row: second.id, at: 0 } };
}

/** The words of a row go behind those of the row before; its label too, since it may have been words all along. */
function merged(rows: readonly DraftRow[], id: number): Change | null {
  const index = rows.findIndex((row) => row.id === id);
  const [before, row] = [rows[index - 1], rows[index]];
  if (before === undefined || row === undefined) return null;
  const words = trimmed(row.runs);
  const label = row.label.trim();
  const head = trimmed(before.runs);
  const gap = label === '' && words.length === 0 ? '' : ' ';
  const at = plainText({ runs: head }).length;
  const joint = [head.length === 0 ? '' : gap, label, label === '' || words.length === 0 ? '' : ' '].join('');
  const runs = normaliseRuns([...head, ...unmarked(joint), ...words]);
  const joined: DraftRow = { ...before, runs, doubts: [...new Set([...before.doubts, ...row.doubts])] };
  return { rows: [...rows.slice(0, index - 1), joined, ...rows.slice(index + 1)], focus: { row: before.id, at } };
}

function without(rows: readonly DraftRow[], gone: ReadonlySet<number>): Change | null {
  const first = rows.findIndex(({ id }) => gone.has(id));
  if (first < 0) return null;
  const kept = rows.filter(({ id }) => !gone.has(id));
  const next = kept[Math.min(first, kept.length - 1)];
  return { rows: kept, focus: next === undefined ? null : { row: next.id, at: 0 } };
}

function settled(rows: readonly DraftRow[], which: ReadonlySet<number>, doubt: DraftDoubt): Change | null {
  if (!rows.some((row) => which.has(row.id) && row.doubts.includes(doubt))) return null;
  const settle = (row: DraftRow) => ({ ...row, doubts: row.doubts.filter((one) => one !== doubt) });
  return {
    rows: rows.map((row) => (which.has(row.id) && row.doubts.includes(doubt) ? settle(row) : row)),
    focus: null,
  };
}

function numberedAnew(rows: readonly DraftRow[]): Change | null {
  const numbered = ({ kind, label }: DraftRow) => (kind === 'preambular' || kind === 'operative') && label !== '';
  if (!rows.some(numbered)) return null;
  return { rows: rows.map((row) => (numbered(row) ? { ...row, label: '' } : row)), focus: null };
}

function freshId(rows: readonly DraftRow[]): number {
  return rows.reduce((highest, { id }) => Math.max(highest, id), -1) + 1;
}

function trimmed(runs: readonly Run[]): readonly Run[] {
  const text = plainText({ runs });
  return sliceRuns(runs, text.length - text.trimStart().length, text.trimEnd().length);
}

function unmarked(text: string): readonly Run[] {
  return text === '' ? [] : [{ text, marks: [] }];
}

/** What was typed or pasted into one line, without line ends and other characters that a text may not hold. */
function clean(typed: string): string {
  let text = typed.replace(/[\t\n\r\u2028\u2029]+/g, ' ');
  for (let fault = characterFault(text); fault !== null; fault = characterFault(text)) {
    const width = fault.codePoint > 0xffff ? 2 : 1;
    text = text.slice(0, fault.at) + text.slice(fault.at + width);
  }
  return text;
}
