import { randomUUID } from 'node:crypto';
import type { Act, Role } from '@chapeau/procedure';
import { actSchema, rights, textHash } from '@chapeau/procedure';
import { verifyChain } from '@chapeau/record';
import type { Failure } from '@chapeau/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accept, firstOf, gavel, openAdoption, tableAmendment, tableText } from '../support/negotiation.ts';
import { startTestServer, type TestServer } from '../support/startTestServer.ts';
import { codeOf, type TestClient } from '../support/testClient.ts';

let server: TestServer;
let chair: TestClient;
let secretariat: TestClient;

beforeAll(async () => {
  server = await startTestServer();
  [chair, secretariat] = [await server.client({ role: 'chair' }), await server.client({ role: 'secretariat' })];
});
afterAll(() => server.close());

/** An act of each type, as well-formed as it can be without looking at the conference. */
const hash = 'a'.repeat(64);
const acts: readonly Act[] = [
  {
    type: 'amend-conference',
    details: {
      title: 'Mine',
      theme: '',
      place: '',
      startsOn: '2021-11-16',
      endsOn: '2021-11-16',
      timeZone: 'UTC',
      sectors: [],
    },
  },
  {
    type: 'accredit',
    participants: [{ id: 'fra', name: 'France', officialName: 'French Republic', kind: 'state', code: 'FR' }],
  },
  { type: 'withdraw-accreditation', delegation: 'chl' },
  { type: 'create-document', title: 'Another' },
  {
    type: 'introduce-draft',
    document: 'd',
    paragraphs: [{ label: '', kind: 'plain', level: 0, runs: [{ text: 'x', marks: [] }] }],
  },
  {
    type: 'introduce-compilation',
    document: 'd',
    revision: 1,
    paragraphs: [
      {
        ...{ label: '', kind: 'plain', level: 0, runs: [{ text: 'x', marks: [] }] },
        ...{ status: 'open', proposals: [], positions: [] },
      },
    ],
    atHead: [],
  },
  { type: 'open-drafting', document: 'd', writers: 'all' },
  { type: 'table-text', document: 'd', hash },
  { type: 'table-amendment', draft: 'd', hash },
  { type: 'withdraw-amendment', document: 'd', amendment: 'a' },
  { type: 'withdraw-sponsorship', document: 'd', amendment: 'a' },
  { type: 'accept-amendment', document: 'd', amendment: 'a', hash },
  { type: 'accept-hunks', document: 'd', amendment: 'a', hash, hunks: [{ paragraph: 'p', hunks: ['w'] }] },
  { type: 'not-retain-amendment', document: 'd', amendment: 'a', hash, reason: 'r' },
  { type: 'not-retain-amendments', document: 'd', amendments: [{ amendment: 'a', hash }], reason: 'r' },
  {
    type: 'take-position',
    document: 'd',
    on: { type: 'amendment', amendment: 'a', hash },
    position: 'support',
    statement: '',
  },
  { type: 'declare-agreed', document: 'd', level: 'agreed', paragraphs: [{ paragraph: 'p', hash }] },
  { type: 'reopen-paragraph', document: 'd', paragraph: 'p', reason: 'r' },
  { type: 'renumber', document: 'd', textHash: hash },
  { type: 'open-adoption', document: 'd', textHash: hash },
  { type: 'return-to-negotiation', document: 'd', reason: 'r' },
  {
    type: 'state-stance',
    document: 'd',
    textHash: hash,
    stance: { type: 'joins', reservations: [], dissociations: [], explanation: '' },
  },
  { type: 'gavel', document: 'd', textHash: hash },
  { type: 'explain-position', document: 'd', explanation: 'e' },
].map((act) => actSchema.parse(act));

