import { type AmendmentId, latest, liveAmendments, proposalHash } from '@chapeau/procedure';
import { expect, test } from 'vitest';
import { ticksNow, ticksOn, toggled } from '../src/chair/setAside.ts';
import { delegation, documentId, type Negotiation, paragraph, proposed, tabledText } from './negotiation.ts';

const id = (amendment: string) => amendment as AmendmentId;
const words = { type: 'replace', paragraphs: [paragraph('a')] } as const;

/** Amendments x, y and z, with numbers 1, 2 and 3, to one paragraph. */
function three(): Negotiation {
  return ['x', 'y', 'z'].reduce(
    (negotiation, one) => negotiation.tables(one, words, [proposed('a', `Words of ${one};`)]),
    tabledText(),
  );
}

const live = ({ document }: Negotiation) => [...liveAmendments(document)];

/** Tables y anew with other words. */
function retabled(negotiation: Negotiation): Negotiation {
  const [, y] = live(negotiation);
  if (y === undefined) throw new Error('no second amendment');
  const { base } = latest(y);
  const paragraphs = [proposed('a', 'Other words of y;')];
  return negotiation.happens({
    type: 'amendment-tabled',
    document: documentId,
    amendment: y.id,
    number: y.number,
    version: 2,
    proposal: { scope: words, base, paragraphs, hash: proposalHash(words, base, paragraphs) },
    sponsors: [delegation('jpn')],
    tags: { kind: 'substantive', sectors: [] },
    rationale: '',
  });
}

test('ticks name the versions that were seen', () => {
  const amendments = live(three());
  const { standing, changed, gone } = ticksNow(ticksOn(amendments), amendments);
  expect([...standing]).toEqual(amendments.map((one) => [one.id, latest(one).hash]));
  expect([changed, gone]).toEqual([[], []]);
});

test('a tick is set and taken away again', () => {
  const [x, y] = live(three());
  if (x === undefined || y === undefined) throw new Error('too few amendments');
  const both = toggled(toggled(new Map(), x), y);
  expect([...both.keys()]).toEqual([id('x'), id('y')]);
  expect([...toggled(both, x).keys()]).toEqual([id('y')]);
});

test('a tick does not pass on to new words; it is told, until the new words are ticked', () => {
  const negotiation = three();
  const ticks = ticksOn(live(negotiation));
  const now = live(retabled(negotiation));
  const { standing, changed, gone } = ticksNow(ticks, now);
  expect([[...standing.keys()], changed, gone]).toEqual([[id('x'), id('z')], [2], []]);

  const y = now.find((one) => one.id === id('y'));
  if (y === undefined) throw new Error('no second amendment');
  const again = ticksNow(toggled(ticks, y), now);
  expect(again.standing.get(id('y'))).toBe(latest(y).hash);
  expect(again.changed).toEqual([]);
});

test('of amendments that were settled meanwhile the numbers are told in order, of those that are new nothing is ticked', () => {
  const negotiation = three();
  const ticks = new Map([...ticksOn(live(negotiation))].toReversed());
  for (const amendment of ['z', 'x'])
    negotiation.happens({ type: 'amendment-withdrawn', document: documentId, amendment: id(amendment) });
  negotiation.tables('new', words, [proposed('a', 'New words;')]);
  const { standing, changed, gone } = ticksNow(ticks, live(negotiation));
  expect([[...standing.keys()], changed, gone]).toEqual([[id('y')], [], [1, 3]]);
});
