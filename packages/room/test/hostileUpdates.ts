import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { RoomFaultType } from '../src/index.ts';
import {
  any,
  bytes,
  collected,
  deleted,
  element,
  format,
  item,
  rawUpdate,
  sharedType,
  skip,
  string,
} from './rawUpdate.ts';
import { accomplice, attacker, elementAt, peerOf, type Scene, seedClient, updateOf, victim, wordsAt } from './scene.ts';

/** An update that must not enter a room, named after what it tries. */
export interface Attack {
  readonly name: string;
  readonly fault: RoomFaultType;
  readonly update: (scene: Scene) => Uint8Array;
}

/** These operations of the attacker, next in order. */
const writes = ({ clock }: Scene, structs: readonly Uint8Array[]) => rawUpdate([{ client: attacker, clock, structs }]);

/** What a stock Yjs document of the attacker sends after `change`. */
const stock = ({ room }: Scene, change: (doc: Y.Doc) => void) => {
  const doc = peerOf(room, attacker);
  return updateOf(doc, () => change(doc));
};

const repeat = (count: number, struct: (index: number) => Uint8Array) =>
  Array.from({ length: count }, (_, index) => struct(index));

const bombs: readonly Attack[] = [
  {
    name: 'a 7-byte update that announces 30 million operations',
    fault: 'malformed',
    update: () => Uint8Array.from([1, 0x80, 0x87, 0xa7, 0x0e, attacker, 0]),
  },
  {
    name: 'an update that announces 2^50 authors',
    fault: 'malformed',
    update: () => bytes((encoder) => encoding.writeVarUint(encoder, 2 ** 50)),
  },
  {
    name: 'a delete set that announces 2^40 ranges',
    fault: 'malformed',
    update: () =>
      bytes((encoder) => {
        for (const number of [0, 1, seedClient, 2 ** 40]) encoding.writeVarUint(encoder, number);
      }),
  },
  {
    name: 'a megabyte in one update',
    fault: 'too-large',
    update: (at) => writes(at, [string('a'.repeat(1_000_000), { origin: at.letters[0] })]),
  },
  {
    name: 'twenty thousand root types in one update',
    fault: 'foreign-root',
    update: (at) =>
      writes(
        at,
        repeat(20_000, (index) => string('x', { parent: `r${index}` })),
      ),
  },
  {
    name: 'sixty thousand overlapping delete ranges',
    fault: 'bad-delete-set',
    update: () => rawUpdate([], [[seedClient, Array.from({ length: 60_000 }, () => [1, 20] as const)]]),
  },
  {
    name: 'more operations than one update may hold',
    fault: 'too-large',
    update: (at) =>
      writes(
        at,
        repeat(25_000, () => string('x', { right: at.letters[0] })),
      ),
  },
  {
    name: 'collected content of 2^45 units',
    fault: 'too-large',
    update: (at) => writes(at, [collected(2 ** 45)]),
  },
  {
    name: 'deleted content of 2^30 units',
    fault: 'too-large',
    update: (at) => writes(at, [deleted(2 ** 30, { origin: at.letters[0] })]),
  },
  {
    name: 'collected content that adds up to more than a clock can count',
    fault: 'too-large',
    update: (at) =>
      writes(
        at,
        repeat(600, () => collected(4_000_000)),
      ),
  },
  {
    name: 'a clock of 2^52',
    fault: 'too-large',
    update: (at) =>
      rawUpdate([{ client: attacker, clock: 2 ** 52, structs: [string('x', { origin: at.letters[0] })] }]),
  },
  {
    // Its first byte is 0: read as version 1 it has no operations, and what follows is a delete set of nonsense.
    name: 'a version 2 update',
    fault: 'bad-delete-set',
    update: ({ room }) => {
      const doc = peerOf(room, attacker);
      wordsAt(doc, 0).insert(0, 'x');
      return Y.encodeStateAsUpdateV2(doc);
    },
  },
  {
    name: 'a 23-byte version 2 bomb of run-length coded operations',
    fault: 'malformed',
    update: () => Uint8Array.from([0, 0, 3, 66, 0, 1, 0, 0, 5, 0, 0xff, 0xff, 0xff, 2, 0, 0, 0, 0, 1, 1, 0, 0, 0]),
  },
  {
    name: 'arrays nested a hundred thousand deep in a property',
    fault: 'schema',
    update: (at) => writes(at, [item(8, { parent: at.paragraphs[0], key: 'level' }, nestedArrays)]),
  },
  {
    name: 'conflicts whose resolution takes quadratic time',
    fault: 'too-large',
    update: (at) => {
      // Two pages, neither of which seems to know the other, each write backwards at one place.
      const [client, clock] = at.letters[0];
      const backwards = (author: number, start: number) =>
        repeat(4_000, (index) =>
          string('x', {
            origin: [client, clock],
            right: index === 0 ? [client, clock + 1] : [author, start + index - 1],
          }),
        );
      return rawUpdate([
        { client: accomplice, clock: 0, structs: backwards(accomplice, 0) },
        { client: attacker, clock: at.clock, structs: backwards(attacker, at.clock) },
      ]);
    },
  },
];

