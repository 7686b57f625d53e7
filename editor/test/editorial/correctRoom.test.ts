import { readRoom, roomRoot, seedRoom } from '@chapeau/room';
import { type ParagraphId, plainText, type Run, wording } from '@chapeau/text';
import { applyFix, check } from '@chapeau/text/editorial';
import { states } from '@chapeau/text/states';
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
    expect(correctDocument(room, { paragraph: id, runs: runs, fix, amongOthers: false })).toBe('done');
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
  expect(correctDocument(room, { paragraph: id, runs: runs, fix, amongOthers: false })).toBe('done');
  expect(readRoom(room.doc)[0]?.runs).toEqual(applyFix(runs, fix));
});

test('a draft with other words is left as it is', () => {
  const { runs } = wording('operative', 0, 'Urges the the States.');
  const other = wording('operative', 0, 'Urges the the States to act.');
  const room = roomOf(other.runs);
  const fix = { from: 9, to: 13, runs: [] };
  expect(correctDocument(room, { paragraph: id, runs: runs, fix, amongOthers: false })).toBe('other-words');
  expect(correctDocument(room, { paragraph: 'b' as ParagraphId, runs: other.runs, fix, amongOthers: false })).toBe(
    'other-words',
  );
  expect(plainText({ runs: readRoom(room.doc)[0]?.runs ?? [] })).toBe('Urges the the States to act.');
});

test('corrections of one paragraph join one another in a draft that holds nothing else', () => {
  const { runs } = wording('operative', 0, 'Urges the the States  to to act , now.');
  const found = check([{ id, kind: 'operative', level: 0, label: '1.', runs }], { language: 'en', off: [] });
  const words = found.filter(({ rule, fix }) => fix !== null && rule !== 'opening-italics');
  const [first, , , last] = words.flatMap(({ fix }) => fix ?? []);
  if (first === undefined || last === undefined) throw new Error('four corrections');
  const room = roomOf(runs);
  const correct = (fix: typeof first, amongOthers: boolean) =>
    correctDocument(room, { paragraph: id, runs, fix, amongOthers });
  expect(correct(first, false)).toBe('done');
  expect(correct(last, false)).toBe('other-words');
  expect(correct(last, true)).toBe('done');
  // The same once more: its words are gone.
  expect(correct(last, true)).toBe('other-words');
  expect(plainText({ runs: readRoom(room.doc)[0]?.runs ?? [] })).toBe('Urges the States  to to act, now.');
});

test('a correction right behind another one is made as well', () => {
  const { runs } = wording('operative', 0, 'Thanks Burma ;');
  const found = check([{ id, kind: 'operative', level: 0, label: '1.', runs }], { language: 'en', off: [], states });
  const fixOf = (rule: string) => found.find((finding) => finding.rule === rule)?.fix;
  const [name, space] = [fixOf('state-name'), fixOf('space-before-punctuation')];
  if (!name || !space) throw new Error('two corrections');
  const room = roomOf(runs);
  for (const fix of [name, space])
    expect(correctDocument(room, { paragraph: id, runs, fix, amongOthers: true })).toBe('done');
  expect(plainText({ runs: readRoom(room.doc)[0]?.runs ?? [] })).toBe('Thanks Myanmar;');
});
