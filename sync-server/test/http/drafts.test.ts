import { latest, paragraphsInText } from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';
import { type ParagraphId, plainText } from '@chapeau/text';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accept, firstOf, openDraft, tableAmendment, tableText, tabling } from '../support/negotiation.ts';
import { RoomPeer } from '../support/roomPeer.ts';
import { startTestServer, type TestServer } from '../support/startTestServer.ts';
import { codeOf, type TestClient } from '../support/testClient.ts';

let server: TestServer;
let chair: TestClient;
let chile: TestClient;
let japan: TestClient;
let paragraph: ParagraphId;
const peers: RoomPeer[] = [];

beforeAll(async () => {
  server = await startTestServer();
  chair = await server.client({ role: 'chair' });
  chile = await server.client({ role: 'head', delegation: 'chl' });
  japan = await server.client({ role: 'head', delegation: 'jpn' });
  await tableText(chair);
});
beforeEach(async () => {
  paragraph = firstOf(await chair.document(), 'preambular');
});
afterAll(async () => {
  for (const peer of peers) peer.leave();
  await server.close();
});

async function join(client: TestClient, room: string): Promise<RoomPeer> {
  const peer = await RoomPeer.join(client, room);
  peers.push(peer);
  return peer;
}

async function takePosition(client: TestClient, on: ParagraphId): Promise<void> {
  const document = await client.document();
  const hash = document.paragraphs.get(on)?.hash as never;
  const where = { type: 'paragraph', paragraph: on, hash } as const;
  await client.do({ type: 'take-position', document: document.id, on: where, position: 'support', statement: '' });
}

async function draftsOf(client: TestClient): Promise<readonly DraftView[]> {
  return ((await client.get(client.path('drafts'))).body as { drafts: DraftView[] }).drafts;
}