function nestedArrays(encoder: encoding.Encoder): void {
  encoding.writeVarUint(encoder, 1);
  for (let depth = 0; depth < 100_000; depth += 1) {
    encoding.writeUint8(encoder, 117);
    encoding.writeVarUint(encoder, 1);
  }
}

const spelling: readonly Attack[] = [
  { name: 'no bytes at all', fault: 'malformed', update: () => new Uint8Array() },
  {
    name: 'bytes behind the end of an honest update',
    fault: 'malformed',
    update: (at) => Uint8Array.from([...stock(at, (doc) => wordsAt(doc, 0).insert(0, 'x')), 0]),
  },
  {
    name: 'honest operations with a delete set that is cut off',
    fault: 'malformed',
    update: (at) => {
      const honest = stock(at, (doc) => wordsAt(doc, 0).insert(0, 'x'));
      return Uint8Array.from([...honest.slice(0, -1), 1, seedClient, 3, 0]);
    },
  },
  {
    name: 'an operation without content',
    fault: 'malformed',
    update: (at) => writes(at, [string('', { origin: at.letters[0] })]),
  },
  {
    name: 'an author without operations',
    fault: 'malformed',
    update: ({ clock }) => rawUpdate([{ client: attacker, clock, structs: [] }]),
  },
  {
    name: 'collected content with bits that only items have',
    fault: 'malformed',
    update: (at) => writes(at, [Uint8Array.from([0x20, 1])]),
  },
  {
    name: 'a text that is not UTF-8: half a surrogate pair',
    fault: 'malformed',
    update: (at) =>
      writes(at, [
        item(4, { origin: at.letters[0] }, (encoder) =>
          encoding.writeVarUint8Array(encoder, Uint8Array.from([0xed, 0xa0, 0x80])),
        ),
      ]),
  },
  {
    name: 'a parent spelled as Yjs does not spell it',
    fault: 'malformed',
    update: (at) => writes(at, [Uint8Array.from([7, 2, 4, 116, 101, 120, 116, 6])]),
  },
  {
    name: 'one author twice in one update, so that two readers see two updates',
    fault: 'duplicate-client',
    update: (at) => {
      const said = (text: string) => ({
        client: attacker,
        clock: at.clock,
        structs: [string(text, { origin: at.letters[0] })],
      });
      return rawUpdate([said('shown'), said('meant')]);
    },
  },
];

const authority: readonly Attack[] = [
  {
    name: "words under another author's id, at its next clock",
    fault: 'foreign-client',
    update: (at) =>
      rawUpdate([{ client: victim, clock: at.victimClock, structs: [string('I agree. ', { origin: at.letters[0] })] }]),
  },
  {
    name: "words under another author's id beside honest ones",
    fault: 'foreign-client',
    update: (at) =>
      rawUpdate([
        { client: attacker, clock: at.clock, structs: [string('x', { origin: at.letters[0] })] },
        { client: victim, clock: at.victimClock, structs: [string('y', { origin: at.letters[0] })] },
      ]),
  },
  {
    name: 'words under an id that nobody was given',
    fault: 'foreign-client',
    update: (at) => rawUpdate([{ client: 999, clock: 0, structs: [string('x', { origin: at.letters[0] })] }]),
  },
  {
    name: "words under the server's own id",
    fault: 'foreign-client',
    update: ({ room }) => {
      const doc = peerOf(room, seedClient);
      return updateOf(doc, () => wordsAt(doc, 0).insert(0, 'x'));
    },
  },
  {
    name: 'a future of the victim, to be filled in later',
    fault: 'foreign-client',
    update: ({ victimClock }) => rawUpdate([{ client: victim, clock: victimClock + 5, structs: [collected(5)] }]),
  },
  {
    name: "another paragraph's identity",
    fault: 'paragraph-id',
    update: (at) => stock(at, (doc) => elementAt(doc, 0).setAttribute('id', 'three')),
  },
  {
    name: 'an identity that is a number',
    fault: 'paragraph-id',
    update: (at) => writes(at, [any([1], { parent: at.paragraphs[0], key: 'id' })]),
  },
];

