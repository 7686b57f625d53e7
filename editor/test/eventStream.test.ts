import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventStreamReader } from '../src/conference/eventStream.ts';

const stream = [
  'retry: 1000',
  ': ping',
  '',
  'event: entry',
  'id: 7',
  'data: {"a":1}',
  '',
  'event: draft',
  'data: one',
  'data: two',
  '',
  'data:bare',
  '',
  'event: unfinished',
  'data: never ended',
].join('\n');

const messages = [
  { event: 'entry', id: '7', data: '{"a":1}' },
  { event: 'draft', id: '', data: 'one\ntwo' },
  { event: 'message', id: '', data: 'bare' },
];

describe('an event stream', () => {
  test('is read message by message; comments and what is not ended are none', () => {
    expect(eventStreamReader().read(stream)).toEqual(messages);
  });

  test('reads the same in whatever pieces and line ends it arrives', () => {
    const cuts = fc.array(fc.nat(stream.length), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, fc.constantFrom('\n', '\r\n', '\r'), (at, lineEnd) => {
        const text = stream.replaceAll('\n', lineEnd);
        const reader = eventStreamReader();
        const places = [0, ...at.toSorted((a, b) => a - b), text.length];
        const read = places.slice(1).flatMap((end, index) => reader.read(text.slice(places[index], end)));
        expect(read).toEqual(messages);
      }),
    );
  });
});
