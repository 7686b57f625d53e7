import type { Act } from '@chapeau/procedure';
import { type ActAnswer, actAnswerSchema } from '@chapeau/protocol';
import { type ChainItem, verifyChain } from '@chapeau/record';
import type { TestClient } from '../../sync-server/test/support/testClient.ts';

/** An act that was sent, and what came back; null while nobody knows whether it was done. */
export interface SentAct {
  readonly by: TestClient;
  readonly act: Act;
  readonly key: string;
  answer: ActAnswer | null;
}

/** Sends acts one after the other until the server is gone, and remembers each. `sent` is told of each as it leaves. */
export class Actor {
  readonly acts: SentAct[] = [];
  readonly #by: TestClient;
  readonly #next: (number: number) => Act;
  readonly #sent: () => void;

  constructor(by: TestClient, next: (number: number) => Act, sent: () => void) {
    this.#by = by;
    this.#next = next;
    this.#sent = sent;
  }

  /** Done when an act found no server any more. Throws where one is refused. */
  async actUntilGone(isGone: () => boolean): Promise<void> {
    while (!isGone()) {
      const number = this.acts.length + 1;
      const sent: SentAct = { by: this.#by, act: this.#next(number), key: `crash-${number}-of-it`, answer: null };
      this.acts.push(sent);
      const answering = post(sent);
      this.#sent();
      try {
        sent.answer = await answering;
      } catch (error) {
        if (!isGone()) throw error;
      }
    }
  }

  /** Sends again what got no answer, under the same key, and what got one last: it must get the same. */
  async repeat(): Promise<void> {
    for (const sent of [...this.acts.filter(({ answer }) => answer === null), ...this.acts.slice(-1)]) {
      const again = await post(sent);
      if (sent.answer !== null && JSON.stringify(again) !== JSON.stringify(sent.answer))
        throw new Error(`${sent.key} was answered in two ways`);
      sent.answer = again;
    }
  }
}

async function post({ by, act, key }: SentAct): Promise<ActAnswer> {
  const { status, body } = await by.act(act, { key });
  if (status !== 200) throw new Error(`${act.type} was refused: ${JSON.stringify(body)}`);
  return actAnswerSchema.parse(body);
}

/** What is wrong with a record in the light of the answers that were given; null where nothing is. */
export async function faultInRecord(reader: TestClient, acts: readonly SentAct[]): Promise<string | null> {
  const { body } = await reader.get(reader.path('entries'));
  const lines = String(body).split('\n').filter(Boolean);
  const items = lines.map((json): ChainItem => ({ json }));
  const chain = verifyChain(items, { conference: reader.seat.conference ?? '' });
  if (!chain.ok) return chain.error.message;
  const keys = new Map<string, number>();
  const hashes = lines.map((line) => {
    const { previous, key, actor } = JSON.parse(line) as { previous: string; key: string | null; actor: string | null };
    keys.set(`${actor} ${key}`, (keys.get(`${actor} ${key}`) ?? 0) + 1);
    return previous;
  });
  // What entry n is called is what the entry after it, or the head, says.
  const hashOf = (seq: number) => hashes[seq] ?? (seq === chain.value.seq ? chain.value.hash : null);
  for (const { by, key, answer } of acts) {
    const written = keys.get(`${by.seat.principal} ${key}`) ?? 0;
    if (answer === null ? written > 1 : written !== answer.entries.length) return `${key} is there ${written} times`;
    for (const { hash, entry } of answer?.entries ?? [])
      if (hashOf(entry.seq) !== hash) return `${key} was answered with entry ${entry.seq}, which is another now`;
  }
  return null;
}
