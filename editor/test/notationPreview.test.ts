import { expect, test } from 'vitest';
import { notationOf, shortestDisputed } from '../src/exports/notationPreview.ts';
import { paragraph, proposed, tabledText } from './negotiation.ts';

const [a, b] = [paragraph('a'), paragraph('b')];
const ownBrackets = { type: 'replace', paragraphs: [b] } as const;
const form = { form: 'rio', positions: false } as const;

test('the paragraph that shows how brackets are written shows none of the signs that keep words from being read as brackets', () => {
  const { document } = tabledText()
    .tables('x', ownBrackets, [proposed('b', '[Invite] States:')])
    .tables('y', { type: 'replace', paragraphs: [a] }, [proposed('a', 'Encourage good cooperation;')]);
  const shown = shortestDisputed(document);
  expect(shown?.id).toBe('a');
  expect(shown && notationOf(document, shown, form)).toBe('Encourage [good - JPN] cooperation;');
});

test('where there is no other, the only disputed paragraph is shown', () => {
  const { document } = tabledText().tables('x', ownBrackets, [proposed('b', '[Invite] States:')]);
  expect(shortestDisputed(document)?.id).toBe('b');
});

test('of disputed paragraphs one is shown in which a wording has a rival with a name', () => {
  const { document } = tabledText()
    .tables('x', { type: 'replace', paragraphs: [b] }, [proposed('b', 'Invite all States:')])
    .tables('y', { type: 'replace', paragraphs: [a] }, [proposed('a', 'Discourage cooperation;')]);
  expect(shortestDisputed(document)?.id).toBe('a');
});
