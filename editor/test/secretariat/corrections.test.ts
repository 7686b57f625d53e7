import { plainText, type Run } from '@chapeau/text';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Correction, correct, type Preview, previewOf } from '../../src/secretariat/draft/corrections.ts';
import type { DraftRow } from '../../src/secretariat/draft/draftRow.ts';
import { retype, sliceRuns } from '../../src/secretariat/draft/editRuns.ts';

const row = (id: number, words: string, more: Partial<DraftRow> = {}): DraftRow => ({
  ...{ id, label: '', kind: 'operative', level: 0, doubts: [] },
  runs: words === '' ? [] : [{ text: words, marks: [] }],
  ...more,
});
const words = ({ rows }: Preview) => rows.map(plainText);
const after = (rows: readonly DraftRow[], ...steps: readonly Correction[]) => steps.reduce(correct, previewOf(rows));

const runs = fc.array(
  fc.record({
    text: fc.string({ minLength: 1, maxLength: 12 }),
    marks: fc.subarray(['bold', 'italic'] as const),
  }),
  { maxLength: 5 },
);
const marksOfEach = (of: readonly Run[]) =>
  of.flatMap(({ text, marks }) => Array.from({ length: text.length }, () => marks.join()));

describe('words that are typed anew', () => {
  test('read as they were typed, whatever they were before', () => {
    fc.assert(
      fc.property(runs, fc.string({ maxLength: 30 }), (old, typed) => {
        expect(plainText({ runs: retype(old, typed) })).toBe(typed);
      }),
    );
  });

  test('keep the formatting of what stands before and behind the change', () => {
    const old: readonly Run[] = [
      { text: 'Recalling', marks: ['italic'] },
      { text: ' the Message ', marks: [] },
      { text: 'of 2019', marks: ['bold'] },
    ];
    const typed = retype(old, 'Recalling the Jakarta Message of 2019');
    expect(typed).toEqual([
      { text: 'Recalling', marks: ['italic'] },
      { text: ' the Jakarta Message ', marks: [] },
      { text: 'of 2019', marks: ['bold'] },
    ]);
  });

  test('slices join to the whole', () => {
    fc.assert(
      fc.property(runs, fc.nat(60), (of, at) => {
        const joined = [...sliceRuns(of, 0, at), ...sliceRuns(of, at)];
        expect(plainText({ runs: joined })).toBe(plainText({ runs: of }));
        expect(marksOfEach(joined)).toEqual(marksOfEach(of));
      }),
    );
  });
});

describe('corrections of a preview', () => {
  test('split at the cursor, and merged again, a paragraph reads as before', () => {
    const split = after([row(0, 'Decide to meet. Invite all.')], { type: 'split', row: 0, at: 15 });
    expect(words(split)).toEqual(['Decide to meet.', 'Invite all.']);
    expect(split.focus).toEqual({ row: 1, at: 0 });
    expect(words(correct(split, { type: 'merge', row: 1 }))).toEqual(['Decide to meet. Invite all.']);
  });

  test('a merged paragraph brings its label along, since it may have been words all along', () => {
    const merged = after([row(0, 'adopted in'), row(1, 'The Message', { label: '2019.' })], { type: 'merge', row: 1 });
    expect(words(merged)).toEqual(['adopted in 2019. The Message']);
    expect(merged.focus).toEqual({ row: 0, at: 'adopted in'.length });
  });

  test('the first paragraph has none before it to merge with', () => {
    const preview = previewOf([row(0, 'One')]);
    expect(correct(preview, { type: 'merge', row: 0 })).toBe(preview);
  });

  test('what a text may not hold is not taken over from what was pasted', () => {
    const pasted = after([row(0, 'x')], { type: 'words', row: 0, words: 'one\r\ntwo\u202e three\u0000' });
    expect(words(pasted)).toEqual(['one two three']);
  });

  test('choosing the kind settles the doubt about it and no other', () => {
    const doubtful = row(0, 'Annex', { doubts: ['kind-guessed', 'footnote'] });
    expect(after([doubtful], { type: 'kind', row: 0, kind: 'heading' }).rows[0]?.doubts).toEqual(['footnote']);
  });

  test('levels stay between the outermost and the deepest', () => {
    const out = after([row(0, 'x')], { type: 'level', row: 0, by: -1 });
    expect(out.past).toHaveLength(0);
    const steps = Array.from({ length: 9 }, (): Correction => ({ type: 'level', row: 0, by: 1 }));
    expect(after([row(0, 'x')], ...steps).rows[0]?.level).toBe(6);
  });

  test('typing on in one field is one step of the history; another field begins a new one', () => {
    const typed = after(
      [row(0, 'a'), row(1, 'b')],
      { type: 'words', row: 0, words: 'ab' },
      { type: 'words', row: 0, words: 'abc' },
      { type: 'words', row: 1, words: 'bc' },
    );
    const once = correct(typed, { type: 'undo' });
    expect(words(once)).toEqual(['abc', 'b']);
    expect(words(correct(once, { type: 'undo' }))).toEqual(['a', 'b']);
  });

  test('whatever was done, undoing all of it gives the draft as it was read, and redoing it what it had become', () => {
    const rows = [row(0, 'One two'), row(1, 'Three', { label: '3.' }), row(2, 'Four'), row(3, 'Five')];
    const id = fc.nat(7);
    const correction = fc.oneof(
      fc.record({ type: fc.constant('words' as const), row: id, words: fc.string({ maxLength: 8 }) }),
      fc.record({ type: fc.constant('split' as const), row: id, at: fc.nat(8) }),
      fc.record({ type: fc.constant('merge' as const), row: id }),
      fc.record({ type: fc.constant('delete' as const), rows: fc.array(id, { maxLength: 3 }) }),
      fc.record({ type: fc.constant('level' as const), row: id, by: fc.constantFrom(1 as const, -1 as const) }),
      fc.constant({ type: 'number-anew' as const }),
    );
    fc.assert(
      fc.property(fc.array(correction, { maxLength: 25 }), (steps) => {
        const end = after(rows, ...steps);
        const ids = end.rows.map((one) => one.id);
        expect(new Set(ids).size).toBe(ids.length);
        let back = end;
        while (back.past.length > 0) back = correct(back, { type: 'undo' });
        expect(back.rows).toEqual(rows);
        let forth = back;
        while (forth.future.length > 0) forth = correct(forth, { type: 'redo' });
        expect(forth.rows).toEqual(end.rows);
      }),
    );
  });
});

describe('a correction that was offered', () => {
  const doubled = row(0, 'the the Charter');
  const single: readonly Run[] = [
    { text: 'the', marks: ['italic'] },
    { text: ' Charter', marks: [] },
  ];

  test('puts the words in their place with their formatting, and is undone as one step', () => {
    const fixed = after([doubled, row(1, 'second')], { type: 'fix', row: 0, was: doubled.runs, runs: single });
    expect(words(fixed)).toEqual(['the Charter', 'second']);
    expect(fixed.rows[0]?.runs).toBe(single);
    expect(words(correct(fixed, { type: 'undo' }))).toEqual(['the the Charter', 'second']);
  });

  test('does nothing to words that are others by now', () => {
    const typed: Correction = { type: 'words', row: 0, words: 'the the Charter of the United Nations' };
    const fixed = after([doubled], typed, { type: 'fix', row: 0, was: doubled.runs, runs: single });
    expect(words(fixed)).toEqual(['the the Charter of the United Nations']);
    expect(fixed.past).toHaveLength(1);
  });
});
