import { canonicalJson, sha256 } from '@chapeau/base';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { origin, parseEntry, seal } from '../src/index.ts';
import { chain, content, records } from './records.ts';

describe('seal', () => {
  test('the first entry has number 1 and builds on the origin', () => {
    expect(seal(null, content('opened')).entry).toMatchObject({
      version: 1,
      seq: 1,
      previous: origin,
      signature: null,
    });
  });

  test('the next entry has the next number and builds on the hash before', () => {
    const [first, second] = chain(['opened', 'tabled']);
    expect(second?.entry).toMatchObject({ seq: 2, previous: first?.hash });
  });

  test('the hash is that of the canonical JSON, members sorted', () => {
    const { entry, hash, json } = seal(null, content({ b: 1, a: 'é' }));
    expect(json).toBe(canonicalJson(entry));
    expect(json).toMatch(
      /^\{"actor":"p-1","at":"2019-05-07T09:30:00\.000Z","conference":"rcdd-2019",.*"event":\{"a":"é","b":1\}/,
    );
    expect(hash).toBe(sha256(json));
  });

  test('these bytes never change: records written today must verify for ever', () => {
    expect(seal(null, content({ type: 'opened' })).hash).toBe(
      'ffa6cfacb9b0553aba8c39d0a781701da44a6856e791f48a1bb54cc24b8df515',
    );
  });

  test.each([Number.NaN, '\ud800', new Date(0), undefined])('what is not JSON is a bug: %s', (event) => {
    expect(() => seal(null, { ...content(null), event: [event] })).toThrow(TypeError);
  });
});

describe('parseEntry', () => {
  test('reads back what was sealed', () => {
    fc.assert(
      fc.property(records, (record) => {
        for (const { entry, json } of record) expect(parseEntry(json)).toEqual({ ok: true, value: entry });
      }),
    );
  });

  const { entry, json } = seal(null, content({ type: 'opened' }));

  test.each([
    ['white space', json.replace(',', ', ')],
    ['another order of members', JSON.stringify(entry)],
    ['an escape that need not be one', json.replace('Ana', '\\u0041na')],
    ['a member twice', json.replace('{', '{"actor":"p-1",')],
    ['another spelling of a number', json.replace('"seq":1', '"seq":1.0')],
    ['a lone surrogate', json.replace('Ana', '\\ud800')],
    ['nesting without end', json.replace('{"type":"opened"}', '['.repeat(200_000) + ']'.repeat(200_000))],
  ])('refuses %s', (_, spelling) => {
    expect(parseEntry(spelling)).toEqual({ ok: false, error: 'not in canonical spelling' });
  });

  test('refuses what is not JSON', () => {
    expect(parseEntry(json.slice(1))).toEqual({ ok: false, error: 'not JSON' });
  });

  test.each(Object.keys(entry))('refuses an entry without %s', (member) => {
    const { [member]: _, ...rest } = { ...entry } as Record<string, unknown>;
    expect(parseEntry(canonicalJson(rest)).ok).toBe(false);
  });

  test.each([
    ['a field that is not one', { stance: 'support' }],
    ['another version', { version: 2 }],
    ['number 0', { seq: 0 }],
    ['half a number', { seq: 1.5 }],
    ['a hash in capitals', { previous: 'A'.repeat(64) }],
    ['a short hash', { previous: 'a'.repeat(63) }],
    ['local time', { at: '2019-05-07T09:30:00.000+07:00' }],
    ['time without milliseconds', { at: '2019-05-07T09:30:00Z' }],
    ['a day that is not in the calendar', { at: '2019-02-30T09:30:00.000Z' }],
    ['a signature', { signature: 'x' }],
    ['no conference', { conference: '' }],
  ])('refuses %s', (_, change) => {
    expect(parseEntry(canonicalJson({ ...entry, ...change })).ok).toBe(false);
  });

  test('refuses a prototype in place of a field', () => {
    const spelling = canonicalJson(JSON.parse(`{"__proto__":{"x":1},${json.slice(1)}`));
    expect(spelling).toContain('__proto__');
    expect(parseEntry(spelling).ok).toBe(false);
  });
});
