import { present } from '@chapeau/base';
import { type Mark, nodeOfRuns, paragraphIdSchema, textSchema } from '@chapeau/text';
import { Fragment, Slice } from 'prosemirror-model';
import { AllSelection, TextSelection } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { GuardedRoom, mendUndo, type RoomParagraph, readRoom, seedRoom } from '../src/index.ts';
import { EditorPeer } from './editorPeer.ts';
import { honest, paragraph, seedClient, textOf, victim } from './scene.ts';

mendUndo();

const open = () =>
  GuardedRoom.open([
    seedRoom(
      [paragraph('one', 'Water is life.'), paragraph('two', 'Rivers cross borders.'), paragraph('three', '')],
      seedClient,
    ),
  ]);

/** Sends what the editor has to say and lets the room show it; what is refused fails the test. */
function send(room: GuardedRoom, peer: EditorPeer): readonly boolean[] {
  const outcomes = peer.outbox.map((update) => {
    const result = room.admit(update, (client) => client === peer.client);
    if (!result.ok) throw new Error(`${result.error.type}: ${result.error.message}`);
    room.publish([result.value]);
    return result.value.isEmpty;
  });
  peer.outbox = [];
  return outcomes;
}

const join = (room: GuardedRoom, client: number) => new EditorPeer(client, room.snapshot());

/** The editor and the room show the same paragraphs. */
function expectSame(room: GuardedRoom, peer: EditorPeer): void {
  const shown: string[] = [];
  peer.state.doc.forEach((node) => {
    shown.push(node.textContent);
  });
  expect(shown).toEqual(textOf(room));
  expect(readRoom(peer.doc)).toEqual(room.read());
}

