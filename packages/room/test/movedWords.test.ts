import { present } from '@chapeau/base';
import { nodeOfRuns } from '@chapeau/text';
import fc from 'fast-check';
import { Fragment, Slice } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { decodeMoves, encodeMoves, GuardedRoom, mendUndo, type MovedWords, seedRoom } from '../src/index.ts';
import { EditorPeer } from './editorPeer.ts';
import { paragraph, peerOf, seedClient, updateOf, wordsAt } from './scene.ts';

mendUndo();

const [chile, brazil, fiji] = [11, 22, 33];
const letters = new Map([
  [seedClient, 's'],
  [chile, 'c'],
  [brazil, 'b'],
  [fiji, 'f'],
]);

/** A room, its log, and editors that always see what the room shows. */
class Desk {
  readonly log: Uint8Array[];
  readonly moves: MovedWords[] = [];
  room: GuardedRoom;
  readonly #peers = new Map<number, EditorPeer>();

  constructor(...texts: readonly string[]) {
    this.log = [
      seedRoom(
        texts.map((text) => paragraph(null, text)),
        seedClient,
      ),
    ];
    this.room = GuardedRoom.open(this.log);
  }

  /** The editor of a client; what it does is sent with `send`. */
  peer(client: number): EditorPeer {
    const known = this.#peers.get(client) ?? new EditorPeer(client, this.room.snapshot());
    this.#peers.set(client, known);
    return known;
  }

  /** An editor does something, and everyone sees it. */
  by(client: number, act: (peer: EditorPeer) => void): this {
    const peer = this.peer(client);
    act(peer);
    for (const update of peer.outbox) this.enter(update, client);
    peer.outbox = [];
    return this;
  }

