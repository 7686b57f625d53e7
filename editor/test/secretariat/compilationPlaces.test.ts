import { delegationIdSchema, type ParticipantState } from '@chapeau/procedure';
import { describe, expect, test } from 'vitest';
import { closeNames } from '../../src/secretariat/compilation/closeNames.ts';
import { restored, sinceLast } from '../../src/secretariat/compilation/sinceLast.ts';
import { rowAt, wordsAt } from '../../src/secretariat/compilation/walk.ts';

const participant = (id: string, name: string): ParticipantState => ({
  ...{ id: delegationIdSchema.parse(id), name, officialName: `Republic of ${name}` },
  ...{ kind: 'state', code: null, accredited: true },
});
const here = [participant('fji', 'Fiji'), participant('fin', 'Finland'), participant('phl', 'Philippines')];

describe('names that resemble one', () => {
  test.each([
    ['Fijy', 'fji'],
    ['FIJI', 'fji'],
    ['Philipines', 'phl'],
    ['Phil', 'phl'],
    ['Finnland', 'fin'],
  ])('%s: %s', (written, id) => {
    expect(closeNames([written], here, () => '')[0]).toBe(id);
  });

  test.each(['Atlantis', 'X', '…'])('%s resembles nobody', (written) => {
    expect(closeNames([written], here, () => '')).toEqual([]);
  });

  test('the reader’s own language counts', () => {
    expect(closeNames(['Filipina'], here, (id) => (id === 'phl' ? 'Filipina' : ''))[0]).toBe('phl');
  });
});

describe('places', () => {
  test('a row is the last that begins at or before the place', () => {
    expect([0, 4, 5, 9, 10, 99].map((offset) => rowAt([0, 5, 10], offset))).toEqual([0, 0, 1, 1, 2, 2]);
    expect(rowAt([5, 10], 0)).toBe(0);
  });

  test('the words of a place stand behind an opening sign, and before a closing one', () => {
    const source = 'PP1 Recall\n1. Meet [again and] often];';
    expect(wordsAt(source, source.indexOf('['))).toBe('again and');
    expect(wordsAt(source, source.lastIndexOf(']'))).toBe('often');
    expect(wordsAt(']', 0)).toBe('');
    const emphasis = 'the end of poverty,] [r*ecognizing* all';
    expect(wordsAt(emphasis, emphasis.indexOf('['))).toBe('the end of poverty');
  });
});

test('of a list that is told again only what is new is told, and the rest keeps its identity', () => {
  const tell = sinceLast<{ readonly word: string }>();
  const first = restored(tell([{ word: 'a' }, { word: 'b' }]), []);
  const told = tell([{ word: 'c' }, { word: 'b' }, { word: 'b' }]);
  expect(told).toEqual([{ word: 'c' }, 1, 1]);
  const second = restored(told, first);
  expect(second).toEqual([{ word: 'c' }, { word: 'b' }, { word: 'b' }]);
  expect(second[1]).toBe(first[1]);
});
