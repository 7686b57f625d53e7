import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../src/writeCsv.ts';

/** A reader of RFC 4180 that knows nothing of the writer. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, bare = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end !== ',') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('writing CSV', () => {
  it('quotes what must be quoted and ends each row with CR LF', () => {
    expect(
      writeCsv(
        ['Country', 'Says'],
        [
          ['Fiji', 'yes, "gladly"'],
          ['Chile', 'two\nlines'],
          ['', ''],
        ],
      ),
    ).toBe('Country,Says\r\nFiji,"yes, ""gladly"""\r\nChile,"two\nlines"\r\n,\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '\nx', ' =1', '＝1', '－1'])(
    'keeps a spreadsheet from computing %j',
    (cell) => {
      const [, [guarded = '']] = readCsv(writeCsv(['a'], [[cell]])) as [string[], string[]];
      expect(guarded).toBe(`'${cell}`);
    },
  );

  it('leaves other cells as they are, whatever they hold', () => {
    const cell = fc
      .string({ unit: 'binary' })
      .filter((text) => !/^\s*[=+\-@\t\r\n\uff0b\uff0d\uff1d\uff20]/.test(text));
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 });
    fc.assert(
      fc.property(table, ([header = [], ...rows]) => {
        expect(readCsv(writeCsv(header, rows))).toEqual([header, ...rows]);
      }),
    );
  });
});