  enter(update: Uint8Array, client: number): void {
    const result = this.room.admit(update, (id) => id === client, `writer ${client}`);
    if (!result.ok) throw new Error(`${result.error.type}: ${result.error.message}`);
    const shown = this.room.publish([result.value]);
    this.log.push(result.value.bytes);
    this.moves.push(...result.value.moves);
    for (const peer of this.#peers.values()) if (shown !== null) peer.receive(shown);
  }

  /** The server restarts. */
  reopen(): void {
    this.room = GuardedRoom.open(this.log, undefined, decodeMoves(encodeMoves(this.moves)));
  }

  type(client: number, text: string, at: number): this {
    return this.by(client, (peer) => peer.edit((tr) => tr.insertText(text, at)));
  }

  /** Each paragraph, and below each letter the initial of whoever typed it. */
  authors(room = this.room): readonly string[] {
    const attribution = room.attribute();
    return room.read().flatMap(({ runs }, index) => [
      runs.map(({ text }) => text).join(''),
      present(attribution[index], 'attribution')
        .spans.map(({ length, client }) => (letters.get(client) ?? '?').repeat(length))
        .join(''),
    ]);
  }
}

const split = (at: number) => (peer: EditorPeer) => peer.edit((tr) => tr.split(at));
const join = (at: number) => (peer: EditorPeer) => peer.edit((tr) => tr.join(at));
const undo = (peer: EditorPeer) => peer.undo();
const cut = (from: number, to: number) => (peer: EditorPeer) => peer.edit((tr) => tr.delete(from, to));
const typed = (at: number, text: string) => (peer: EditorPeer) => peer.edit((tr) => tr.insertText(text, at));

/** The zero draft says "Water is life." and Chile has written " Rivers too." behind it. */
const written = () => new Desk('Water is life.').type(chile, ' Rivers too.', 15);

describe('splits and joins', () => {
  test('a split by another delegation leaves every word to whoever typed it', () => {
    expect(written().by(brazil, split(11)).authors()).toEqual([
      'Water is l',
      'ssssssssss',
      'ife. Rivers too.',
      'sssscccccccccccc',
    ]);
  });

  test('a split that keeps the second half', () => {
    expect(written().by(brazil, split(1)).authors()).toEqual([
      '',
      '',
      'Water is life. Rivers too.',
      `${'s'.repeat(14)}${'c'.repeat(12)}`,
    ]);
  });

  test('a split before the last letter', () => {
    expect(written().by(brazil, split(26)).authors().slice(2)).toEqual(['.', 'c']);
  });

  test('a join, of words that were split before', () => {
    const desk = written().by(brazil, split(11)).by(fiji, join(12));
    expect(desk.authors()).toEqual(['Water is life. Rivers too.', `${'s'.repeat(14)}${'c'.repeat(12)}`]);
  });

  test('a split undone and redone', () => {
    const desk = written().by(brazil, split(11)).by(brazil, undo);
    expect(desk.authors()).toEqual(['Water is life. Rivers too.', `${'s'.repeat(14)}${'c'.repeat(12)}`]);
    desk.by(brazil, (peer) => peer.redo());
    expect(desk.authors()).toEqual(['Water is l', 'ssssssssss', 'ife. Rivers too.', 'sssscccccccccccc']);
  });

  test('a split and more typed before it was sent: the typed words are the splitter’s', () => {
    const desk = written();
    const peer = desk.peer(brazil);
    const known = Y.encodeStateVector(peer.doc);
    split(15)(peer);
    typed(17, 'But')(peer);
    peer.outbox = [];
    desk.enter(Y.encodeStateAsUpdate(peer.doc, known), brazil);
    expect(desk.authors()).toEqual(['Water is life.', 'ssssssssssssss', 'But Rivers too.', 'bbbcccccccccccc']);
  });
});

describe('moves', () => {
  const two = () => new Desk('Water is life.', 'Borders divide;').type(chile, ' Rivers cross all borders', 15);

  test('words moved in one go keep their author', () => {
    const desk = two().by(brazil, (peer) =>
      peer.edit((tr) => tr.insertText(' Rivers cross all borders', 57).delete(15, 40)),
    );
    expect(desk.authors()).toEqual([
      'Water is life.',
      's'.repeat(14),
      'Borders divide; Rivers cross all borders',
      `${'s'.repeat(15)}${'c'.repeat(25)}`,
    ]);
  });

  test('a paragraph moved above another', () => {
    const desk = two().by(brazil, (peer) =>
      peer.edit((tr) => {
        const second = tr.doc.child(1);
        return tr.delete(41, 41 + second.nodeSize).insert(0, second);
      }),
    );
    expect(desk.authors()).toEqual([
      'Borders divide;',
      's'.repeat(15),
      'Water is life. Rivers cross all borders',
      `${'s'.repeat(14)}${'c'.repeat(25)}`,
    ]);
  });

  test('words cut, and pasted later, keep their author; pasted twice, the other is the paster’s', () => {
    const desk = two().by(brazil, cut(15, 40)).type(fiji, '!', 31);
    desk.by(brazil, typed(1, 'Rivers cross all borders. ')).by(brazil, typed(1, 'Also: Rivers cross all borders; '));
    expect(desk.authors().slice(0, 2)).toEqual([
      'Also: Rivers cross all borders; Rivers cross all borders. Water is life.',
      `${'b'.repeat(32)}${'c'.repeat(24)}bb${'s'.repeat(14)}`,
    ]);
  });

  test('several paragraphs cut, and pasted later', () => {
    const desk = two();
    let slice = Slice.empty;
    desk.by(brazil, (peer) => {
      slice = new Slice(peer.state.doc.slice(0, peer.state.doc.content.size).content, 0, 0);
      peer.edit((tr) => tr.delete(0, tr.doc.content.size));
    });
    desk.by(brazil, (peer) => peer.edit((tr) => tr.replace(0, 0, slice)));
    expect(desk.authors().slice(0, 4)).toEqual([
      'Water is life. Rivers cross all borders',
      `${'s'.repeat(14)}${'c'.repeat(25)}`,
      'Borders divide;',
      's'.repeat(15),
    ]);
  });

  test('the order of words within a paragraph changed', () => {
    const desk = two().by(brazil, (peer) =>
      peer.edit((tr) => tr.insertText('Rivers cross all borders ', 1).delete(40, 65)),
    );
    expect(desk.authors().slice(0, 2)).toEqual([
      'Rivers cross all borders Water is life.',
      `${'c'.repeat(24)}b${'s'.repeat(14)}`,
    ]);
  });

  test('words of a script without spaces', () => {
    const desk = new Desk('水是生命之源。', '河流跨越国界,各国应当合作保护水资源。');
    desk.by(brazil, cut(10 + 7, 10 + 19)).by(brazil, typed(1, '各国应当合作保护水资源。'));
    expect(desk.authors()[1]).toBe('s'.repeat(19));
  });
});

describe('what is put back', () => {
  test('by the undo of whoever deleted it, belongs to whoever typed it', () => {
    const desk = written().by(brazil, cut(7, 20)).by(brazil, undo);
    expect(desk.authors()).toEqual(['Water is life. Rivers too.', `${'s'.repeat(14)}${'c'.repeat(12)}`]);
  });

  test('by the undo of whoever deleted it letter by letter', () => {
    const desk = written();
    for (let at = 26; at > 20; at -= 1) desk.by(brazil, cut(at, at + 1));
    desk.by(brazil, undo);
    expect(desk.authors()).toEqual(['Water is life. Rivers too.', `${'s'.repeat(14)}${'c'.repeat(12)}`]);
  });

  test('a paragraph, by undo', () => {
    const desk = new Desk('One.', 'Two.').type(chile, 'Many ', 7).by(brazil, cut(6, 17)).by(brazil, undo);
    expect(desk.authors().slice(2)).toEqual(['Many Two.', 'cccccssss']);
  });

  test('by redo', () => {
    const desk = written()
      .by(chile, undo)
      .by(chile, (peer) => peer.redo());
    expect(desk.authors()[1]).toBe(`${'s'.repeat(14)}${'c'.repeat(12)}`);
  });
});

describe('what counts as typed', () => {
  test('a letter, and a word, that were also deleted elsewhere', () => {
    const desk = written().by(brazil, cut(1, 7)).by(brazil, typed(9, 'W')).by(brazil, typed(22, ' Water'));
    expect(desk.authors()).toEqual([
      'is life.W Rivers too. Water',
      `${'s'.repeat(8)}b${'c'.repeat(12)}${'b'.repeat(6)}`,
    ]);
  });

  test('words that their author withdrew, and another puts there again', () => {
    const desk = written().by(chile, cut(15, 27)).by(brazil, typed(15, ' Rivers too.'));
    expect(desk.authors()[1]).toBe(`${'s'.repeat(14)}${'b'.repeat(12)}`);
  });

  test('a sentence made of letters of another that goes', () => {
    const desk = new Desk('One.').type(chile, 'We all support strong rules', 5);
    desk.by(brazil, (peer) => peer.edit((tr) => tr.insertText('Parties reject all stress', 5, 32)));
    const { spans } = present(desk.room.attribute()[0], 'attribution');
    expect(spans.filter(({ client }) => client === chile).reduce((sum, { length }) => sum + length, 0)).toBeLessThan(5);
  });

  test('what repeats words that still stand', () => {
    const desk = written().by(brazil, typed(27, ' Water is life. Rivers too.'));
    expect(desk.authors()[1]).toBe(`${'s'.repeat(14)}${'c'.repeat(12)}${'b'.repeat(27)}`);
  });
});

describe('claims are not believed', () => {
  test('words deleted once come back under their author’s name once, in one update too', () => {
    const desk = written();
    const doc = peerOf(desk.room, brazil);
    const update = updateOf(doc, () => {
      wordsAt(doc, 0).delete(14, 12);
      wordsAt(doc, 0).insert(0, ' Rivers too. Rivers too.');
    });
    desk.enter(update, brazil);
    expect(desk.room.attribute()[0]?.spans.filter(({ client }) => client === chile)).toEqual([
      { length: 12, client: chile },
    ]);
  });

  test('deleting what is deleted already brings nothing', () => {
    const desk = written();
    const late = peerOf(desk.room, brazil);
    desk.by(chile, cut(15, 27));
    const update = updateOf(late, () => {
      wordsAt(late, 0).delete(14, 12);
      wordsAt(late, 0).insert(0, ' Rivers too.');
    });
    desk.enter(update, brazil);
    expect(desk.authors()[1]).toBe(`${'b'.repeat(12)}${'s'.repeat(14)}`);
  });

  test('another’s words cannot be made one’s own by moving them to and fro', () => {
    const desk = written();
    for (let round = 0; round < 5; round += 1)
      desk.by(brazil, split(15)).by(brazil, join(16)).by(brazil, cut(1, 27)).by(brazil, undo);
    expect(desk.authors()[1]).toBe(`${'s'.repeat(14)}${'c'.repeat(12)}`);
  });

  test('a refused update is not remembered', () => {
    const desk = written();
    const doc = peerOf(desk.room, brazil);
    const update = updateOf(doc, () => {
      wordsAt(doc, 0).delete(14, 12);
      wordsAt(doc, 0).insert(0, 'x\u202e');
    });
    expect(desk.room.admit(update, () => true, `writer ${brazil}`).ok).toBe(false);
    desk.by(brazil, typed(27, ' Rivers too.'));
    expect(desk.authors()[1]).toBe(`${'s'.repeat(14)}${'c'.repeat(12)}${'b'.repeat(12)}`);
  });

  test('what storage refused is not remembered either', () => {
    const desk = written();
    const peer = desk.peer(brazil);
    split(11)(peer);
    const [update] = peer.outbox.splice(0);
    expect(desk.room.admit(present(update, 'update'), () => true, `writer ${brazil}`)).toMatchObject({ ok: true });
    desk.room.discardUnpublished();
    expect(desk.room.moves()).toEqual([]);
    desk.enter(present(update, 'update'), brazil);
    expect(desk.authors().slice(2)).toEqual(['ife. Rivers too.', 'sssscccccccccccc']);
  });
});

describe('what was moved is known for good:', () => {
  const moved = () => written().by(brazil, split(11)).by(fiji, split(20)).by(brazil, cut(14, 17));

  test('from the log and what was stored with it', () => {
    const desk = moved();
    const again = GuardedRoom.open(desk.log, undefined, decodeMoves(encodeMoves(desk.moves)));
    expect(desk.authors(again)).toEqual(desk.authors());
  });

  test('from a snapshot and what still stands of it', () => {
    const desk = moved();
    const compacted = [present(desk.log[0], 'seed'), desk.room.snapshot()];
    const again = GuardedRoom.open(compacted, undefined, decodeMoves(encodeMoves(desk.room.moves())));
    expect(desk.authors(again)).toEqual(desk.authors());
    desk.by(brazil, (peer) => peer.edit((tr) => tr.delete(0, tr.doc.content.size)));
    expect(desk.room.moves()).toEqual([]);
  });
});

test('a room of pasted paragraphs is attributed to the paster', () => {
  const desk = written().by(brazil, (peer) => {
    const pasted = nodeOfRuns({ id: null, kind: 'plain', level: 0 }, [{ text: 'Seas rise with the moon.', marks: [] }]);
    peer.edit((tr) => tr.replace(0, 0, new Slice(Fragment.from(pasted), 0, 0)));
  });
  expect(desk.authors()[1]).toBe('b'.repeat(24));
});

/** Letters that occur once each, so that it is never in doubt which one went where. */
class Alphabet {
  #next = 0x4e00;

