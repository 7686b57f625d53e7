import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { present } from '@chapeau/base';
import { conferenceIdSchema, type DelegationId, type Role } from '@chapeau/procedure';
import { pino } from 'pino';
import { type Environment, systemEnvironment } from '../../src/environment.ts';
import { type StartedServer, type StartOptions, startServer } from '../../src/startServer.ts';
import { TestClient } from './testClient.ts';

/** Whom a test signs in: in one of the demonstration conferences unless it says otherwise. */
export interface SeatWanted {
  readonly role: Role;
  readonly delegation?: string;
  /** Null for the secretariat of the installation. */
  readonly conference?: string | null;
  readonly name?: string;
}

/** A server in this process, on a free port, with its data in a folder of its own. */
export interface TestServer {
  readonly address: string;
  readonly port: number;
  readonly folder: string;
  readonly started: StartedServer;
  /** Signs somebody in through a fresh invitation, over HTTP. */
  client(wanted: SeatWanted): Promise<TestClient>;
  /** The token of a fresh invitation. */
  invite(wanted: SeatWanted, validHours?: number): string;
  /** Ends the server and starts another on the same data, at the same port; clients signed in stay so. */
  restart(): Promise<void>;
  /** Ends it and removes the data. */
  close(): Promise<void>;
}

export type TestServerOptions = Partial<Omit<StartOptions, 'dataFolder' | 'log' | 'fatal'>> & {
  /** How many milliseconds the server's clock is ahead of the real one. */
  readonly clock?: () => number;
  readonly folder?: string;
};

/** Starts a server with the demonstration conferences, unless `isEmpty`. Logs nothing. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'chapeau-'));
  const { clock } = options;
  const environment: Environment =
    clock === undefined ? systemEnvironment : { ...systemEnvironment, now: () => new Date(Date.now() + clock()) };
  const start = (port: number) =>
    startServer({
      port,
      host: '127.0.0.1',
      dataFolder: folder,
      origins: options.origins ?? [],
      isEmpty: options.isEmpty ?? false,
      editorFolder: options.editorFolder ?? new URL('../../../editor/dist', import.meta.url).pathname,
      log: pino({ level: 'silent' }),
      environment,
      rates: options.rates ?? { perPrincipal: 1_000_000, perAddress: 1_000_000 },
      ...(options.hubLimits === undefined ? {} : { hubLimits: options.hubLimits }),
      ...(options.openStorage === undefined ? {} : { openStorage: options.openStorage }),
      fatal: (error) => {
        throw error;
      },
    });
  let started = await start(options.port ?? 0);

  function invite({ role, delegation, conference = 'icdd-2021' }: SeatWanted, validHours = 24): string {
    const issued = started.services.invitations.issue({
      conference: conference === null ? null : conferenceIdSchema.parse(conference),
      role,
      delegation: (delegation ?? null) as DelegationId | null,
      note: 'test',
      validHours,
      by: null,
    });
    if (!issued.ok) throw new Error(issued.error.failure.message);
    return issued.value.token;
  }

  return {
    get address() {
      return started.address;
    },
    get port() {
      return started.port;
    },
    folder,
    get started() {
      return started;
    },
    invite,
    client: (wanted) => TestClient.signIn(present(started.address, 'the address'), invite(wanted), wanted.name),
    async restart() {
      const { port } = started;
      await started.close();
      started = await start(port);
    },
    async close() {
      await started.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