describe('rights', () => {
  test.each(['chair', 'secretariat', 'head', 'delegate', 'observer'] as const)(
    'what is not for the %s is refused and leaves no entry',
    async (role: Role) => {
      const delegation = role === 'head' || role === 'delegate' ? { delegation: 'idn' } : {};
      const client = await server.client({ role, ...delegation });
      const { seq } = await client.state();
      for (const act of acts.filter(({ type }) => !rights[type].includes(role))) {
        const answer = await client.act(act);
        // A draft of somebody else is not even there.
        const expected = act.type === 'table-amendment' ? [404, 'not-found'] : [409, 'not-your-role'];
        expect([act.type, answer.status, codeOf(answer)]).toEqual([act.type, ...expected]);
      }
      expect((await client.state()).seq).toBe(seq);
    },
  );

  test('every act is tried above', () => {
    expect(acts.map(({ type }) => type).toSorted()).toEqual(Object.keys(rights).toSorted());
  });

  test('a seat of one conference sees and does nothing in another', async () => {
    const stranger = await server.client({ role: 'chair', conference: 'rcdd-2019' });
    const { body: other } = await chair.get(chair.path('drafts'));
    expect((other as Failure).code).toBe('not-allowed');
    for (const path of ['state', 'record', 'entries', 'people', 'documents/x/export/text.md']) {
      expect((await stranger.get(chair.path(path))).status).toBe(404);
    }
    expect((await stranger.post(chair.path('acts'), { act: acts[0], idempotencyKey: randomUUID() })).status).toBe(404);
  });

  test('an act says who it is by only through the session', async () => {
    const head = await server.client({ role: 'head', delegation: 'fin' });
    const forged = await head.post(head.path('acts'), {
      act: { type: 'create-document', title: 'x', delegation: 'usa', role: 'secretariat' },
      idempotencyKey: randomUUID(),
    });
    expect([forged.status, codeOf(forged)]).toEqual([400, 'bad-input']);
  });
});

describe('one act', () => {
  test('sent again under its key gives the first answer again, and happens once', async () => {
    const key = randomUUID();
    const act: Act = { type: 'create-document', title: 'Side letter' };
    const answers = await Promise.all([1, 2, 3].map(() => secretariat.act(act, { key })));
    const [first] = answers;
    expect(first?.status).toBe(200);
    for (const answer of answers) expect(answer.body).toEqual(first?.body);
    await server.restart();
    expect((await secretariat.act(act, { key })).body).toEqual(first?.body);
    const titles = [...(await secretariat.state()).documents.values()].map(({ title }) => title);
    expect(titles.filter((title) => title === 'Side letter')).toHaveLength(1);
  });

  test('under a key that another person used is another act', async () => {
    const key = randomUUID();
    const colleague = await server.client({ role: 'secretariat' });
    const one = await secretariat.act({ type: 'create-document', title: 'One' }, { key });
    const other = await colleague.act({ type: 'create-document', title: 'Other' }, { key });
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(other.body).not.toEqual(one.body);
  });

  test('on a record that has moved on is refused where it asks for that', async () => {
    const { seq } = await secretariat.state();
    const act: Act = { type: 'create-document', title: 'Late' };
    const refused = await secretariat.act(act, { expectedSeq: seq - 1 });
    expect([refused.status, codeOf(refused), (refused.body as Failure).details]).toEqual([
      409,
      'record-moved',
      { seq },
    ]);
    expect((await secretariat.act(act, { expectedSeq: seq })).status).toBe(200);
  });

  test('that is not understood is refused with the place and what to do', async () => {
    const document = await chair.document();
    const bad = await secretariat.post(secretariat.path('acts'), {
      act: {
        type: 'introduce-draft',
        document: document.id,
        paragraphs: [
          { label: '', kind: 'plain', level: 0, runs: [] },
          { label: '', kind: 'ode', level: 0, runs: [] },
        ],
      },
      idempotencyKey: randomUUID(),
    });
    expect(bad.status).toBe(400);
    expect(bad.body).toMatchObject({ code: 'bad-input', details: { path: 'act.paragraphs[1].kind' } });
    expect((bad.body as Failure).message).toMatch(/^act\.paragraphs\[1\]\.kind: .*Correct it and send it again\.$/);
  });

  test('that is too large is refused', async () => {
    const answer = await secretariat.act({ type: 'create-document', title: 'x'.repeat(1_100_000) });
    expect(answer.status).toBe(400);
    const statement = await chair.act({ ...acts[11], reason: 'r'.repeat(1_100_000) } as Act);
    expect(statement.status).toBe(400);
    const huge = await secretariat.act({ type: 'create-document', title: 'x'.repeat(9_000_000) });
    expect([huge.status, codeOf(huge)]).toEqual([413, 'too-large']);
  });

  test.each([
    ['not JSON at all', 'application/json', '{"act":', 400, 'bad-json'],
    ['JSON under another name', 'text/plain', '{}', 415, 'not-json'],
  ])('%s is refused', async (_name, type, body, status, code) => {
    const response = await fetch(`${server.address}${secretariat.path('acts')}`, {
      method: 'POST',
      headers: { ...secretariat.headers, 'content-type': type },
      body,
    });
    expect([response.status, ((await response.json()) as Failure).code]).toEqual([status, code]);
  });
});