  take(): string {
    return String.fromCodePoint(this.#next++);
  }
}

/** What happens to a room, in words of its model: paragraphs of letters with their authors. */
const step = fc.record({
  client: fc.constantFrom(chile, brazil, fiji),
  acts: fc.array(fc.record({ type: fc.constantFrom('split' as const, 'join' as const), at: fc.nat() }), {
    minLength: 1,
    maxLength: 3,
  }),
  also: fc.constantFrom('nothing', 'type', 'delete and undo', 'undo and redo', 'reopen'),
  at: fc.nat(),
});

test('whoever splits, joins and takes back, every letter keeps the author who first typed it', () => {
  const simulate = (steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]) => {
    const alphabet = new Alphabet();
    const texts = Array.from({ length: 3 }, () => Array.from({ length: 6 }, () => alphabet.take()).join(''));
    const desk = new Desk(...texts);
    const authorOf = new Map(Array.from(texts.join(''), (letter) => [letter, 's']));
    for (const { client, acts, also, at } of steps) {
      let isChanged = false;
      desk.by(client, (peer) => {
        peer.pause();
        const known = Y.encodeStateVector(peer.doc);
        for (const act of acts) rearrange(peer, act.type, act.at);
        isChanged = peer.outbox.length > 0;
        // All in one message, as after a while offline.
        if (isChanged) peer.outbox = [Y.encodeStateAsUpdate(peer.doc, known)];
      });
      if (also === 'type') {
        const letter = alphabet.take();
        authorOf.set(letter, present(letters.get(client), 'author'));
        desk.by(client, (peer) => peer.edit((tr) => tr.insertText(letter, cursorAt(tr, at))));
      } else if (also === 'delete and undo') {
        desk.by(client, (peer) => peer.pause());
        desk.by(client, (peer) =>
          peer.edit((tr) => {
            const [from, to] = [cursorAt(tr, at), cursorAt(tr, at * 7)].toSorted((a, b) => a - b);
            isChanged = from !== to;
            return tr.delete(present(from, 'from'), present(to, 'to'));
          }),
        );
        if (isChanged) desk.by(client, undo);
      } else if (also === 'undo and redo') {
        // What others built upon meanwhile would come back beside it: twice the words, and twice means retyped.
        if (isChanged) desk.by(client, undo).by(client, (peer) => peer.redo());
      } else if (also === 'reopen') desk.reopen();
    }
    const [words, authors] = [
      desk.authors().filter((_, index) => index % 2 === 0),
      desk.authors().filter((_, index) => index % 2 === 1),
    ];
    expect(authors).toEqual(words.map((text) => Array.from(text, (letter) => authorOf.get(letter)).join('')));
  };
  fc.assert(fc.property(fc.array(step, { maxLength: 12 }), simulate), { numRuns: 150 });
});

function rearrange(peer: EditorPeer, type: 'split' | 'join', at: number): void {
  peer.edit((tr) => {
    const place = cursorAt(tr, at);
    if (type === 'split') return tr.split(place);
    const before = tr.doc.resolve(place).before(1);
    return before > 0 ? tr.join(before) : tr;
  });
}

/** The `at`th place where a cursor can stand, counted round and round. */
function cursorAt(tr: Transaction, at: number): number {
  const place = tr.doc.resolve(1 + (at % (tr.doc.content.size - 1)));
  return place.parent.isTextblock ? place.pos : place.pos + 1;
}
