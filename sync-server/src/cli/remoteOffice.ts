import { failureSchema } from '@chapeau/protocol';
import { z } from 'zod';
import { type Outcome, type RefusedStatus, refuse } from '../failure.ts';
import type { RunningServer } from '../office/announcement.ts';
import { queryOf } from '../exports/exportFile.ts';
import type { ConferenceLine, Office } from '../office/office.ts';

/** The office of a server that runs on this machine, which the owner of its data may use. */
export function remoteOffice({ port, address, token }: RunningServer): Office & { answers(): Promise<boolean> } {
  function ask(path: string, body?: unknown): Promise<Response> {
    return fetch(`http://127.0.0.1:${port}/local${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
  }
  return {
    address,
    // Another program may have the port by now; it does not know the token.
    answers: () =>
      ask('/conferences').then(
        ({ ok }) => ok,
        () => false,
      ),
    conferences: async () => (await (await ask('/conferences')).json()) as readonly ConferenceLine[],
    async invite(invitation) {
      const response = await ask('/invitations', invitation);
      if (!response.ok) return refusal(response);
      return { ok: true, value: z.object({ token: z.string() }).parse(await response.json()).token };
    },
    async export(conference, document, file, wish) {
      const response = await ask(`/export/${conference}/${document}/${file}?${queryOf(wish)}`);
      return response.ok ? { ok: true, value: new Uint8Array(await response.arrayBuffer()) } : refusal(response);
    },
  };
}

async function refusal(response: Response): Promise<Outcome<never>> {
  const { code, message, details } = failureSchema.parse(await response.json());
  return refuse(response.status as RefusedStatus, code, message, details);
}
