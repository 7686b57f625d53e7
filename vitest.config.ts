import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.ts', 'sync-server/test/**/*.test.ts', 'tests/**/*.test.ts'],
  },
});
