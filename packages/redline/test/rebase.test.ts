import type { Wording } from '@chapeau/text';
import { describe, expect, it } from 'vitest';
import { type Rebase, rebase } from '../src/index.ts';
import { p, shown } from './notation.ts';

describe('rebase merges', () => {
  it.each([
    [
      'changes in different places',
      'we shall meet in May',
      'we should meet in May',
      'we shall meet in June',
      'we should meet in June',
    ],
    ['changes that touch', 'open data', 'free data', 'open knowledge', 'free knowledge'],
    [
      'an insertion before a replaced word',
      'a framework',
      'a voluntary framework',
      'a mechanism',
      'a voluntary mechanism',
    ],
    [
      'an insertion behind a deleted word',
      'a voluntary framework',
      'a framework',
      'a voluntary legal framework',
      'a legal framework',
    ],
    [
      'an addition at the end with a change of the last word',
      'to meet',
      'to report',
      'to meet annually',
      'to report annually',
    ],
    [
      'a deleted comma with a deletion of what it parted',
      'States, and others, act',
      'States and others, act',
      'States, act',
      'States act',
    ],
    ['equal changes once', 'shall act', 'should act', 'should act now', 'should act now'],
    ['equal insertions once', 'a framework', 'a voluntary framework', 'a voluntary framework', 'a voluntary framework'],
    ['deletions that overlap', 'as needed, and if asked, to act', 'and if asked, to act', 'to act', 'to act'],
    [
      'deletions of neighbours, without the space that both left',
      'peace trade data.',
      'peace data.',
      'peace trade.',
      'peace.',
    ],
    [
      'formatting with words',
      'Recalling the Message',
      '_Recalling_ the Message',
      'Recalling the first Message',
      '_Recalling_ the first Message',
    ],
    ['formatting mark by mark', 'Recalling', '_Recalling_', '*Recalling*', '*_Recalling_*'],
    ['formatting taken away with formatting given', '_Recalling_', 'Recalling', '*_Recalling_*', '*Recalling*'],
    ['formatting of parts of a word', 'reaffirming', '_r_eaffirming', 're*affirming*', '_r_e*affirming*'],
    [
      'deletion of words that the other formatted',
      'a voluntary framework',
      'a _voluntary_ framework',
      'a framework',
      'a framework',
    ],
    [
      'deletions of neighbouring clauses, each with its comma',
      'We act, as appropriate, by 2030.',
      'We act, by 2030.',
      'We act, as appropriate.',
      'We act.',
    ],
    [
      'deletions of neighbouring items of a list',
      'for peace, women, skills and trade',
      'for peace, skills and trade',
      'for peace, women and trade',
      'for peace and trade',
    ],
    [
      'an item put in before one that is deleted',
      'for peace, women and trade',
      'for peace and trade',
      'for peace, skills, women and trade',
      'for peace, skills and trade',
    ],
    [
      'an item put in behind the first, which is deleted',
      'for peace, women and trade',
      'for women and trade',
      'for peace, skills, women and trade',
      'for skills, women and trade',
    ],
    [
      'a clause put in before one that is deleted',
      'We act, if asked, by 2030.',
      'We act, if asked, at once, by 2030.',
      'We act, if asked.',
      'We act, if asked, at once.',
    ],
    ['words at the end before the full stop put there', 'We act', 'We act.', 'We act, if asked', 'We act, if asked.'],
    [
      'an item before a comma put there',
      'States and others',
      'States, and others',
      'States, cities and others',
      'States, cities, and others',
    ],
    [
      'an addition to a text that is deleted, without the space that parted them',
      'Act now.',
      '',
      'Act now. Report.',
      'Report.',
    ],
    [
      'what is already in the text of an amendment that repeats words',
      'trade and data',
      'data trade data trade and data',
      'data trade data trade open',
      'data trade data trade open',
    ],
  ])('%s', (_, base, theirs, ours, merged) => {
    const result = rebase(p(base), p(theirs), p(ours));
    expect(result.type === 'clean' ? shown(result.wording.runs) : result).toBe(merged);
  });

  it('kind and level as values', () => {
    const base = p('Data');
    const result = rebase(base, { ...base, kind: 'heading' }, { ...base, level: 2 });
    expect(result).toEqual({ type: 'clean', wording: { ...base, kind: 'heading', level: 2 } });
  });
});

describe('rebase finds a conflict', () => {
  it.each([
    ['in one word changed in two ways', 'shall act', 'should act', 'may act', ['shall → should | may'], 'may act'],
    [
      'in two insertions at one point',
      'a framework',
      'a voluntary framework',
      'a binding framework',
      [' → voluntary  | binding '],
      'a binding framework',
    ],
    [
      'in an insertion inside a deletion',
      'to act, as appropriate, soon',
      'to act soon',
      'to act, as deemed appropriate, soon',
      [', as appropriate, → | , as deemed appropriate,'],
      'to act, as deemed appropriate, soon',
    ],
    [
      'in formatting of a word that the other replaced',
      'shall act',
      '_shall_ act',
      'should act',
      ['shall → _shall_ | should'],
      'should act',
    ],
    [
      'in deletions that have only a comma in common',
      'for peace, women and trade',
      'for women and trade',
      'for peace and trade',
      ['peace, women → women | peace'],
      'for peace and trade',
    ],
    [
      'in deletions of which each leaves what the other deletes',
      'Recalls peace, and trade',
      'Recalls peace',
      'Recalls trade',
      ['peace, and trade → peace | trade'],
      'Recalls trade',
    ],
    [
      'in deletions that together leave nothing of two',
      'to support women and youth, if asked',
      'to support youth, if asked',
      'to support women, if asked',
      ['women and youth → youth | women'],
      'to support women, if asked',
    ],
    [
      'only where there is one',
      'we shall meet in May',
      'you should meet in May',
      'we may meet in June',
      ['we shall → you should | we may'],
      'we may meet in June',
    ],
  ])('%s', (_, base, theirs, ours, conflicts, merged) => {
    const result = rebase(p(base), p(theirs), p(ours));
    expect(result.type === 'conflict' ? result.conflicts.map(line) : result).toEqual(conflicts);
    expect(wordingOf(result).runs).toEqual(p(merged).runs);
  });

  it('over what the paragraph is, with ours kept', () => {
    const base = p('Data');
    const [theirs, ours]: [Wording, Wording] = [
      { ...base, level: 1 },
      { ...base, level: 2 },
    ];
    expect(rebase(base, theirs, ours)).toEqual({
      type: 'conflict',
      conflicts: [],
      shape: {
        base: { kind: 'operative', level: 0 },
        theirs: { kind: 'operative', level: 1 },
        ours: { kind: 'operative', level: 2 },
      },
      merged: ours,
    });
  });
});

function wordingOf(result: Rebase): Wording {
  return result.type === 'clean' ? result.wording : result.merged;
}

function line({ base, theirs, ours }: Extract<Rebase, { type: 'conflict' }>['conflicts'][number]): string {
  return `${shown(base)} → ${shown(theirs)} | ${shown(ours)}`.replace('→  |', '→ |');
}
