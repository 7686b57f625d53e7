import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { roomClose } from '@chapeau/protocol';
import { type WebSocket, WebSocketServer } from 'ws';
import type { RateLimits } from '../http/rateLimits.ts';
import { isMember } from '../identity/caller.ts';
import type { Doorkeeper } from '../identity/doorkeeper.ts';
import { socketLine } from './line.ts';
import type { RecordStreams } from './recordStreams.ts';
import { seqOf } from './seqOf.ts';

const path = /^\/api\/conferences\/([a-z0-9-]{1,40})\/record$/;

/** How many streams a person may have open: a page each, and some that the network has not given up yet. */
const mostOfPrincipal = 64;

// `closeTimeout` is younger than the library's types.
const socketOptions = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: 1024,
  closeTimeout: 1000,
};

/** `WS /api/conferences/:conference/record`: the event stream of that address in the text frames of a WebSocket. */
export class StreamSockets {
  readonly #doorkeeper: Doorkeeper;
  readonly #streams: RecordStreams;
  readonly #limits: RateLimits;
  readonly #server = new WebSocketServer(socketOptions);

  constructor(services: { doorkeeper: Doorkeeper; streams: RecordStreams; limits: RateLimits }) {
    this.#doorkeeper = services.doorkeeper;
    this.#streams = services.streams;
    this.#limits = services.limits;
  }

  /** Takes over an upgrade to the address of a record's stream; false for every other address. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const [address = '', query = ''] = (request.url ?? '').split('?', 2);
    const [, conference] = path.exec(address) ?? [];
    if (conference === undefined) return false;
    socket.on('error', () => socket.destroy());
    if (!this.#doorkeeper.isFromOurPages(request)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', () => socket.destroy());
      return true;
    }
    // A page learns why only from a socket that was open.
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      // Only the server speaks here.
      webSocket.on('message', () => webSocket.terminate());
      const from = seqOf(new URLSearchParams(query).get('from') ?? undefined);
      this.#serve(webSocket, socket, { request, conference, from }).catch(() => webSocket.terminate());
    });
    return true;
  }

  async #serve(
    webSocket: WebSocket,
    socket: Duplex,
    wanted: { readonly request: IncomingMessage; readonly conference: string; readonly from: number | null },
  ): Promise<void> {
    const caller = this.#doorkeeper.callerOf(wanted.request);
    if (caller === null) return webSocket.close(roomClose.sessionEnded, 'not signed in');
    if (!isMember(caller) || caller.principal.conference !== wanted.conference)
      return webSocket.close(roomClose.notFound, 'no such conference');
    if (wanted.from === null) return webSocket.close(roomClose.malformed, 'from is no number of an entry');
    const wait = await this.#limits.take(caller, '');
    if (wait !== null || this.#streams.openOf(caller.principal) >= mostOfPrincipal)
      return webSocket.close(roomClose.tooManyFrames, 'too many streams');
    await this.#streams.open(caller, socketLine(webSocket, socket), wanted.from);
  }
}
