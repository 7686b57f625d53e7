import { constants, type DatabaseSync } from 'node:sqlite';

/**
 * From here on the connection prepares only what the stores do: no schema change, no attached or temporary table, no
 * setting changed, no UPDATE of an entry or lease, no DELETE but of compacted room updates. A statement that wants more
 * does not compile, whoever wrote it.
 */
export function restrict(db: DatabaseSync): void {
  db.setAuthorizer((action, subject, argument) =>
    permits(action, subject ?? '', argument) ? constants.SQLITE_OK : constants.SQLITE_DENY,
  );
}

function permits(action: number, subject: string, argument: string | null): boolean {
  switch (action) {
    case constants.SQLITE_UPDATE:
      return !fixed.has(subject);
    case constants.SQLITE_DELETE:
      return subject === 'room_update';
    case constants.SQLITE_PRAGMA:
      return readable.has(subject) && argument === null;
    default:
      return allowed.has(action);
  }
}

const allowed: ReadonlySet<number> = new Set([
  constants.SQLITE_SELECT,
  constants.SQLITE_READ,
  constants.SQLITE_INSERT,
  constants.SQLITE_FUNCTION,
  constants.SQLITE_TRANSACTION,
  constants.SQLITE_RECURSIVE,
]);

const fixed: ReadonlySet<string> = new Set(['record_entry', 'lease', 'sqlite_schema', 'sqlite_master']);

/** Settings that a test or a health report may ask for. */
const readable: ReadonlySet<string> = new Set(['journal_mode', 'synchronous', 'foreign_keys', 'recursive_triggers']);
