/**
 * The schema, one migration a version: migration `n` leads from version `n` to `n + 1`. A released migration is never edited.
 *
 * Foreign keys stay inside a store: what one store says of another's ids is checked by the services above, as it would be
 * if the stores lived in different databases.
 */
export const migrations: readonly string[] = [
  `
  -- No rowid and no second unique index: nothing but (conference, seq) names an entry, so REPLACE cannot reach one by another key.
  CREATE TABLE record_entry (
    conference TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    hash TEXT NOT NULL,
    actor TEXT,
    key TEXT,
    json TEXT NOT NULL,
    PRIMARY KEY (conference, seq)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX record_entry_by_key ON record_entry (conference, actor, key) WHERE key IS NOT NULL;

  CREATE TRIGGER record_entry_no_update BEFORE UPDATE ON record_entry
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: no entry can be changed'); END;

  CREATE TRIGGER record_entry_no_delete BEFORE DELETE ON record_entry
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: no entry can be removed'); END;

  -- REPLACE deletes without firing the trigger above where recursive_triggers is off, so an existing seq is refused before it can conflict.
  CREATE TRIGGER record_entry_in_order BEFORE INSERT ON record_entry
  WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM record_entry WHERE conference = NEW.conference)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only: an entry takes the next number'); END;

  CREATE TABLE room (
    id TEXT PRIMARY KEY,
    conference TEXT NOT NULL,
    document TEXT NOT NULL,
    draft TEXT,
    epoch TEXT NOT NULL,
    closed INTEGER NOT NULL CHECK (closed IN (0, 1))
  ) STRICT;

  -- Clustered by room: opening one reads its own pages only. Numbers have no gaps; the first is the seed.
  CREATE TABLE room_update (
    room TEXT NOT NULL REFERENCES room (id),
    number INTEGER NOT NULL CHECK (number > 0),
    principal TEXT,
    at TEXT NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE lease (
    room TEXT NOT NULL REFERENCES room (id),
    client INTEGER NOT NULL CHECK (client BETWEEN 0 AND 4294967295),
    principal TEXT,
    delegation TEXT,
    PRIMARY KEY (room, client)
  ) STRICT, WITHOUT ROWID;

  -- Whose words are whose rests on the leases.
  CREATE TRIGGER lease_no_update BEFORE UPDATE ON lease
  BEGIN SELECT RAISE(ABORT, 'a lease cannot be changed'); END;

  CREATE TRIGGER lease_no_delete BEFORE DELETE ON lease
  BEGIN SELECT RAISE(ABORT, 'a lease cannot be removed'); END;

  CREATE TRIGGER lease_once BEFORE INSERT ON lease
  WHEN EXISTS (SELECT 1 FROM lease WHERE room = NEW.room AND client = NEW.client)
  BEGIN SELECT RAISE(ABORT, 'a client id is lent once'); END;

  CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    conference TEXT NOT NULL,
    document TEXT NOT NULL,
    room TEXT NOT NULL,
    amendment TEXT,
    created_by TEXT NOT NULL,
    sponsors TEXT NOT NULL CHECK (json_type(sponsors) = 'array'),
    invited TEXT NOT NULL CHECK (json_type(invited) = 'array'),
    status TEXT NOT NULL CHECK (status IN ('open', 'tabled', 'discarded')),
    body TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;

  CREATE INDEX draft_by_conference ON draft (conference);

  CREATE TABLE principal (
    id TEXT PRIMARY KEY,
    conference TEXT,
    role TEXT NOT NULL,
    delegation TEXT,
    name TEXT NOT NULL,
    revoked INTEGER NOT NULL CHECK (revoked IN (0, 1))
  ) STRICT;

  CREATE INDEX principal_by_conference ON principal (conference);

  CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    seat TEXT NOT NULL,
    principal TEXT NOT NULL REFERENCES principal (id),
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked INTEGER NOT NULL CHECK (revoked IN (0, 1))
  ) STRICT;

  CREATE INDEX session_by_principal ON session (principal);

  CREATE TABLE invitation (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    conference TEXT,
    role TEXT NOT NULL,
    delegation TEXT,
    note TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT REFERENCES principal (id),
    expires_at TEXT NOT NULL,
    used_by TEXT REFERENCES principal (id),
    used_at TEXT,
    revoked INTEGER NOT NULL CHECK (revoked IN (0, 1)),
    CHECK ((used_by IS NULL) = (used_at IS NULL))
  ) STRICT;

  CREATE INDEX invitation_by_conference ON invitation (conference);
  `,
  `
  -- Which of an update's words were only moved: found out when it was admitted, and never again.
  ALTER TABLE room_update ADD COLUMN moves BLOB;
  `,
];

/** Names the file as ours to `file`, to other programs and to {@link migrate}: "Chap". */
export const applicationId = 0x43686170;
