import { ok } from '@chapeau/base';
import type { OperationName } from '@chapeau/protocol';
import { openApiDocument } from '@chapeau/protocol/openApi';
import express, { type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { notFound } from '../failure.ts';
import type { Handlers } from './handler.ts';
import { requestLog } from './requestLog.ts';
import { type Gate, operationRouter } from './router.ts';
import { securityHeaders } from './securityHeaders.ts';
import { failureHandler, sendFailure } from './sendFailure.ts';

export interface AppParts {
  readonly handlers: Handlers<Exclude<OperationName, 'readHealth' | 'readOpenApi'>>;
  readonly gate: Gate;
  /** The command line's own door, for the owner of the data on this machine. */
  readonly localDoor: RequestHandler;
  readonly pages: RequestHandler;
  readonly log: Logger;
  readonly newId: () => string;
  /** Throws when storage cannot answer. */
  readonly ping: () => void;
  /** Told when storage failed: the server must end. */
  readonly fatal: (error: unknown) => void;
  readonly isHttps: boolean;
}

/** Everything that the server answers over HTTP, in the order in which a request meets it. */
export function app(parts: AppParts): express.Express {
  let description: ReturnType<typeof openApiDocument> | null = null;
  const server = express();
  server.disable('x-powered-by');
  server.set('etag', false);
  // A proxy in front of us, on this machine, knows the address that a request really comes from.
  server.set('trust proxy', 'loopback');
  server.use(requestLog(parts.log, parts.newId));
  server.use(securityHeaders(parts.isHttps));
  server.use('/local', parts.localDoor);
  server.use(['/api', '/healthz'], (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  const handlers: Handlers<OperationName> = {
    ...parts.handlers,
    readHealth() {
      parts.ping();
      return ok({ status: 'ok' });
    },
    readOpenApi() {
      description ??= openApiDocument('1');
      return ok({ ...description });
    },
  };
  server.use(operationRouter(handlers, parts.gate));
  server.use('/api', (_request, response) => sendFailure(response, notFound('address').error));
  server.use(parts.pages);
  server.use((_request, response) => sendFailure(response, notFound('page').error));
  server.use(failureHandler(parts.log, parts.fatal));
  return server;
}
