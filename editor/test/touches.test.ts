import { expect, test } from 'vitest';
import { headOfText, insertionsAt, touchesAt, touchesOf } from '../src/text/touches.ts';
import { paragraph, proposed, tabledText } from './negotiation.ts';

const [a, b, c] = [paragraph('a'), paragraph('b'), paragraph('c')];

test('a replacement touches the words of its paragraphs; those it leaves out are to be deleted', () => {
  const { document } = tabledText().tables('x', { type: 'replace', paragraphs: [a, b] }, [proposed('a', 'New words;')]);
  expect(touchesAt(document, a)).toMatchObject([{ type: 'words', wording: { id: 'a' } }]);
  expect(touchesAt(document, b)).toMatchObject([{ type: 'words', wording: null }]);
  expect(touchesAt(document, c)).toEqual([]);
});

test('new paragraphs of a replacement stand behind the paragraph that they follow', () => {
  const { document } = tabledText().tables('x', { type: 'replace', paragraphs: [a, b] }, [
    proposed('a', 'As it was;'),
    proposed(null, 'In between;'),
    proposed('b', 'Invite States:'),
  ]);
  expect(touchesAt(document, a).map(({ type }) => type)).toEqual(['words', 'insertion']);
  expect(touchesAt(document, b).map(({ type }) => type)).toEqual(['words']);
});

test('insertions at the head, deletions and moves are found at their places', () => {
  const { document } = tabledText()
    .tables('x', { type: 'insert', after: null }, [proposed(null, 'First of all;')])
    .tables('y', { type: 'delete', paragraphs: [b] }, [])
    .tables('z', { type: 'move', paragraphs: [c], after: a }, []);
  expect(touchesAt(document, headOfText)).toMatchObject([{ type: 'insertion' }]);
  expect(touchesAt(document, b)).toMatchObject([{ type: 'words', wording: null }]);
  expect(touchesAt(document, c)).toMatchObject([{ type: 'move', after: 'a' }]);
});

test('an amendment that is settled touches nothing', () => {
  const negotiation = tabledText().tables('x', { type: 'replace', paragraphs: [a] }, [proposed('a', 'New words;')]);
  expect(touchesOf(negotiation.document).size).toBe(1);
  expect(touchesOf(negotiation.rewords('x', a, 'New words;').document).size).toBe(0);
});

test('paragraphs that an amendment does not touch keep their very list', () => {
  const negotiation = tabledText().tables('x', { type: 'replace', paragraphs: [a] }, [proposed('a', 'New words;')]);
  const before = touchesAt(negotiation.document, a);
  negotiation.tables('y', { type: 'delete', paragraphs: [c] }, []);
  expect(touchesAt(negotiation.document, a)).toBe(before);
});

test('[A16] new paragraphs are shown where they would come to stand, at the paragraph that they are about all the same', () => {
  const negotiation = tabledText()
    .tables('x', { type: 'insert', after: a }, [proposed(null, 'First accepted;')])
    .tables('y', { type: 'insert', after: a }, [proposed(null, 'Still pending;')])
    .tables('z', { type: 'insert', after: null }, [proposed(null, 'Before all;')]);
  expect(insertionsAt(negotiation.document, a).map(({ amendment }) => amendment.id)).toEqual(['x', 'y']);
  const atHead = insertionsAt(negotiation.document, headOfText);
  expect(atHead.map(({ amendment }) => amendment.id)).toEqual(['z']);

  const { document } = negotiation.inserts('x', paragraph('new'), a, 'First accepted;');
  expect(insertionsAt(document, a)).toEqual([]);
  expect(insertionsAt(document, paragraph('new')).map(({ amendment }) => amendment.id)).toEqual(['y']);
  expect(touchesAt(document, a).map(({ amendment }) => amendment.id)).toEqual(['y']);
  expect(touchesAt(document, paragraph('new'))).toEqual([]);
  expect(insertionsAt(document, headOfText)).toBe(atHead);
});
