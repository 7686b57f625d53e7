import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chapeau } from '../support/spawnServer.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chapeau-brackets-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `brackets` on a file of these contents. */
async function brackets(contents: string | Uint8Array, ...args: readonly string[]) {
  const path = join(folder, 'compilation.txt');
  writeFileSync(path, contents);
  return chapeau(['brackets', path, ...args]);
}

const compilation = [
  'PP1  Recalling the first conference, [Agreed ad ref]',
  '1.  Encourage [voluntary - JPN, ROK; G77 delete] [binding (Zembla)] exchange;',
  '2bis. Promote [skills]/[training] (EU) for all];',
  '',
].join('\n');

describe('chapeau brackets', () => {
  test('tells what is disputed, who wants what and what to confirm', async () => {
    const { code, stdout, stderr } = await brackets(compilation);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('5 “[”, 6 “]”');
    expect(stdout).toContain('line 2, 1: JPN, ROK insert\n      Encourage voluntary binding (Zembla) exchange;');
    expect(stdout).toMatch(/3:47 {2}unopened: /);
  });

  test('--json has the counts, the repairs by line and column, labels, names, marks and proposals', async () => {
    const { code, stdout } = await brackets(compilation, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      brackets: 5,
      openers: 5,
      closers: 6,
      nesting: 1,
      labels: ['PP1', '1', '2 bis'],
      repairs: [{ line: 3, column: 47, kind: 'unopened', reason: expect.stringMatching(/\.$/) }],
      parties: { known: ['European Union', 'Group of 77 and China', 'Japan', 'Republic of Korea'], unknown: [] },
      statusMarks: [{ line: 1, label: 'PP1', status: 'agreed-ad-ref', text: 'Agreed ad ref' }],
      proposals: expect.arrayContaining([
        expect.objectContaining({
          label: '2 bis',
          kind: 'replace',
          parties: ['EU'],
          wording: 'Promote training for all;',
        }),
      ]),
      positions: [expect.objectContaining({ stance: 'delete', parties: ['G77'] })],
    });
  });

  test.each([
    ['lines that end with CRLF', compilation.replaceAll('\n', '\r\n')],
    ['a byte-order mark', `\ufeff${compilation}`],
    ['no text at all', ''],
    ['controls, old line ends and no last line end', '\u0000[\r]\f\u2028{ \u0301'],
  ])('--verbatim gives back the bytes of a file with %s', async (_, contents) => {
    const { code } = await brackets(contents, '--verbatim');
    expect(code).toBe(0);
    const path = join(folder, 'copy.txt');
    writeFileSync(path, (await brackets(contents, '--verbatim')).stdout);
    expect(readFileSync(path)).toEqual(Buffer.from(contents));
  });

  test('a file that is not UTF-8 is said to be so in one sentence, with the exit code 2', async () => {
    const { code, stdout, stderr } = await brackets(Uint8Array.of(0x5b, 0xe9, 0x5d), '--verbatim');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/not valid UTF-8/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test.each([
    ['rio', 'Promote [skills / training - EU] for all];'],
    ['un', 'Promote [skills]/[training] (EU) for all];'],
    ['none', 'Promote [skills][training] for all];'],
  ])('--notation %s', async (form, line) => {
    const { code, stdout } = await brackets(compilation, '--notation', form);
    expect(code).toBe(0);
    expect(stdout).toContain(line);
  });

  test('a path that is none is one sentence', async () => {
    const { code, stderr } = await chapeau(['brackets', join(folder, 'absent.txt')]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/cannot be read \(ENOENT\)/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