const time: readonly Attack[] = [
  {
    name: 'a gap before the first operation',
    fault: 'gap',
    update: (at) =>
      rawUpdate([{ client: attacker, clock: at.clock + 3, structs: [string('late', { origin: at.letters[0] })] }]),
  },
  {
    name: 'a gap between two operations',
    fault: 'gap',
    update: (at) =>
      writes(at, [string('now', { origin: at.letters[0] }), skip(4), string('later', { origin: at.letters[0] })]),
  },
  {
    name: 'words that wait for a left neighbour of the future',
    fault: 'unknown-origin',
    update: (at) => writes(at, [string('x', { origin: [victim, at.victimClock + 100] })]),
  },
  {
    name: 'words that wait for a right neighbour of the future',
    fault: 'unknown-origin',
    update: (at) => writes(at, [string('x', { right: [999, 0] })]),
  },
  {
    name: 'words that wait for a parent of the future',
    fault: 'unknown-origin',
    update: (at) => writes(at, [string('x', { parent: [999, 3] })]),
  },
  {
    name: 'words that are their own neighbour',
    fault: 'unknown-origin',
    update: (at) => writes(at, [string('x', { origin: [attacker, at.clock] })]),
  },
  {
    name: 'words that stand behind words they come before',
    fault: 'unknown-origin',
    update: (at) =>
      writes(at, [string('x', { right: [attacker, at.clock + 1] }), string('y', { origin: at.letters[0] })]),
  },
  {
    name: 'deletion of what will be written',
    fault: 'bad-delete-set',
    update: (at) => rawUpdate([], [[victim, [[at.victimClock, 50]]]]),
  },
  {
    name: 'deletion under an id that will be given to someone',
    fault: 'bad-delete-set',
    update: () => rawUpdate([], [[12345, [[0, 1]]]]),
  },
  {
    name: 'deletions out of order',
    fault: 'bad-delete-set',
    update: () =>
      rawUpdate(
        [],
        [
          [
            seedClient,
            [
              [10, 2],
              [5, 2],
            ],
          ],
        ],
      ),
  },
  { name: 'a deletion of nothing', fault: 'bad-delete-set', update: () => rawUpdate([], [[seedClient, [[5, 0]]]]) },
  {
    name: 'deletions of one author listed twice',
    fault: 'bad-delete-set',
    update: () =>
      rawUpdate(
        [],
        [
          [seedClient, [[5, 1]]],
          [seedClient, [[5, 1]]],
        ],
      ),
  },
];

const places: readonly Attack[] = [
  {
    name: 'words between neighbours of two paragraphs',
    fault: 'misplaced',
    update: (at) => writes(at, [string('x', { origin: at.letters[0], right: at.letters[1] })]),
  },
  {
    name: 'words whose left neighbour is also their right one',
    fault: 'misplaced',
    update: (at) => writes(at, [string('x', { origin: at.letters[0], right: at.letters[0] })]),
  },
  {
    name: 'words between neighbours in the wrong order, on which replicas would disagree',
    fault: 'misplaced',
    update: (at) => {
      const [client, clock] = at.letters[0];
      return writes(at, [string('x', { origin: [client, clock + 3], right: [client, clock] })]);
    },
  },
  {
    name: 'words between neighbours that the author knows to be apart',
    fault: 'misplaced',
    update: (at) => {
      const [client, clock] = at.letters[0];
      return writes(at, [string('x', { origin: [client, clock], right: [client, clock + 2] })]);
    },
  },
  {
    name: 'words behind the last word that the author pretends to know',
    fault: 'misplaced',
    update: (at) => writes(at, [string('x', { origin: at.letters[0] }), string('y', { origin: at.letters[0] })]),
  },
  {
    name: 'the same hidden behind an honest operation',
    fault: 'misplaced',
    update: (at) => {
      const [client, clock] = at.letters[0];
      return writes(at, [
        string('x', { origin: [client, clock], right: [client, clock + 1] }),
        string('x', { origin: [client, clock], right: [client, clock + 1] }),
      ]);
    },
  },
  {
    name: 'words inside a letter',
    fault: 'misplaced',
    update: (at) => writes(at, [string('x', { parent: at.letters[0] })]),
  },
  {
    name: 'words inside words of the same update',
    fault: 'misplaced',
    update: (at) => writes(at, [string('x', { origin: at.letters[0] }), string('y', { parent: [attacker, at.clock] })]),
  },
  {
    name: 'operations of which one claims the place of another',
    fault: 'misplaced',
    update: (at) =>
      rawUpdate([
        {
          client: attacker,
          clock: at.clock - 1,
          structs: [string(' and more', { origin: at.letters[1], right: [seedClient, at.letters[1][1] + 1] })],
        },
      ]),
  },
];

