import { ok, type Sha256 } from '@chapeau/base';
import { type Act, type ConferenceState, decide, type RoomReading } from '@chapeau/procedure';
import type { ActAnswer, ActRequest, RecordEntry } from '@chapeau/protocol';
import type { Environment } from '../environment.ts';
import { notFound, type Outcome, refuse, refusedByRule, refusedByStorage } from '../failure.ts';
import type { Member } from '../identity/caller.ts';
import type { RecordStore } from '../storage/ports.ts';
import type { Ledger } from './ledger.ts';

/** Where the words are that an act freezes. */
export interface WordsToFreeze {
  /** The durable words of the room that the act names; null for acts that freeze none. */
  read(state: ConferenceState, act: Act, by: Member): Outcome<RoomReading | null>;
  /** The act is in the record: what it froze is closed. Called again when an act is repeated; the second time changes nothing. */
  settle(act: Act): void;
}

export interface ActServices {
  readonly ledger: Ledger;
  readonly record: RecordStore;
  readonly words: WordsToFreeze;
  readonly environment: Environment;
}

/** The server's only call of `decide`. From the decision to the append nothing else runs, so that no other act comes between. */
export class Acts {
  readonly #services: ActServices;

  constructor(services: ActServices) {
    this.#services = services;
  }

  /** Does the act, or refuses it by a rule. An act that was done before under the same key gives the same answer again. */
  act(by: Member, { act, expectedSeq, idempotencyKey }: ActRequest): Outcome<ActAnswer> {
    const { ledger, words, environment } = this.#services;
    const { conference, id, role, delegation, name } = by.principal;
    const earlier = this.#earlier(by, idempotencyKey);
    if (earlier !== null) {
      words.settle(act);
      return ok(earlier);
    }
    const standing = ledger.standing(conference);
    if (standing === null) return notFound('conference');
    if (expectedSeq !== undefined && expectedSeq !== standing.head.seq)
      return refuse(409, 'record-moved', 'The record has moved on since you looked. Look again, then act.', {
        seq: standing.head.seq,
      });
    const room = words.read(standing.state, act, by);
    if (!room.ok) return room;
    const now = environment.now().toISOString();
    const given = { now, newId: environment.newId, room: room.value };
    const decision = decide(standing.state, act, { principal: id, role, delegation }, given);
    if (!decision.ok) return refusedByRule(decision.error);
    const author = { actor: id, name, delegation, role, key: idempotencyKey };
    const appended = ledger.append(conference, author, decision.value, now);
    if (!appended.ok) return refusedByStorage(appended.error);
    words.settle(act);
    return ok({ entries: appended.value.map(asAnswered) });
  }

  #earlier(by: Member, key: string): ActAnswer | null {
    const { conference, id } = by.principal;
    const stored = this.#services.record.byKey(conference, id, key);
    if (stored.length === 0) return null;
    return { entries: stored.map(asAnswered) };
  }
}

/** An entry as it travels: read from the very JSON that was hashed. */
function asAnswered({ hash, json }: { readonly hash: Sha256; readonly json: string }): ActAnswer['entries'][number] {
  return { hash, entry: JSON.parse(json) as RecordEntry };
}
