import { existsSync, readFileSync } from 'node:fs';
import { present } from '@chapeau/base';
import { compilationEntry, delegationNamed, partiesNamed, readCompilation } from '@chapeau/formats/compilation';
import {
  type DocumentState,
  latest,
  liveAmendments,
  paragraphsInText,
  partsOf,
  stateFromJson,
  textHash,
} from '@chapeau/procedure';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../support/startTestServer.ts';
import type { TestClient } from '../support/testClient.ts';

const text = new URL('../../../../shared/data/negotiating-texts/unfccc-2015-10-23.md', import.meta.url);

/** Behind a text that names nobody, a paragraph that names two. */
const named = '999. *Decides* to meet [often - Indonesia; Fiji reserve];';

describe.skipIf(!existsSync(text))('a whole negotiating text with a thousand brackets', () => {
  let server: TestServer;
  let secretariat: TestClient;
  let chair: TestClient;
  let indonesia: TestClient;
  beforeAll(async () => {
    server = await startTestServer();
    secretariat = await server.client({ role: 'secretariat' });
    chair = await server.client({ role: 'chair' });
    indonesia = await server.client({ role: 'head', delegation: 'idn' });
    await secretariat.do({ type: 'create-document', title: 'Agreement' });
  });
  afterAll(() => server.close());

  async function agreement(): Promise<DocumentState> {
    return present((await chair.state()).documents.last(), 'the document');
  }

  test('enters in one act, and the first screen stays light', async () => {
    const state = await secretariat.state();
    const reading = readCompilation(`${readFileSync(text, 'utf8')}\n\n${named}\n`, 'markdown');
    const participants = [...state.participants.values()];
    const meant = partiesNamed(reading).map((party) => {
      const delegation = delegationNamed(party, participants);
      return [party.key, delegation === null ? [] : [delegation]] as const;
    });
    const { id: document } = await agreement();
    const { act } = compilationEntry(reading, { document, revision: 1, parties: new Map(meant) });
    await secretariat.do(act);
    const answer = await chair.get(chair.path('state'), { 'accept-encoding': 'br' });
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(200_000);
    const { paragraphs, amendments } = present(
      stateFromJson((answer.body as { readonly state: unknown }).state).documents.get(document),
      'the document',
    );
    expect(paragraphs.size).toBe(act.paragraphs.length);
    expect(amendments.size).toBeGreaterThan(600);
  });

  test('then a change is accepted by itself, an amendment is withdrawn, the text is renumbered', async () => {
    const before = await agreement();
    const changes = (one: Parameters<typeof latest>[0]) => partsOf(before, latest(one)).flatMap(({ hunks }) => hunks);
    const several = present(
      liveAmendments(before).find((one) => changes(one).length > 1 && latest(one).scope.type === 'replace'),
      'an amendment with several changes',
    );
    const part = present(partsOf(before, latest(several))[0], 'a part');
    const { id: document } = before;
    const { hash } = latest(several);
    const hunks = [{ paragraph: part.paragraph, hunks: part.hunks.slice(0, 1).map(({ id }) => id) }];
    await chair.do({ type: 'accept-hunks', document, amendment: several.id, hash, hunks });
    const own = present(
      liveAmendments(before).find(({ sponsors }) => sponsors[0] === indonesia.seat.delegation),
      'the amendment of Indonesia',
    );
    await indonesia.do({ type: 'withdraw-amendment', document, amendment: own.id });
    await secretariat.do({ type: 'renumber', document, textHash: textHash(await agreement()) });
    const after = await agreement();
    expect(after.amendments.get(several.id)?.acceptedInPart.length).toBe(1);
    expect(after.amendments.get(own.id)?.status).toBe('withdrawn');
    expect(after.renumbered).not.toBe(null);
    expect(paragraphsInText(after).length).toBeGreaterThan(300);
  });

  test('while it is printed with all its brackets, others are answered', async () => {
    const { id } = await agreement();
    const answered: string[] = [];
    const printing = indonesia.get(indonesia.path(`documents/${id}/export/compilation.md`)).then((answer) => {
      answered.push('the compilation');
      return answer;
    });
    await chair.get(chair.path('state')).then(() => answered.push('the chair'));
    expect((await printing).status).toBe(200);
    expect(answered).toEqual(['the chair', 'the compilation']);
  });
});
