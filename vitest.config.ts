import { defineConfig } from 'vitest/config';
import { ClosingLine } from './tests/closingLine.ts';

export default defineConfig({
  test: {
    include: [
      'packages/*/test/**/*.test.ts',
      'sync-server/test/**/*.test.ts',
      'editor/test/**/*.test.{ts,tsx}',
      'tests/**/*.test.ts',
    ],
    globalSetup: ['tests/browser/buildEditor.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    reporters: ['default', new ClosingLine()],
  },
});
