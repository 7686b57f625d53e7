import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { err, type Result } from '@chapeau/base';
import { expect, test } from 'vitest';
import type { Storage, StorageRefusal } from '../../src/storage/ports.ts';
import { openSqliteStorage } from '../../src/storage/sqliteStorage.ts';
import { firstOf, openDraft, tableText } from '../support/negotiation.ts';
import { startTestServer } from '../support/startTestServer.ts';
import { codeOf } from '../support/testClient.ts';

/** SQLite on a disk that is full while `isFull` says so. */
function onDisk(isFull: () => boolean): (file: string) => Storage {
  const unless = <T>(write: () => Result<T, StorageRefusal>) =>
    isFull() ? err({ type: 'read-only' } as const) : write();
  return (file) => {
    const storage = openSqliteStorage(file);
    const { record, drafts, people, rooms } = storage;
    return {
      ...storage,
      record: { ...record, append: (...given) => unless(() => record.append(...given)) },
      rooms: {
        ...rooms,
        create: (...given) => unless(() => rooms.create(...given)),
        lease: (lease) => unless(() => rooms.lease(lease)),
        append: (updates) => unless(() => rooms.append(updates)),
      },
      drafts: { ...drafts, put: (draft) => unless(() => drafts.put(draft)) },
      people: {
        ...people,
        putInvitation: (invitation) => unless(() => people.putInvitation(invitation)),
        redeem: (...given) => unless(() => people.redeem(...given)),
      },
    };
  };
}

test('on a full disk nothing is changed and nothing is called done; reading goes on, and so does all else when there is room', async () => {
  let isFull = false;
  const server = await startTestServer({ openStorage: onDisk(() => isFull) });
  try {
    const [chair, secretariat, chile] = [
      await server.client({ role: 'chair' }),
      await server.client({ role: 'secretariat' }),
      await server.client({ role: 'head', delegation: 'chl' }),
    ];
    const document = await tableText(chair);
    const draft = await openDraft(chile, document, firstOf(document, 'preambular'));
    const { seq } = await chair.state();
    const spare = server.invite({ role: 'observer' });
    isFull = true;
    const answers = [
      await secretariat.act({ type: 'create-document', title: 'Too much' }),
      await secretariat.post(secretariat.path('invitations'), {
        role: 'chair',
        delegation: null,
        note: '',
        validHours: 1,
      }),
      await chile.patch(chile.path(`drafts/${draft.id}`), { rationale: 'Because.' }),
      await chile.post(chile.path(`rooms/${draft.room}/lease`)),
      await chile.post(chile.path('drafts'), {
        document: document.id,
        on: { type: 'scope', scope: { type: 'insert', after: null } },
      }),
      await chile.post('/api/sign-in', { token: spare }),
    ];
    for (const answer of answers) expect([answer.status, codeOf(answer)]).toEqual([503, 'storage-full']);
    expect((await chair.state()).seq).toBe(seq);
    expect((await chile.get(chile.path(`drafts/${draft.id}/proposal`))).status).toBe(200);
    isFull = false;
    await secretariat.do({ type: 'create-document', title: 'Just right' });
    expect((await chair.state()).seq).toBe(seq + 1);
    expect((await chile.post('/api/sign-in', { token: spare })).status).toBe(200);
  } finally {
    await server.close();
  }
});

test('a reader that reads nothing is let go, and costs the others nothing', async () => {
  const server = await startTestServer();
  try {
    const secretariat = await server.client({ role: 'secretariat' });
    const { id } = await secretariat.document();
    const { headers } = secretariat;
    const asking = request(`${server.address}${secretariat.path('record')}`, { headers }).end();
    const [lazy] = (await once(asking, 'response')) as [IncomingMessage];
    lazy.pause();
    const lively = await secretariat.stream({ from: 4 });
    const text = 'word '.repeat(9000);
    const paragraphs = Array.from({ length: 80 }, () => ({
      ...{ label: '', kind: 'plain' as const, level: 0 },
      runs: [{ text, marks: [] }],
    }));
    for (let time = 0; time < 6; time += 1) {
      await secretariat.do({ type: 'introduce-draft', document: id, paragraphs });
      expect(Number((await lively.nextOf('entry'))?.id)).toBe(5 + time);
    }
    lively.close();
    const ended = once(lazy, 'error');
    lazy.resume();
    expect((await ended)[0]).toMatchObject({ code: 'ECONNRESET' });
    const late = await secretariat.stream({ lastEventId: 4 });
    for (let seq = 5; seq <= 10; seq += 1) expect(Number((await late.nextOf('entry'))?.id)).toBe(seq);
    late.close();
  } finally {
    await server.close();
  }
});

test('a clock that goes back is put on record, and the order stands', async () => {
  let ahead = 3600_000;
  const server = await startTestServer({ clock: () => ahead });
  try {
    const secretariat = await server.client({ role: 'secretariat' });
    ahead = 0;
    await secretariat.do({ type: 'create-document', title: 'An hour before' });
    const lines = String((await secretariat.get(secretariat.path('entries?from=4'))).body)
      .trimEnd()
      .split('\n');
    const entries = lines.map(
      (line) => JSON.parse(line) as { seq: number; role: string; key: unknown; event: { type: string } },
    );
    expect(entries.map(({ seq, role, event }) => [seq, role, event.type])).toEqual([
      [5, 'server', 'clock-stepped-back'],
      [6, 'secretariat', 'document-created'],
    ]);
  } finally {
    await server.close();
  }
});
