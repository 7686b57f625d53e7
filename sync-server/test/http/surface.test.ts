import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { operations } from '@chapeau/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/startTestServer.ts';
import { codeOf, readAnswer } from '../support/testClient.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function get(path: string) {
  return readAnswer(await fetch(`${server.address}${path}`));
}

interface Description {
  readonly openapi: string;
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly operationId: string; readonly responses: object }>>>
  >;
}

describe('the description', () => {
  test('names every route that the server has, and no other', async () => {
    const { status, body } = await get('/api/openapi.json');
    const { openapi, paths } = body as Description;
    expect([status, openapi]).toEqual([200, '3.1.0']);
    const described = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(described.toSorted()).toEqual(Object.keys(operations).toSorted());
    for (const [name, { method, path }] of Object.entries(operations)) {
      expect(paths[path.replace(/:(\w+)/g, '{$1}')]?.[method]?.operationId).toBe(name);
    }
  });

  test('every reference in it leads somewhere', async () => {
    const { body } = await get('/api/openapi.json');
    const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path ?? '');
    for (const reference of references) {
      const target = reference.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], body);
      expect(target, reference).toBeTypeOf('object');
    }
  });

  test('each route of it that needs a sign-in refuses who has none, in the one shape of failures', async () => {
    for (const { method, path, access } of Object.values(operations)) {
      if (access.type === 'anyone') continue;
      const response = await fetch(`${server.address}${path.replace(/:\w+/g, 'x')}`, { method: method.toUpperCase() });
      const answer = await readAnswer(response);
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 401, 'not-signed-in']);
      expect(Object.keys(answer.body as object).toSorted()).toEqual(['code', 'details', 'message', 'rule']);
    }
  });
});

describe('headers', () => {
  test('nothing but our own files runs, and nobody frames us', async () => {
    const { headers } = await get('/healthz');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('answers are not kept', async () => {
    expect((await get('/api/seats')).headers.get('cache-control')).toBe('no-store');
  });
});

test('the server says whether it can answer', async () => {
  expect(await get('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
});

test.each(['/api/', '/api/nothing', '/api/conferences/icdd-2021', '/api/seats/'])(
  '%s is no address of the interface',
  async (path) => {
    expect(await get(path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  },
);

test.each([
  '/../../package.json',
  '/assets/../../package.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '//etc/passwd',
  '/%00',
])('nothing outside of the pages is served for %s', async (path) => {
  // As it is: a browser would tidy the path first.
  const asking = request({ host: '127.0.0.1', port: server.port, path }).end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  const body = (await response.toArray()).join('');
  expect(body).not.toMatch(/root:|"scripts"/);
});

test('what asks too often is told to wait, and does not keep others from asking', async () => {
  const busy = await startTestServer({ rates: { perPrincipal: 5, perAddress: 8 } });
  try {
    const [chile, japan] = [
      await busy.client({ role: 'head', delegation: 'chl' }),
      await busy.client({ role: 'head', delegation: 'jpn' }),
    ];
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1) statuses.push((await chile.get('/api/seat')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    const refused = await chile.get('/api/seat');
    expect([codeOf(refused), Number(refused.headers.get('retry-after')) > 0]).toEqual(['too-many-requests', true]);
    expect((await japan.get('/api/seat')).status).toBe(200);
    const guesses = await Promise.all(Array.from({ length: 12 }, () => fetch(`${busy.address}/api/seats`)));
    expect(guesses.map(({ status }) => status)).toContain(429);
    expect((await japan.get('/api/seat')).status).toBe(200);
  } finally {
    await busy.close();
  }
});

test('a page that is not built says how to build it', async () => {
  const bare = await startTestServer({ editorFolder: '/nowhere' });
  try {
    const page = await readAnswer(await fetch(`${bare.address}/join`));
    expect([page.status, String(page.body)]).toEqual([503, expect.stringContaining('npx -y pnpm@12 start')]);
  } finally {
    await bare.close();
  }
});

test("a port that is taken is Node's own error, and the data is let go", async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const bound = other.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  const { folder } = server;
  await expect(startTestServer({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await expect(startTestServer({ folder })).rejects.toThrow('already running on this data');
  await new Promise((resolve) => other.close(resolve));
});

describe('the list of States', () => {
  test.each([
    ['', 197, 'Afghanistan'],
    ['zaf', 1, 'South Africa'],
    ['VN', 1, 'Viet Nam'],
    ['cote d', 1, "Côte d'Ivoire"],
    ['TÜRKIYE', 1, 'Türkiye'],
    ['afrika selatan', 1, 'South Africa'],
    ['Kepulauan Solomon', 1, 'Solomon Islands'],
    ['laos', 1, "Lao People's Democratic Republic"],
    ['republica de corea', 1, 'Republic of Korea'],
    ['united states', 1, 'United States of America'],
    ['nowhere', 0, undefined],
  ])('“%s” finds %i, first %s', async (search, count, first) => {
    const chair = await server.client({ role: 'chair' });
    const { body } = await chair.get(`/api/states?search=${encodeURIComponent(search)}`);
    const { states } = body as { states: { name: string }[] };
    expect(states[0]?.name).toBe(first);
    if (count < 2 || search === '') expect(states.length).toBeGreaterThanOrEqual(count);
    if (count === 0) expect(states).toEqual([]);
    if (search === '') expect(states).toHaveLength(197);
  });
});
