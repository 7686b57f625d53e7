import type { ConferenceId } from '@chapeau/procedure';
import type { Ledger } from '../conference/ledger.ts';
import type { Member } from '../identity/caller.ts';
import type { Line } from './line.ts';
import { entryMessage } from './message.ts';

/** How much may wait for a reader, in bytes, before it is let go; it comes back by itself, with Last-Event-ID. */
const mostWaiting = 4 * 1024 * 1024;

/** How long a reader that is told to go may take to read that. */
const patience = 2000;

/**
 * One reader of a conference's record. First it is sent what is in the record behind the entry that it knows, no faster
 * than it reads; from then on every entry as it comes.
 */
export class RecordStream {
  readonly member: Member;
  readonly conference: ConferenceId;
  readonly #line: Line;
  #sent: number;
  #isLive = false;

  constructor(member: Member, line: Line, from: number) {
    this.member = member;
    this.conference = member.principal.conference;
    this.#line = line;
    this.#sent = from;
    // How soon a browser comes back.
    line.write('retry: 1000\n\n');
  }

  /** Sends what the reader has missed, then lets it go live. Ends early when the reader goes. */
  async catchUp(ledger: Ledger): Promise<void> {
    // The last reading and going live happen in one turn: no entry can come between them.
    while (!this.#readOn(ledger)) {
      await this.#line.drained();
      if (this.#line.isGone) return;
    }
    this.#isLive = true;
  }

  /** An entry that has just become durable, in the message that all readers share. */
  entry(seq: number, message: Buffer): void {
    if (!this.#isLive || seq <= this.#sent) return;
    this.#sent = seq;
    this.send(message);
  }

  /** A message without a place in the record. */
  send(message: Buffer | string): void {
    if (this.#line.waiting > mostWaiting) this.#line.destroy();
    else this.#line.write(message);
  }

  end(lastMessage?: string): void {
    if (lastMessage !== undefined) this.#line.write(lastMessage);
    this.#line.end();
    // A reader that reads nothing never sees the end.
    if (this.#line.waiting > 0) setTimeout(() => this.#line.destroy(), patience).unref();
  }

  /** Sends until there is no more, or until the reader should read first: then false. */
  #readOn(ledger: Ledger): boolean {
    for (const { seq, hash, json } of ledger.entries(this.conference, this.#sent)) {
      this.#line.write(entryMessage(seq, hash, json));
      this.#sent = seq;
      if (this.#line.isFull) return false;
    }
    return true;
  }
}