describe('a private draft', () => {
  test('does not exist for anybody but its delegation: not to read, to change, to join or to enter', async () => {
    const draft = await openDraft(chile, await chile.document(), paragraph);
    const strangers = [
      japan,
      chair,
      await server.client({ role: 'secretariat' }),
      await server.client({ role: 'observer' }),
      await server.client({ role: 'head', delegation: 'jpn', conference: 'rcdd-2019' }),
    ];
    for (const stranger of strangers) {
      const path = `/api/conferences/icdd-2021/drafts/${draft.id}`;
      const tried = [
        stranger.get(`${path}/proposal`),
        stranger.patch(path, { rationale: 'mine now' }),
        stranger.delete(path),
        stranger.post(`${path}/invited`, { delegations: ['jpn'] }),
        stranger.post(`${path}/sponsors`),
        stranger.delete(`${path}/sponsors`),
        stranger.post(`${path}/update`),
        stranger.post(`/api/conferences/icdd-2021/rooms/${draft.room}/lease`),
      ];
      // Where drafts are not for one's role at all, the role is the answer.
      for (const { status } of await Promise.all(tried)) expect([403, 404]).toContain(status);
      expect((await stranger.get(`${path}/proposal`)).body).not.toHaveProperty('paragraphs');
      await expect(RoomPeer.join(stranger, draft.room)).rejects.toThrow('no lease');
    }
    const guessed = await japan.get(japan.path(`drafts/${draft.id}/proposal`));
    const invented = await japan.get(japan.path('drafts/abcdefghijkmnpqrstuvwxyz/proposal'));
    expect([guessed.status, guessed.body]).toEqual([invented.status, invented.body]);
    expect(await draftsOf(japan)).toEqual([]);
    expect(await draftsOf(chile)).toContainEqual(draft);
  });

  test('reaches the streams of its sponsors and, without its words, of those invited, and no other', async () => {
    const fiji = await server.client({ role: 'head', delegation: 'fji' });
    const delegate = await server.client({ role: 'delegate', delegation: 'chl' });
    const observer = await server.client({ role: 'observer', delegation: 'chl' });
    const { seq } = await chile.state();
    const streams = await Promise.all(
      [chile, delegate, fiji, japan, observer, chair].map((client) => client.stream({ from: seq })),
    );
    const draft = await openDraft(chile, await chile.document(), paragraph);
    await chile.patch(chile.path(`drafts/${draft.id}`), { rationale: 'Because of the islands.' });
    await chile.post(chile.path(`drafts/${draft.id}/invited`), { delegations: ['fji'] });
    // What comes to everyone shows that all before it has come.
    await takePosition(fiji, paragraph);
    const seen = await Promise.all(
      streams.map(async (stream) => {
        const drafts: DraftView[] = [];
        for (let event = await stream.next(); event?.event !== 'entry'; event = await stream.next())
          if (event?.event === 'draft') drafts.push(event.data as DraftView);
        stream.close();
        return drafts;
      }),
    );
    expect(seen.map((drafts) => drafts.length)).toEqual([3, 3, 1, 0, 0, 0]);
    expect(seen[0]?.at(-1)).toMatchObject({ rationale: 'Because of the islands.', invited: ['fji'] });
    expect(seen[2]?.at(-1)).toMatchObject({
      id: draft.id,
      rationale: '',
      conflicts: [],
      sponsors: ['chl'],
      invited: ['fji'],
    });
  });

  test('is written by those who join it, with each other, and by those who leave it no more', async () => {
    const draft = await openDraft(chile, await chile.document(), paragraph);
    const path = `drafts/${draft.id}`;
    expect((await chile.post(chile.path(`${path}/invited`), { delegations: ['jpn'] })).status).toBe(200);
    await expect(RoomPeer.join(japan, draft.room)).rejects.toThrow('no lease');
    const joined = await japan.post(japan.path(`${path}/sponsors`));
    expect(joined.body).toMatchObject({ sponsors: ['chl', 'jpn'], invited: [] });
    const [first, second] = [await join(chile, draft.room), await join(japan, draft.room)];
    await first.append(' and Chile');
    await second.append(' and Japan');
    const words = ((await chile.get(chile.path(`${path}/proposal`))).body as { paragraphs: never[] }).paragraphs;
    expect(plainText(words[0] as never)).toContain(' and Chile');
    expect(plainText(words[0] as never)).toContain(' and Japan');
    const left = await japan.delete(japan.path(`${path}/sponsors`));
    expect(left.body).toMatchObject({ sponsors: ['chl'] });
    await second.closed();
    expect(second.closes).toEqual([4404]);
    expect((await japan.get(japan.path(`${path}/proposal`))).status).toBe(404);
    const alone = await chile.delete(chile.path(`${path}/sponsors`));
    expect([alone.status, codeOf(alone)]).toEqual([409, 'last-sponsor']);
  });

  test('is tabled by a head with the words that the server holds, and then closed to everyone', async () => {
    const draft = await openDraft(chile, await chile.document(), paragraph);
    const peer = await join(chile, draft.room);
    await peer.append(' as tabled');
    const act = await tabling(chile, draft);
    await peer.append(', or so');
    const moved = await chile.act(act);
    expect([moved.status, codeOf(moved)]).toEqual([409, 'wording-changed']);
    const delegate = await server.client({ role: 'delegate', delegation: 'chl' });
    expect(codeOf(await delegate.act(await tabling(chile, draft)))).toBe('not-your-role');
    const tabled = await tabling(chile, draft);
    const [once, again] = [
      await chile.act(tabled, { key: 'table-once' }),
      await chile.act(tabled, { key: 'table-once' }),
    ];
    expect([once.status, again.body]).toEqual([200, once.body]);
    await peer.closed();
    expect(peer.closes).toEqual([4410]);
    expect((await draftsOf(chile)).find(({ id }) => id === draft.id)?.status).toBe('tabled');
    expect((await chile.post(chile.path(`rooms/${draft.room}/lease`))).status).toBe(409);
    const amendment = [...(await chair.document()).amendments.values()].at(-1);
    expect(amendment?.sponsors).toEqual(['chl']);
    expect(plainText(latest(amendment as never).paragraphs[0] as never)).toMatch(/ as tabled, or so$/);
  });

  test('is discarded by the delegation that opened it', async () => {
    const draft = await openDraft(chile, await chile.document(), paragraph);
    await chile.post(chile.path(`drafts/${draft.id}/invited`), { delegations: ['jpn'] });
    await japan.post(japan.path(`drafts/${draft.id}/sponsors`));
    expect(codeOf(await japan.delete(japan.path(`drafts/${draft.id}`)))).toBe('not-the-opener');
    const peer = await join(chile, draft.room);
    expect((await chile.delete(chile.path(`drafts/${draft.id}`))).body).toMatchObject({ status: 'discarded' });
    await peer.closed();
    expect(codeOf(await chile.post(chile.path(`drafts/${draft.id}/invited`), { delegations: ['fji'] }))).toBe(
      'draft-closed',
    );
  });

  test('of a new paragraph begins with an empty one, and of a deletion needs no words', async () => {
    const document = await chile.document();
    const open = async (scope: unknown) =>
      (await chile.post(chile.path('drafts'), { document: document.id, on: { type: 'scope', scope } }))
        .body as DraftView;
    const inserted = await open({ type: 'insert', after: paragraph });
    const peer = await join(chile, inserted.room);
    expect(peer.words).toEqual(['']);
    await peer.append('Grateful to the host country,');
    await chile.do(await tabling(chile, inserted));
    const [last] = paragraphsInText(document).slice(-1);
    const deleted = await open({ type: 'delete', paragraphs: [last?.id] });
    await chile.do(await tabling(chile, deleted));
    const moved = await open({ type: 'move', paragraphs: [last?.id], after: null });
    await chile.do(await tabling(chile, moved));
    const scopes = [...(await chair.document()).amendments.values()].slice(-3).map((each) => latest(each).scope.type);
    expect(scopes).toEqual(['insert', 'delete', 'move']);
  });

  test.each([
    [{ type: 'replace', paragraphs: ['nowhere'] }, 409, 'no-such-paragraph'],
    [{ type: 'insert', after: 'nowhere' }, 409, 'no-such-paragraph'],
  ])('on %o cannot be opened', async (scope, status, code) => {
    const document = await chile.document();
    const answer = await chile.post(chile.path('drafts'), { document: document.id, on: { type: 'scope', scope } });
    expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  });

  test('needs paragraphs that are neighbours, and a place outside of them', async () => {
    const document = await chile.document();
    const [a, , c] = document.order;
    const ask = async (scope: unknown) =>
      codeOf(await chile.post(chile.path('drafts'), { document: document.id, on: { type: 'scope', scope } }));
    expect(await ask({ type: 'replace', paragraphs: [a, c] })).toBe('not-neighbours');
    expect(await ask({ type: 'move', paragraphs: [a], after: a })).toBe('inside-itself');
  });
});

