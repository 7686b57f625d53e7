import { err, ok, type Result } from '@chapeau/base';
import type { Act, ConferenceId, DelegationId, DocumentId, DraftId, ProposedParagraph } from '@chapeau/procedure';
import type {
  ActAnswer,
  ChangeDraft,
  DraftView,
  Failure,
  InvitationPreview,
  OpenDraft,
  Person,
  Seat,
} from '@chapeau/protocol';
import type { NotationForm } from '@chapeau/redline/brackets';

export type Answer<T> = Result<T, Failure>;

/** What was asked of the server. `seat` names the seat of this browser that asks; null where none is needed. */
export interface Ask {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly seat: string | null;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/**
 * One request to our own server. Its answers are of the same release as this page, so they are taken as `T` without a second
 * reading. Fails with the server's `failure`, or with code `no-connection` or `bad-answer` when there was none; never throws.
 */
export async function request<T>(ask: Ask): Promise<Answer<T>> {
  const response = await send(ask);
  if (!response.ok) return response;
  if (response.value.status === 204) return ok(undefined as T);
  try {
    return ok((await response.value.json()) as T);
  } catch {
    return err(failure('bad-answer', 'The answer could not be read. Try again.'));
  }
}

/** {@link request}, for a file to be kept. */
export async function requestFile(ask: Ask): Promise<Answer<Blob>> {
  const response = await send(ask);
  if (!response.ok) return response;
  try {
    return ok(await response.value.blob());
  } catch {
    return err(failure('bad-answer', 'The file could not be read. Try again.'));
  }
}

/** The headers by which a seat speaks. */
export function seatHeaders(seat: string | null): Record<string, string> {
  return seat === null ? {} : { 'X-Chapeau-Seat': seat };
}

export function failure(code: string, message: string): Failure {
  return { code, message, rule: null, details: {} };
}

async function send({ method = 'GET', path, seat, body, signal }: Ask): Promise<Answer<Response>> {
  const headers = { ...seatHeaders(seat), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) };
  try {
    const response = await fetch(path, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    return response.ok ? ok(response) : err(await readFailure(response));
  } catch {
    return err(failure('no-connection', 'The server could not be reached. Nothing was changed that you did not see.'));
  }
}

/** The failure that a response tells of. */
export async function readFailure(response: Response): Promise<Failure> {
  const fallback = failure(`http-${response.status}`, `The server answered ${response.status}.`);
  try {
    const told: unknown = await response.json();
    return typeof told === 'object' && told !== null && 'code' in told && 'message' in told
      ? { ...fallback, ...(told as Partial<Failure>) }
      : fallback;
  } catch {
    return fallback;
  }
}

/** What can be asked before there is a seat. */
export const anonymous = {
  seats: () => request<{ readonly seats: readonly Seat[] }>({ path: '/api/seats', seat: null }),
  lookUpInvitation: (token: string) =>
    request<InvitationPreview>({ method: 'POST', path: '/api/look-up-invitation', seat: null, body: { token } }),
  signIn: (token: string, name: string) =>
    request<Seat>({ method: 'POST', path: '/api/sign-in', seat: null, body: { token, name } }),
  signOut: (seat: string) => request<void>({ method: 'POST', path: '/api/sign-out', seat }),
};

/** A compilation as a file. */
export type CompilationFile = 'compilation.docx' | 'compilation.md';

export type ExportFile = 'text.docx' | 'text.md' | 'adoption-log.csv' | 'bundle.json';

export interface ProposalAnswer {
  readonly paragraphs: readonly ProposedParagraph[];
  readonly hash: string;
}

/** Everything that one seat may ask of its conference. */
export function conferenceApi(seat: string, conference: ConferenceId) {
  const base = `/api/conferences/${encodeURIComponent(conference)}`;
  const get = <T>(path: string) => request<T>({ path: `${base}${path}`, seat });
  const send = <T>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) =>
    request<T>({ method, path: `${base}${path}`, seat, ...(body === undefined ? {} : { body }) });
  return {
    base,
    state: () => get<{ readonly seq: number; readonly hash: string; readonly state: unknown }>('/state'),
    /** The same key for the same act, also when it is sent again because no answer came. */
    act: (act: Act, idempotencyKey: string) => send<ActAnswer>('POST', '/acts', { act, idempotencyKey }),
    drafts: () => get<{ readonly drafts: readonly DraftView[] }>('/drafts'),
    openDraft: (body: OpenDraft) => send<DraftView>('POST', '/drafts', body),
    changeDraft: (draft: DraftId, change: ChangeDraft) => send<DraftView>('PATCH', `/drafts/${draft}`, change),
    discardDraft: (draft: DraftId) => send<DraftView>('DELETE', `/drafts/${draft}`),
    inviteSponsors: (draft: DraftId, delegations: readonly DelegationId[]) =>
      send<DraftView>('POST', `/drafts/${draft}/invited`, { delegations }),
    joinDraft: (draft: DraftId) => send<DraftView>('POST', `/drafts/${draft}/sponsors`),
    leaveDraft: (draft: DraftId) => send<DraftView>('DELETE', `/drafts/${draft}/sponsors`),
    updateDraft: (draft: DraftId) => send<DraftView>('POST', `/drafts/${draft}/update`),
    draftProposal: (draft: DraftId) => get<ProposalAnswer>(`/drafts/${draft}/proposal`),
    draftingProposal: (document: DocumentId) => get<ProposalAnswer>(`/documents/${document}/drafting-proposal`),
    people: () => get<{ readonly people: readonly Person[] }>('/people'),
    exportCompilation: (
      document: DocumentId,
      file: CompilationFile,
      { form, positions }: { readonly form: NotationForm; readonly positions: boolean },
    ) => {
      const query = `form=${form}${positions ? '&positions=1' : ''}`;
      return requestFile({ path: `${base}/documents/${document}/export/${file}?${query}`, seat });
    },
    exportFile: (document: DocumentId, file: ExportFile, credits: boolean) =>
      requestFile({ path: `${base}/documents/${document}/export/${file}${credits ? '?credits=1' : ''}`, seat }),
  };
}
export type ConferenceApi = ReturnType<typeof conferenceApi>;
