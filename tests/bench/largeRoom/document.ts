import { present } from '@chapeau/base';
import { roomRoot, seedRoom } from '@chapeau/room';
import * as Y from 'yjs';
import { SeededRandom } from '../../seededRandom.ts';
import { draftWords } from '../support/draftWords.ts';

/** A room as its log holds it after a compaction: what founded it, and all of it. */
export interface LargeRoom {
  readonly seed: Uint8Array;
  readonly snapshot: Uint8Array;
  readonly characters: number;
}

const seedClient = 1;

/** A text of so many paragraphs after so many keystrokes of 40 writers, the seed being the 41st author. The same at every call. */
export function largeRoom(paragraphs: number, keystrokes: number): LargeRoom {
  const random = new SeededRandom(41);
  const texts = Array.from({ length: paragraphs }, () => draftWords(random, 120));
  const seed = seedRoom(
    texts.map((text) => ({ id: null, kind: 'operative' as const, level: 0, runs: [{ text, marks: [] }] })),
    seedClient,
  );
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seed);
  const words = doc
    .getXmlFragment(roomRoot)
    .toArray()
    .map((paragraph) => (paragraph instanceof Y.XmlElement ? paragraph.get(0) : null))
    .filter((text) => text instanceof Y.XmlText);
  const pens = Array.from({ length: 40 }, (_, index) => new Pen(1000 + index, random));
  for (let left = keystrokes; left > 0; ) {
    doc.transact(() => {
      for (let more = Math.min(left, 500); more > 0; more -= 1, left -= 1) random.pick(pens).strike(doc, words);
    });
  }
  const characters = words.reduce((sum, text) => sum + text.length, 0);
  return { seed, snapshot: Y.encodeStateAsUpdate(doc), characters };
}

/** A writer types a phrase at one place, erases some of it now and then, and goes elsewhere. */
class Pen {
  readonly #client: number;
  readonly #random: SeededRandom;
  #words: Y.XmlText | null = null;
  #at = 0;
  #left = 0;

  constructor(client: number, random: SeededRandom) {
    this.#client = client;
    this.#random = random;
  }

  strike(doc: Y.Doc, texts: readonly Y.XmlText[]): void {
    const random = this.#random;
    doc.clientID = this.#client;
    if (this.#left === 0) {
      this.#words = random.pick(texts);
      this.#at = random.between(0, this.#words.length);
      this.#left = random.between(1, 60);
    }
    const words = present(this.#words, 'a place to write');
    this.#left -= 1;
    this.#at = Math.min(this.#at, words.length);
    if (this.#at > 0 && random.next() < 0.12) {
      this.#at -= 1;
      words.delete(this.#at, 1);
    } else {
      words.insert(this.#at, random.pick(letters));
      this.#at += 1;
    }
  }
}

const letters = 'etaoin shrdlu cmfwyp'.split('');
