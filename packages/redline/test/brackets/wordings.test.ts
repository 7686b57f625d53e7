import { describe, expect, test } from 'vitest';
import { readNotation, writeNotation } from '../../src/brackets/index.ts';
import { holds } from './rows.ts';
import { said } from './said.ts';

describe('a wording reads as if its brackets had never been', () => {
  holds([
    [
      'for [ports], [ships]; and crews',
      { base: 'for ports, ships; and crews', proposals: ['-: for, ships; and crews', '-: for ports; and crews'] },
    ],
    ['for [ports,], ships', { base: 'for ports, ships', proposals: ['-: for, ships'] }],
    ['[Soon], act', { base: 'Soon, act', proposals: ['-: act'] }],
    ['4. [Act now;].', { label: '4', base: 'Act now;.', proposals: ['-: (gone)'] }],
    ['with [help of others]and care', { base: 'with help of others and care', proposals: ['-: with and care'] }],
    [
      'All [shall]provide [it]',
      { base: 'All shall provide it', proposals: ['-: All provide it', '-: All shall provide'] },
    ],
    ['regional[ly agreed] aims', { base: 'regionally agreed aims', proposals: ['-: regional aims'] }],
    [
      '[there]of and modalit[y][ies]',
      { base: 'thereof and modality', proposals: ['-: of and modality', '-: thereof and modalities'] },
    ],
  ]);
});

describe('brackets without words of the text are no places', () => {
  test('a footnote mark', () => {
    expect(said('All Parties[[^3]] act', { format: 'markdown' })).toMatchObject({
      base: 'All Parties act',
      proposals: [],
    });
  });

  test('a label', () => {
    const split = () => [{ from: 0, kind: 'heading', level: 0, isAside: false } as const];
    expect(said('[Article 3 bis] (Forests)', { split })).toMatchObject({
      label: 'Article 3 bis',
      base: '(Forests)',
      proposals: [],
    });
  });

  test('a link of Markdown that is defined elsewhere, and no other two brackets', () => {
    const source = 'See [the draft][src] and [this][that].\n\n[src]: https://example.org/a\n';
    const reading = readNotation(source, { format: 'markdown' });
    expect(reading.counts.brackets).toBe(3);
    expect(said(source, { format: 'markdown' })).toMatchObject({
      base: 'See the draft and this.',
      proposals: ['-: See the draft and that.'],
    });
  });
});

describe('formatting ends no word beside a slash', () => {
  test.each([
    ['parties/andक्षमताagreed', 'parties/and*क्षमता*agreed', []],
    ['parties/groups agreed', '*parties*/**gr**oups agreed', ['slash-alternatives']],
    ['and/or', '*and*/or', []],
  ])('%s', (plain, formatted, doubts) => {
    const [one, other] = [said(`[${plain}]`), said(`[${formatted}]`, { format: 'markdown' })];
    expect(other).toEqual(one);
    expect(one.doubts).toEqual(doubts);
  });
});

describe('written without names', () => {
  test.each([
    ['[To be deleted - Fiji][Retain - EU] Act;', '[To be deleted][Retain] Act;'],
    ['Act; (EU: delete para)', 'Act;'],
    ['Act [now] [US: delete] soon', 'Act [now] soon'],
    ['Act [now - US / later - EU] [so (Fiji)]', 'Act [now][later] [so]'],
    ['(EU) [Act;]', '[Act;]'],
    ['[Act [now - Fiji]', '[Act [now]'],
  ])('%s', (source, text) => {
    expect(writeNotation(readNotation(source), 'none')).toEqual({ text, kept: [] });
  });
});
