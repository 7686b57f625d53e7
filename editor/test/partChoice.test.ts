import { type AmendmentState, type DocumentState, latest, type ProposedParagraph } from '@chapeau/procedure';
import { plainText } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  carriedChoice,
  choosableParts,
  namesOf,
  outcomeOf,
  rewordingsOf,
  stretchesOf,
} from '../src/chair/partChoice.ts';
import { paragraph, proposed, tabledText } from './negotiation.ts';

/** An amendment to paragraphs a (“Encourage cooperation;”) and c (“Decide to meet again.”), as the page knows it. */
function amended(
  ids: readonly string[],
  paragraphs: readonly ProposedParagraph[],
): { readonly document: DocumentState; readonly amendment: AmendmentState } {
  const { document } = tabledText().tables('m1', { type: 'replace', paragraphs: ids.map(paragraph) }, paragraphs);
  const amendment = [...document.amendments.values()].at(0);
  if (amendment === undefined) throw new Error('no amendment');
  return { document, amendment };
}

function partsOf(ids: readonly string[], paragraphs: readonly ProposedParagraph[]) {
  const { document, amendment } = amended(ids, paragraphs);
  return choosableParts(document, latest(amendment));
}

const words = (wording: Parameters<typeof plainText>[0] | null) => (wording === null ? null : plainText(wording));

describe('the changes of an amendment', () => {
  test('are counted through all its paragraphs', () => {
    const parts = partsOf(
      ['c'],
      [proposed('c', 'Gladly decide to meet again soon.'), proposed(null, 'Thank the host.')],
    );
    expect(parts.map(({ changes }) => changes.map(({ number }) => number))).toEqual([[1, 2], [3]]);
    expect(parts.map(({ paragraph: id }) => id)).toEqual(['c', null]);
  });

  test('stand in their places, and no word is lost', () => {
    const [part] = partsOf(['c'], [proposed('c', 'Gladly decide to meet again soon.')]);
    const stretches = part === undefined ? [] : stretchesOf(part);
    const read = (side: 'before' | 'after') =>
      stretches
        .flatMap((stretch) => (stretch.type === 'same' ? stretch.runs : stretch.hunk[side]))
        .map(({ text }) => text)
        .join('');
    expect([read('before'), read('after')]).toEqual(['Decide to meet again.', 'Gladly decide to meet again soon.']);
  });

  test('of which some are chosen, show what the text becomes and what stays on the table', () => {
    const [part] = partsOf(['c'], [proposed('c', 'Decide to meet again soon, and to report.')]);
    if (part === undefined) throw new Error('no part');
    const all = part.changes.map(({ key }) => key);
    expect(words(outcomeOf(part, new Set()).text)).toBe('Decide to meet again.');
    expect(outcomeOf(part, new Set(all))).toMatchObject({ remains: false });
    for (const chosen of [[], all]) {
      expect(words(outcomeOf(part, new Set(chosen)).proposed)).toBe('Decide to meet again soon, and to report.');
    }
  });

  test('of which some are chosen, tell which words they put in place of which', () => {
    const parts = partsOf(['c'], [proposed('c', 'Gladly decide to meet again soon.')]);
    const said = (chosen: ReadonlySet<string>) =>
      rewordingsOf(parts, chosen).map(({ before, after }) => [plainText({ runs: before }), plainText({ runs: after })]);
    const keys = parts.flatMap(({ changes }) => changes.map(({ key }) => key));
    expect(said(new Set())).toEqual([]);
    expect(said(new Set(keys.slice(1)))).toEqual([['Decide to meet again.', 'Decide to meet again soon.']]);
    expect(said(new Set(keys))).toEqual([['Decide to meet again.', 'Gladly decide to meet again soon.']]);
  });

  test('whose ticks go along to another version stay on the same words, and the others are named', () => {
    const before = partsOf(['c'], [proposed('c', 'Gladly decide to meet again soon, and to report.')]);
    const now = partsOf(['c'], [proposed('c', 'Really gladly decide to meet again soon, and to report.')]);
    const keys = (parts: typeof before) => parts.flatMap(({ changes }) => changes.map(({ key }) => key));
    expect(keys(before)).toHaveLength(2);
    const { chosen, lost } = carriedChoice(before, new Set(keys(before)), now);
    expect([...chosen]).toEqual(keys(now).slice(1));
    expect(lost.map(({ number }) => number)).toEqual([1]);
    expect(carriedChoice(before, new Set(), now)).toEqual({ chosen: new Set(), lost: [] });
    expect(carriedChoice(before, new Set(keys(before)), before)).toEqual({ chosen: new Set(keys(before)), lost: [] });
  });

  test('a tick does not go along to one of several changes alike when there are not as many', () => {
    const twice = partsOf(['a'], [proposed('a', 'Encourage so cooperation so;')]);
    const once = partsOf(['a'], [proposed('a', 'Encourage cooperation so;')]);
    const all = (parts: typeof twice) => new Set(parts.flatMap(({ changes }) => changes.map(({ key }) => key)));
    const carried = carriedChoice(twice, all(twice), once);
    expect(carried.chosen.size + carried.lost.length).toBe(all(twice).size);
    for (const key of carried.chosen) expect(all(once)).toContain(key);
  });

  test('a deletion and a new paragraph are taken whole or not at all', () => {
    const parts = partsOf(['a', 'b', 'b1', 'c'], [proposed('a', 'Encourage cooperation;'), proposed(null, 'Thank.')]);
    const [deletion] = parts.filter(({ paragraph: id }) => id === 'c');
    const [insertion] = parts.filter(({ paragraph: id }) => id === null);
    if (deletion === undefined || insertion === undefined) throw new Error('not both');
    expect(words(outcomeOf(deletion, new Set()).text)).toBe('Decide to meet again.');
    expect(outcomeOf(deletion, new Set([deletion.key]))).toEqual({ text: null, proposed: null, remains: false });
    expect(outcomeOf(insertion, new Set())).toMatchObject({ text: null, remains: true });
    expect(words(outcomeOf(insertion, new Set([insertion.key])).text)).toBe('Thank.');
  });

  test('are named for the act once each, by paragraph, whatever is chosen', () => {
    const parts = partsOf(
      ['c'],
      [
        proposed('c', 'Gladly decide to meet again soon.'),
        proposed(null, 'Thank the host.'),
        proposed(null, 'Thank all.'),
      ],
    );
    const all = parts.flatMap(({ changes }) => changes);
    fc.assert(
      fc.property(fc.subarray(all), (some) => {
        const names = namesOf(parts, new Set(some.map(({ key }) => key)));
        expect(names.flatMap(({ hunks }) => hunks)).toEqual(some.map(({ hunk }) => hunk.id));
        expect(new Set(names.map(({ paragraph: id }) => id)).size).toBe(names.length);
        expect(names.every(({ hunks }) => hunks.length > 0)).toBe(true);
      }),
    );
  });
});
