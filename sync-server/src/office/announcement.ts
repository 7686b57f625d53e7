import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Where the running server tells the owner of the data how to reach it; only the owner can read it. */
const fileName = 'running-server.json';

export const runningServerSchema = z.strictObject({ port: z.int(), address: z.string(), token: z.string() });
export type RunningServer = z.infer<typeof runningServerSchema>;

/** Writes the note for the owner's command line; the returned function takes it away again. */
export function announce(folder: string, running: RunningServer): () => void {
  const path = join(folder, fileName);
  // Anew, so that an older file's permissions cannot linger.
  rmSync(path, { force: true });
  writeFileSync(path, JSON.stringify(running), { mode: 0o600, flag: 'wx' });
  return () => rmSync(path, { force: true });
}

export function announcementIn(folder: string): string {
  return join(folder, fileName);
}
