import { expect, test } from 'vitest';
import { decodeFile, largestFile } from '../../src/secretariat/draft/decodeFile.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const problem = (of: Uint8Array) => {
  const decoded = decodeFile(of);
  return decoded.type === 'problem' ? decoded.problem : null;
};

test('reads UTF-8, with or without its mark, and UTF-16 with its mark', () => {
  expect(decodeFile(bytes('Côte d’Ivoire'))).toEqual({ type: 'text', text: 'Côte d’Ivoire' });
  expect(decodeFile(bytes('\ufeffCôte'))).toEqual({ type: 'text', text: 'Côte' });
  expect(decodeFile(Uint8Array.of(0xff, 0xfe, 0x41, 0, 0xe9, 0))).toEqual({ type: 'text', text: 'Aé' });
  expect(decodeFile(Uint8Array.of(0xfe, 0xff, 0, 0x41, 0, 0xe9))).toEqual({ type: 'text', text: 'Aé' });
});

test('an old Windows file is not read in silence, but its words are offered', () => {
  const decoded = decodeFile(Uint8Array.of(0x43, 0xf4, 0x74, 0x65, 0x20, 0x64, 0x92, 0x49));
  expect(decoded).toEqual({ type: 'problem', problem: 'encoding', guess: 'Côte d’I' });
});

test('what is no text is named', () => {
  expect(problem(bytes('PK\u0003\u0004…'))).toBe('word');
  expect(problem(bytes('{\\rtf1 words}'))).toBe('word');
  expect(problem(bytes('%PDF-1.7'))).toBe('pdf');
  expect(problem(Uint8Array.of(0x41, 0, 0x42))).toBe('not-text');
  expect(problem(new Uint8Array())).toBe('empty');
  expect(problem(bytes(' \n\n'))).toBe('empty');
  expect(problem(new Uint8Array(largestFile + 1).fill(0x41))).toBe('too-large');
});
