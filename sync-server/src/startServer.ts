import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { ConferenceId } from '@chapeau/procedure';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { demonstrationIds, ensureDemonstrations } from './demonstration/ensureDemonstrations.ts';
import { type Environment, systemEnvironment } from './environment.ts';
import { app } from './http/app.ts';
import { conferenceHandlers } from './http/conferenceHandlers.ts';
import { draftHandlers } from './http/draftHandlers.ts';
import { exportHandlers } from './http/exportHandlers.ts';
import { identityHandlers } from './http/identityHandlers.ts';
import { pages } from './http/pages.ts';
import { peopleHandlers } from './http/peopleHandlers.ts';
import { defaultRates, type RequestRates } from './http/rateLimits.ts';
import { announce } from './office/announcement.ts';
import { localDoor } from './office/localDoor.ts';
import { directOffice } from './office/office.ts';
import { originsOf } from './origins.ts';
import { type PrintedConference, printedLinks } from './printedLinks.ts';
import type { HubLimits } from './rooms/hubLimits.ts';
import { coreServices } from './coreServices.ts';
import { type LiveServices, liveServices } from './liveServices.ts';
import type { Storage } from './storage/ports.ts';
import { openSqliteStorage } from './storage/sqliteStorage.ts';

export interface StartOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** The interface to listen on. */
  readonly host: string;
  readonly dataFolder: string;
  /** Origins at which browsers reach the server besides its own address on this machine. */
  readonly origins: readonly string[];
  /** Without the two demonstration conferences. */
  readonly isEmpty: boolean;
  /** The folder of the editor's build. */
  readonly editorFolder: string;
  readonly log: Logger;
  readonly environment?: Environment;
  readonly rates?: RequestRates;
  readonly hubLimits?: Partial<HubLimits>;
  /** Opens the data; SQLite in one file where not given. */
  readonly openStorage?: (file: string) => Storage;
  /** Told when storage failed under the running server: it must end, and be started anew. */
  readonly fatal: (error: unknown) => void;
}

/** A server that answers. */
export interface StartedServer {
  /** Where browsers reach it, without a slash at the end. */
  readonly address: string;
  readonly port: number;
  /** A fresh sign-in link for every seat, by conference. */
  readonly links: readonly PrintedConference[];
  /** Conferences that no links were printed for: their secretariats invite. */
  readonly others: readonly ConferenceId[];
  /** For its embedding in tests; not a second way in for requests. */
  readonly services: LiveServices;
  /** Stores what has arrived, ends every connection and lets the data go. */
  close(): Promise<void>;
}

/** How long connections get to end by themselves. */
const patience = 1200;

/**
 * Opens the data and serves it. Throws `StorageUnavailable` where the data cannot be opened, and Node's own error where the port
 * cannot be listened on.
 */
export async function startServer(options: StartOptions): Promise<StartedServer> {
  const environment = options.environment ?? systemEnvironment;
  const storage = (options.openStorage ?? openSqliteStorage)(join(options.dataFolder, 'chapeau.sqlite'));
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 60_000 });
  try {
    const core = coreServices(storage, environment);
    if (!options.isEmpty) ensureDemonstrations(core);
    const editor = await pages(options.editorFolder);
    const port = await listen(server, options);
    // From here to the last handler nothing may wait: who comes before it is attached gets no answer, and no end either.
    const origins = originsOf(port, options.origins);
    const [address = ''] = options.origins.length > 0 ? options.origins : origins;
    const hubLimits = { closeWithin: patience, ...options.hubLimits };
    const { log, rates = defaultRates, fatal } = options;
    const services = liveServices(core, { origins, log, hubLimits, rates, fatal });
    const token = environment.newToken();
    server.on('request', app(appParts(services, options, { address, token, isHttps: origins.some(isHttps), editor })));
    server.on('upgrade', (request, socket, head) => {
      const isStream = services.streamSockets.handleUpgrade(request, socket, head);
      if (!isStream) services.hub.handleUpgrade(request, socket, head);
    });
    const conferences = options.isEmpty ? [] : demonstrationIds;
    const links = printedLinks(core, { address, conferences, forInstallation: options.isEmpty });
    const forget = announce(options.dataFolder, { port, address, token });
    const others = core.ledger.conferences().filter((id) => !conferences.includes(id));
    return { address, port, links, others, services, close: () => close(server, services, forget) };
  } catch (error) {
    server.close();
    storage.close();
    throw error;
  }
}

interface Door {
  readonly address: string;
  readonly token: string;
  readonly isHttps: boolean;
  readonly editor: RequestHandler;
}

function appParts(services: LiveServices, options: StartOptions, { address, token, isHttps, editor }: Door) {
  const { ledger, invitations, exports, doorkeeper, requestLimits, storage, environment } = services;
  return {
    handlers: {
      ...identityHandlers(services),
      ...conferenceHandlers(services),
      ...draftHandlers(services),
      ...peopleHandlers({ ...services, people: storage.people, address: () => address }),
      ...exportHandlers(exports),
    },
    gate: { doorkeeper, limits: requestLimits },
    localDoor: localDoor(directOffice(ledger, invitations, exports), token),
    pages: editor,
    log: options.log,
    newId: environment.newId,
    ping: () => storage.ping(),
    fatal: options.fatal,
    isHttps,
  };
}

async function listen(server: Server, { port, host }: StartOptions): Promise<number> {
  server.listen({ port, host });
  await once(server, 'listening');
  const bound = server.address();
  return typeof bound === 'object' && bound !== null ? bound.port : port;
}

async function close(server: Server, { streams, hub, storage }: LiveServices, forget: () => void): Promise<void> {
  forget();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection is idle a moment after its last answer has ended.
  const closing = setInterval(() => server.closeIdleConnections(), 10);
  streams.close();
  await Promise.race([Promise.all([hub.stop(), closed]), after(patience)]);
  clearInterval(closing);
  server.closeAllConnections();
  storage.close();
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}

function isHttps(origin: string): boolean {
  return origin.startsWith('https://');
}