describe('when the text moves on', () => {
  test('drafts on the old wording are shown as stale, and are carried over into a fresh room', async () => {
    const draft = await openDraft(chile, await chile.document(), paragraph);
    const old = await join(chile, draft.room);
    await old.append(' (Chile)');
    const stream = await chile.stream({ from: (await chile.state()).seq });
    await tableAmendment(japan, paragraph, ' with care', 'Building'.length);
    await accept(chair, [...(await chair.document()).amendments.values()].at(-1)?.number ?? 0);
    let shown = (await stream.nextOf('draft'))?.data as DraftView;
    // Earlier drafts on this paragraph have become stale too.
    while (shown.id !== draft.id) shown = (await stream.nextOf('draft'))?.data as DraftView;
    expect(shown.stale).toBe(true);
    stream.close();
    expect(codeOf(await chile.act(await tabling(chile, draft)))).toBe('text-moved');
    const updated = (await chile.post(chile.path(`drafts/${draft.id}/update`))).body as DraftView;
    expect(updated).toMatchObject({ stale: false, conflicts: [], sponsors: ['chl'] });
    expect(updated.room).not.toBe(draft.room);
    await old.closed();
    expect(old.closes).toEqual([4410]);
    const fresh = await join(chile, updated.room);
    expect(fresh.words[0]).toMatch(/^Building with care on the .* \(Chile\)$/);
    await chile.do(await tabling(chile, updated));
  });

  test('a draft in which nobody has written yet begins anew with the words now on the table', async () => {
    const draft = await openDraft(chile, await chile.document(), paragraph);
    await tableAmendment(japan, paragraph, ' indeed', 'Building'.length);
    await accept(chair, [...(await chair.document()).amendments.values()].at(-1)?.number ?? 0);
    const answer = await chile.post(chile.path(`drafts/${draft.id}/update`));
    expect(answer.status).toBe(200);
    const updated = answer.body as DraftView;
    expect(updated).toMatchObject({ stale: false, conflicts: [] });
    const fresh = await join(chile, updated.room);
    expect(fresh.words[0]).toMatch(/^Building indeed /);
    await fresh.append(' (Chile)');
    await chile.do(await tabling(chile, updated));
  });

  test('the next version of an amendment begins with its words, for all its sponsors', async () => {
    await tableAmendment(chile, paragraph, ' and onward');
    const [amendment] = [...(await chair.document()).amendments.values()].slice(-1);
    const ask = (client: TestClient) =>
      client.post(client.path('drafts'), {
        document: draftDocument,
        on: { type: 'amendment', amendment: amendment?.id },
      });
    const draftDocument = (await chair.document()).id;
    expect((await ask(japan)).status).toBe(403);
    const [first, second] = [await ask(chile), await ask(chile)];
    expect(first.body).toMatchObject({ amendment: amendment?.id, sponsors: ['chl'] });
    expect((second.body as DraftView).id).toBe((first.body as DraftView).id);
    const peer = await join(chile, (first.body as DraftView).room);
    expect(peer.words[0]).toMatch(/ and onward$/);
    await peer.append('!');
    await chile.do(await tabling(chile, first.body as DraftView));
    expect((await chair.document()).amendments.get(amendment?.id as never)?.versions).toHaveLength(2);
  });
});

test('who withdraws its name from an amendment no longer sponsors, reads or writes the draft of its next version', async () => {
  const document = await chair.document();
  const operative = firstOf(document, 'operative');
  const draft = await openDraft(chile, document, operative);
  await chile.post(chile.path(`drafts/${draft.id}/invited`), { delegations: ['jpn'] });
  await japan.post(japan.path(`drafts/${draft.id}/sponsors`));
  const peer = await join(chile, draft.room);
  await peer.append(' jointly');
  await chile.do(await tabling(chile, draft));
  const amendment = [...(await chair.document()).amendments.values()].at(-1);
  const next = await chile.post(chile.path('drafts'), {
    document: document.id,
    on: { type: 'amendment', amendment: amendment?.id },
  });
  const { id, room } = next.body as DraftView;
  expect((next.body as DraftView).sponsors).toEqual(['chl', 'jpn']);
  await japan.do({ type: 'withdraw-sponsorship', document: document.id, amendment: amendment?.id as never });
  expect((await draftsOf(chile)).find((each) => each.id === id)?.sponsors).toEqual(['chl']);
  expect((await japan.post(japan.path(`rooms/${room}/lease`))).status).toBe(404);
  expect((await draftsOf(japan)).some((each) => each.id === id)).toBe(false);
});
