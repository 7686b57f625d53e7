import type { Act } from '@chapeau/procedure';
import { type DraftView, draftSchema } from '@chapeau/protocol';
import { firstOf, openDraft, tableText } from '../../sync-server/test/support/negotiation.ts';
import { TestClient } from '../../sync-server/test/support/testClient.ts';
import type { ServerProcess } from './serverProcess.ts';

/** Who takes part: five delegations draft a whole text together, two of another conference an amendment in private. */
export interface CrashStage {
  readonly chair: TestClient;
  readonly secretariat: TestClient;
  readonly regionalChair: TestClient;
  /** Each writer with the room that it writes in. */
  readonly writers: readonly { readonly client: TestClient; readonly room: string }[];
  /** The n-th act of the chair and of the secretariat: each is allowed at any time, and changes no right. */
  readonly chairsAct: (number: number) => Act;
  readonly secretariatsAct: (number: number) => Act;
}

const [bali, jakarta] = ['icdd-2021', 'rcdd-2019'];

/** Signs everyone in through the links that the server printed, and opens the rooms. */
export async function openCrashStage(server: ServerProcess): Promise<CrashStage> {
  const enter = (conference: string, seat: string) =>
    TestClient.signIn(server.address, server.token(conference, seat), seat);
  const chair = await enter(bali, 'Chair');
  const secretariat = await enter(bali, 'Secretariat');
  const { id: document } = await chair.document();
  await chair.do({ type: 'open-drafting', document, writers: 'all' });
  const room = (await chair.document()).drafting?.room;
  if (room === undefined) throw new Error('no drafting room');
  const drafting = await Promise.all(
    ['Chile', 'Fiji', 'Indonesia', 'Japan', 'South Africa'].map(async (seat) => ({
      client: await enter(bali, seat),
      room,
    })),
  );
  const regionalChair = await enter(jakarta, 'Chair');
  const [indonesia, japan] = [await enter(jakarta, 'Indonesia'), await enter(jakarta, 'Japan')];
  const draft = await shared(regionalChair, indonesia, japan);
  const details = (await secretariat.state()).details;
  if (details === null) throw new Error('a conference without details');
  return {
    chair,
    secretariat,
    regionalChair,
    writers: [...drafting, ...[indonesia, japan].map((client) => ({ client, room: draft.room }))],
    chairsAct: () => ({ type: 'open-drafting', document, writers: 'all' }),
    secretariatsAct: (number) => ({ type: 'amend-conference', details: { ...details, theme: `Theme ${number}` } }),
  };
}

async function shared(chair: TestClient, opener: TestClient, sponsor: TestClient): Promise<DraftView> {
  const document = await tableText(chair);
  const draft = await openDraft(opener, document, firstOf(document, 'operative'));
  await opener.post(opener.path(`drafts/${draft.id}/invited`), { delegations: [sponsor.seat.delegation] });
  return draftSchema.parse((await sponsor.post(sponsor.path(`drafts/${draft.id}/sponsors`))).body);
}