const deputies: readonly Attack[] = [
  {
    name: 'a mark that the schema does not know, for which honest editors delete the paragraph',
    fault: 'schema',
    update: (at) => stock(at, (doc) => wordsAt(doc, 0).format(0, 3, { strike: {} })),
  },
  {
    name: 'a link that runs a script',
    fault: 'schema',
    update: (at) => stock(at, (doc) => wordsAt(doc, 0).format(0, 3, { link: { href: 'javascript:alert(1)' } })),
  },
  {
    name: 'a known mark that carries attributes',
    fault: 'schema',
    update: (at) => stock(at, (doc) => wordsAt(doc, 0).format(0, 3, { bold: { style: 'x' } })),
  },
  {
    name: 'a mark named __proto__',
    fault: 'schema',
    update: (at) => writes(at, [format('__proto__', '{"polluted":true}', { origin: at.letters[0] })]),
  },
  {
    name: 'a mark value that reads as another: spaces in the JSON',
    fault: 'schema',
    update: (at) => writes(at, [format('bold', '{ }', { origin: at.letters[0] })]),
  },
  {
    name: 'a paragraph inside a paragraph',
    fault: 'schema',
    update: (at) => writes(at, [element('paragraph', { parent: at.paragraphs[0] })]),
  },
  {
    name: 'a paragraph inside words',
    fault: 'schema',
    update: (at) => writes(at, [element('paragraph', { origin: at.letters[0] })]),
  },
  {
    name: 'an element that the schema does not know',
    fault: 'schema',
    update: (at) => stock(at, (doc) => doc.getXmlFragment('text').push([new Y.XmlElement('script')])),
  },
  {
    name: 'words outside a paragraph',
    fault: 'schema',
    update: (at) => stock(at, (doc) => doc.getXmlFragment('text').push([new Y.XmlText('loose')])),
  },
  {
    name: 'letters directly in a paragraph',
    fault: 'schema',
    update: (at) => writes(at, [string('x', { parent: at.paragraphs[0] })]),
  },
  {
    name: 'letters directly in the text',
    fault: 'schema',
    update: (at) => writes(at, [string('x', { parent: 'text' })]),
  },
  {
    name: 'a kind that the schema does not know',
    fault: 'schema',
    update: (at) => stock(at, (doc) => elementAt(doc, 0).setAttribute('kind', 'sealed')),
  },
  {
    name: 'a level that is too deep',
    fault: 'schema',
    update: (at) => writes(at, [any([99], { parent: at.paragraphs[0], key: 'level' })]),
  },
  {
    name: 'a level that is a fraction',
    fault: 'schema',
    update: (at) => writes(at, [any([1.5], { parent: at.paragraphs[0], key: 'level' })]),
  },
  {
    name: 'a level that is an object with a prototype',
    fault: 'schema',
    update: (at) =>
      writes(at, [any([JSON.parse('{"__proto__":{"x":1}}')], { parent: at.paragraphs[0], key: 'level' })]),
  },
  {
    name: 'a bad value hidden behind a good one',
    fault: 'schema',
    update: (at) => writes(at, [any([1, 99], { parent: at.paragraphs[0], key: 'level' })]),
  },
  {
    name: 'a property named __proto__',
    fault: 'schema',
    update: (at) => writes(at, [any(['x'], { parent: at.paragraphs[0], key: '__proto__' })]),
  },
  {
    name: 'a property that paragraphs do not have',
    fault: 'schema',
    update: (at) => stock(at, (doc) => elementAt(doc, 0).setAttribute('onclick', 'alert(1)')),
  },
  {
    name: 'a property of words',
    fault: 'schema',
    update: (at) => writes(at, [any([1], { parent: at.words[0], key: 'level' })]),
  },
  {
    name: 'a property of the whole text',
    fault: 'schema',
    update: (at) => writes(at, [any([1], { parent: 'text', key: 'level' })]),
  },
  {
    name: 'words in the place of a property',
    fault: 'schema',
    update: (at) => writes(at, [sharedType(6, { parent: at.paragraphs[0], key: 'level' })]),
  },
  {
    name: 'a value in the place of words',
    fault: 'schema',
    update: (at) => writes(at, [any([1], { origin: at.letters[0] })]),
  },
  {
    name: 'a picture among words',
    fault: 'content-type',
    update: (at) => stock(at, (doc) => wordsAt(doc, 0).insertEmbed(2, { image: 'x' })),
  },
  {
    name: 'bytes as a property',
    fault: 'content-type',
    update: (at) => writes(at, [item(3, { parent: at.paragraphs[0], key: 'id' }, (e) => encoding.writeVarUint(e, 0))]),
  },
  {
    name: 'values in the old JSON spelling',
    fault: 'content-type',
    update: (at) =>
      writes(at, [
        item(2, { parent: at.paragraphs[0], key: 'level' }, (encoder) => {
          encoding.writeVarUint(encoder, 1);
          encoding.writeVarString(encoder, '1');
        }),
      ]),
  },
  {
    name: 'ten thousand documents inside the document',
    fault: 'content-type',
    update: (at) =>
      writes(
        at,
        repeat(10_000, () =>
          item(9, { origin: at.letters[0] }, (encoder) => {
            encoding.writeVarString(encoder, 'guid');
            encoding.writeAny(encoder, {});
          }),
        ),
      ),
  },
  {
    name: 'a map in a paragraph',
    fault: 'content-type',
    update: (at) => writes(at, [sharedType(1, { parent: at.paragraphs[0] })]),
  },
  {
    name: 'a hook in the text, an XML type that y-prosemirror cannot read',
    fault: 'content-type',
    update: (at) => stock(at, (doc) => doc.getXmlFragment('text').push([new Y.XmlHook('x') as never])),
  },
  {
    name: 'a second root',
    fault: 'foreign-root',
    update: (at) => stock(at, (doc) => doc.getMap('minutes').set('adopted', true)),
  },
  {
    name: 'a root named __proto__',
    fault: 'foreign-root',
    update: (at) => writes(at, [string('x', { parent: '__proto__' })]),
  },
];

