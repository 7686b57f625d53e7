import { canonicalJson, type Json, present, sha256 } from '@chapeau/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChainItem, type Expected, origin, type SealedEntry, seal, verifyChain } from '../src/index.ts';
import { chain, content, records } from './records.ts';

type Items = readonly ChainItem[];

/** A record and an entry of it. */
const cases = records.chain((record) =>
  fc.record({ record: fc.constant(record), seq: fc.nat(record.length - 1).map((n) => n + 1) }),
);

function items(record: readonly SealedEntry<Json>[]): Items {
  return record.map(({ json, hash }) => ({ json, hash }));
}

function withoutHashes(record: Items): Items {
  return record.map(({ json }) => ({ json }));
}

function headOf(record: readonly SealedEntry<Json>[]): NonNullable<Expected['head']> {
  const { entry, hash } = present(record.at(-1), 'last entry');
  return { seq: entry.seq, hash };
}

/** The number of the first entry that verification names; null when it finds no fault. */
function named(record: Items, expected: Expected = {}): number | null {
  const result = verifyChain(record, expected);
  return result.ok ? null : result.error.seq;
}

/** An item whose hash was made to fit. */
function forged(entry: object): ChainItem {
  const json = canonicalJson(entry);
  return { json, hash: sha256(json) };
}

function flipped(item: ChainItem, at: number): ChainItem {
  const index = at % item.json.length;
  const flip = String.fromCharCode(item.json.charCodeAt(index) ^ 1);
  return { ...item, json: item.json.slice(0, index) + flip + item.json.slice(index + 1) };
}

describe('an untouched record', () => {
  test('verifies up to its head, with the hashes kept beside it or without', () => {
    fc.assert(
      fc.property(records, (record) => {
        const value = { ...headOf(record), conference: 'rcdd-2019' };
        expect(verifyChain(items(record))).toEqual({ ok: true, value });
        expect(verifyChain(withoutHashes(items(record)), { conference: 'rcdd-2019', head: headOf(record) })).toEqual({
          ok: true,
          value,
        });
      }),
    );
  });

  test('verifies against a head that was known earlier', () => {
    fc.assert(
      fc.property(cases, ({ record, seq }) => {
        expect(named(items(record), { head: headOf(record.slice(0, seq)) })).toBeNull();
      }),
    );
  });

  test('may be empty', () => {
    expect(verifyChain([])).toEqual({ ok: true, value: { seq: 0, hash: origin, conference: null } });
  });
});

