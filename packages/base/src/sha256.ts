import { sha256 as digest } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Brand } from './brand.ts';
import { canonicalJson } from './canonicalJson.ts';

/** SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits. */
export type Sha256 = Brand<string, 'Sha256'>;

/** The digest of bytes, or of a string's UTF-8. */
export function sha256(input: string | Uint8Array): Sha256 {
  return bytesToHex(digest(typeof input === 'string' ? utf8ToBytes(input) : input)) as Sha256;
}

/** The digest of a value's canonical JSON. Throws where {@link canonicalJson} does. */
export function hashOf(value: unknown): Sha256 {
  return sha256(canonicalJson(value));
}
