import { execFileSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';

const root = new URL('../../', import.meta.url).pathname;

/** Builds the editor before tests that open it, when its sources are newer than the last build. */
export default function buildEditor(): void {
  const sources = globSync(
    ['editor/{index.html,vite.config.ts,package.json}', 'editor/{src,public}/**/*', 'packages/*/src/**/*.ts'],
    { cwd: root },
  );
  const newest = Math.max(...sources.map((file) => statSync(root + file).mtimeMs));
  const built = statSync(`${root}editor/dist/index.html`, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built < newest)
    execFileSync(process.execPath, [`${root}editor/node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'warn'], {
      cwd: `${root}editor`,
      stdio: 'inherit',
    });
}
