import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { present } from '@chapeau/base';
import { verifyBundle } from '@chapeau/formats';
import * as Y from 'yjs';
import { SeededRandom } from '../seededRandom.ts';
import { Actor, faultInRecord } from './actors.ts';
import type { JournalChange } from './journal.ts';
import { textForNewcomer } from './newcomer.ts';
import { Page } from './page.ts';
import { contentsOf, keepsAll, lacking } from './promises.ts';
import { Pulse } from './pulse.ts';
import { ServerProcess } from './serverProcess.ts';
import { type CrashStage, openCrashStage } from './stage.ts';

export interface CrashOptions {
  readonly rounds: number;
  readonly seed: number;
  /** Told one line a round. */
  readonly print?: (line: string) => void;
}

/** What a run put to the test. */
export interface CrashFigures {
  readonly kills: number;
  /** Updates that the server had called durable, or had shown to somebody, before it was killed; acts that it had answered. */
  acknowledged: number;
  seen: number;
  answered: number;
  /** Acts that were on their way at a kill: done once, or not at all. */
  unanswered: number;
}

/**
 * Kills the server again and again while seven pages type and two officers act, and starts it anew on the same data. Throws at
 * the first promise that it broke: an update lost that was acknowledged or that anyone saw, an act lost that was answered, an
 * act done twice, a record that does not verify, an honest page refused, or pages that do not come together again.
 */