const characters: readonly Attack[] = [
  {
    name: 'a bidirectional override, so that the text does not look like its bytes',
    fault: 'character',
    update: (at) => stock(at, (doc) => wordsAt(doc, 0).insert(3, '\u202edeerga\u202c')),
  },
  { name: 'a tab', fault: 'character', update: (at) => stock(at, (doc) => wordsAt(doc, 0).insert(3, '\t')) },
  { name: 'a null byte', fault: 'character', update: (at) => stock(at, (doc) => wordsAt(doc, 0).insert(3, '\u0000')) },
  {
    name: 'invisible tag characters',
    fault: 'character',
    update: (at) => stock(at, (doc) => wordsAt(doc, 0).insert(3, '\u{e0041}')),
  },
  {
    name: "words inside somebody's surrogate pair, which breaks it",
    fault: 'character',
    update: (at) => writes(at, [string('x', { origin: [seedClient, at.letters[1][1] + 'Ends with a fish '.length] })]),
  },
  {
    name: "deletion of half of somebody's surrogate pair",
    fault: 'character',
    update: (at) => rawUpdate([], [[seedClient, [[at.letters[1][1] + 'Ends with a fish '.length, 1]]]]),
  },
];

export const attacks: readonly Attack[] = [
  ...bombs,
  ...spelling,
  ...authority,
  ...time,
  ...places,
  ...deputies,
  ...characters,
];
