import { readRoom, roomRoot, seedRoom } from '@chapeau/room';
import { type ParagraphId, plainText, type Run, wording } from '@chapeau/text';
import { applyFix, check } from '@chapeau/text/editorial';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { correctDocument } from '../../src/editorial/correctRoom.ts';

const id = 'a' as ParagraphId;

function roomOf(runs: readonly Run[]) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedRoom([{ id, kind: 'operative', level: 0, runs }], 1));
  return { doc, text: doc.getXmlFragment(roomRoot) };
}

test.each([
  ['Urges States to act', 'a mark that is missing'],
  ['Urges the the States.', 'a word twice'],
  ['Urges  States.', 'spaces'],
  ['Urges States;', 'another mark'],
])('each correction of “%s” (%s) gives the words that the check promises', (text) => {
  const { runs } = wording('operative', 0, text);
  const found = check([{ id, kind: 'operative', level: 0, label: '1.', runs }], { language: 'en', off: [] });
  const fixes = found.flatMap(({ fix }) => fix ?? []);
  expect(fixes.length).toBeGreaterThan(1);
  for (const fix of fixes) {
    const room = roomOf(runs);
    expect(correctDocument(room, id, runs, fix)).toBe('done');
    expect(readRoom(room.doc)[0]?.runs).toEqual(applyFix(runs, fix));
  }
});

test('words keep their formatting around a correction, and the correction has its own', () => {
  const runs: readonly Run[] = [
    { text: 'Urges', marks: ['italic'] },
    { text: ' the the States.', marks: [] },
  ];
  const room = roomOf(runs);
  const fix = { from: 5, to: 9, runs: [{ text: ' all', marks: ['bold' as const] }] };
  expect(correctDocument(room, id, runs, fix)).toBe('done');
  expect(readRoom(room.doc)[0]?.runs).toEqual(applyFix(runs, fix));
});

test('a draft with other words is left as it is', () => {
  const { runs } = wording('operative', 0, 'Urges the the States.');
  const other = wording('operative', 0, 'Urges the the States to act.');
  const room = roomOf(other.runs);
  const fix = { from: 9, to: 13, runs: [] };
  expect(correctDocument(room, id, runs, fix)).toBe('other-words');
  expect(correctDocument(room, 'b' as ParagraphId, other.runs, fix)).toBe('other-words');
  expect(plainText({ runs: readRoom(room.doc)[0]?.runs ?? [] })).toBe('Urges the the States to act.');
});
