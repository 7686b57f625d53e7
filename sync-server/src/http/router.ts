import { assertNever } from '@chapeau/base';
import { type Operation, type OperationName, operations } from '@chapeau/protocol';
import express, { type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import { notFound, type Outcome, type Refused, refuse } from '../failure.ts';
import { type Caller, isMember } from '../identity/caller.ts';
import type { Doorkeeper } from '../identity/doorkeeper.ts';
import type { AnyHandler, Handlers, SentFile } from './handler.ts';
import type { RateLimits } from './rateLimits.ts';
import { sendFailure } from './sendFailure.ts';

/** What every request passes before it is handled. */
export interface Gate {
  readonly doorkeeper: Doorkeeper;
  readonly limits: RateLimits;
}

/**
 * The routes of the table of operations. Each request is checked in one order: where it comes from, who sends it, how
 * often, whether they may, and what it says. Only then is its handler called.
 */
export function operationRouter(handlers: Handlers<OperationName>, gate: Gate): express.Router {
  const router = express.Router({ caseSensitive: true, strict: true });
  for (const name of Object.keys(operations) as OperationName[]) {
    const operation: Operation = operations[name];
    // The table gives the handler's type and the checks that make a call of it.
    const handler = handlers[name] as AnyHandler;
    const steps: RequestHandler[] = [admit(operation, gate)];
    if (operation.body !== null) steps.push(readBody(operation.bodyLimit));
    router[operation.method](operation.path, ...steps, (request, response) =>
      answer(operation, handler, request, response),
    );
  }
  return router;
}

function readBody(limit: number): RequestHandler {
  return express.json({
    limit,
    type: 'application/json',
    verify: (_request, response, bytes) => {
      (response as Response).locals['bodyBytes'] = bytes.length;
    },
  });
}

// Before a byte of the body is read.
function admit(operation: Operation, { doorkeeper, limits }: Gate): RequestHandler {
  return async (request, response, next) => {
    if (operation.method !== 'get' && !doorkeeper.isFromOurPages(request)) {
      const message = 'This page is not one of this server. Open the address that the server printed at its start.';
      return sendFailure(response, refuse(403, 'wrong-origin', message).error);
    }
    const caller = doorkeeper.callerOf(request);
    const wait = await limits.take(caller, request.ip ?? '');
    if (wait !== null) {
      response.set('Retry-After', String(wait));
      return sendFailure(
        response,
        refuse(429, 'too-many-requests', `Too many requests. Try again in ${wait} s.`).error,
      );
    }
    const forbidden = forbid(operation, caller, request.params['conference']);
    if (forbidden !== null) return sendFailure(response, forbidden);
    response.locals['caller'] = caller;
    return next();
  };
}

function forbid({ access }: Operation, caller: Caller | null, conference: unknown): Refused | null {
  if (access.type === 'anyone') return null;
  if (caller === null)
    return refuse(401, 'not-signed-in', 'You are not signed in, or your session has ended. Open an invitation link.')
      .error;
  if (access.type === 'conference' && (!isMember(caller) || caller.principal.conference !== conference))
    return notFound('conference').error;
  const { role } = caller.principal;
  if (access.roles.includes(role)) return null;
  const roles = access.roles.join(', ');
  return refuse(403, 'not-allowed', `Your role, ${role}, may not do this. It is for: ${roles}.`, { role }).error;
}

async function answer(operation: Operation, handler: AnyHandler, request: Request, response: Response): Promise<void> {
  const body = parse(operation, request);
  if (!body.ok) return sendFailure(response, body.error);
  const outcome = await handler({
    caller: operation.access.type === 'anyone' ? null : (response.locals['caller'] as Caller),
    body: body.value,
    param: (name) => String(request.params[name]),
    query: (name) => (typeof request.query[name] === 'string' ? request.query[name] : undefined),
    request,
    response,
  });
  if (!outcome.ok) return sendFailure(response, outcome.error);
  send(operation, outcome.value, response);
}

function send({ answer }: Operation, value: unknown, response: Response): void {
  if (value === 'streaming') return;
  switch (answer.type) {
    case 'json':
      response.json(value);
      return;
    case 'nothing':
      response.status(204).end();
      return;
    case 'media': {
      const { name, bytes } = value as SentFile;
      response.attachment(name).type(answer.media);
      response.end(bytes);
      return;
    }
    default:
      assertNever(answer);
  }
}

function parse({ body }: Operation, request: Request): Outcome<unknown> {
  if (body === null) return { ok: true, value: null };
  if (!request.is('application/json')) {
    return refuse(415, 'not-json', 'Send the request as JSON, with the header Content-Type: application/json.');
  }
  const parsed = body.safeParse(request.body);
  return parsed.success ? { ok: true, value: parsed.data } : refuseInput(parsed.error);
}

/** Names the first thing that is wrong in a body, and where. */
function refuseInput(error: z.ZodError): Outcome<never> {
  const [issue] = error.issues;
  const path = (issue?.path ?? []).reduce<string>(
    (found, key) =>
      typeof key === 'number' ? `${found}[${key}]` : found === '' ? String(key) : `${found}.${String(key)}`,
    '',
  );
  const where = path === '' ? 'the body' : path;
  return refuse(400, 'bad-input', `${where}: ${issue?.message ?? 'not understood'}. Correct it and send it again.`, {
    path,
  });
}
