import type { AmendmentId, DelegationId } from '@chapeau/procedure';
import { expect, test } from 'vitest';
import { everything, isPart, readShown, type Shown, shownTouches, writeShown } from '../src/text/shown.ts';
import { touchesAt } from '../src/text/touches.ts';
import { paragraph, proposed, tabledText } from './negotiation.ts';

const a = paragraph('a');
const rewording = { type: 'replace', paragraphs: [a] } as const;
const twoProposals = () =>
  tabledText()
    .tables('x', rewording, [proposed('a', 'Encourage cooperation at sea;')], 'jpn')
    .tables('y', rewording, [proposed('a', 'Encourage all cooperation;')], 'chl');
const ids = (shown: Shown) =>
  shownTouches(touchesAt(twoProposals().document, a), shown).map(({ amendment }) => amendment.id);

test('everything is shown unless it is wished otherwise', () => {
  expect(isPart(everything)).toBe(false);
  expect(ids(everything)).toEqual(['x', 'y']);
});

test('one delegation sees what it proposes', () => {
  expect(ids({ ...everything, concerning: 'chl' as DelegationId })).toEqual(['y']);
  expect(ids({ ...everything, concerning: 'bra' as DelegationId })).toEqual([]);
});

test('one delegation sees what it holds a position on, until that lapses', () => {
  const negotiation = twoProposals();
  const chile = { ...everything, concerning: 'chl' as DelegationId };
  const [first] = touchesAt(negotiation.document, a);
  const hash = first?.amendment.versions.at(-1)?.hash;
  if (hash === undefined) throw new Error('no version');
  const takes = (on: typeof hash) =>
    negotiation.happens({
      type: 'position-taken',
      document: negotiation.document.id,
      delegation: 'chl' as DelegationId,
      on: { type: 'amendment', amendment: 'x' as AmendmentId, hash: on },
      position: 'object',
      statement: '',
    });
  const seen = () => shownTouches(touchesAt(negotiation.document, a), chile).map(({ amendment }) => amendment.id);
  takes(hash);
  expect(seen()).toEqual(['x', 'y']);
  takes(hash.replace(/./g, '0') as typeof hash);
  expect(seen()).toEqual(['y']);
});

test('only chosen amendments are shown', () => {
  expect(ids({ ...everything, only: new Set(['x' as AmendmentId]) })).toEqual(['x']);
  expect(ids({ ...everything, only: new Set() })).toEqual([]);
});

test('the same list and the same wish give the very same list', () => {
  const touches = touchesAt(twoProposals().document, a);
  const shown = { ...everything, concerning: 'chl' as DelegationId };
  expect(shownTouches(touches, shown)).toBe(shownTouches(touches, shown));
  expect(shownTouches(touches, everything)).toBe(touches);
  const other: Shown = { ...everything, only: new Set(['y' as AmendmentId]) };
  const before = shownTouches(touches, shown);
  expect(shownTouches(touches, other)).toBe(before);
  expect(shownTouches(touches, { ...everything, only: new Set(['x', 'y'] as AmendmentId[]) })).toBe(touches);
});

test('what is kept is read back; what cannot be read hides nothing', () => {
  const shown: Shown = {
    names: false,
    positions: true,
    concerning: 'chl' as DelegationId,
    only: new Set(['x' as AmendmentId]),
  };
  expect(readShown(writeShown(shown))).toEqual(shown);
  expect(readShown(writeShown(everything))).toEqual(everything);
  for (const written of [null, '', '{', '7', '{"only":3}', '{"concerning":[]}', '{"names":"no"}'])
    expect(readShown(written)).toEqual(everything);
});