export async function runCrashes({ rounds, seed, print = () => {} }: CrashOptions): Promise<CrashFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-crash-'));
  const server = await ServerProcess.start(folder);
  const figures: CrashFigures = { kills: rounds, acknowledged: 0, seen: 0, answered: 0, unanswered: 0 };
  const run = new CrashRun(folder, server, new SeededRandom(seed), figures);
  let round = 0;
  try {
    await run.begin();
    for (round = 1; round <= rounds; round += 1) print(`${round}: ${await run.round()}`);
    await run.conclude();
    return figures;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`seed ${seed}, round ${round}: ${said}`, { cause: error });
  } finally {
    await run.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** When the server dies: at the n-th time that this happens. */
interface Plan {
  readonly at: 'acknowledged' | 'sent' | 'act';
  left: number;
}

class CrashRun {
  readonly #folder: string;
  readonly #random: SeededRandom;
  readonly #figures: CrashFigures;
  readonly #pulse = new Pulse();
  readonly #pages: Page[] = [];
  /** Per room: what the server gave to the last newcomer. It too was shown. */
  readonly #given = new Map<string, Uint8Array>();
  #server: ServerProcess;
  #stage: CrashStage | null = null;
  #actors: readonly Actor[] = [];
  #plan: Plan | null = null;
  #dying: Promise<void> | null = null;
  #fault: string | null = null;

  constructor(folder: string, server: ServerProcess, random: SeededRandom, figures: CrashFigures) {
    this.#folder = folder;
    this.#server = server;
    this.#random = random;
    this.#figures = figures;
  }

  async begin(): Promise<void> {
    const stage = await openCrashStage(this.#server);
    this.#stage = stage;
    const sent = () => this.#happened('act');
    this.#actors = [
      new Actor(stage.chair, stage.chairsAct, sent),
      new Actor(stage.secretariat, stage.secretariatsAct, sent),
    ];
    for (const { client, room } of stage.writers) {
      const random = new SeededRandom(this.#random.between(1, 2 ** 31));
      const changed = (change: JournalChange) => this.#changed(change);
      this.#pages.push(await Page.open(client, { room, random, changed }));
    }
    await this.#comeTogether();
  }

  /** One kill, and everything that must be true after it. */
  async round(): Promise<string> {
    const at = this.#random.pick(['acknowledged', 'acknowledged', 'sent', 'act'] as const);
    const count = at === 'act' ? this.#random.between(1, 12) : this.#random.between(1, 250);
    this.#dying = null;
    this.#plan = { at, left: count };
    await Promise.all([
      ...this.#actors.map((actor) => actor.actUntilGone(() => this.#dying !== null)),
      ...this.#pages.map((page) => this.#typeUntilGone(page)),
    ]);
    await this.#death();
    await this.#until(
      () => this.#pages.every(({ isAlone }) => isAlone),
      () => 'the sockets of a dead server stay open',
    );
    for (const page of this.#pages) page.disconnect();
    // They go on typing while nobody listens.
    for (const page of this.#pages) for (let left = this.#random.between(0, 3); left > 0; left -= 1) page.edit();
    this.#server = await ServerProcess.start(this.#folder, this.#server.port);
    const kept = await this.#checkRooms();
    const acts = await this.#checkRecords();
    await this.#comeTogether();
    return `killed at ${count} × ${at}; kept ${kept}, ${acts}`;
  }

  /** At the end, what goes out of the house verifies too. */
  async conclude(): Promise<void> {
    const { chair, regionalChair } = present(this.#stage, 'the stage');
    for (const client of [chair, regionalChair]) {
      const { id } = await client.document();
      const { body } = await client.get(client.path(`documents/${id}/export/bundle.json`));
      const verdict = verifyBundle(typeof body === 'string' ? body : JSON.stringify(body));
      if (!verdict.ok) throw new Error(`the bundle does not verify: ${verdict.error.message}`);
    }
  }

  async end(): Promise<void> {
    for (const page of this.#pages) page.leave();
    await this.#server.kill();
  }

  async #typeUntilGone(page: Page): Promise<void> {
    const window = this.#random.between(1, 6);
    while (this.#dying === null) {
      while (page.journal.unanswered < window && this.#dying === null) page.edit();
      await this.#until(
        () => page.journal.unanswered < window || this.#dying !== null,
        () => `${page.journal.unanswered} updates are not acknowledged`,
      );
    }
  }

  /** Whatever was promised about a room is what it tells a newcomer after the restart. */
  async #checkRooms(): Promise<string> {
    let [acknowledgedNow, seenNow] = [0, 0];
    for (const room of new Set(this.#pages.map((page) => page.room))) {
      const pages = this.#pages.filter((page) => page.room === room);
      const promised = pages.map(({ journal }) => journal.take());
      const acknowledged = promised.flatMap((of) => of.acknowledged);
      const seen = [...promised.flatMap((of) => of.seen), ...[this.#given.get(room) ?? []].flat()];
      const given = await textForNewcomer(present(pages[0], 'a page').client, room);
      const lost = [lacking(given, acknowledged).length, keepsAll(given, seen) ? 0 : lacking(given, seen).length];
      if (lost.some((count) => count > 0))
        throw new Error(`lost ${lost[0]} of ${acknowledged.length} acknowledged and ${lost[1]} of ${seen.length} seen`);
      acknowledgedNow += acknowledged.length;
      seenNow += seen.length;
    }
    this.#figures.acknowledged += acknowledgedNow;
    this.#figures.seen += seenNow;
    return `${acknowledgedNow} acknowledged and ${seenNow} seen updates`;
  }

  async #checkRecords(): Promise<string> {
    const { chair, regionalChair } = present(this.#stage, 'the stage');
    const acts = () => this.#actors.flatMap((actor) => actor.acts);
    const unanswered = acts().filter(({ answer }) => answer === null).length;
    this.#figures.unanswered += unanswered;
    const fault = (await faultInRecord(chair, acts())) ?? (await faultInRecord(regionalChair, []));
    if (fault !== null) throw new Error(fault);
    for (const actor of this.#actors) await actor.repeat();
    const later = await faultInRecord(chair, acts());
    if (later !== null) throw new Error(`after repeating: ${later}`);
    this.#figures.answered = acts().length;
    return `${acts().length} acts (${unanswered} sent again)`;
  }

  /** Everyone connects, and has the same document, which is the server's. */
  async #comeTogether(): Promise<void> {
    for (const page of this.#pages) page.connect();
    const agree = () =>
      this.#pages.every(({ journal, isSynced }) => isSynced && journal.durable > 0 && journal.unanswered === 0) &&
      [...Map.groupBy(this.#pages, ({ room }) => room).values()].every(
        (pages) => new Set(pages.map(({ doc }) => contentsOf(doc))).size === 1,
      );
    await this.#until(agree, () => 'the pages do not come together');
    for (const [room, pages] of Map.groupBy(this.#pages, (page) => page.room)) {
      const { client, doc } = present(pages[0], 'a page');
      const given = await textForNewcomer(client, room);
      this.#given.set(room, given);
      const served = new Y.Doc();
      Y.applyUpdate(served, given);
      if (contentsOf(served) !== contentsOf(doc)) throw new Error('a newcomer is given another text');
    }
  }

  async #death(): Promise<void> {
    await this.#dying;
  }

  #changed(change: JournalChange): void {
    if (change.type === 'fault') this.#fault ??= change.message;
    if (change.type === 'sent') this.#happened('sent');
    if (change.type === 'acknowledged') this.#happened('acknowledged', change.frames);
    this.#pulse.beat();
  }

  #happened(at: Plan['at'], times = 1): void {
    if (this.#plan?.at !== at || this.#dying !== null) return;
    this.#plan.left -= times;
    if (this.#plan.left > 0) return;
    this.#plan = null;
    this.#dying = this.#server.kill();
    this.#pulse.beat();
  }

  async #until(condition: () => boolean, what: () => string): Promise<void> {
    await this.#pulse.until(() => this.#fault !== null || condition(), what);
    if (this.#fault !== null) throw new Error(this.#fault);
  }
}
