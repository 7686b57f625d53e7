import { randomBytes } from 'node:crypto';
import { type Sha256, sha256 } from '@chapeau/base';

/** What the server takes from the world: time and chance. Tests put in their own. */
export interface Environment {
  readonly now: () => Date;
  /** An opaque id of 24 characters from [a-z0-9], never given twice. */
  readonly newId: () => string;
  /** 256 random bits in base64url: 43 characters. Only its hash is ever stored. */
  readonly newToken: () => string;
}

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789';

/** The system's clock and random numbers. */
export const systemEnvironment: Environment = {
  now: () => new Date(),
  newId: () => Array.from(randomBytes(24), (byte) => alphabet.charAt(byte % alphabet.length)).join(''),
  newToken: () => randomBytes(32).toString('base64url'),
};

/** That under which a token is stored and looked up. */
export function tokenHash(token: string): Sha256 {
  return sha256(token);
}
