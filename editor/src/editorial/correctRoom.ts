import { present } from '@chapeau/base';
import type { RoomId } from '@chapeau/procedure';
import type { Seat } from '@chapeau/protocol';
import { readRoom } from '@chapeau/room';
import { type Mark, marks, normaliseRuns, type ParagraphId, plainText, type Run } from '@chapeau/text';
import type { Fix } from '@chapeau/text/editorial';
import { ySyncPluginKey } from 'y-prosemirror';
import * as Y from 'yjs';
import type { RoomConnection, RoomDocument } from '../rooms/roomConnection.ts';
import { acquireRoom, releaseRoom } from '../rooms/roomShelf.ts';
import { untilEditorStands } from './draftViews.ts';

/** `other-words`: the room does not hold the words that the correction is of. `unreachable`: it could not be written to in time. */
export type CorrectedDraft = 'done' | 'other-words' | 'unreachable';

export interface RoomCorrection {
  readonly seat: Seat;
  readonly room: RoomId;
  readonly paragraph: ParagraphId;
  /** The words that the fix is of. */
  readonly runs: readonly Run[];
  readonly fix: Fix;
  /** The draft holds corrections alone: this one may join others of the same paragraph. */
  readonly amongOthers: boolean;
}

/** Milliseconds until a room that does not open counts as unreachable. */
const patience = 10_000;
/** Milliseconds until the editor of an opened draft stands, on a slow machine. */
const mounting = 3000;

/** Writes a correction into the room of a draft as if it had been typed: it is sent, credited and undone like other words. */
export async function correctRoom({
  seat,
  room,
  paragraph,
  runs,
  fix,
  amongOthers,
}: RoomCorrection): Promise<CorrectedDraft> {
  const { seat: name, principal, conference } = seat;
  const guest = { seat: name, principal, conference: present(conference, "the seat's conference"), room };
  const connection = acquireRoom(guest);
  try {
    const document = await writable(connection);
    if (document === null) return 'unreachable';
    await untilEditorStands(document.doc, mounting);
    return correctDocument(document, { paragraph, runs, fix, amongOthers });
  } finally {
    releaseRoom(guest);
  }
}

/** The words of the room once they are here and may be written; null where that does not happen in time. */
function writable(connection: RoomConnection): Promise<RoomDocument | null> {
  return new Promise((resolve) => {
    const look = () => {
      const { document, access, ended } = connection.snapshot;
      if (ended !== null) settle(null);
      else if (document !== null && access === 'write') settle(document);
    };
    const settle = (document: RoomDocument | null) => {
      clearTimeout(timer);
      stop();
      resolve(document);
    };
    const timer = setTimeout(() => settle(null), patience);
    const stop = connection.subscribe(look);
    look();
  });
}

/** Writes the fix where the paragraph reads exactly as `runs`, or, among other corrections, where the words around it are still the same. */
export function correctDocument(
  { doc, text }: Pick<RoomDocument, 'doc' | 'text'>,
  { paragraph, runs, fix, amongOthers }: Pick<RoomCorrection, 'paragraph' | 'runs' | 'fix' | 'amongOthers'>,
): Exclude<CorrectedDraft, 'unreachable'> {
  const index = readRoom(doc).findIndex(({ id }) => id === paragraph);
  const held = readRoom(doc)[index];
  const element = text.toArray().filter((child) => child instanceof Y.XmlElement)[index];
  const words = element?.length === 1 ? element.get(0) : undefined;
  if (held === undefined || !(words instanceof Y.XmlText)) return 'other-words';
  const isSame = JSON.stringify(normaliseRuns(held.runs)) === JSON.stringify(normaliseRuns(runs));
  const [before, now] = [plainText({ runs }), plainText(held)];
  const placed = isSame ? fix : amongOthers ? placedIn(now, before, fix) : null;
  if (placed === null) return 'other-words';
  doc.transact(() => write(words, now, placed), ySyncPluginKey);
  return 'done';
}

/** The fix where its words now stand: before or behind all that has changed. Null where it lies among what has. */
function placedIn(now: string, before: string, fix: Fix): Fix | null {
  const most = Math.min(now.length, before.length);
  let head = 0;
  while (head < most && now[head] === before[head]) head += 1;
  let tail = 0;
  while (tail < most - head && now[now.length - 1 - tail] === before[before.length - 1 - tail]) tail += 1;
  // What only inserts beside a change might belong to it.
  const room = fix.from === fix.to ? 1 : 0;
  if (fix.to + room <= head) return fix;
  const shift = now.length - before.length;
  return fix.from - room >= before.length - tail ? { ...fix, from: fix.from + shift, to: fix.to + shift } : null;
}

/** Formatting alone is formatted, so that the words stay those of their authors. */
function write(words: Y.XmlText, before: string, { from, to, runs }: Fix): void {
  const formats = plainText({ runs }) === before.slice(from, to);
  if (!formats && to > from) words.delete(from, to - from);
  let at = from;
  for (const { text, marks: of } of runs) {
    if (formats) words.format(at, text.length, formatOf(of));
    else words.insert(at, text, formatOf(of));
    at += text.length;
  }
}

/** Each mark on or off: what is not named would be as in the words before. */
function formatOf(of: readonly Mark[]): Record<string, object | null> {
  return Object.fromEntries(marks.map((mark) => [mark, of.includes(mark) ? {} : null]));
}
