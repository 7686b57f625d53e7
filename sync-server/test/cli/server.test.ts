import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chapeau, SpawnedServer } from '../support/spawnServer.ts';

let folder: string;
const running: SpawnedServer[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chapeau-cli-'));
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function start(...args: readonly string[]): Promise<SpawnedServer> {
  const server = await SpawnedServer.start(folder, ...args);
  running.push(server);
  return server;
}

describe('start', () => {
  test('prints where it is, where the data is, and a link for every seat that signs in', async () => {
    const server = await start();
    const links = [...server.printed().matchAll(/\/join#[\w-]{43}$/gm)].map(([link]) => link);
    expect(server.printed()).toContain(`The data is in    ${folder}`);
    expect(new Set(links).size).toBe(2 + 21 + 2 + 16);
    const fiji = await server.client('icdd-2021', 'Fiji');
    expect(fiji.seat).toMatchObject({ role: 'head', delegation: 'fji' });
    const chair = await server.client('rcdd-2019', 'Chair');
    expect((await chair.state()).participants.size).toBe(16);
  });

  test('stops at Ctrl-C with open streams, without waiting for them to end, and nothing is lost', async () => {
    const server = await start();
    const secretariat = await server.client('icdd-2021', 'Secretariat');
    await secretariat.do({ type: 'create-document', title: 'Kept' });
    const stream = await secretariat.stream();
    const { code, stdout, stderr } = await server.interrupt();
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Everything is kept.');
    stream.close();
    const again = await start('--port', String(server.port));
    const titles = [...(await secretariat.state()).documents.values()].map(({ title }) => title);
    expect(titles).toContain('Kept');
    expect(again.address).toBe(server.address);
  });

  test('killed in the middle, it loses nothing that it acknowledged, and starts again by itself', async () => {
    const server = await start();
    const secretariat = await server.client('icdd-2021', 'Secretariat');
    await secretariat.do({ type: 'create-document', title: 'Acknowledged' });
    await server.kill();
    await start('--port', String(server.port));
    expect(JSON.stringify((await secretariat.get(secretariat.path('state'))).body)).toContain('Acknowledged');
  });

  test('makes the links of the start before worthless, and keeps who has signed in', async () => {
    const server = await start();
    const chair = await server.client('icdd-2021', 'Chair');
    const unused = server.link('icdd-2021', 'Fiji');
    await server.interrupt();
    const again = await start('--port', String(server.port));
    expect((await chair.get('/api/seat')).status).toBe(200);
    expect(again.link('icdd-2021', 'Fiji')).not.toBe(unused);
    const response = await fetch(`${again.address}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: unused.split('#')[1] }),
    });
    expect(await response.json()).toMatchObject({ code: 'invitation-revoked' });
  });

  test('--empty has no conference and one link, for the secretariat that creates them', async () => {
    const server = await start('--empty');
    const [link, ...others] = server.printed().match(/\/join#[\w-]{43}/g) ?? [];
    expect(others).toEqual([]);
    const { TestClient } = await import('../support/testClient.ts');
    const founder = await TestClient.signIn(server.address, link?.split('#')[1] ?? '', 'Founder');
    expect(founder.seat).toMatchObject({ role: 'secretariat', conference: null });
    const details = {
      title: 'A meeting',
      theme: '',
      place: '',
      startsOn: '2026-01-01',
      endsOn: '2026-01-02',
      timeZone: 'UTC',
      sectors: [],
    };
    expect((await founder.post('/api/conferences', { id: 'a-meeting', details })).status).toBe(200);
    const listed = await chapeau(['conferences', '--data', folder]);
    expect(listed.stdout).toContain('a-meeting  A meeting');
  });

  test('what it logs holds no token, no cookie and no words', async () => {
    const server = await start('--log', 'debug');
    const secretariat = await server.client('icdd-2021', 'Secretariat');
    await secretariat.do({ type: 'create-document', title: 'Most secret words' });
    await secretariat.get(`${secretariat.path('record')}x?seat=${secretariat.seat.seat}`);
    const { stderr } = await server.interrupt();
    const lines = stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ route }) => route)).toContain('/api/conferences/:conference/acts');
    expect(stderr).not.toContain(secretariat.token);
    expect(stderr).not.toContain('Most secret words');
    expect(stderr).not.toContain('?seat');
  });
});

describe('what cannot be is refused in one sentence that says what to do', () => {
  async function refused(...args: readonly string[]) {
    const { code, stderr } = await chapeau(args);
    expect(code).not.toBe(0);
    expect(stderr).not.toContain('    at ');
    return stderr;
  }

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const bound = other.address();
    const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
    expect(await refused('start', '--data', folder, '--port', String(port))).toBe(
      `Port ${port} is taken, perhaps by Chapeau itself. Choose another: --port ${port + 1}\n`,
    );
    other.close();
  });

  test('data that another server has open', async () => {
    await start();
    expect(await refused('start', '--data', folder, '--port', '0')).toMatch(
      /^Chapeau is already running on this data .*--data\.\n$/,
    );
  });

  test('a folder that is none', async () => {
    writeFileSync(join(folder, 'file'), '');
    expect(await refused('start', '--data', join(folder, 'file'))).toMatch(
      /cannot be written to \(EEXIST\).*--data|is a file, not a folder/,
    );
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written', async () => {
    chmodSync(folder, 0o500);
    expect(await refused('start', '--data', folder)).toContain('cannot be written to (EACCES)');
    chmodSync(folder, 0o700);
  });

  test('a file that is no data of ours', async () => {
    writeFileSync(join(folder, 'chapeau.sqlite'), 'not a database at all, but long enough to look like one');
    expect(await refused('start', '--data', folder, '--port', '0')).toMatch(/--data\.\n$/);
  });

  test.each([
    [['start', '--host', '0.0.0.0'], /https/],
    [['start', '--origin', 'http://chapeau.example.org'], /Use https/],
    [['start', '--origin', 'https://chapeau.example.org/path'], /without a path/],
    [['start', '--port', '99999'], /from 0 to 65535/],
    [['start', '--prot', '1'], /unknown option '--prot'/],
    [['strat'], /unknown command 'strat'/],
    [['verify', '/nowhere.json'], /cannot be read \(ENOENT\)/],
    [['verify'], /missing required argument 'bundle'/],
    [['conferences', '--data', '/nowhere'], /There is no Chapeau data in \/nowhere/],
    [['invite', 'icdd-2021', '--role', 'king'], /Allowed choices are/],
  ])('%o', async (args, words) => {
    expect(await refused(...args)).toMatch(words);
  });
});

describe('help', () => {
  test('teaches with examples', async () => {
    const { code, stdout } = await chapeau(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('chapeau verify');
    for (const command of ['start', 'invite', 'export', 'verify', 'conferences', 'states']) {
      expect((await chapeau([command, '--help'])).stdout).toMatch(/Examples?:\n {2}chapeau/);
    }
  });
});

describe('while a server runs, and while none does', () => {
  test.each([true, false])('invite makes a link that signs in (running: %s)', async (isRunning) => {
    let server = await start();
    if (!isRunning) await server.interrupt();
    const invited = await chapeau([
      'invite',
      'icdd-2021',
      '--delegation',
      'fji',
      '--role',
      'delegate',
      '--data',
      folder,
    ]);
    expect([invited.code, invited.stderr]).toEqual([0, '']);
    expect(invited.stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/join#[\w-]{43}\n$/);
    if (!isRunning) server = await start();
    else expect(invited.stdout.startsWith(server.address)).toBe(true);
    const { TestClient } = await import('../support/testClient.ts');
    const delegate = await TestClient.signIn(server.address, invited.stdout.trim().split('#')[1] ?? '');
    expect(delegate.seat).toMatchObject({ role: 'delegate', delegation: 'fji' });
  });

  test.each([true, false])('export writes a compilation in the form asked for (running: %s)', async (isRunning) => {
    const server = await start();
    if (!isRunning) await server.interrupt();
    const args = ['export', 'icdd-2021', 'compilation.md', '--notation', 'un', '--positions'];
    const written = await chapeau([...args, '--output', '-', '--data', folder]);
    expect([written.code, written.stderr]).toEqual([0, '']);
    expect(written.stdout).toContain('in the form of United Nations compilations, with names and positions');
    expect((await chapeau([...args.slice(0, 4), 'latex', '--data', folder])).stderr).toContain('Allowed choices are');
  });

  test('invite says what is wrong', async () => {
    await start();
    const invite = async (...args: readonly string[]) => (await chapeau(['invite', ...args, '--data', folder])).stderr;
    expect(await invite('icdd-2022', '--role', 'chair')).toContain('There are: icdd-2021, rcdd-2019');
    expect(await invite('icdd-2021', '--delegation', 'fra')).toContain('fra is not accredited');
    expect(await invite('icdd-2021')).toContain('Say for whom');
  });

  test('the note by which the command line finds the server is for its owner alone, and goes with it', async () => {
    const server = await start();
    const note = join(folder, 'running-server.json');
    expect(statSync(note).mode & 0o777).toBe(0o600);
    const stranger = await fetch(`${server.address}/local/conferences`, { headers: { authorization: 'Bearer guess' } });
    expect(stranger.status).toBe(404);
    await server.interrupt();
    expect(() => statSync(note)).toThrow('ENOENT');
  });
});
