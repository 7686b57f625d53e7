import { type Act, type DocumentState, latest, paragraphsInText, textHash } from '@chapeau/procedure';
import type { DraftView } from '@chapeau/protocol';
import type { ParagraphId } from '@chapeau/text';
import { RoomPeer } from './roomPeer.ts';
import type { TestClient } from './testClient.ts';

/** Tables the introduced draft as it is: Rev.0. */
export async function tableText(chair: TestClient): Promise<DocumentState> {
  const { id } = await chair.document();
  const { body } = await chair.get(chair.path(`documents/${id}/drafting-proposal`));
  await chair.do({ type: 'table-text', document: id, hash: (body as { hash: never }).hash });
  return chair.document();
}

/** The first paragraph of this kind. */
export function firstOf(document: DocumentState, kind: string): ParagraphId {
  const found = paragraphsInText(document).find((paragraph) => paragraph.kind === kind);
  if (found === undefined) throw new Error(`no ${kind} paragraph`);
  return found.id;
}

/** Opens a private draft that rewords one paragraph. */
export async function openDraft(by: TestClient, document: DocumentState, paragraph: ParagraphId): Promise<DraftView> {
  const answer = await by.post(by.path('drafts'), {
    document: document.id,
    on: { type: 'scope', scope: { type: 'replace', paragraphs: [paragraph] } },
  });
  if (answer.status !== 200) throw new Error(`no draft: ${JSON.stringify(answer.body)}`);
  return answer.body as DraftView;
}

/** The act that tables a draft as the server holds it. */
export async function tabling(by: TestClient, draft: DraftView): Promise<Act> {
  const { body } = await by.get(by.path(`drafts/${draft.id}/proposal`));
  return { type: 'table-amendment', draft: draft.id, hash: (body as { hash: never }).hash };
}

/** Opens a draft, types into the paragraph, behind its words unless told where, and tables it. */
export async function tableAmendment(
  by: TestClient,
  paragraph: ParagraphId,
  words: string,
  at = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  const draft = await openDraft(by, await by.document(), paragraph);
  const peer = await RoomPeer.join(by, draft.room);
  await peer.insert(words, at);
  await by.do(await tabling(by, draft));
  peer.leave();
}

/** Accepts the latest version of the amendment with this number. */
export async function accept(chair: TestClient, number: number): Promise<void> {
  const document = await chair.document();
  const amendment = [...document.amendments.values()].find((candidate) => candidate.number === number);
  if (amendment === undefined) throw new Error(`no amendment ${number}`);
  const { hash } = latest(amendment);
  await chair.do({ type: 'accept-amendment', document: document.id, amendment: amendment.id, hash });
}

/** Declares every paragraph agreed and opens adoption. */
export async function openAdoption(chair: TestClient): Promise<DocumentState> {
  const document = await chair.document();
  const paragraphs = paragraphsInText(document)
    .filter(({ status }) => status !== 'agreed')
    .map(({ id, hash }) => ({ paragraph: id, hash }));
  await chair.do({ type: 'declare-agreed', document: document.id, level: 'agreed', paragraphs });
  await chair.do({ type: 'open-adoption', document: document.id, textHash: textHash(await chair.document()) });
  return chair.document();
}

/** Strikes the gavel on the text as it stands. */
export async function gavel(chair: TestClient): Promise<void> {
  const document = await chair.document();
  await chair.do({ type: 'gavel', document: document.id, textHash: textHash(document) });
}
