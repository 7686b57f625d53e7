import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Caller } from '../identity/caller.ts';

/** One line a request: which route, how it went and how long it took. Never a body, a token, a cookie, a query or an address. */
export function requestLog(log: Logger, newId: () => string): RequestHandler {
  return (request, response, next) => {
    const id = newId();
    const begun = performance.now();
    response.set('X-Request-Id', id);
    response.on('close', () => {
      const caller = response.locals['caller'] as Caller | null | undefined;
      log.info({
        request: id,
        method: request.method,
        route: request.route?.path ?? 'page',
        status: response.statusCode,
        milliseconds: Math.round(performance.now() - begun),
        principal: caller?.principal.id ?? null,
      });
    });
    next();
  };
}
