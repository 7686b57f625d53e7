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
    expect(stdout).toContain('line 2, 1: JPN, ROK insert\n      Encourage {+voluntary +}binding (Zembla) exchange;');
    expect(stdout).toMatch(/3:47 {2}unopened +“]” +This closing bracket/);
  });

  test('says at a glance how much is disputed, by whom, and which names are not known', async () => {
    const { stdout } = await brackets('1. Act [now - Fiji, Zemble; G77 delete] [well - G77, Korea] [so];');
    expect(stdout.split('\n\n').slice(0, 2).join('\n').split('\n').slice(1)).toEqual([
      '  Brackets    3, nested at most 1 deep (3 “[”, 3 “]”)',
      '  Paragraphs  1, 1 with brackets; 1 label',
      '  Proposals   3, 1 of them without a name; 1 position',
      '  Names       2 known, 1 unknown, 1 that may be several',
      '  To confirm  2: 1 unknown-party, 1 ambiguous-party',
      'Who wants what',
      '  Group of 77 and China  1 proposal  1 position  from line 1',
      '  Fiji                   1 proposal              from line 1',
      '  Zemble                 1 proposal              from line 1  not in the table of names',
      "  Korea                  1 proposal              from line 1  Republic of Korea or Democratic People's Republic of Korea",
      '  (nobody named)         1 proposal',
    ]);
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
      disputed: 2,
      repairs: [
        { line: 2, column: 60, kind: 'maybe-names', found: 'Zembla', id: 'maybe-names@112', from: 112, to: 118 },
        { line: 3, column: 47, kind: 'unopened', found: ']', reason: expect.stringMatching(/\.$/) },
      ],
      parties: {
        known: ['European Union', 'Group of 77 and China', 'Japan', 'Republic of Korea'],
        unknown: [],
        mentions: expect.arrayContaining([{ name: 'Japan', proposals: 1, positions: 0, line: 2 }]),
      },
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

  test.each([
    ['absent.txt', /There is no such file/],
    ['', /is a folder/],
  ])('the path “%s” is refused in one sentence, with the exit code 1', async (name, reason) => {
    const { code, stdout, stderr } = await chapeau(['brackets', join(folder, name)]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(reason);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('more than a document is refused before it is read', async () => {
    const { code, stderr } = await brackets('[x] '.repeat(2_200_000));
    expect(code).toBe(1);
    expect(stderr).toMatch(/larger than 8 MB/);
  });

  test.each([
    ['a Word document', 'PK\u0003\u0004word', /a Word document/],
    ['a PDF', '%PDF-1.7', /a PDF/],
  ])('%s is said to be one, with what to do and the exit code 2', async (_, contents, reason) => {
    const { code, stdout, stderr } = await brackets(contents);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(reason);
  });

  test('- reads standard input', async () => {
    const { code, stdout } = await chapeau(['brackets', '-', '--notation', 'un'], undefined, 'Act [now - EU];\n');
    expect([code, stdout]).toEqual([0, 'Act [now] (EU);\n']);
  });

  test('an unknown form is refused with those there are', async () => {
    const { code, stderr } = await brackets(compilation, '--notation', 'wto');
    expect(code).toBe(1);
    expect(stderr).toMatch(/rio, un, none/);
  });

  test('without names, nobody is named', async () => {
    const { stdout } = await brackets(compilation, '--notation', 'none');
    expect(stdout).not.toMatch(/JPN|ROK|G77|EU/);
  });
});
