import { expect, test } from 'vitest';
import { type Event, evolve, type PlacedParagraph, type TextStep } from '../src/index.ts';
import { Conference, fiji, paragraph } from './conference.ts';

const placed = (id: string): PlacedParagraph => ({ id: id as never, label: '', ...paragraph('x'), credits: [] });

function folded(conference: Conference, event: (document: Conference['document']) => Event) {
  const { state, document } = conference;
  return () => evolve(state, { seq: state.seq + 1, at: state.at, event: event(document) });
}

/** A text of two paragraphs of which a third was deleted. */
function negotiated() {
  const conference = new Conference().tabled('OP One;', 'OP Two;', 'OP Gone.');
  const gone = conference.labelled('3.');
  conference.tables(conference.reading([fiji], { type: 'delete', paragraphs: [gone] }, []), fiji);
  conference.accepts(1);
  return { conference, gone, one: conference.labelled('1.') };
}

test.each<[string, (ids: { gone: never; one: never; nowhere: never }) => TextStep]>([
  ['deletes what is deleted', ({ gone }) => ({ type: 'delete', paragraph: gone })],
  ['deletes what never was', ({ nowhere }) => ({ type: 'delete', paragraph: nowhere })],
  ['moves what is deleted', ({ gone }) => ({ type: 'move', paragraph: gone, after: null })],
  ['moves behind what is deleted', ({ gone, one }) => ({ type: 'move', paragraph: one, after: gone })],
  ['moves a paragraph behind itself', ({ one }) => ({ type: 'move', paragraph: one, after: one })],
  [
    'rewords what is deleted',
    ({ gone }) => ({ type: 'reword', paragraph: gone, wording: paragraph('x'), credits: [] }),
  ],
  ['inserts behind what never was', ({ nowhere }) => ({ type: 'insert', after: nowhere, paragraph: placed('new') })],
  ['inserts what stands already', ({ one }) => ({ type: 'insert', after: null, paragraph: placed(one) })],
  ['brings back what is deleted as new', ({ gone }) => ({ type: 'insert', after: null, paragraph: placed(gone) })],
])('an entry that %s does not follow from those before it', (_, step) => {
  const { conference, gone, one } = negotiated();
  const ids = { gone: gone as never, one: one as never, nowhere: 'nowhere' as never };
  const { id: amendment, versions } = conference.amendment(1);
  const accepts = folded(conference, (document) => ({
    type: 'amendment-accepted',
    document: document.id,
    amendment,
    hash: versions[0]?.hash as never,
    steps: [step(ids)],
  }));
  expect(accepts).toThrow('assertion failed');
});

test('nor does one that places a paragraph twice, agrees what is deleted, or creates a document again', () => {
  const { conference, gone } = negotiated();
  const { hash } = conference.standing('1.');
  const twice = [placed('a'), placed('a')];
  expect(
    folded(conference, ({ id }) => ({ type: 'text-tabled', document: id, revision: 0, paragraphs: twice, hash })),
  ).toThrow('assertion failed');
  expect(folded(conference, ({ id }) => ({ type: 'document-created', document: id, title: 'Another' }))).toThrow(
    'assertion failed',
  );
  expect(
    folded(conference, ({ id }) => ({
      type: 'paragraphs-agreed',
      document: id,
      level: 'agreed',
      paragraphs: [{ paragraph: gone, hash }],
    })),
  ).toThrow('assertion failed');
});
