// oxlint-disable-next-line import/default -- the address that the bundler gives to the file of the worker
import address from './compilationWorker.ts?worker&url';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

/** The policy of this page forbids scripts from addresses that nobody vouched for; this vouches for our own file and no other. */
function vouched(): string {
  const { trustedTypes } = globalThis as typeof globalThis & { readonly trustedTypes?: TrustedTypes };
  if (trustedTypes === undefined) return address;
  policy ??= trustedTypes.createPolicy('ChapeauWorker', { createScriptURL: () => address });
  return policy.createScriptURL(address);
}
let policy: ReturnType<TrustedTypes['createPolicy']> | null = null;

/** A worker that reads compilations. */
export function startWorker(): Worker {
  return new Worker(vouched(), { type: 'module' });
}
