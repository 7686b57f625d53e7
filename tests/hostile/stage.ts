import { once } from 'node:events';
import { present, sha256 } from '@chapeau/base';
import { draftIdSchema, type RoomId, roomIdSchema } from '@chapeau/procedure';
import { type DraftView, draftSchema } from '@chapeau/protocol';
import { readRoom, seedRoom } from '@chapeau/room';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { accomplice, attacker, paragraph, scene, seedClient, victim } from '../../packages/room/test/scene.ts';
import { RawPeer } from '../../sync-server/test/rooms/rawPeer.ts';
import { startTestServer, type TestServer } from '../../sync-server/test/support/startTestServer.ts';
import type { TestClient } from '../../sync-server/test/support/testClient.ts';

/** A room of a private amendment of which Chile means harm, Indonesia has typed, and Japan looks on honestly. */
export interface Stage {
  readonly server: TestServer;
  readonly chair: TestClient;
  readonly chile: TestClient;
  readonly indonesia: TestClient;
  readonly japan: TestClient;
  /** A draft of the three that went the ordinary way. */
  readonly draft: DraftView;
  /** A room of the three whose contents and client ids are those of the gate's own attacks. */
  readonly room: RoomId;
}

/** Starts a server, tables the text, and has Chile draft an amendment with Indonesia and Japan. */
export async function openStage(): Promise<Stage> {
  const server = await startTestServer({ hubLimits: { framesPerSecond: 1e6, frameBurst: 1e6 } });
  const head = (delegation: string) => server.client({ role: 'head', delegation });
  const [chair, chile, indonesia, japan] = [
    await server.client({ role: 'chair' }),
    await head('chl'),
    await head('idn'),
    await head('jpn'),
  ];
  const draft = await sharedDraft(chair, chile, [indonesia, japan]);
  return { server, chair, chile, indonesia, japan, draft, room: setScene(server, draft, { chile, indonesia }) };
}

async function sharedDraft(chair: TestClient, opener: TestClient, sponsors: readonly TestClient[]): Promise<DraftView> {
  const { id: document } = await chair.document();
  const { body } = await chair.get(chair.path(`documents/${document}/drafting-proposal`));
  const { hash } = body as { readonly hash: never };
  await chair.do({ type: 'table-text', document, hash });
  const [paragraph] = (await chair.document()).order;
  const scope = { type: 'replace', paragraphs: [paragraph] };
  const opened = draftSchema.parse(
    (await opener.post(opener.path('drafts'), { document, on: { type: 'scope', scope } })).body,
  );
  const delegations = sponsors.map(({ seat }) => seat.delegation);
  await opener.post(opener.path(`drafts/${opened.id}/invited`), { delegations });
  for (const sponsor of sponsors) await sponsor.post(sponsor.path(`drafts/${opened.id}/sponsors`));
  const drafts = (await opener.get(opener.path('drafts'))).body as { readonly drafts: readonly unknown[] };
  return draftSchema.parse(present(drafts.drafts[0], 'the draft'));
}

/** Puts the scene of the gate's attacks into storage: a second draft like the first, in a room with fixed client ids. */
function setScene(
  server: TestServer,
  like: DraftView,
  { chile, indonesia }: Pick<Stage, 'chile' | 'indonesia'>,
): RoomId {
  const { rooms, drafts } = server.started.services.storage;
  const room = roomIdSchema.parse('r-scene');
  const draft = { ...present(drafts.find(like.id), 'draft'), id: draftIdSchema.parse('d-scene'), room };
  const { conference, document, id, updatedAt: at } = draft;
  const lend = (client: number, to: TestClient | null) => {
    const { principal, delegation } = to?.seat ?? { principal: null, delegation: null };
    return { room, client, principal, delegation };
  };
  const leases = [lend(seedClient, null), lend(attacker, chile), lend(accomplice, chile), lend(victim, indonesia)];
  const paragraphs = [
    paragraph('one', 'The participants recognise that water is life.'),
    paragraph('two', 'Ends with a fish 🐟.'),
  ];
  drafts.put(draft);
  rooms.create(
    { id: room, conference, document, draft: id, epoch: 'scene', closed: false },
    seedRoom(paragraphs, seedClient),
    leases,
    at,
  );
  rooms.append([{ room, principal: null, at, bytes: scene().room.snapshot(), moves: null }]);
  return room;
}

/** Opens a socket to a room with a client's credentials, or with others. Rejects with the status where it is refused. */
export function enter({ server }: Stage, room: string, headers: Readonly<Record<string, string>>): Promise<RawPeer> {
  return RawPeer.open(`${server.address.replace('http', 'ws')}/rooms/${room}`, headers);
}

/** The HTTP status with which an upgrade is answered; 101 where it is made. */
export async function statusOf(
  { server }: Stage,
  room: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const socket = new WebSocket(`${server.address.replace('http', 'ws')}/rooms/${room}`, { headers });
  socket.on('error', () => {});
  const refused = once(socket, 'unexpected-response').then(
    ([, response]: { statusCode: number }[]) => response?.statusCode ?? 0,
  );
  const status = await Promise.race([refused, once(socket, 'open').then(() => 101)]);
  socket.terminate();
  return status;
}

/** The SHA-256 of everything that a document holds: words, deletions, ids. */
export function documentHash(peer: RawPeer): string {
  const doc = new Y.Doc();
  for (const update of peer.updates) Y.applyUpdate(doc, update);
  const pending = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
  return sha256(`${pending} ${sha256(Y.encodeStateAsUpdate(doc))} ${JSON.stringify(readRoom(doc))}`);
}
