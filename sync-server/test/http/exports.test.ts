import { verifyBundle } from '@chapeau/formats';
import { textHash } from '@chapeau/procedure';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accept, firstOf, gavel, openAdoption, tableAmendment, tableText } from '../support/negotiation.ts';
import { startTestServer, type TestServer } from '../support/startTestServer.ts';
import type { TestClient } from '../support/testClient.ts';

const conference = 'rcdd-2019';
let server: TestServer;
let chair: TestClient;
let document: string;

beforeAll(async () => {
  server = await startTestServer();
  chair = await server.client({ role: 'chair', conference });
  document = (await chair.document()).id;
});
afterAll(() => server.close());

async function fetchFile(file: string) {
  return chair.get(chair.path(`documents/${document}/export/${file}`));
}

function cells(row: string): readonly string[] {
  return [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => (cell ?? '').replace(/^"|"$/g, ''));
}

describe('before adoption', () => {
  test('the text says that it is a draft, of which revision and time', async () => {
    const zero = await fetchFile('text.md');
    expect(zero.headers.get('content-disposition')).toBe('attachment; filename=rcdd-2019-text.md');
    expect(String(zero.body)).toMatch(
      /DRAFT, not adopted: zero draft, as of \d+ \w+ \d{4}, \d\d:\d\d .*entry 4 of the record/,
    );
    await tableText(chair);
    expect(String((await fetchFile('text.md')).body)).toContain('not adopted: Rev.0');
  });

  test('so does every row of the log', async () => {
    const [header, ...rows] = String((await fetchFile('adoption-log.csv')).body)
      .trim()
      .split('\r\n');
    expect(header).toMatch(/^\ufeff?country,official name,code,stance,/);
    expect(rows).toHaveLength(16);
    for (const row of rows) expect(row).toContain('DRAFT, not adopted');
  });

  test('a document that is not there, or not of this conference, cannot be had', async () => {
    const other = await server.client({ role: 'chair' });
    const theirs = (await other.document()).id;
    expect((await chair.get(chair.path(`documents/${theirs}/export/bundle.json`))).status).toBe(404);
    expect((await chair.get(chair.path('documents/..%2f..%2fetc/export/text.md'))).status).toBe(404);
  });
});

describe('after the gavel', () => {
  beforeAll(async () => {
    const [japan, malaysia, india] = [
      await server.client({ role: 'head', delegation: 'jpn', conference }),
      await server.client({ role: 'head', delegation: 'mys', conference }),
      await server.client({ role: 'head', delegation: 'ind', conference }),
    ];
    const paragraph = firstOf(await chair.document(), 'preambular');
    await tableAmendment(japan, paragraph, ' whatever their language,');
    await accept(chair, 1);
    const adopting = await openAdoption(chair);
    const stance = { type: 'joins', reservations: [paragraph], dissociations: [], explanation: '=SUM(A1:A9)' } as const;
    const state = { document: document as never, textHash: textHash(adopting) };
    await malaysia.do({ type: 'state-stance', ...state, stance });
    await india.do({
      type: 'state-stance',
      ...state,
      stance: { type: 'dissociates', reservations: [], dissociations: [], explanation: '' },
    });
    await gavel(chair);
    await india.do({ type: 'explain-position', document: document as never, explanation: 'We had hoped for more.' });
  });

  test('the log has a row a country, silence is silence, and no cell is a formula', async () => {
    const csv = String((await fetchFile('adoption-log.csv')).body);
    const rows = csv.trim().split('\r\n').map(cells);
    const of = (country: string) => rows.find(([name]) => name === country);
    expect(rows).toHaveLength(17);
    expect(of('Malaysia')?.slice(0, 7)).toEqual([
      'Malaysia',
      'Malaysia',
      'MY',
      'joined consensus',
      'PP1',
      '',
      "'=SUM(A1:A9)",
    ]);
    expect(of('India')?.slice(1, 8)).toEqual([
      'Republic of India',
      'IN',
      'dissociated',
      '',
      '',
      '',
      'We had hoped for more.',
    ]);
    expect(of('Japan')?.slice(1, 4)).toEqual(['Japan', 'JP', 'silent']);
    expect(of('Malaysia')?.[8]).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(of('Japan')?.slice(8, 10)).toEqual(['', '']);
    expect(of('Japan')?.[10]).toMatch(/^Adopted \d+ \w+ \d{4}$/);
  });

  test('the text in Markdown says when it was adopted and, where asked, whose words it has', async () => {
    const plain = String((await fetchFile('text.md')).body);
    expect(plain).toMatch(/Adopted \d+ \w+ \d{4}/);
    expect(plain).toContain('whatever their language');
    expect(plain).not.toContain('zero draft');
    expect(String((await fetchFile('text.md?credits=1')).body)).toMatch(/zero draft \d+ %; Japan \d+ %/);
  });

  test('the text in Word is a Word document', async () => {
    const response = await fetch(`${server.address}${chair.path(`documents/${document}/export/text.docx`)}`, {
      headers: chair.headers,
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.status).toBe(200);
    expect(String.fromCharCode(...bytes.slice(0, 2))).toBe('PK');
  });

  test('the bundle verifies by itself', async () => {
    const source = JSON.stringify((await fetchFile('bundle.json')).body);
    const verdict = verifyBundle(source);
    expect(verdict).toMatchObject({ ok: true, value: { document: { stage: 'adopted' } } });
    const head = (JSON.parse(source) as { head: { hash: string } }).head.hash;
    expect(verifyBundle(source, head).ok).toBe(true);
    expect(verifyBundle(source, 'f'.repeat(64)).ok).toBe(false);
  });
});
