import { ok } from '@chapeau/base';
import { type DelegationId, stateToJson } from '@chapeau/procedure';
import type { Acts } from '../conference/acts.ts';
import type { Ledger, Standing } from '../conference/ledger.ts';
import { notFound, refuse } from '../failure.ts';
import { findStates } from '../states/findStates.ts';
import { httpLine } from '../streams/line.ts';
import type { RecordStreams } from '../streams/recordStreams.ts';
import { seqOf } from '../streams/seqOf.ts';
import type { Call, Handlers } from './handler.ts';
import { Squeezed } from './squeezed.ts';

export interface ConferenceServices {
  readonly ledger: Ledger;
  readonly acts: Acts;
  readonly streams: RecordStreams;
}

type Name = 'searchStates' | 'readState' | 'streamRecord' | 'readEntries' | 'act';

/** Only a zero draft may be this large; every other act is words that one person typed. */
const largestOtherAct = 1024 * 1024;

/** Reading the record in its three forms, and adding to it. */
export function conferenceHandlers({ ledger, acts, streams }: ConferenceServices): Handlers<Name> {
  const states = new WeakMap<Standing, Squeezed>();

  return {
    searchStates({ query }) {
      const found = findStates(query('search') ?? '');
      return ok({
        states: found.map(({ alpha2, alpha3, english, official }) => ({
          id: alpha3.toLowerCase() as DelegationId,
          code: alpha2,
          name: english,
          officialName: official,
        })),
      });
    },

    async readState({ caller, request, response }) {
      const standing = ledger.standing(caller.principal.conference);
      if (standing === null) return notFound('conference');
      const { seq, hash } = standing.head;
      const tag = `"${seq}-${hash.slice(0, 16)}"`;
      response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });
      // Also where `Cache-Control: no-cache` comes along, as `fetch` adds it: the tag is the record's own.
      if (request.get('If-None-Match')?.includes(tag) === true) {
        response.status(304).end();
        return ok('streaming');
      }
      const answer = () => JSON.stringify({ seq, hash, state: stateToJson(standing.state) });
      const squeezed = states.get(standing) ?? new Squeezed(answer(), 'application/json; charset=utf-8');
      states.set(standing, squeezed);
      await squeezed.send(request, response);
      return ok('streaming');
    },

    async streamRecord({ caller, request, response, query }) {
      const lastEventId = request.get('Last-Event-ID');
      const from = seqOf(lastEventId === undefined || lastEventId === '' ? query('from') : lastEventId);
      if (from === null) return badSeq('from');
      await streams.open(caller, httpLine(response), from);
      return ok('streaming');
    },

    async readEntries({ caller, response, query }) {
      const from = seqOf(query('from'));
      const to = query('to') === undefined ? Number.MAX_SAFE_INTEGER : seqOf(query('to'));
      if (from === null || to === null) return badSeq(from === null ? 'from' : 'to');
      response.status(200).type('application/jsonl').set('Cache-Control', 'no-store');
      for (const { json } of ledger.entries(caller.principal.conference, from, to)) {
        if (response.destroyed) break;
        if (!response.write(`${json}\n`)) await written(response);
      }
      response.end();
      return ok('streaming');
    },

    act({ caller, body, response }) {
      const bytes = Number(response.locals['bodyBytes'] ?? 0);
      const isText = body.act.type === 'introduce-draft' || body.act.type === 'introduce-compilation';
      if (!isText && bytes > largestOtherAct)
        return refuse(413, 'too-large', 'The act is larger than 1 MiB. Send less at once.', { limit: largestOtherAct });
      return acts.act(caller, body);
    },
  };
}

function badSeq(path: string) {
  return refuse(400, 'bad-input', `${path}: give the number of an entry, 0 for the beginning.`, { path });
}

function written(response: Call<'readEntries'>['response']): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      response.off('drain', done).off('close', done);
      resolve();
    };
    response.on('drain', done).on('close', done);
  });
}
