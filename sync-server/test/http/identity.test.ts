import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/startTestServer.ts';
import { codeOf, readAnswer, TestClient } from '../support/testClient.ts';

let server: TestServer;
let ahead = 0;
const hour = 3600 * 1000;

beforeAll(async () => {
  server = await startTestServer({ clock: () => ahead });
});
afterAll(() => server.close());

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${server.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.address, ...headers },
    body: JSON.stringify(body),
  });
  return readAnswer(response);
}

describe('invitations', () => {
  test('a link shows what it is for without being used up, then signs one person in, once', async () => {
    const token = server.invite({ role: 'head', delegation: 'fji' });
    const preview = await post('/api/look-up-invitation', { token });
    expect(preview).toMatchObject({
      status: 200,
      body: { role: 'head', delegation: 'fji', delegationName: 'Fiji', status: 'valid', seat: null },
    });
    const fiji = await TestClient.signIn(server.address, token, 'Adi Lewa');
    expect(fiji.seat).toMatchObject({ conference: 'icdd-2021', role: 'head', delegation: 'fji', name: 'Adi Lewa' });
    const again = await post('/api/sign-in', { token });
    expect([again.status, codeOf(again)]).toEqual([409, 'invitation-used']);
    const seen = await post('/api/look-up-invitation', { token }, { cookie: fiji.cookie });
    expect(seen.body).toMatchObject({ status: 'used', seat: fiji.seat.seat });
    expect((await post('/api/look-up-invitation', { token })).body).toMatchObject({ status: 'used', seat: null });
  });

  test('two who use one link at the same moment: one gets in', async () => {
    const token = server.invite({ role: 'chair' });
    const answers = await Promise.all([1, 2, 3, 4].map(() => post('/api/sign-in', { token })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
  });

  test('an expired, a revoked and an unknown link sign nobody in', async () => {
    const secretariat = await server.client({ role: 'secretariat' });
    const expired = server.invite({ role: 'chair' }, 1);
    const made = await secretariat.post(secretariat.path('invitations'), {
      role: 'head',
      delegation: 'fin',
      note: 'for the ambassador',
      validHours: 2,
    });
    expect(made).toMatchObject({ status: 200, body: { invitation: { status: 'valid', note: 'for the ambassador' } } });
    const { invitation, link } = made.body as { invitation: { id: string }; link: string };
    expect(link.startsWith(`${server.address}/join#`)).toBe(true);
    expect((await secretariat.delete(secretariat.path(`invitations/${invitation.id}`))).status).toBe(204);
    const revoked = await post('/api/sign-in', { token: link.slice(link.indexOf('#') + 1) });
    expect([revoked.status, codeOf(revoked)]).toEqual([409, 'invitation-revoked']);
    ahead = 2 * hour;
    const late = await post('/api/sign-in', { token: expired });
    ahead = 0;
    expect([late.status, codeOf(late)]).toEqual([409, 'invitation-expired']);
    const unknown = await post('/api/sign-in', { token: 'x'.repeat(43) });
    expect([unknown.status, codeOf(unknown)]).toEqual([404, 'invitation-unknown']);
    const listed = await secretariat.get(secretariat.path('invitations'));
    expect(JSON.stringify(listed.body)).not.toContain(link.slice(link.indexOf('#') + 1));
  });

  test('a role that does not go with the delegation is refused with what to do', async () => {
    const secretariat = await server.client({ role: 'secretariat' });
    const invite = (role: string, delegation: string | null) =>
      secretariat.post(secretariat.path('invitations'), { role, delegation, note: '', validHours: 1 });
    expect(codeOf(await invite('head', null))).toBe('delegation-missing');
    expect(codeOf(await invite('chair', 'fji'))).toBe('delegation-not-allowed');
    expect(codeOf(await invite('head', 'fra'))).toBe('not-accredited');
  });
});

describe('sessions', () => {
  test('the cookie is out of reach of scripts and of other sites, and its token is stored nowhere', async () => {
    const token = server.invite({ role: 'observer' });
    const signedIn = await post('/api/sign-in', { token });
    const cookie = signedIn.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^chapeau-[a-z0-9]{8,40}=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Expires=/);
    const secret = /=([\w-]{43});/.exec(cookie)?.[1] ?? '';
    const { session } = { session: server.started.services.sessions.byToken(secret)?.session };
    expect(JSON.stringify(session)).not.toContain(secret);
    expect(JSON.stringify(server.started.services.storage.people.invitations('icdd-2021' as never))).not.toContain(
      token,
    );
  });

  test('one browser holds several seats, and each request names its own', async () => {
    const [chair, chile] = [
      await server.client({ role: 'chair' }),
      await server.client({ role: 'head', delegation: 'chl' }),
    ];
    const cookie = `${chair.cookie}; ${chile.cookie}`;
    const seats = await readAnswer(await fetch(`${server.address}/api/seats`, { headers: { cookie } }));
    expect((seats.body as { seats: { role: string }[] }).seats.map(({ role }) => role)).toEqual(['chair', 'head']);
    const asChile = await fetch(`${server.address}/api/seat`, {
      headers: { cookie, 'x-chapeau-seat': chile.seat.seat },
    });
    expect(await asChile.json()).toMatchObject({ delegation: 'chl' });
    const asNobody = await fetch(`${server.address}/api/seat`, { headers: { cookie } });
    expect(asNobody.status).toBe(401);
  });

  test('a token in the cookie of another seat opens nothing', async () => {
    const [chair, chile] = [
      await server.client({ role: 'chair' }),
      await server.client({ role: 'head', delegation: 'chl' }),
    ];
    const cookie = `chapeau-${chile.seat.seat}=${chair.token}`;
    const answer = await fetch(`${server.address}/api/seat`, {
      headers: { cookie, 'x-chapeau-seat': chile.seat.seat },
    });
    expect(answer.status).toBe(401);
  });

  test('a program shows its token as a bearer and needs no origin', async () => {
    const chile = await server.client({ role: 'head', delegation: 'chl' });
    const authorization = `Bearer ${chile.token}`;
    const seat = await fetch(`${server.address}/api/seat`, { headers: { authorization } });
    expect(await seat.json()).toMatchObject({ delegation: 'chl' });
    const out = await fetch(`${server.address}/api/sign-out`, { method: 'POST', headers: { authorization } });
    expect(out.status).toBe(204);
    expect((await fetch(`${server.address}/api/seat`, { headers: { authorization } })).status).toBe(401);
  });

  test('signing out ends the session, its stream and its cookie', async () => {
    const chile = await server.client({ role: 'head', delegation: 'chl' });
    const stream = await chile.stream();
    const out = await chile.post('/api/sign-out');
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await stream.nextOf('revoked'))?.event).toBe('revoked');
    expect(await stream.next()).toBeNull();
    expect((await chile.get('/api/seat')).status).toBe(401);
  });

  test('a session ends after two weeks', async () => {
    const chile = await server.client({ role: 'head', delegation: 'chl' });
    ahead = 14 * 24 * hour - 10_000;
    expect((await chile.get('/api/seat')).status).toBe(200);
    ahead = 14 * 24 * hour + 10_000;
    expect((await chile.get('/api/seat')).status).toBe(401);
    ahead = 0;
  });

  test('a person who is revoked is out at once: requests, streams, and for good', async () => {
    const [secretariat, chile] = [
      await server.client({ role: 'secretariat' }),
      await server.client({ role: 'head', delegation: 'chl', name: 'Gabriela' }),
    ];
    const [watching, stream] = [await secretariat.stream(), await chile.stream()];
    const { people } = (await secretariat.get(secretariat.path('people'))).body as {
      people: { principal: string; name: string; online: boolean; sessions: number }[];
    };
    expect(people.find(({ principal }) => principal === chile.seat.principal)).toMatchObject({
      name: 'Gabriela',
      online: true,
      sessions: 1,
      revoked: false,
    });
    expect((await secretariat.delete(secretariat.path(`people/${chile.seat.principal}`))).status).toBe(204);
    expect((await stream.nextOf('revoked'))?.event).toBe('revoked');
    expect(await stream.next()).toBeNull();
    expect((await chile.get(chile.path('state'))).status).toBe(401);
    expect((await watching.nextOf('people'))?.event).toBe('people');
    watching.close();
  });

  test('withdrawing an accreditation ends the sessions of the delegation, and accrediting it again restores them', async () => {
    const secretariat = await server.client({ role: 'secretariat' });
    const zaf = await server.client({ role: 'delegate', delegation: 'zaf' });
    const stream = await zaf.stream();
    const spare = server.invite({ role: 'head', delegation: 'zaf' });
    const { participants } = await secretariat.state();
    await secretariat.do({ type: 'withdraw-accreditation', delegation: 'zaf' as never });
    expect((await stream.nextOf('revoked'))?.event).toBe('revoked');
    expect(await stream.next()).toBeNull();
    expect((await zaf.get('/api/seat')).status).toBe(401);
    expect(codeOf(await post('/api/sign-in', { token: spare }))).toBe('not-accredited');
    const { accredited: _, ...participant } = participants.get('zaf' as never) ?? { accredited: false };
    await secretariat.do({ type: 'accredit', participants: [participant as never] });
    expect((await zaf.get('/api/seat')).status).toBe(200);
  });
});

describe('origins', () => {
  test.each(['http://evil.example', 'http://127.0.0.1:1', 'null', 'https://127.0.0.1'])(
    'a page of %s can change nothing, whatever cookies its browser holds',
    async (origin) => {
      const chair = await server.client({ role: 'chair' });
      const answer = await chair.ask('POST', '/api/sign-out', undefined, { origin });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'wrong-origin']);
      expect((await chair.get('/api/seat')).status).toBe(200);
      expect((await post('/api/sign-in', { token: server.invite({ role: 'chair' }) }, { origin })).status).toBe(403);
    },
  );

  test('cookies without an origin change nothing', async () => {
    const chair = await server.client({ role: 'chair' });
    const answer = await fetch(`${server.address}/api/sign-out`, { method: 'POST', headers: { cookie: chair.cookie } });
    expect(answer.status).toBe(403);
  });

  test('both names of this machine are its own pages', async () => {
    const chair = await server.client({ role: 'chair' });
    const origin = `http://localhost:${server.port}`;
    expect((await chair.ask('POST', '/api/sign-out', undefined, { origin })).status).toBe(204);
  });
});
