import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seal } from '@chapeau/record';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gavel, openAdoption, tableText } from '../support/negotiation.ts';
import { chapeau } from '../support/spawnServer.ts';
import { startTestServer } from '../support/startTestServer.ts';

interface Written {
  entries: { hash: string; json: string }[];
  head: { seq: number; hash: string };
  text: { paragraphs: { runs: { text: string }[] }[] };
  log: { stance: string }[];
}

let folder: string;
let genuine: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chapeau-verify-'));
  const server = await startTestServer();
  const chair = await server.client({ role: 'chair', conference: 'rcdd-2019' });
  await tableText(chair);
  await openAdoption(chair);
  await gavel(chair);
  genuine = join(folder, 'genuine.json');
  const exported = await chapeau(['export', 'rcdd-2019', 'bundle.json', '--data', server.folder, '--output', genuine]);
  expect(exported).toMatchObject({ code: 0, stderr: '' });
  await server.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Verifies the bundle after a change to it. */
async function tampered(change: (bundle: Written) => void, ...args: readonly string[]) {
  const bundle = JSON.parse(readFileSync(genuine, 'utf8')) as Written;
  change(bundle);
  const path = join(folder, 'tampered.json');
  writeFileSync(path, JSON.stringify(bundle));
  return chapeau(['verify', path, ...args]);
}

/** Replaces words in an entry and hashes it anew. */
function reword(bundle: Written, at: number, from: string, to: string): void {
  const entry = bundle.entries[at];
  if (entry?.json.includes(from) !== true) throw new Error(`entry ${at + 1} does not say ${from}`);
  const { version: _, seq: __, previous: ___, signature: ____, ...content } = JSON.parse(entry.json.replace(from, to));
  const before = bundle.entries[at - 1];
  const { hash, json } = seal(before === undefined ? null : { seq: at, hash: before.hash as never }, content);
  bundle.entries[at] = { hash, json };
}

test('a genuine bundle is said to be so, offline', async () => {
  const { code, stdout, stderr } = await chapeau(['verify', genuine]);
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^GENUINE: .*\n/);
  expect(stdout).toContain('Regional Conference on Digital Diplomacy (RCDD) 2019');
  expect(stdout).toMatch(/Status +Adopted/);
});

describe('the first entry that was tampered with is named, by number, type and time', () => {
  test.each([
    [
      'a word in an entry',
      (bundle: Written) => {
        (bundle.entries[3] as { json: string }).json = (bundle.entries[3] as { json: string }).json.replace(
          'Aware',
          'Unaware',
        );
      },
      4,
      'draft-introduced',
    ],
    [
      'a word in an entry, hashed anew',
      (bundle: Written) => reword(bundle, 3, 'Aware', 'Unaware'),
      4,
      'draft-introduced',
    ],
    ['an entry left out', (bundle: Written) => bundle.entries.splice(2, 1), 3, null],
    [
      'two entries changed round',
      (bundle: Written) => bundle.entries.splice(3, 2, ...bundle.entries.slice(3, 5).toReversed()),
      4,
      null,
    ],
    ['the end cut off', (bundle: Written) => bundle.entries.pop(), 8, null],
  ] as const)('%s', async (_name, change, seq, type) => {
    const { code, stderr } = await tampered(change);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^NOT GENUINE: /);
    expect(stderr).toContain(`First entry tampered with: ${seq} (`);
    if (type !== null) expect(stderr).toMatch(new RegExp(`${seq} \\(${type}, \\d{4}-`));
  });
});

test('a text or a log that the record does not give is found', async () => {
  const words = await tampered(({ text }) => {
    (text.paragraphs[1] as { runs: { text: string }[] }).runs[0] = {
      ...text.paragraphs[1]?.runs[0],
      text: 'Other words',
    };
  });
  expect([words.code, words.stderr]).toEqual([
    1,
    expect.stringContaining('The text in the bundle is not what its record adds up to'),
  ]);
  const log = await tampered((bundle) => {
    bundle.log = bundle.log.map((line) => ({ ...line, stance: 'joined consensus' }));
  });
  expect([log.code, log.stderr]).toEqual([1, expect.stringContaining('The adoption log in the bundle is not')]);
});

test('a record that was rewritten as a whole is told by its last hash, known from elsewhere', async () => {
  const rewrite = (bundle: Written) => {
    for (let at = 0; at < bundle.entries.length; at += 1)
      reword(bundle, at, at === 0 ? 'Jakarta' : '"version":1', at === 0 ? 'Bandung' : '"version":1');
    bundle.head.hash = bundle.entries.at(-1)?.hash ?? '';
  };
  const known = (JSON.parse(readFileSync(genuine, 'utf8')) as Written).head.hash;
  expect((await tampered(rewrite)).code).toBe(0);
  expect((await tampered(rewrite, '--head', known)).code).toBe(1);
});

test.each(['', '[]', '{"version":2}', 'x'])('“%s” is no bundle', async (source) => {
  const path = join(folder, 'none.json');
  writeFileSync(path, source);
  const { code, stderr } = await chapeau(['verify', path]);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/NOT GENUINE[^]*not a bundle/)]);
});
