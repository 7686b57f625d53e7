import { marks, type Run } from '@chapeau/text';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { GuardedRoom, type RoomParagraph, readRoom, seedRoom } from '../src/index.ts';
import { enter, liveBytes, paragraph, peerOf, seedClient, updateOf, wordsAt } from './scene.ts';
import { expectSame, newcomer } from './world.ts';

const bold = { bold: {} };
const first = 11;
const second = 12;
const third = 13;

/** A room of one paragraph, a listener who has read it, and how an update reaches both. */
function listenedRoom(text: string) {
  const room = GuardedRoom.open([seedRoom([paragraph('one', text)], seedClient)]);
  const heard = newcomer(room.snapshot());
  const write = (doc: Y.Doc, change: (words: Y.XmlText) => void) => {
    const update = updateOf(doc, () => change(wordsAt(doc, 0)));
    Y.applyUpdate(heard, enter(room, update, doc.clientID).bytes);
  };
  return { room, heard, write };
}

const runsOf = ([only]: readonly RoomParagraph[]) => only?.runs;

// A document as Yjs releases it deletes marks that it finds idle after changes of others. Whoever only listens can tell
// nobody, and would go on without a mark that later changes build on.
test('who only listens sees bold where the others do, though words between two bold ones go', () => {
  const { room, heard, write } = listenedRoom('abc');
  const [one, two] = [peerOf(room, first), peerOf(room, second)];
  write(one, (words) => words.format(0, 1, bold));
  write(two, (words) => words.format(2, 1, bold));
  // The second knows nothing of the first's bold, whose end and the second's beginning now meet.
  write(two, (words) => words.delete(1, 1));
  write(peerOf(room, third), (words) => words.insert(1, 'x', {}));
  expect(runsOf(readRoom(heard))).toEqual([
    { text: 'a', marks: ['bold'] },
    { text: 'x', marks: [] },
    { text: 'c', marks: ['bold'] },
  ]);
  expectSame(heard, newcomer(liveBytes(room)));
});

test('marks of a first word that went meanwhile go with it, before somebody loads the room and takes them out', () => {
  const { room, heard, write } = listenedRoom('abc');
  const two = peerOf(room, second);
  write(peerOf(room, first), (words) => words.format(0, 1, bold));
  write(two, (words) => words.delete(0, 1));
  expect(runsOf(room.read())).toEqual([{ text: 'bc', marks: [] }]);
  expectSame(heard, newcomer(liveBytes(room)));
});

test('marks that meet where nothing went stay: to whoever set them they are theirs to undo', () => {
  const { room, heard, write } = listenedRoom('abc');
  const [one, two] = [peerOf(room, first), peerOf(room, second)];
  const undo = new Y.UndoManager(wordsAt(one, 0), { trackedOrigins: new Set([null]) });
  write(one, (words) => words.format(1, 1, bold));
  write(two, (words) => words.format(1, 1, bold));
  Y.applyUpdate(one, liveBytes(room), 'the room');
  write(one, () => undo.undo());
  expect(runsOf(room.read())).toEqual([
    { text: 'a', marks: [] },
    { text: 'b', marks: ['bold'] },
    { text: 'c', marks: [] },
  ]);
  expectSame(heard, newcomer(liveBytes(room)));
});

test('a seed holds no mark that who loads it would take out', () => {
  const run = fc.record({ text: fc.constantFrom('a', 'bc'), marks: fc.subarray([...marks]) });
  const property = (runs: Run[]) => {
    const seed = seedRoom([{ ...paragraph('one', ''), runs }], seedClient);
    expect(readRoom(newcomer(seed))).toEqual(GuardedRoom.open([seed]).read());
  };
  fc.assert(fc.property(fc.array(run, { maxLength: 6 }), property));
});
