export { type Entry, type Head, origin } from './entry.ts';
export { parseEntry } from './parseEntry.ts';
export { type EntryContent, type SealedEntry, seal } from './seal.ts';
export {
  type ChainFault,
  type ChainFaultType,
  type ChainItem,
  type Expected,
  type VerifiedChain,
  verifyChain,
} from './verifyChain.ts';