describe('what an editor sends enters the room:', () => {
  test('opening changes nothing', () => {
    const room = open();
    expect(join(room, honest).outbox).toEqual([]);
  });

  test('typing, in a paragraph with words and in an empty one', () => {
    const room = open();
    const peer = join(room, honest);
    peer.edit((tr) => tr.insertText('Clean ', 1));
    for (const letter of 'Seas 🌊 rise.') peer.edit((tr) => tr.insertText(letter, tr.doc.content.size - 1));
    send(room, peer);
    expectSame(room, peer);
    expect(textOf(room)).toEqual(['Clean Water is life.', 'Rivers cross borders.', 'Seas 🌊 rise.']);
  });

  test('replacing one emoji by another that shares half its surrogate pair', () => {
    const room = open();
    const peer = join(room, honest);
    peer.edit((tr) => tr.insertText('🌊', 1));
    peer.edit((tr) => tr.insertText('🌍', 1, 3));
    send(room, peer);
    expectSame(room, peer);
  });

  test('marks, put on, overlapping, and taken off', () => {
    const room = open();
    const peer = join(room, honest);
    const mark = (name: Mark) => textSchema.mark(name);
    peer.edit((tr) => tr.addMark(1, 10, mark('bold')));
    peer.edit((tr) => tr.addMark(4, 12, mark('italic')));
    peer.edit((tr) => tr.addMark(2, 6, mark('underline')));
    peer.edit((tr) => tr.removeMark(5, 9, mark('bold')));
    send(room, peer);
    expectSame(room, peer);
    expect(present(room.read()[0], 'paragraph').runs.map((run) => run.marks.join('+'))).toEqual([
      'bold',
      'bold+underline',
      'bold+italic+underline',
      'italic+underline',
      'italic',
      'bold+italic',
      'italic',
      '',
    ]);
  });

  test('a split: the first half stays the paragraph, the second is new, though both carry the id', () => {
    const room = open();
    const peer = join(room, honest);
    peer.edit((tr) => tr.split(6));
    send(room, peer);
    expectSame(room, peer);
    expect(room.read().map(({ id }) => id)).toEqual(['one', null, 'two', 'three']);
  });

  test('a join, and the split undone', () => {
    const room = open();
    const peer = join(room, honest);
    peer.edit((tr) => tr.split(6));
    peer.pause();
    peer.edit((tr) => tr.join(7));
    send(room, peer);
    peer.undo();
    peer.undo();
    peer.redo();
    send(room, peer);
    expectSame(room, peer);
  });

  test('kind and level', () => {
    const room = open();
    const peer = join(room, honest);
    for (const level of [1, 2, 3]) peer.edit((tr) => tr.setNodeAttribute(0, 'level', level));
    peer.edit((tr) => tr.setNodeAttribute(0, 'kind', 'preambular'));
    send(room, peer);
    expectSame(room, peer);
    expect(room.read()[0]).toMatchObject({ id: 'one', kind: 'preambular', level: 3 });
  });

  test('a paste of a thousand paragraphs', () => {
    const room = open();
    const peer = join(room, honest);
    const nodes = Array.from({ length: 1000 }, (_, index) =>
      nodeOfRuns({ id: null, kind: 'operative', level: index % 4 }, [
        { text: `Paragraph ${index} `, marks: [] },
        { text: 'in bold', marks: ['bold'] },
      ]),
    );
    peer.edit((tr) => tr.replace(0, 0, new Slice(Fragment.from(nodes), 0, 0)));
    send(room, peer);
    expectSame(room, peer);
    expect(room.read()).toHaveLength(1003);
  });

  test('everything deleted, and brought back by undo', () => {
    const room = open();
    const before = room.read();
    const peer = join(room, honest);
    peer.edit((tr) => tr.setSelection(new AllSelection(tr.doc)));
    peer.edit((tr) => tr.delete(0, tr.doc.content.size));
    send(room, peer);
    expectSame(room, peer);
    expect(textOf(room)).toEqual(['']);
    peer.undo();
    send(room, peer);
    expectSame(room, peer);
    expect(room.read()).toEqual(before);
  });

  test('two who each delete what the other leaves: the room may stand empty, and be written in again', () => {
    const room = GuardedRoom.open([seedRoom([paragraph('one', 'A.'), paragraph('two', 'B.')], seedClient)]);
    const first = join(room, honest);
    const second = join(room, victim);
    first.edit((tr) => tr.delete(0, 4));
    second.edit((tr) => tr.delete(4, 8));
    send(room, first);
    send(room, second);
    expect(room.read()).toEqual([]);
    const third = join(room, 99);
    third.edit((tr) => tr.insertText('C.', 1));
    send(room, third);
    expectSame(room, third);
    expect(textOf(room)).toEqual(['C.']);
  });

  test('two who type in one empty paragraph at once', () => {
    const room = open();
    const first = join(room, honest);
    const second = join(room, victim);
    const end = first.state.doc.content.size - 1;
    first.edit((tr) => tr.insertText('Seas', end));
    second.edit((tr) => tr.insertText('Lakes', end));
    send(room, first);
    send(room, second);
    expect(new Set(['SeasLakes', 'LakesSeas'])).toContain(textOf(room)[2]);
    expect(
      room
        .attribute()[2]
        ?.spans.map(({ length }) => length)
        .sort(),
    ).toEqual([4, 5]);
    first.receive(room.snapshot());
    first.edit((tr) => tr.insertText('!', tr.doc.content.size - 1));
    send(room, first);
    expectSame(room, first);
  });

  test('typing in a paragraph that another has deleted meanwhile: accepted, and gone with it', () => {
    const room = open();
    const first = join(room, honest);
    const second = join(room, victim);
    first.edit((tr) => tr.delete(0, 16));
    send(room, first);
    second.edit((tr) => tr.insertText('Still ', 1));
    second.edit((tr) => tr.insertText('here: ', 7));
    send(room, second);
    expect(textOf(room)).toEqual(['Rivers cross borders.', '']);
    second.receive(room.snapshot());
    second.edit((tr) => tr.insertText('x', 1));
    send(room, second);
    expectSame(room, second);
  });

  test('words typed and deleted offline, so that only their shells arrive', () => {
    const room = open();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, room.snapshot());
    const vector = Y.encodeStateVector(doc);
    const plain = new EditorPeer(honest, room.snapshot());
    plain.edit((tr) => tr.insertText('draft ', 1).setSelection(TextSelection.create(tr.doc, 1)));
    plain.edit((tr) => tr.delete(1, 7));
    plain.edit((tr) => tr.insert(0, nodeOfRuns({ id: null, kind: 'plain', level: 0 }, [{ text: 'gone', marks: [] }])));
    plain.edit((tr) => tr.delete(0, 6));
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(plain.doc));
    plain.outbox = [Y.encodeStateAsUpdate(copy, vector)];
    send(room, plain);
    expect(textOf(room)).toEqual(['Water is life.', 'Rivers cross borders.', '']);
  });

  test('all it has, after a reconnection: what is known changes nothing, what is new enters', () => {
    const room = open();
    const peer = join(room, honest);
    peer.edit((tr) => tr.insertText('Clean ', 1));
    const resent = [...peer.outbox];
    send(room, peer);
    peer.outbox = resent;
    expect(send(room, peer)).toEqual([true]);
    peer.edit((tr) => tr.insertText('fresh ', 7));
    peer.edit((tr) => tr.delete(1, 3));
    peer.outbox = [Y.encodeStateAsUpdate(peer.doc)];
    expect(send(room, peer)).toEqual([false]);
    expectSame(room, peer);
    peer.outbox = [Y.encodeStateAsUpdate(peer.doc)];
    expect(send(room, peer)).toEqual([true]);
  });

  test('a paragraph id that was seeded, set anew where it had been lost', () => {
    const room = open();
    const peer = join(room, honest);
    peer.edit((tr) => tr.setNodeAttribute(0, 'id', null));
    send(room, peer);
    expect(present(room.read()[0], 'paragraph').id).toBeNull();
    peer.edit((tr) => tr.setNodeAttribute(0, 'id', paragraphIdSchema.parse('one')));
    send(room, peer);
    expect(present(room.read()[0] as RoomParagraph, 'paragraph').id).toBe('one');
  });
});
