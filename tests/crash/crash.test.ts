import { roomRoot } from '@chapeau/room';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { runCrashes } from './crashRun.ts';
import { lacking } from './promises.ts';

test('a lost character and a lost deletion are noticed, and so is what builds on something lost', () => {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const words = new Y.XmlText();
  doc.getXmlFragment(roomRoot).insert(0, [words]);
  words.insert(0, 'abc');
  words.delete(1, 1);
  words.insert(2, 'd');
  expect(lacking(Y.encodeStateAsUpdate(doc), updates)).toEqual([]);
  const stored = (without: number) => Y.mergeUpdates(updates.filter((_, index) => index !== without));
  expect(lacking(stored(3), updates)).toEqual([3]);
  expect(lacking(stored(2), updates)).toEqual([2]);
  expect(lacking(stored(1), updates)).toContain(1);
});

test('a server that is killed thirty times while delegations type and officers act breaks no promise', async () => {
  const seed = Number(process.env['CRASH_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  const lines: string[] = [];
  const figures = await runCrashes({ rounds: 30, seed, print: (line) => lines.push(line) });
  process.stdout.write(`crash seed ${seed}: ${JSON.stringify(figures)}\n`);
  expect(figures.kills).toBe(30);
  expect(figures.acknowledged).toBeGreaterThan(500);
  expect(figures.answered).toBeGreaterThan(30);
}, 300_000);
