import { constants, type DatabaseSync } from 'node:sqlite';

/**
 * From here on the connection prepares only what the stores do: no schema change, no attached or temporary table, no
 * pragma, no UPDATE of an entry or lease, no DELETE but of compacted room updates. A statement that wants more does not
 * compile, whoever wrote it.
 */
export function restrict(db: DatabaseSync): void {
  db.setAuthorizer((action, table) =>
    allowed.has(action) || (action === constants.SQLITE_UPDATE && !fixed.has(table ?? '')) || compacts(action, table)
      ? constants.SQLITE_OK
      : constants.SQLITE_DENY,
  );
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

function compacts(action: number, table: string | null): boolean {
  return action === constants.SQLITE_DELETE && table === 'room_update';
}
