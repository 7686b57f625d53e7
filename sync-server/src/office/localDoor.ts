import { timingSafeEqual } from 'node:crypto';
import { conferenceIdSchema, delegationIdSchema, documentIdSchema, roles } from '@chapeau/procedure';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { exportFiles, wishOf } from '../exports/exportFile.ts';
import { notFound, type Outcome, refuse } from '../failure.ts';
import { sendFailure } from '../http/sendFailure.ts';
import type { Office } from './office.ts';

const ownersInvitationSchema = z
  .strictObject({
    conference: conferenceIdSchema.nullable(),
    role: z.enum(roles),
    delegation: delegationIdSchema.nullable(),
    note: z.string(),
    validHours: z.int().min(1),
  })
  .readonly();

const exportParams = z.object({
  conference: conferenceIdSchema,
  document: documentIdSchema,
  file: z.enum(exportFiles),
});

/**
 * The command line's door into a running server, since one process alone may have the data open: on this machine only, with a
 * token that lies in the data folder for its owner.
 */
export function localDoor(office: Office, token: string): RequestHandler {
  const router = express.Router();
  router.use((request, response, next) => {
    if (isLocal(request) && isSame(request.get('authorization') ?? '', `Bearer ${token}`)) next();
    else sendFailure(response, notFound('page').error);
  });
  router.get('/conferences', async (_request, response) => {
    response.json(await office.conferences());
  });
  router.post('/invitations', express.json(), async (request, response) => {
    const invitation = ownersInvitationSchema.safeParse(request.body);
    const outcome = invitation.success
      ? await office.invite(invitation.data)
      : refuse(400, 'bad-input', z.prettifyError(invitation.error));
    answer(response, outcome, (value) => response.json({ token: value }));
  });
  router.get('/export/:conference/:document/:file', async (request, response) => {
    const params = exportParams.safeParse(request.params);
    if (!params.success) return sendFailure(response, notFound('document').error);
    const { conference, document, file } = params.data;
    const wish = wishOf((name) => z.string().safeParse(request.query[name]).data);
    const outcome = wish.ok ? await office.export(conference, document, file, wish.value) : wish;
    answer(response, outcome, (bytes) => response.type('application/octet-stream').end(bytes));
  });
  return router;
}

function answer<T>(response: Response, outcome: Outcome<T>, send: (value: T) => void): void {
  if (outcome.ok) send(outcome.value);
  else sendFailure(response, outcome.error);
}

// Neither a browser nor something behind a proxy on this machine.
function isLocal(request: Request): boolean {
  const { origin, 'x-forwarded-for': forwarded } = request.headers;
  const address = request.socket.remoteAddress ?? '';
  const isLoopback = address === '::1' || /^(?:::ffff:)?127\./.test(address);
  return isLoopback && origin === undefined && forwarded === undefined;
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
