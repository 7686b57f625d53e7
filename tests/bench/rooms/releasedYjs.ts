/**
 * Loaded before the stock server: gives it the released Yjs and y-protocols. The package asks for two pre-releases of Yjs 14
 * that, as the registry resolves them today, do not work with each other: the server throws on the first update it receives.
 */
import { registerHooks } from 'node:module';

const released = new Map([
  ['yjs', 'yjs'],
  ['@y/protocols/sync', 'y-protocols/sync'],
  ['@y/protocols/awareness', 'y-protocols/awareness'],
]);

registerHooks({
  resolve(specifier, context, next) {
    const name = released.get(specifier);
    if (name === undefined || !context.parentURL?.includes('websocket-server')) return next(specifier, context);
    return next(name, { ...context, parentURL: import.meta.url });
  },
});
