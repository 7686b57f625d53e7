export { assert, assertNever, present } from './assert.ts';
export type { Brand } from './brand.ts';
export { canonicalJson, type Json } from './canonicalJson.ts';
export { err, ok, type Result } from './result.ts';
export { hashOf, type Sha256, sha256 } from './sha256.ts';
