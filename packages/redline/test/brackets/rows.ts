import { expect, test } from 'vitest';
import { type Said, said } from './said.ts';

/** A line of notation and what it must read as; what is not said must be empty. */
export type Row = readonly [line: string, expected: Partial<Said>];

const nothing: Said = { label: '', base: '', proposals: [], positions: [], marks: [], doubts: [] };

/** A test for each row. */
export function holds(rows: readonly Row[]): void {
  test.each(rows)('%s', (line, expected) => {
    expect(said(line)).toEqual({ ...nothing, ...expected });
  });
}
