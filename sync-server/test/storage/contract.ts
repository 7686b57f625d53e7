import { sha256 } from '@chapeau/base';
import { draftIdSchema, principalIdSchema } from '@chapeau/procedure';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Storage } from '../../src/storage/ports.ts';
import {
  at,
  chair,
  conference,
  delegate,
  draft,
  entriesAfter,
  entry,
  headOf,
  invitation,
  lease,
  otherConference,
  otherRoom,
  principal,
  room,
  roomNamed,
  session,
  update,
  words,
} from './samples.ts';

/** Where a storage keeps its data: opened again, it holds what was acknowledged before. */
export interface Place {
  open(): Storage;
  remove(): void;
}

const done = { ok: true, value: null };
const conflict = { ok: false, error: { type: 'conflict', seq: 0 } };

/** What every implementation of the storage ports must do. Each test looks once at the open storage and once more after reopening it. */
export function describeStorage(name: string, newPlace: () => Place): void {
  describe(name, () => {
    let place: Place;
    let storage: Storage;

    beforeEach(() => {
      place = newPlace();
      storage = place.open();
    });

    afterEach(() => {
      storage.close();
      place.remove();
    });

    function reopen(): void {
      storage.close();
      storage = place.open();
    }

    function durably(look: () => void): void {
      look();
      reopen();
      look();
    }

    describe('record', () => {
      test('keeps entries in order, exactly as they were appended', () => {
        const entries = entriesAfter(null, 5, { key: 'k-1' });
        expect(storage.record.append(conference, 0, entries.slice(0, 2))).toEqual(done);
        expect(storage.record.append(conference, 2, entriesAfter(headOf(entries.slice(0, 2)), 1))).toEqual(done);
        durably(() => {
          expect([...storage.record.read(conference, 0)].slice(0, 2)).toEqual(entries.slice(0, 2));
          expect(storage.record.head(conference)?.seq).toBe(3);
        });
      });

      test('reads after `from`, up to and including `to`', () => {
        storage.record.append(conference, 0, entriesAfter(null, 9));
        durably(() => {
          const seqs = (from: number, to?: number) =>
            [...storage.record.read(conference, from, to)].map(({ seq }) => seq);
          expect(seqs(0)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
          expect(seqs(3, 6)).toEqual([4, 5, 6]);
          expect(seqs(9)).toEqual([]);
          expect(seqs(6, 6)).toEqual([]);
          expect(seqs(8, 99)).toEqual([9]);
        });
      });

      test('reads more entries than any page holds, while more are appended', () => {
        const entries = entriesAfter(null, 1500);
        storage.record.append(conference, 0, entries.slice(0, 1200));
        let read = 0;
        for (const { seq } of storage.record.read(conference, 0)) {
          read += 1;
          expect(seq).toBe(read);
          if (seq === 600) expect(storage.record.append(conference, 1200, entries.slice(1200))).toEqual(done);
        }
        expect(read).toBe(1500);
      });

      test('a conference without entries has no head and nothing to read', () => {
        expect(storage.record.head(conference)).toBeNull();
        expect([...storage.record.read(conference, 0)]).toEqual([]);
        expect(storage.record.conferences()).toEqual([]);
      });

      test.each([
        ['earlier', 1],
        ['later', 5],
        ['nothing', 0],
      ])('refuses to append to an %s head than the one it has, and says which it has', (_, expectedSeq) => {
        storage.record.append(conference, 0, [entry(1), entry(2)]);
        const appended = storage.record.append(conference, expectedSeq, [entry(expectedSeq + 1)]);
        expect(appended).toEqual({ ok: false, error: { type: 'conflict', seq: 2 } });
        durably(() => expect([...storage.record.read(conference, 0)]).toEqual([entry(1), entry(2)]));
      });

      test('of two that append to the same head, one is told of the conflict', () => {
        expect(storage.record.append(conference, 0, [entry(1, { json: '{"by":"a"}' })])).toEqual(done);
        expect(storage.record.append(conference, 0, [entry(1, { json: '{"by":"b"}' })]).ok).toBe(false);
        durably(() => expect([...storage.record.read(conference, 0)].map(({ json }) => json)).toEqual(['{"by":"a"}']));
      });

      test('entries that do not follow each other are a bug of the caller, and none is stored', () => {
        expect(() => storage.record.append(conference, 0, [entry(1), entry(3)])).toThrow();
        expect(() => storage.record.append(conference, 0, [entry(2)])).toThrow();
        durably(() => expect(storage.record.head(conference)).toBeNull());
      });

      test('appending nothing changes nothing', () => {
        expect(storage.record.append(conference, 0, [])).toEqual(done);
        expect(storage.record.conferences()).toEqual([]);
      });

      test('conferences do not see each other, and are listed once each', () => {
        storage.record.append(conference, 0, [entry(1), entry(2)]);
        storage.record.append(otherConference, 0, [entry(1, { key: 'k-1' })]);
        durably(() => {
          expect(storage.record.conferences()).toEqual([otherConference, conference]);
          expect(storage.record.head(otherConference)?.seq).toBe(1);
          expect(storage.record.byKey(conference, delegate, 'k-1')).toEqual([]);
        });
      });

      test('finds all entries of an act by its actor and key', () => {
        const act = [entry(2, { key: 'k-1' }), entry(3, { key: 'k-1' })];
        storage.record.append(conference, 0, [
          entry(1, { key: 'k-0' }),
          ...act,
          entry(4, { actor: chair, key: 'k-1' }),
        ]);
        durably(() => {
          expect(storage.record.byKey(conference, delegate, 'k-1')).toEqual(act);
          expect(storage.record.byKey(conference, chair, 'k-1').map(({ seq }) => seq)).toEqual([4]);
          expect(storage.record.byKey(conference, chair, 'k-0')).toEqual([]);
        });
      });

      test('an act that is sent again is not appended again', () => {
        storage.record.append(conference, 0, [entry(1, { key: 'k-1' })]);
        durably(() => {
          const again = storage.record.append(conference, 1, [entry(2, { key: 'k-1' })]);
          expect(again).toEqual({ ok: false, error: { type: 'conflict', seq: 1 } });
        });
        expect(storage.record.append(conference, 1, [entry(2, { actor: null })])).toEqual(done);
        expect(storage.record.append(conference, 2, [entry(3, { actor: null })])).toEqual(done);
      });

      test('any words survive: every script, every control character, none at all', () => {
        fc.assert(
          fc.property(fc.string({ unit: 'binary' }), (json) => {
            const seq = (storage.record.head(conference)?.seq ?? 0) + 1;
            storage.record.append(conference, seq - 1, [entry(seq, { json, key: `${seq}${json}` })]);
            expect([...storage.record.read(conference, seq - 1)].map((stored) => stored.json)).toEqual([json]);
          }),
        );
      });
    });

    describe('rooms', () => {
      const log = () => words(storage.rooms.updates(room));

      test('a room is created with its seed and leases, all or nothing', () => {
        expect(storage.rooms.find(room)).toBeNull();
        const leases = [lease(0, { principal: null, delegation: null }), lease(4294967295)];
        expect(storage.rooms.create(roomNamed(), update('seed').bytes, leases, at)).toEqual(done);
        expect(() => storage.rooms.create(roomNamed(otherRoom), update('x').bytes, [lease(1)], at)).toThrow();
        durably(() => {
          expect(storage.rooms.find(room)).toEqual(roomNamed());
          expect(log()).toEqual(['seed']);
          expect(storage.rooms.leases(room)).toEqual(leases);
          expect(storage.rooms.find(otherRoom)).toBeNull();
        });
      });

      test('a room is created once', () => {
        storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
        expect(storage.rooms.create(roomNamed(room, { epoch: 'epoch-2' }), update('other').bytes, [], at)).toEqual(
          conflict,
        );
        durably(() => {
          expect(log()).toEqual(['seed']);
          expect(storage.rooms.find(room)?.epoch).toBe('epoch-1');
        });
      });

      test('closing is kept', () => {
        storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
        expect(storage.rooms.close(room)).toEqual(done);
        durably(() => expect(storage.rooms.find(room)).toEqual(roomNamed(room, { closed: true })));
      });

      test('the updates of a tick are kept in order, room by room', () => {
        storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
        storage.rooms.create(roomNamed(otherRoom), update('other').bytes, [], at);
        expect(
          storage.rooms.append([update('a'), update('b', { room: otherRoom }), update('c', { principal: null })]),
        ).toEqual(done);
        durably(() => {
          expect(log()).toEqual(['seed', 'a', 'c']);
          expect(words(storage.rooms.updates(otherRoom))).toEqual(['other', 'b']);
          expect(storage.rooms.log(room)).toEqual({ first: 1, last: 3 });
        });
      });

      test('of a tick that names an unknown room nothing is kept', () => {
        storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
        expect(() => storage.rooms.append([update('a'), update('b', { room: otherRoom })])).toThrow();
        durably(() => expect(log()).toEqual(['seed']));
        expect(() => storage.rooms.log(otherRoom)).toThrow();
        expect(() => storage.rooms.close(otherRoom)).toThrow();
      });

      test('compaction keeps the seed, and what came after it', () => {
        storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
        storage.rooms.append([update('a'), update('b')]);
        const { last } = storage.rooms.log(room);
        storage.rooms.append([update('later')]);
        expect(storage.rooms.compact(room, update('a+b'), last, at)).toEqual(done);
        durably(() => {
          expect(log()).toEqual(['seed', 'a+b', 'later']);
          expect(storage.rooms.log(room)).toEqual({ first: 2, last: 4 });
        });
        storage.rooms.append([update('last')]);
        durably(() => expect(log()).toEqual(['seed', 'a+b', 'later', 'last']));
        expect(storage.rooms.compact(room, update('all'), 5, at)).toEqual(done);
        expect(storage.rooms.compact(room, update('all again'), 5, at)).toEqual(done);
        durably(() => expect(log()).toEqual(['seed', 'all again']));
      });

      test('what updates moved is kept with them, and a compaction brings what is left of it', () => {
        const moved = (text: string) => update(text, { moves: new TextEncoder().encode(`moves of ${text}`) });
        const moves = () => words(storage.rooms.moves(room));
        storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
        expect(storage.rooms.append([moved('a'), update('b'), moved('c'), moved('d')])).toEqual(done);
        durably(() => expect(moves()).toEqual(['moves of a', 'moves of c', 'moves of d']));
        expect(storage.rooms.compact(room, moved('a+b+c'), 4, at)).toEqual(done);
        durably(() => expect(moves()).toEqual(['moves of a+b+c', 'moves of d']));
        expect(storage.rooms.compact(room, update('all'), 5, at)).toEqual(done);
        durably(() => expect(moves()).toEqual([]));
      });

      test.each([-1, 0, 1, 4, 1.5])(
        'compaction up to %d, which is no update after the seed, is a bug and loses nothing',
        (upTo) => {
          storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
          storage.rooms.append([update('a'), update('b')]);
          expect(() => storage.rooms.compact(room, update('x'), upTo, at)).toThrow();
          durably(() => expect(log()).toEqual(['seed', 'a', 'b']));
        },
      );

      test('compaction up to a number that an earlier one took away is a bug and loses nothing', () => {
        storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
        storage.rooms.append([update('a'), update('b'), update('c')]);
        storage.rooms.compact(room, update('a+b+c'), 4, at);
        for (const upTo of [2, 3]) expect(() => storage.rooms.compact(room, update('x'), upTo, at)).toThrow();
        durably(() => expect(log()).toEqual(['seed', 'a+b+c']));
      });

      test('a log is what a list would be, whatever is appended, compacted and reopened', () => {
        const step = fc.oneof(
          fc.record({
            type: fc.constant('append' as const),
            tick: fc.array(fc.string({ maxLength: 5 }), { maxLength: 4 }),
          }),
          fc.record({ type: fc.constant('compact' as const), keep: fc.nat(5) }),
          fc.record({ type: fc.constant('reopen' as const) }),
        );
        let runs = 0;
        fc.assert(
          fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
            const id = roomNamed().id.replace('1', `model-${runs++}`) as typeof room;
            storage.rooms.create(roomNamed(id), update('seed').bytes, [], at);
            let model = ['seed'];
            for (const step of steps) {
              if (step.type === 'reopen') reopen();
              else if (step.type === 'append') {
                storage.rooms.append(step.tick.map((text) => update(text, { room: id })));
                model.push(...step.tick);
              } else {
                const kept = Math.min(step.keep, model.length - 2);
                if (kept < 0) continue;
                const snapshot = model.slice(1, model.length - kept).join('+');
                storage.rooms.compact(id, update(snapshot), storage.rooms.log(id).last - kept, at);
                model = ['seed', snapshot, ...model.slice(model.length - kept)];
              }
              const { first, last } = storage.rooms.log(id);
              expect(last - first + 1).toBe(model.length);
            }
            reopen();
            expect(words(storage.rooms.updates(id))).toEqual(model);
          }),
          { numRuns: 30 },
        );
      });

      test('any bytes survive, none included, and a megabyte', () => {
        storage.rooms.create(roomNamed(), new Uint8Array(), [], at);
        const bytes = Uint8Array.from({ length: 1024 * 1024 }, (_, index) => index % 251);
        storage.rooms.append([update('', { bytes })]);
        durably(() => expect([...storage.rooms.updates(room)].map(sha256)).toEqual([sha256(''), sha256(bytes)]));
      });

      test('a client id is lent once in a room, whoever asks', () => {
        storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
        storage.rooms.create(roomNamed(otherRoom), update('seed').bytes, [], at);
        expect(storage.rooms.lease(lease(7))).toEqual(done);
        expect(storage.rooms.lease(lease(7, { principal: chair, delegation: null }))).toEqual(conflict);
        expect(storage.rooms.lease(lease(7))).toEqual(conflict);
        expect(storage.rooms.lease(lease(7, { room: otherRoom, principal: chair }))).toEqual(done);
        durably(() => {
          expect(storage.rooms.leases(room)).toEqual([lease(7)]);
          expect(storage.rooms.leases(otherRoom)).toEqual([lease(7, { room: otherRoom, principal: chair })]);
        });
      });
    });

    describe('drafts', () => {
      test('a draft is kept as it was last put', () => {
        expect(storage.drafts.find(draft().id)).toBeNull();
        expect(storage.drafts.put(draft())).toEqual(done);
        const changed = draft({
          sponsors: [...draft().sponsors, ...draft().invited],
          invited: [],
          status: 'tabled',
          body: '{}',
        });
        expect(storage.drafts.put(changed)).toEqual(done);
        durably(() => expect(storage.drafts.find(draft().id)).toEqual(changed));
      });

      test('the drafts of a conference, in the order in which they were first put', () => {
        const [first, second] = [draft({ id: draftIdSchema.parse('z') }), draft({ id: draftIdSchema.parse('a') })];
        for (const each of [first, second, draft({ conference: otherConference }), first]) storage.drafts.put(each);
        durably(() => expect(storage.drafts.ofConference(conference)).toEqual([first, second]));
      });

      test.each([{ conference: otherConference }, { createdBy: chair }])(
        'a draft never becomes one of another: %o',
        (change) => {
          storage.drafts.put(draft());
          expect(storage.drafts.put(draft(change))).toEqual(conflict);
          durably(() => expect(storage.drafts.find(draft().id)).toEqual(draft()));
        },
      );
    });

    describe('people', () => {
      const secretary = principal({
        id: principalIdSchema.parse('p-sec'),
        conference: null,
        role: 'secretariat',
        delegation: null,
      });

      test('a principal is kept as last put', () => {
        expect(storage.people.principal(delegate)).toBeNull();
        expect(storage.people.putPrincipal(principal())).toEqual(done);
        expect(storage.people.putPrincipal(principal({ role: 'head', revoked: true }))).toEqual(done);
        durably(() => expect(storage.people.principal(delegate)).toEqual(principal({ role: 'head', revoked: true })));
      });

      test('principals belong to their conference, or to the installation', () => {
        storage.people.putPrincipal(secretary);
        storage.people.putPrincipal(principal());
        storage.people.putPrincipal(principal({ id: chair, conference: otherConference }));
        durably(() => {
          expect(storage.people.principals(null)).toEqual([secretary]);
          expect(storage.people.principals(conference)).toEqual([principal()]);
        });
        expect(storage.people.putPrincipal(principal({ conference: otherConference }))).toEqual(conflict);
        expect(storage.people.putPrincipal(principal({ conference: null }))).toEqual(conflict);
      });

      test('a session is found by the hash of its token, and among its principal’s', () => {
        storage.people.putPrincipal(principal());
        const second = session({ tokenHash: sha256('second'), seat: 's-2' });
        expect([storage.people.putSession(session()), storage.people.putSession(second)]).toEqual([done, done]);
        durably(() => {
          expect(storage.people.session(session().tokenHash)).toEqual(session());
          expect(storage.people.session(sha256('unknown'))).toBeNull();
          expect(storage.people.sessions(delegate)).toEqual([session(), second]);
          expect(storage.people.sessions(chair)).toEqual([]);
        });
      });

      test('a session never passes to another principal, nor to one who is unknown', () => {
        expect(() => storage.people.putSession(session())).toThrow();
        storage.people.putPrincipal(principal());
        storage.people.putPrincipal(principal({ id: chair }));
        storage.people.putSession(session());
        expect(storage.people.putSession(session({ principal: chair }))).toEqual(conflict);
        durably(() => expect(storage.people.session(session().tokenHash)).toEqual(session()));
      });

      test('a revoked session stays revoked, even if it is put again from an older copy', () => {
        storage.people.putPrincipal(principal());
        storage.people.putSession(session({ revoked: true }));
        expect(storage.people.putSession(session())).toEqual(done);
        durably(() => expect(storage.people.session(session().tokenHash)?.revoked).toBe(true));
      });

      test('an invitation is found by the hash of its token, and among its conference’s', () => {
        storage.people.putPrincipal(secretary);
        const general = invitation({
          id: 'i-2',
          tokenHash: sha256('2'),
          conference: null,
          delegation: null,
          createdBy: secretary.id,
        });
        storage.people.putInvitation(invitation());
        storage.people.putInvitation(general);
        durably(() => {
          expect(storage.people.invitation(invitation().tokenHash)).toEqual(invitation());
          expect(storage.people.invitation(sha256('unknown'))).toBeNull();
          expect(storage.people.invitations(conference)).toEqual([invitation()]);
          expect(storage.people.invitations(null)).toEqual([general]);
        });
      });

      test('redeeming stores the principal and the session, and says who used the invitation when', () => {
        storage.people.putInvitation(invitation());
        expect(storage.people.redeem(invitation(), principal(), session())).toEqual(done);
        durably(() => {
          expect(storage.people.invitation(invitation().tokenHash)).toEqual(
            invitation({ usedBy: delegate, usedAt: session().createdAt }),
          );
          expect(storage.people.principal(delegate)).toEqual(principal());
          expect(storage.people.session(session().tokenHash)).toEqual(session());
        });
      });

      test.each([
        [
          'used before',
          () =>
            storage.people.redeem(
              invitation(),
              principal({ id: chair }),
              session({ tokenHash: sha256('1'), principal: chair }),
            ),
        ],
        ['revoked', () => storage.people.putInvitation(invitation({ revoked: true }))],
        [
          'revoked, then put from an older copy',
          () => {
            storage.people.putInvitation(invitation({ revoked: true }));
            storage.people.putInvitation(invitation());
          },
        ],
        [
          'used, then put from an older copy',
          () => {
            storage.people.redeem(
              invitation(),
              principal({ id: chair }),
              session({ tokenHash: sha256('1'), principal: chair }),
            );
            storage.people.putInvitation(invitation());
          },
        ],
      ])('an invitation that was %s lets nobody in', (_, before) => {
        storage.people.putInvitation(invitation());
        before();
        expect(storage.people.redeem(invitation(), principal(), session())).toEqual(conflict);
        durably(() => {
          expect(storage.people.principal(delegate)).toBeNull();
          expect(storage.people.session(session().tokenHash)).toBeNull();
        });
      });

      test('an invitation never becomes one to another role, delegation or conference', () => {
        storage.people.putInvitation(invitation());
        for (const change of [
          { role: 'chair' as const },
          { delegation: null },
          { conference: null },
          { tokenHash: sha256('x') },
        ])
          expect(storage.people.putInvitation(invitation(change))).toEqual(conflict);
        durably(() => expect(storage.people.invitations(conference)).toEqual([invitation()]));
      });
    });

    test('looking up costs the same in a long record and a long room as in short ones', () => {
      const long = 20_000;
      storage.rooms.create(roomNamed(), update('seed').bytes, [], at);
      storage.rooms.create(roomNamed(otherRoom), update('seed').bytes, [], at);
      storage.rooms.append(Array.from({ length: long }, () => update('a')));
      storage.record.append(otherConference, 0, [entry(1, { key: 'k-1' })]);
      storage.record.append(
        conference,
        0,
        Array.from({ length: long }, (_, index) => entry(index + 1, { key: index === 0 ? 'k-1' : 'k-2' })),
      );
      // The best of many runs, and a wide margin: a search that reads everything is some hundred times over it.
      const cost = (look: () => void) => {
        let best = Number.POSITIVE_INFINITY;
        for (let run = 0; run < 20; run++) {
          const start = performance.now();
          for (let n = 0; n < 10; n++) look();
          best = Math.min(best, performance.now() - start);
        }
        return best;
      };
      const ratio = (inLong: () => void, inShort: () => void) => cost(inLong) / cost(inShort);
      expect(
        ratio(
          () => storage.record.head(conference),
          () => storage.record.head(otherConference),
        ),
      ).toBeLessThan(10);
      const keyed = (id: typeof conference) => () => storage.record.byKey(id, delegate, 'k-1');
      expect(ratio(keyed(conference), keyed(otherConference))).toBeLessThan(10);
      expect(
        ratio(
          () => storage.rooms.log(room),
          () => storage.rooms.log(otherRoom),
        ),
      ).toBeLessThan(10);
      expect(
        ratio(
          () => storage.record.conferences(),
          () => storage.record.head(conference),
        ),
      ).toBeLessThan(30);
      expect([...storage.record.read(conference, long - 1)]).toHaveLength(1);
    });

    test('answers a ping, until it is closed', () => {
      storage.ping();
      storage.close();
      expect(() => storage.ping()).toThrow();
      storage = place.open();
      storage.ping();
    });
  });
}
