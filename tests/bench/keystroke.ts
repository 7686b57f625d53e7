import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { present } from '@chapeau/base';
import { type Browser, chromium } from 'playwright-core';
import { buildEditor, buildPeers, serveFolder } from './keystroke/builtPages.ts';
import { amendingScene, draftingScene, peerScene, type Scene } from './keystroke/scenes.ts';
import { typeLetters } from './keystroke/strokes.ts';
import { head, quantile, ratio, row } from './support/timing.ts';

export const name = 'keystroke';
export const what = 'from a key to its letter painted in Chromium, beside bare ProseMirror and y-prosemirror';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const [warmUp, rounds, strokes] = [20, 2, 60];

interface Contestant {
  readonly what: string;
  readonly open: (browser: Browser) => Promise<Scene>;
}

/** Three to five minutes. Scenes take turns; frames are drawn as soon as there is something to draw. */
export async function run(print: (line: string) => void): Promise<void> {
  if (!existsSync(executablePath)) return print(`Needs a Chromium at ${executablePath}, or named in CHROMIUM.`);
  const folder = mkdtempSync(join(tmpdir(), 'chapeau-bench-'));
  const [editorFolder, peersFolder] = [join(folder, 'editor'), join(folder, 'peers')];
  buildEditor(editorFolder);
  await buildPeers(peersFolder);
  const peers = await serveFolder(peersFolder);
  const peer = (paragraphs: number, yjs: boolean) => (browser: Browser) =>
    peerScene(browser, peers.address, paragraphs, yjs);
  const contestants: readonly Contestant[] = [
    { what: 'bare ProseMirror, 1 paragraph', open: peer(1, false) },
    ...[50, 500, 5000].map((count) => ({
      what: `Chapeau, amending in place, ${count} paragraphs`,
      open: (browser: Browser) => amendingScene(browser, editorFolder, count),
    })),
    ...[50, 500, 5000].map((count) => ({
      what: `y-prosemirror on the whole text, ${count} paragraphs`,
      open: peer(count, true),
    })),
    ...[50, 500, 2000].map((count) => ({
      what: `Chapeau, drafting room, ${count} paragraphs`,
      open: (browser: Browser) => draftingScene(browser, editorFolder, count),
    })),
    { what: 'y-prosemirror on the whole text, 2000 paragraphs', open: peer(2000, true) },
  ];
  try {
    await compete(contestants, print);
  } finally {
    peers.close();
    rmSync(folder, { recursive: true });
  }
}

async function compete(contestants: readonly Contestant[], print: (line: string) => void): Promise<void> {
  const times = new Map<string, number[]>(contestants.map((contestant) => [contestant.what, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { what: name, open } of contestants) times.get(name)?.push(...(await measure(open)));
  }
  const bare = present(times.get(contestants[0]?.what ?? ''), 'the times of bare ProseMirror');
  print(head('key to paint', 'median ms', 'p95 ms', 'median, ratio to bare ProseMirror', 'p95, ratio'));
  for (const [name, taken] of times) {
    const cells = [0.5, 0.95].map((part) => [quantile(taken, part), quantile(bare, part)] as const);
    print(row(name, ...cells.map(([own]) => own.toFixed(2)), ...cells.map(([own, other]) => ratio(own, other))));
  }
}

/** In a browser of its own, so that no scene pays for another. */
async function measure(open: (browser: Browser) => Promise<Scene>): Promise<readonly number[]> {
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--no-first-run'],
      // Waiting for the screen's next turn would hide what a keystroke costs.
      ...['--disable-frame-rate-limit', '--disable-gpu-vsync'],
    ],
  });
  try {
    const scene = await open(browser);
    await typeLetters(scene.page, warmUp);
    const taken = await typeLetters(scene.page, strokes);
    await scene.close();
    return taken;
  } finally {
    await browser.close();
  }
}
