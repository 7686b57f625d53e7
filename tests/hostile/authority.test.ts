import { present, sha256 } from '@chapeau/base';
import { type Act, amendmentIdSchema, delegationIdSchema, type DocumentId, documentIdSchema } from '@chapeau/procedure';
import { leaseAnswerSchema, roomClose } from '@chapeau/protocol';
import { type ParagraphId, paragraphIdSchema } from '@chapeau/text';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draftOf, typing } from '../../sync-server/test/rooms/draftOf.ts';
import { awarenessFrame, type RawPeer } from '../../sync-server/test/rooms/rawPeer.ts';
import type { TestClient } from '../../sync-server/test/support/testClient.ts';
import { documentHash, enter, openStage, type Stage, statusOf } from './stage.ts';

let stage: Stage;
let observer: RawPeer;

beforeAll(async () => {
  stage = await openStage();
  observer = await (await enter(stage, stage.draft.room, stage.japan.headers)).sync();
});
afterAll(() => stage.server.close());

async function lease(client: TestClient, room: string = stage.draft.room): Promise<number> {
  const { body } = await client.post(client.path(`rooms/${room}/lease`));
  return leaseAnswerSchema.parse(body).client;
}

describe('a private room', () => {
  const strangers: readonly [string, () => Promise<TestClient>][] = [
    ['the chair', async () => stage.chair],
    ['the secretariat', () => stage.server.client({ role: 'secretariat' })],
    ['another delegation', () => stage.server.client({ role: 'head', delegation: 'fji' })],
    ['an observer', () => stage.server.client({ role: 'observer' })],
    [
      'a delegation of the same name at another conference',
      () => stage.server.client({ role: 'head', delegation: 'chn', conference: 'rcdd-2019' }),
    ],
  ];

  test.each(strangers)('is to %s as if it did not exist', async (_who, signIn) => {
    const stranger = await signIn();
    const guesses = [stage.draft.room, stage.room, 'no-such-room'];
    for (const room of guesses) expect(await statusOf(stage, room, stranger.headers)).toBe(404);
    const answers = await Promise.all(
      guesses.map(async (room) => {
        const { status, body } = await stranger.post(stranger.path(`rooms/${room}/lease`));
        return { status, code: (body as { readonly code: string }).code };
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.status).toBe(404);
    expect(JSON.stringify((await stranger.get(stranger.path('drafts'))).body)).not.toContain(stage.draft.room);
  });

  test('is closed to who is not signed in, shows a false token, or comes from a page of others', async () => {
    const { chile } = stage;
    const { origin: _origin, ...withoutOrigin } = chile.headers as Record<string, string>;
    const attempts: Record<string, string>[] = [
      {},
      { origin: stage.server.address },
      { ...chile.headers, cookie: chile.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')) },
      { ...chile.headers, origin: 'https://chapeau.example' },
      { ...chile.headers, origin: 'null' },
      withoutOrigin,
      { authorization: `Bearer ${'x'.repeat(43)}` },
    ];
    for (const headers of attempts) {
      expect(await statusOf(stage, stage.draft.room, headers)).toBe(401);
      expect(await statusOf(stage, 'no-such-room', headers)).toBe(401);
    }
  });

  test('shows no byte of what is typed there to anyone outside, on the event stream either', async () => {
    const fiji = await stage.server.client({ role: 'head', delegation: 'fji' });
    const stream = await fiji.stream();
    const client = await lease(stage.indonesia);
    const indonesia = await (await enter(stage, stage.draft.room, stage.indonesia.headers)).sync();
    indonesia.sendUpdate(typing(draftOf(indonesia, client), 'Confidentially '));
    await indonesia.until(() => indonesia.notices.some(({ type }) => type === 'acknowledgement'));
    // The next thing that the floor hears is this act, with nothing before it.
    await fiji.do(await support());
    const heard: string[] = [];
    for (let event = await stream.next(); event !== null; event = await stream.next()) {
      heard.push(JSON.stringify(event.data));
      if (heard.at(-1)?.includes('position')) break;
    }
    stream.close();
    expect(heard.join()).not.toContain('Confidentially');
    indonesia.leave();
  });
});

/** An act that any delegation may post. */
async function support(): Promise<Act> {
  const { id: document, order, paragraphs } = await stage.chair.document();
  const paragraph = present(order[0], 'paragraph');
  const { hash } = present(paragraphs.get(paragraph), 'paragraph');
  return {
    type: 'take-position',
    document,
    on: { type: 'paragraph', paragraph, hash },
    position: 'support',
    statement: '',
  };
}

describe('in a room that one sponsors', () => {
  test("words under another delegation's lease are refused", async () => {
    const before = documentHash(observer);
    const count = observer.updates.length;
    const stolen = await lease(stage.indonesia);
    const chile = await (await enter(stage, stage.draft.room, stage.chile.headers)).sync();
    chile.sendUpdate(typing(draftOf(chile, stolen), 'Indonesia agrees. '));
    expect(await chile.closed()).toEqual({ code: roomClose.refused, reason: 'foreign-client' });
    await observer.heard();
    expect(observer.updates).toHaveLength(count);
    expect(documentHash(observer)).toBe(before);
  });

  test("another delegation's name in awareness is not shown, and its cursor cannot be taken away", async () => {
    const [indonesias, own] = [await lease(stage.indonesia), await lease(stage.chile)];
    const indonesia = await (await enter(stage, stage.draft.room, stage.indonesia.headers)).sync();
    indonesia.send(awarenessFrame({ client: indonesias, clock: 1, json: '{}' }));
    await observer.until(() => observer.shown.some(({ client }) => client === indonesias));
    const chile = await (await enter(stage, stage.draft.room, stage.chile.headers)).sync();
    const forged = JSON.stringify({ user: { name: 'Indonesia', delegation: 'idn' } });
    chile.send(
      awarenessFrame({ client: indonesias, clock: 2 ** 30, json: 'null' }, { client: own, clock: 1, json: forged }),
    );
    await observer.until(() => observer.shown.some(({ client }) => client === own));
    expect(observer.shown.filter(({ client }) => client === own).map(({ state }) => state)).toEqual([
      expect.objectContaining({ user: expect.objectContaining({ name: 'Chile', delegation: 'chl' }) }),
    ]);
    expect(observer.shown.filter(({ client }) => client === indonesias)).toHaveLength(1);
    for (const peer of [indonesia, chile]) peer.leave();
  });

  test('a session that ends ends its sockets, and its lease serves nobody', async () => {
    const colleague = await stage.server.client({ role: 'delegate', delegation: 'chl' });
    const client = await lease(colleague);
    const peer = await (await enter(stage, stage.draft.room, colleague.headers)).sync();
    const update = typing(draftOf(peer, client), 'Too late. ');
    const count = observer.updates.length;
    await colleague.post('/api/sign-out');
    peer.sendUpdate(update);
    expect(await peer.closed()).toMatchObject({ code: roomClose.sessionEnded });
    expect(await statusOf(stage, stage.draft.room, colleague.headers)).toBe(401);
    const chile = await (await enter(stage, stage.draft.room, stage.chile.headers)).sync();
    chile.sendUpdate(update);
    expect(await chile.closed()).toMatchObject({ code: roomClose.refused });
    await observer.heard();
    expect(observer.updates).toHaveLength(count);
  });

  test('a sponsor that leaves is out at once', async () => {
    const { draft, server } = stage;
    const fiji = await server.client({ role: 'head', delegation: 'fji' });
    await stage.chile.post(stage.chile.path(`drafts/${draft.id}/invited`), { delegations: ['fji'] });
    await fiji.post(fiji.path(`drafts/${draft.id}/sponsors`));
    const peer = await (await enter(stage, draft.room, fiji.headers)).sync();
    await fiji.delete(fiji.path(`drafts/${draft.id}/sponsors`));
    expect(await peer.closed()).toMatchObject({ code: roomClose.notFound });
    expect(await statusOf(stage, draft.room, fiji.headers)).toBe(404);
  });
});

describe("a delegate posts the chair's acts", () => {
  const hash = sha256('nothing');
  const textHash = hash;
  const reason = 'because';
  const amendment = amendmentIdSchema.parse('a-1');
  const acts: readonly ((document: DocumentId, paragraph: ParagraphId) => Act)[] = [
    (document) => ({ type: 'gavel', document, textHash }),
    (document) => ({ type: 'open-adoption', document, textHash }),
    (document) => ({ type: 'table-text', document, hash }),
    (document) => ({ type: 'open-drafting', document, writers: 'all' }),
    (document) => ({ type: 'return-to-negotiation', document, reason }),
    (document, paragraph) => ({
      type: 'declare-agreed',
      document,
      level: 'agreed',
      paragraphs: [{ paragraph, hash }],
    }),
    (document, paragraph) => ({ type: 'reopen-paragraph', document, paragraph, reason }),
    (document) => ({ type: 'accept-amendment', document, amendment, hash }),
    (document, paragraph) => ({
      type: 'accept-hunks',
      document,
      amendment,
      hash,
      hunks: [{ paragraph, hunks: ['deletion'] }],
    }),
    (document) => ({ type: 'not-retain-amendment', document, amendment, hash, reason }),
    () => ({ type: 'withdraw-accreditation', delegation: delegationIdSchema.parse('jpn') }),
    (document) => ({ type: 'renumber', document, textHash }),
    () => ({ type: 'create-document', title: 'Another' }),
  ];

  test.each(acts.map((act) => [act(documentIdSchema.parse('d'), paragraphIdSchema.parse('p')).type, act] as const))(
    '%s: refused, and the record does not grow',
    async (_type, act) => {
      const { id, order } = await stage.chair.document();
      const before = await stage.chair.get(stage.chair.path('entries'));
      const answer = await stage.chile.act(act(id, present(order[0], 'paragraph')));
      expect(answer).toMatchObject({ status: 409, body: { rule: 'G1' } });
      expect((await stage.chair.get(stage.chair.path('entries'))).body).toEqual(before.body);
    },
  );

  test('or an act that claims to be of another delegation: refused', async () => {
    const { chile, indonesia } = stage;
    const act = { ...(await support()), delegation: 'idn', actor: indonesia.seat.principal };
    expect((await chile.post(chile.path('acts'), { act, idempotencyKey: 'forged' })).status).toBe(400);
    const body = { act: await support(), idempotencyKey: 'forged too', actor: indonesia.seat.principal };
    expect((await chile.post(chile.path('acts'), body)).status).toBe(400);
  });
});
