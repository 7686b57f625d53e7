import { compilationEntry, delegationNamed, partiesNamed, readCompilation } from '@chapeau/formats/compilation';
import type { DocumentState } from '@chapeau/procedure';
import { plainText } from '@chapeau/text';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstOf, tableAmendment, tableText } from '../support/negotiation.ts';
import { startTestServer, type TestServer } from '../support/startTestServer.ts';
import type { TestClient } from '../support/testClient.ts';

const conference = 'rcdd-2019';

describe('a document under negotiation, as a compilation', () => {
  let server: TestServer;
  let india: TestClient;
  let document: DocumentState;

  beforeAll(async () => {
    server = await startTestServer();
    const chair = await server.client({ role: 'chair', conference });
    document = await tableText(chair);
    const japan = await server.client({ role: 'head', delegation: 'jpn', conference });
    india = await server.client({ role: 'head', delegation: 'ind', conference });
    const paragraph = firstOf(document, 'preambular');
    await tableAmendment(japan, paragraph, ' whatever their language,');
    await tableAmendment(india, paragraph, 'Warmly ', 0);
  });
  afterAll(() => server.close());

  const fetchFile = (file: string, by: TestClient = india) =>
    by.get(by.path(`documents/${document.id}/export/${file}`));

  test.each([
    ['rio', '[, whatever their language - JPN]'],
    ['un', '[, whatever their language] (JPN)'],
    ['none', '[, whatever their language]'],
  ])('%s: whoever may read the text takes it home', async (form, words) => {
    const observer = await server.client({ role: 'observer', conference });
    for (const by of [india, observer]) {
      const answer = await fetchFile(`compilation.md?form=${form}`, by);
      expect(answer.headers.get('content-disposition')).toBe(`attachment; filename=rcdd-2019-compilation-${form}.md`);
      expect(String(answer.body)).toContain(words);
      expect(String(answer.body)).toMatch(/DRAFT, not adopted: Rev.0.*entry \d+ of the record/);
    }
  });

  test('what is read from it are the amendments that were tabled', async () => {
    const source = String((await fetchFile('compilation.md')).body);
    const reading = readCompilation(source, 'markdown');
    const here = [...(await india.state()).participants.values()];
    const parties = new Map(
      partiesNamed(reading).map((party) => [party.key, [delegationNamed(party, here)].flatMap((id) => id ?? [])]),
    );
    const { act } = compilationEntry(reading, { document: document.id, revision: 0, parties });
    expect(act.paragraphs.map((one) => `${one.label} ${plainText(one)}`.trim())).toEqual(
      document.order.map((id) => {
        const standing = document.paragraphs.get(id);
        return `${standing?.label} ${plainText(standing ?? { runs: [] })}`.trim();
      }),
    );
    const sponsors = act.paragraphs.flatMap(({ proposals }) => proposals.map((one) => one.sponsors.join()));
    expect(sponsors.sort()).toEqual(['ind', 'jpn']);
  });

  test('positions are told where they are asked for, and then only', async () => {
    const latest = await india.document();
    const [first] = [...latest.amendments.values()];
    const on = { type: 'amendment', amendment: first?.id as never, hash: first?.versions[0]?.hash as never } as const;
    await india.do({ type: 'take-position', document: document.id, on, position: 'flexible', statement: '' });
    expect(String((await fetchFile('compilation.md')).body)).not.toContain('flexible');
    expect(String((await fetchFile('compilation.md?positions=1')).body)).toContain('- JPN; IND flexible]');
  });

  test('in Word it is a Word document', async () => {
    const response = await fetch(
      `${server.address}${india.path(`documents/${document.id}/export/compilation.docx?form=un`)}`,
      { headers: india.headers },
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.status).toBe(200);
    expect(String.fromCharCode(...bytes.slice(0, 2))).toBe('PK');
  });

  test('a form that there is not is refused with those there are', async () => {
    const answer = await fetchFile('compilation.md?form=latex');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'bad-input', message: 'There is no such form. Ask for rio, un, none.' });
  });

  test('whoever is of another conference does not get it', async () => {
    const stranger = await server.client({ role: 'chair' });
    expect((await stranger.get(stranger.path(`documents/${document.id}/export/compilation.md`))).status).toBe(404);
    expect((await stranger.get(india.path(`documents/${document.id}/export/compilation.md`))).status).not.toBe(200);
  });
});
