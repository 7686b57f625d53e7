import type { ConferenceId, DocumentId } from '@chapeau/procedure';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetConference, forgetTab, keepsWorkInHand } from '../src/app/keptOnDevice.ts';
import { keepTicksInTab, ticksInTab } from '../src/chair/keptTicks.ts';
import { keepCompilation, keptCompilation, noCompilation } from '../src/secretariat/compilation/keptCompilation.ts';
import { keepKnownNames, knownNames } from '../src/secretariat/compilation/knownNames.ts';
import { keepDraft, keptDraft, noWork } from '../src/secretariat/draft/keptDraft.ts';

/** As browsers keep things. */
class MapStorage implements Storage {
  readonly #kept = new Map<string, string>();
  get length(): number {
    return this.#kept.size;
  }
  key = (index: number) => [...this.#kept.keys()][index] ?? null;
  getItem = (key: string) => this.#kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.#kept.set(key, value);
  removeItem = (key: string) => void this.#kept.delete(key);
  clear = () => this.#kept.clear();
}

const here = 'bdd-2026' as ConferenceId;
const elsewhere = 'bdd' as ConferenceId;
const document = 'message' as DocumentId;

beforeEach(() => {
  vi.stubGlobal('localStorage', new MapStorage());
  vi.stubGlobal('sessionStorage', new MapStorage());
});
afterEach(() => vi.unstubAllGlobals());

test('who signs out leaves no text, no decision and no tick to the next person at this computer', () => {
  const version = 'a'.repeat(64) as never;
  keepDraft(here, document, { ...noWork, source: 'Secret draft' });
  keepCompilation(here, document, { ...noCompilation, source: 'Secret [text - USA]' });
  keepKnownNames(here, { PL: [] });
  keepTicksInTab(version, new Set(['p/0-1:0-2']));
  expect(ticksInTab(version).size).toBe(1);
  forgetConference(here);
  forgetTab();
  expect([keptDraft(here, document), keptCompilation(here, document)]).toEqual([noWork, noCompilation]);
  expect([knownNames(here), ticksInTab(version).size]).toEqual([{}, 0]);
});

test('work on another conference, and the choice of a language, stay', () => {
  localStorage.setItem('chapeau-language', 'id');
  keepCompilation(elsewhere, document, { ...noCompilation, source: 'Other words' });
  forgetConference(here);
  expect(keptCompilation(elsewhere, document).source).toBe('Other words');
  expect(localStorage.getItem('chapeau-language')).toBe('id');
});

test('only words that have not entered are work in hand', () => {
  keepKnownNames(here, { PL: [] });
  keepDraft(elsewhere, document, { ...noWork, source: 'Words' });
  expect(keepsWorkInHand(here)).toBe(false);
  keepDraft(here, document, { ...noWork, source: 'Words' });
  expect(keepsWorkInHand(here)).toBe(true);
});

test('a browser that keeps nothing has nothing to forget', () => {
  vi.stubGlobal('localStorage', null);
  vi.stubGlobal('sessionStorage', null);
  forgetConference(here);
  forgetTab();
  expect(keepsWorkInHand(here)).toBe(false);
});
