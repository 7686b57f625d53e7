import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where a server of Chapeau listens while the editor is developed against it, as an environment variable. */
const server = process.env['CHAPEAU_SERVER'] ?? 'http://127.0.0.1:4100';

/** Calls that make schemas and do nothing else; the bundler cannot know, and would keep every schema of a module that the page needs one function of. */
const schemaMakers = [
  'z',
  'id',
  'amendmentIdSchema',
  'delegationIdSchema',
  'conferenceIdSchema',
  'documentIdSchema',
  'paragraphIdSchema',
  'sha256Schema',
  'stanceSchema',
  'statementSchema',
  'tagsSchema',
  'wordingSchema',
];

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    // The server's policy forbids scripts and styles that are not files of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Schemas are for the edges that check; the first screen folds what the server checked and leaves them out.
      treeshake: {
        manualPureFunctions: schemaMakers,
      },
    },
  },
  server: { proxy: { '/api': server, '/rooms': { target: server, ws: true } } },
});
