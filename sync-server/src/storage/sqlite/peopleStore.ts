import { err, ok, type Result, type Sha256 } from '@chapeau/base';
import { type ConferenceId, type DelegationId, type PrincipalId, type Role, roles } from '@chapeau/procedure';
import { z } from 'zod';
import type { Invitation, PeopleStore, Principal, Session, StorageRefusal } from '../ports.ts';
import type { SqliteConnection } from './connection.ts';
import { flag, type Row, text, textOrNull } from './row.ts';

export function sqlitePeopleStore(connection: SqliteConnection): PeopleStore {
  // Each returns whether it was stored: not where it would make the row another person's, session's or invitation's.
  function writePrincipal({ id, conference, role, delegation, name, revoked }: Principal): boolean {
    const sql = `INSERT INTO principal (id, conference, role, delegation, name, revoked) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET
        role = excluded.role, delegation = excluded.delegation, name = excluded.name, revoked = excluded.revoked
      WHERE conference IS excluded.conference`;
    return connection.run(sql, id, conference, role, delegation, name, Number(revoked)) === 1;
  }

  function writeSession({ tokenHash, seat, principal, createdAt, expiresAt, revoked }: Session): boolean {
    const sql = `INSERT INTO session (token_hash, seat, principal, created_at, expires_at, revoked) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (token_hash) DO UPDATE SET
        seat = excluded.seat, expires_at = excluded.expires_at, revoked = max(revoked, excluded.revoked)
      WHERE principal = excluded.principal`;
    return connection.run(sql, tokenHash, seat, principal, createdAt, expiresAt, Number(revoked)) === 1;
  }

  function writeInvitation(invitation: Invitation): boolean {
    return (
      connection.run(
        `INSERT INTO invitation (id, token_hash, conference, role, delegation, note, created_at, created_by, expires_at, used_by, used_at, revoked)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET
           note = excluded.note, expires_at = excluded.expires_at, revoked = max(revoked, excluded.revoked),
           used_by = coalesce(used_by, excluded.used_by), used_at = coalesce(used_at, excluded.used_at)
         WHERE token_hash = excluded.token_hash AND conference IS excluded.conference AND role = excluded.role
           AND delegation IS excluded.delegation`,
        invitation.id,
        invitation.tokenHash,
        invitation.conference,
        invitation.role,
        invitation.delegation,
        invitation.note,
        invitation.createdAt,
        invitation.createdBy,
        invitation.expiresAt,
        invitation.usedBy,
        invitation.usedAt,
        Number(invitation.revoked),
      ) === 1
    );
  }

  function writeUse(invitation: Invitation, principal: Principal, session: Session): boolean {
    const sql = `UPDATE invitation SET used_by = ?, used_at = ?
      WHERE id = ? AND token_hash = ? AND used_by IS NULL AND revoked = 0`;
    return connection.run(sql, principal.id, session.createdAt, invitation.id, invitation.tokenHash) === 1;
  }

  function written(...writes: readonly (() => boolean)[]): Result<null, StorageRefusal> {
    return connection.write(() => (writes.every((write) => write()) ? ok(null) : err({ type: 'conflict', seq: 0 })));
  }

  return {
    putPrincipal: (principal) => written(() => writePrincipal(principal)),
    principal(id) {
      const row = connection.get('SELECT * FROM principal WHERE id = ?', id);
      return row === null ? null : principalOf(row);
    },
    principals: (conference) =>
      connection.all('SELECT * FROM principal WHERE conference IS ? ORDER BY rowid', conference).map(principalOf),
    putSession: (session) => written(() => writeSession(session)),
    session(tokenHash) {
      const row = connection.get('SELECT * FROM session WHERE token_hash = ?', tokenHash);
      return row === null ? null : sessionOf(row);
    },
    sessions: (principal) =>
      connection.all('SELECT * FROM session WHERE principal = ? ORDER BY rowid', principal).map(sessionOf),
    putInvitation: (invitation) => written(() => writeInvitation(invitation)),
    redeem: (invitation, principal, session) =>
      written(
        () => writePrincipal(principal),
        () => writeUse(invitation, principal, session),
        () => writeSession(session),
      ),
    invitation(tokenHash) {
      const row = connection.get('SELECT * FROM invitation WHERE token_hash = ?', tokenHash);
      return row === null ? null : invitationOf(row);
    },
    invitations: (conference) =>
      connection.all('SELECT * FROM invitation WHERE conference IS ? ORDER BY rowid', conference).map(invitationOf),
  };
}

const role = z.enum(roles);

function roleOf(row: Row): Role {
  return role.parse(text(row, 'role'));
}

function principalOf(row: Row): Principal {
  return {
    id: text(row, 'id') as PrincipalId,
    conference: textOrNull(row, 'conference') as ConferenceId | null,
    role: roleOf(row),
    delegation: textOrNull(row, 'delegation') as DelegationId | null,
    name: text(row, 'name'),
    revoked: flag(row, 'revoked'),
  };
}

function sessionOf(row: Row): Session {
  return {
    tokenHash: text(row, 'token_hash') as Sha256,
    seat: text(row, 'seat'),
    principal: text(row, 'principal') as PrincipalId,
    createdAt: text(row, 'created_at'),
    expiresAt: text(row, 'expires_at'),
    revoked: flag(row, 'revoked'),
  };
}

function invitationOf(row: Row): Invitation {
  return {
    id: text(row, 'id'),
    tokenHash: text(row, 'token_hash') as Sha256,
    conference: textOrNull(row, 'conference') as ConferenceId | null,
    role: roleOf(row),
    delegation: textOrNull(row, 'delegation') as DelegationId | null,
    note: text(row, 'note'),
    createdAt: text(row, 'created_at'),
    createdBy: textOrNull(row, 'created_by') as PrincipalId | null,
    expiresAt: text(row, 'expires_at'),
    usedBy: textOrNull(row, 'used_by') as PrincipalId | null,
    usedAt: textOrNull(row, 'used_at'),
    revoked: flag(row, 'revoked'),
  };
}
