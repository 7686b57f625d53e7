import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { type Refused, refuse } from '../failure.ts';
import { isDamage } from '../storage/sqlite/sqliteError.ts';

/** Answers with a failure, in the one shape that all failures have. */
export function sendFailure(response: Response, { status, failure }: Refused): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.status(status).set('Cache-Control', 'no-store').json(failure);
}

/** The last resort: what the body reader could not read, and our own bugs, which say nothing of themselves to the outside. */
export function failureHandler(log: Logger, fatal: (error: unknown) => void): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request, response, _next) => {
    const known = bodyFailure(error);
    if (known !== null) return sendFailure(response, known);
    log.error({ err: error, method: request.method, route: request.route?.path }, 'a request failed inside the server');
    if (isDamage(error) || (error instanceof Error && isDamage(error.cause))) fatal(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(500).json({
      code: 'internal',
      message:
        'Something went wrong inside the server; nothing was recorded. Try again, and tell the operator if it happens again.',
      rule: null,
      details: {},
    });
  };
}

function bodyFailure(error: unknown): Refused | null {
  if (typeof error !== 'object' || error === null || !('type' in error)) return null;
  const limit = 'limit' in error && typeof error.limit === 'number' ? error.limit : 0;
  switch (error.type) {
    case 'entity.too.large':
      return refuse(
        413,
        'too-large',
        `The request is larger than ${Math.floor(limit / 1024)} KiB. Send less at once.`,
        { limit },
      ).error;
    case 'entity.parse.failed':
      return refuse(400, 'bad-json', 'The body is not valid JSON. Correct it and send it again.').error;
    case 'request.aborted':
    case 'request.size.invalid':
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return refuse(400, 'bad-request', 'The body did not arrive whole or is not in UTF-8. Send it again.').error;
    default:
      return null;
  }
}