describe('the first entry that was tampered with is named when', () => {
  test('one character is changed anywhere in it', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ record, seq }, at) => {
        const tampered = items(record).with(seq - 1, flipped(present(items(record)[seq - 1], 'item'), at));
        expect(named(tampered)).toBe(seq);
        // The head known from elsewhere stands in for the hashes.
        expect(named(withoutHashes(tampered), { head: headOf(record) })).toBe(seq);
        if (seq < record.length) expect(named(withoutHashes(tampered))).toBe(seq);
      }),
      { numRuns: 2000 },
    );
  });

  test('the hash kept beside it is changed', () => {
    fc.assert(
      fc.property(cases, ({ record, seq }) => {
        expect(
          named(items(record).with(seq - 1, { json: present(record[seq - 1], 'entry').json, hash: sha256('') })),
        ).toBe(seq);
      }),
    );
  });

  test.each(['event', 'previous', 'conference', 'at', 'delegation'])(
    'its %s is rewritten and its hash made to fit',
    (field) => {
      fc.assert(
        fc.property(cases, ({ record, seq }) => {
          const entry = present(record[seq - 1], 'entry').entry;
          const tampered = items(record).with(seq - 1, forged({ ...entry, [field]: sha256(entry.previous) }));
          expect(named(tampered, { head: headOf(record) })).toBe(seq);
          // Without a known head, the last entry has only its `previous` to betray it, and that may be its neighbour's fault.
          if (seq < record.length && (seq < record.length - 1 || field !== 'previous'))
            expect(named(tampered)).toBe(seq);
        }),
      );
    },
  );

  test('it is left out', () => {
    fc.assert(
      fc.property(cases, ({ record, seq }) => {
        expect(named(items(record).toSpliced(seq - 1, 1), { head: headOf(record) })).toBe(seq);
        if (seq < record.length) expect(named(withoutHashes(items(record).toSpliced(seq - 1, 1)))).toBe(seq);
      }),
    );
  });

  test('it and those after it up to another are left out', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ record, seq }, more) => {
        const count = 1 + (more % (record.length - seq + 1));
        expect(named(items(record).toSpliced(seq - 1, count), { head: headOf(record) })).toBe(seq);
      }),
    );
  });

  test('it is left out and all after it are renumbered', () => {
    fc.assert(
      fc.property(cases, ({ record, seq }) => {
        fc.pre(seq <= record.length - 2);
        const after = record.slice(seq).map(({ entry }) => forged({ ...entry, seq: entry.seq - 1 }));
        expect(named([...items(record).slice(0, seq - 1), ...after])).toBe(seq);
      }),
    );
  });

  test('it changes places with another', () => {
    fc.assert(
      fc.property(cases, fc.nat(), ({ record, seq }, other) => {
        const place = 1 + (other % record.length);
        fc.pre(place !== seq);
        const [a, b] = [present(items(record)[seq - 1], 'item'), present(items(record)[place - 1], 'item')];
        expect(
          named(
            items(record)
              .with(seq - 1, b)
              .with(place - 1, a),
          ),
        ).toBe(Math.min(seq, place));
      }),
    );
  });

  test('another is put in twice before it', () => {
    fc.assert(
      fc.property(cases, ({ record, seq }) => {
        const twice = items(record).toSpliced(seq, 0, present(items(record)[seq - 1], 'item'));
        expect(named(twice)).toBe(seq + 1);
      }),
    );
  });

  test('another entry that fits what came before is put in its place', () => {
    fc.assert(
      fc.property(cases, fc.jsonValue({ maxDepth: 1 }), ({ record, seq }, event) => {
        const { entry } = present(record[seq - 1], 'entry');
        const other = seal({ seq: seq - 1, hash: entry.previous }, content(['forged', canonicalJson(event)]));
        const tampered = items(record).with(seq - 1, { json: other.json, hash: other.hash });
        expect(named(tampered, { head: headOf(record) })).toBe(seq);
        if (seq < record.length) expect(named(tampered)).toBe(seq);
      }),
    );
  });

  test('it was written for another conference, and follows all the same', () => {
    fc.assert(
      fc.property(cases, ({ record, seq }) => {
        const before = record[seq - 2];
        const other = seal(
          before === undefined ? null : { seq: seq - 1, hash: before.hash },
          content('x', { conference: 'icdd-2021' }),
        );
        const spliced = [...items(record).slice(0, seq - 1), { json: other.json, hash: other.hash }];
        const result = verifyChain(spliced, { conference: 'rcdd-2019' });
        expect(result).toMatchObject({ ok: false, error: { seq, type: 'wrong-conference' } });
      }),
    );
  });
});

describe('what only a head known from elsewhere shows', () => {
  test('the end of the record was cut off', () => {
    fc.assert(
      fc.property(cases, ({ record, seq }) => {
        const cut = items(record).slice(0, seq - 1);
        expect(named(cut)).toBeNull();
        expect(verifyChain(cut, { head: headOf(record) })).toMatchObject({
          ok: false,
          error: { seq, type: 'truncated' },
        });
      }),
    );
  });

  test('everything was written anew', () => {
    const forgery = items(chain(['opened', 'tabled', 'withdrawn']));
    expect(named(forgery)).toBeNull();
    const head = headOf(chain(['opened', 'tabled', 'agreed']));
    expect(verifyChain(forgery, { head })).toMatchObject({ ok: false, error: { seq: 3, type: 'head-mismatch' } });
  });
});

test.each([
  ['not-json', '{'],
  ['not-json', ''],
  ['not-canonical', '{ }'],
  ['not-canonical', '"\\ud800"'],
  ['not-canonical', '['.repeat(200_000) + ']'.repeat(200_000)],
  ['not-an-entry', 'null'],
  ['not-an-entry', '[]'],
  ['not-an-entry', '{"seq":1}'],
  ['not-an-entry', canonicalJson({ ...seal(null, content(0)).entry, version: 2 })],
  ['out-of-order', canonicalJson({ ...seal(null, content(0)).entry, seq: 1.5 })],
  ['previous-mismatch', canonicalJson({ ...seal(null, content(0)).entry, previous: sha256('') })],
])('hostile bytes are a fault of the first entry, never a throw: %s', (type, json) => {
  expect(verifyChain([{ json }])).toMatchObject({ ok: false, error: { seq: 1, type } });
});

test('reading stops at the first fault', () => {
  let closed = false;
  function* entries(): Generator<ChainItem> {
    try {
      yield { json: '{' };
      expect.unreachable();
    } finally {
      closed = true;
    }
  }
  expect(verifyChain(entries()).ok).toBe(false);
  expect(closed).toBe(true);
});
