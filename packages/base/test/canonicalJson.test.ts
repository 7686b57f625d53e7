import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, sha256 } from '../src/index.ts';

test('members are sorted by UTF-16 code unit, white space is dropped', () => {
  expect(canonicalJson({ b: [1, 'é'], a: { y: null, x: true } })).toBe('{"a":{"x":true,"y":null},"b":[1,"é"]}');
});

test('agrees with the reference implementation of RFC 8785 on any JSON', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => canonicalJson(value) === canonicalize(value)));
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, '\ud800', new Date(0), () => 1])('refuses %s', (value) => {
  expect(() => canonicalJson({ value })).toThrow(TypeError);
});

test('sha256 of "abc" is the vector of FIPS 180-4', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
