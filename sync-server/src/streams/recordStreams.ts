import type { ConferenceId, DelegationId, PrincipalId } from '@chapeau/procedure';
import type { Ledger } from '../conference/ledger.ts';
import { isDelegate, type Member } from '../identity/caller.ts';
import type { Sessions } from '../identity/sessions.ts';
import type { Principal, Session } from '../storage/ports.ts';
import type { Line } from './line.ts';
import { entryMessage, noticeMessage, ping } from './message.ts';
import { RecordStream } from './recordStream.ts';

const pingEvery = 15_000;

/** Many people come and go at once when a conference begins: those who watch them are told no more often than this. */
const peopleEvery = 250;

/** All open event streams, and who gets what of that which happens. */
export class RecordStreams {
  readonly #ledger: Ledger;
  readonly #sessions: Sessions;
  readonly #streams = new Map<ConferenceId, Set<RecordStream>>();
  readonly #peopleDue = new Map<ConferenceId, NodeJS.Timeout>();
  readonly #pinging: NodeJS.Timeout;

  constructor(ledger: Ledger, sessions: Sessions) {
    this.#ledger = ledger;
    this.#sessions = sessions;
    this.#pinging = setInterval(() => this.#ping(), pingEvery).unref();
    ledger.onAppended(({ conference, entries }) => {
      const streams = this.#streams.get(conference);
      if (streams === undefined) return;
      for (const { entry, hash, json } of entries) {
        const message = entryMessage(entry.seq, hash, json);
        for (const stream of streams) stream.entry(entry.seq, message);
      }
    });
    sessions.onEnded((session) => this.#end(session));
  }

  /** Opens a stream to a member, from behind entry `from`. The stream ends with the line or with the session. */
  async open(member: Member, line: Line, from: number): Promise<void> {
    const { conference } = member.principal;
    const stream = new RecordStream(member, line, from);
    const release = this.#ledger.hold(conference);
    const streams = this.#streams.get(conference) ?? new Set();
    this.#streams.set(conference, streams.add(stream));
    this.people(conference);
    line.onClosed(() => {
      release();
      streams.delete(stream);
      if (streams.size === 0 && this.#streams.get(conference) === streams) this.#streams.delete(conference);
      this.people(conference);
    });
    await stream.catchUp(this.#ledger);
  }

  /** Sends a private draft to the heads and delegates of these delegations, and to nobody else. */
  draft(conference: ConferenceId, delegations: ReadonlySet<DelegationId>, value: unknown): void {
    const message = noticeMessage('draft', value);
    for (const stream of this.#streams.get(conference) ?? []) {
      const { member } = stream;
      if (isDelegate(member) && delegations.has(member.principal.delegation)) stream.send(message);
    }
  }

  /** Tells the chair and the secretariat, soon, that people or invitations changed. */
  people(conference: ConferenceId): void {
    if (this.#peopleDue.has(conference)) return;
    const due = setTimeout(() => {
      this.#peopleDue.delete(conference);
      const message = noticeMessage('people', {});
      for (const stream of this.#streams.get(conference) ?? []) {
        const { role } = stream.member.principal;
        if (role === 'chair' || role === 'secretariat') stream.send(message);
      }
    }, peopleEvery);
    this.#peopleDue.set(conference, due.unref());
  }

  /** Who has a page of the conference open. */
  online(conference: ConferenceId): ReadonlySet<PrincipalId> {
    return new Set([...(this.#streams.get(conference) ?? [])].map(({ member }) => member.principal.id));
  }

  /** How many streams a person has open. */
  openOf({ id, conference }: Principal): number {
    const streams = conference === null ? [] : [...(this.#streams.get(conference) ?? [])];
    return streams.filter(({ member }) => member.principal.id === id).length;
  }

  /** Ends every stream; readers come back by themselves. */
  close(): void {
    clearInterval(this.#pinging);
    for (const due of this.#peopleDue.values()) clearTimeout(due);
    for (const streams of this.#streams.values()) for (const stream of streams) stream.end();
  }

  #end(session: Session): void {
    for (const streams of this.#streams.values())
      for (const stream of streams) {
        if (stream.member.session.tokenHash === session.tokenHash) stream.end(noticeMessage('revoked', {}));
      }
  }

  #ping(): void {
    for (const streams of this.#streams.values())
      for (const stream of streams) {
        // A session may expire while its stream is open.
        const { session } = stream.member;
        if (this.#sessions.byHash(session.tokenHash) === null) this.#sessions.forget(session);
        else stream.send(ping);
      }
  }
}
