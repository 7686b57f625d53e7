import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What each part may import, besides libraries. Imports go downward only. */
const layers: Readonly<Record<string, readonly string[]>> = {
  'packages/base': [],
  'packages/text': ['base'],
  'packages/redline': ['base', 'text'],
  'packages/record': ['base'],
  'packages/procedure': ['base', 'text', 'redline'],
  'packages/room': ['base', 'text'],
  'packages/protocol': ['base', 'text', 'procedure'],
  'packages/formats': ['base', 'text', 'redline', 'record', 'procedure'],
  'sync-server': ['base', 'text', 'redline', 'record', 'procedure', 'room', 'protocol', 'formats'],
  editor: ['base', 'text', 'redline', 'procedure', 'room', 'protocol', 'formats'],
};

const root = new URL('../../', import.meta.url).pathname;

function importsOf(file: string): readonly string[] {
  const source = readFileSync(root + file, 'utf8');
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target]) => target ?? '');
}

function sources(part: string): readonly string[] {
  return globSync(`${part}/src/**/*.{ts,tsx}`, { cwd: root });
}

test.each(Object.entries(layers))('%s imports only what lies below it', (part, below) => {
  const upward = sources(part).flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith('@chapeau/'))
      .filter((target) => !below.includes(target.split('/')[1] ?? ''))
      .map((target) => `${file} imports ${target}`),
  );
  expect(sources(part).length).toBeGreaterThan(0);
  expect(upward).toEqual([]);
});

test('nothing reaches into another part past its exports', () => {
  const reaching = Object.keys(layers).flatMap((part) =>
    sources(part).flatMap((file) => {
      const foldersBelowSource = file.split('/').length - part.split('/').length - 2;
      const climbs = (target: string) => target.split('/').filter((step) => step === '..').length;
      return importsOf(file)
        .filter((target) => climbs(target) > foldersBelowSource)
        .map((target) => `${file} imports ${target}`);
    }),
  );
  expect(reaching).toEqual([]);
});

test('only the room package and the shells know yjs', () => {
  const pure = Object.keys(layers).filter((part) => part.startsWith('packages/') && part !== 'packages/room');
  const knowing = pure.flatMap((part) =>
    sources(part).filter((file) => importsOf(file).some((target) => /^(yjs|y-)/.test(target))),
  );
  expect(knowing).toEqual([]);
});

test('pure packages read no clock and no randomness', () => {
  const pure = Object.keys(layers).filter((part) => part.startsWith('packages/'));
  const impure = pure.flatMap((part) =>
    sources(part).filter((file) =>
      /\b(Date\.now\(|new Date\(\)|Math\.random\(|crypto\.getRandomValues)/.test(readFileSync(root + file, 'utf8')),
    ),
  );
  expect(impure).toEqual([]);
});