test('from the zero draft to the gavel over HTTP and rooms; the record verifies and the sealed text stays', async () => {
  const conference = 'rcdd-2019';
  const presiding = await server.client({ role: 'chair', conference });
  const [japan, malaysia] = [
    await server.client({ role: 'head', delegation: 'jpn', conference }),
    await server.client({ role: 'head', delegation: 'mys', conference }),
  ];
  const document = await tableText(presiding);
  expect([document.stage, document.revision]).toEqual(['negotiation', 0]);
  const paragraph = firstOf(document, 'preambular');
  await tableAmendment(japan, paragraph, ' in every language of the region');
  await accept(presiding, 1);
  const amended = await presiding.document();
  expect(amended.paragraphs.get(paragraph)?.credits.map(({ by }) => by)).toContainEqual(['jpn']);
  const adopting = await openAdoption(presiding);
  const stance = { type: 'joins', reservations: [paragraph], dissociations: [], explanation: 'With regret.' } as const;
  await malaysia.do({ type: 'state-stance', document: document.id, textHash: textHash(adopting), stance });
  await gavel(presiding);
  const adopted = await presiding.document();
  expect(adopted.stage).toBe('adopted');
  expect(adopted.adoption?.adopted?.roll).toHaveLength(16);
  for (const act of acts) {
    const onIt = { ...act, ...('document' in act ? { document: document.id } : {}) } as Act;
    for (const client of [presiding, japan]) if (act.type !== 'explain-position') await client.act(onIt);
  }
  expect(textHash(await presiding.document())).toBe(textHash(adopted));
  const lines = String((await presiding.get(presiding.path('entries'))).body)
    .trimEnd()
    .split('\n');
  expect(verifyChain(lines.map((json) => ({ json })))).toMatchObject({ ok: true, value: { conference } });
  const before = await presiding.state();
  await server.restart();
  expect((await presiding.state()).seq).toBe(before.seq);
  expect(textHash(await presiding.document())).toBe(textHash(adopted));
});

test('nobody else can found a conference than a secretariat, and its id is taken once', async () => {
  const details = { ...(await chair.state()).details, title: 'A new one' };
  expect((await chair.post('/api/conferences', { id: 'new-2026', details })).status).toBe(403);
  const founded = await secretariat.post('/api/conferences', { id: 'new-2026', details });
  expect(founded).toMatchObject({ status: 200, body: { conference: 'new-2026', role: 'secretariat' } });
  expect(founded.headers.get('set-cookie')).toContain('chapeau-');
  const again = await secretariat.post('/api/conferences', { id: 'new-2026', details });
  expect([again.status, codeOf(again)]).toEqual([409, 'conference-id-taken']);
  expect(await secretariat.state()).not.toMatchObject({ details: { title: 'A new one' } });
});
