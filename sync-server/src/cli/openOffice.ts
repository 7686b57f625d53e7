import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { announcementIn, runningServerSchema } from '../office/announcement.ts';
import type { Office } from '../office/office.ts';
import { fail } from './cliFailure.ts';
import { remoteOffice } from './remoteOffice.ts';

/**
 * Does something with the data in a folder: through the server that runs on it, or directly where none does. Only one process
 * ever has the data open, so that nothing can be written twice.
 */
export async function inOffice<T>(folder: string, work: (office: Office) => Promise<T>): Promise<T> {
  const path = resolve(folder);
  if (!existsSync(join(path, 'chapeau.sqlite')))
    fail(
      `There is no Chapeau data in ${path}. Give its folder with --data, or start a server there first: chapeau start --data ${folder}`,
    );
  const running = await runningOffice(path);
  if (running !== null) return work(running);
  return inDirectOffice(join(path, 'chapeau.sqlite'), work);
}

// What this needs is loaded only where no server does it.
async function inDirectOffice<T>(file: string, work: (office: Office) => Promise<T>): Promise<T> {
  const [{ coreServices }, { systemEnvironment }, { directOffice }, { openSqliteStorage }] = await Promise.all([
    import('../coreServices.ts'),
    import('../environment.ts'),
    import('../office/office.ts'),
    import('../storage/sqliteStorage.ts'),
  ]);
  const storage = openSqliteStorage(file);
  try {
    const { ledger, invitations, exports } = coreServices(storage, systemEnvironment);
    return await work(directOffice(ledger, invitations, exports));
  } finally {
    storage.close();
  }
}

/** The running server's office; null where none answers, as after a crash. */
async function runningOffice(folder: string): Promise<Office | null> {
  const path = announcementIn(folder);
  if (!existsSync(path)) return null;
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch {
    return fail(`${path} cannot be read: run this as the user who started the server.`);
  }
  const announced = runningServerSchema.safeParse(jsonOf(source));
  if (!announced.success) return null;
  const office = remoteOffice(announced.data);
  return (await office.answers()) ? office : null;
}

function jsonOf(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}
