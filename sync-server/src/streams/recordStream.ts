import type { ConferenceId } from '@chapeau/procedure';
import type { Response } from 'express';
import type { Ledger } from '../conference/ledger.ts';
import type { Member } from '../identity/caller.ts';
import { entryMessage } from './message.ts';

/** How much may wait for a reader, in bytes, before it is let go; it comes back by itself, with Last-Event-ID. */
const mostWaiting = 4 * 1024 * 1024;

/**
 * One reader of a conference's record. First it is sent what is in the record behind the entry that it knows, no faster
 * than it reads; from then on every entry as it comes.
 */
export class RecordStream {
  readonly member: Member;
  readonly conference: ConferenceId;
  readonly #response: Response;
  #sent: number;
  #isLive = false;

  constructor(member: Member, response: Response, from: number) {
    this.member = member;
    this.conference = member.principal.conference;
    this.#response = response;
    this.#sent = from;
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // Proxies that gather answers would hold entries back.
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    // How soon a browser comes back.
    response.write('retry: 1000\n\n');
  }

  /** Sends what the reader has missed, then lets it go live. Ends early when the reader goes. */
  async catchUp(ledger: Ledger): Promise<void> {
    // The last reading and going live happen in one turn: no entry can come between them.
    while (!this.#readOn(ledger)) {
      await drained(this.#response);
      if (this.#response.destroyed) return;
    }
    this.#isLive = true;
  }

  /** Sends until there is no more, or until the reader should read first: then false. */
  #readOn(ledger: Ledger): boolean {
    for (const { seq, hash, json } of ledger.entries(this.conference, this.#sent)) {
      this.#response.write(entryMessage(seq, hash, json));
      this.#sent = seq;
      if (this.#response.writableNeedDrain) return false;
    }
    return true;
  }

  /** An entry that has just become durable, in the message that all readers share. */
  entry(seq: number, message: Buffer): void {
    if (!this.#isLive || seq <= this.#sent) return;
    this.#sent = seq;
    this.send(message);
  }

  /** A message without a place in the record. */
  send(message: Buffer | string): void {
    if (this.#response.writableLength > mostWaiting) this.#response.destroy();
    else this.#response.write(message);
  }

  end(lastMessage?: string): void {
    if (lastMessage !== undefined) this.#response.write(lastMessage);
    this.#response.end();
    // A reader that reads nothing never sees the end.
    if (this.#response.writableLength > 0) setTimeout(() => this.#response.destroy(), 2000).unref();
  }
}

function drained(response: Response): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}
