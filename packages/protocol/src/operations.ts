import { type Role, roles } from '@chapeau/procedure';
import { z } from 'zod';
import {
  changeDraftSchema,
  draftProposalSchema,
  draftSchema,
  inviteSponsorsSchema,
  leaseAnswerSchema,
  openDraftSchema,
} from './drafts.ts';
import {
  createConferenceSchema,
  invitationPreviewSchema,
  invitationSchema,
  invitedSchema,
  inviteSchema,
  lookUpInvitationSchema,
  personSchema,
  seatSchema,
  signInSchema,
  stateSchema,
} from './people.ts';
import { actAnswerSchema, actRequestSchema, stateAnswerSchema } from './record.ts';

/**
 * Who may call an operation: `anyone`; a `seat` (whoever is signed in); `conference` (signed in to the conference that the path
 * names, in one of `roles`).
 */
export type Access =
  | { readonly type: 'anyone' }
  | { readonly type: 'seat'; readonly roles: readonly Role[] }
  | { readonly type: 'conference'; readonly roles: readonly Role[] };

/** What an operation answers: JSON of a schema, nothing, or bytes of a media type. */
export type Answer =
  | { readonly type: 'json'; readonly schema: z.ZodType }
  | { readonly type: 'nothing' }
  | { readonly type: 'media'; readonly media: string };

/** One route of the server. `:name` in a path is a parameter; `query` lists the query parameters with what they are for. */
export interface Operation {
  readonly method: 'get' | 'post' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly body: z.ZodType | null;
  /** The largest body in bytes. */
  readonly bodyLimit: number;
  readonly query: Readonly<Record<string, string>>;
  readonly answer: Answer;
}

const mebibyte = 1024 * 1024;
const anyone = { type: 'anyone' } as const;
const seat = { type: 'seat', roles } as const;
const member = { type: 'conference', roles } as const;
const drafters = { type: 'conference', roles: ['head', 'delegate'] } as const;
const secretariat = { type: 'conference', roles: ['secretariat'] } as const;
const bureau = { type: 'conference', roles: ['chair', 'secretariat'] } as const;

const nothing = { type: 'nothing' } as const;
const conference = '/api/conferences/:conference';
const draft = `${conference}/drafts/:draft`;
const exported = `${conference}/documents/:document/export`;
const notation = {
  form: 'rio (as in the Rio+20 negotiations, unless told), un (as in General Assembly compilations) or none (without names)',
  positions: '1 prints who supports and who opposes what',
};
const credits = { credits: '1 prints which delegation each paragraph owes its words to' };

function json<S extends z.ZodType>(schema: S) {
  return { type: 'json', schema } as const;
}

function list<K extends string, S extends z.ZodType>(name: K, schema: S) {
  const shape = { [name]: z.array(schema).readonly() } as { [P in K]: z.ZodReadonly<z.ZodArray<S>> };
  return json(z.strictObject(shape).readonly());
}

function media(type: string) {
  return { type: 'media', media: type } as const;
}

function read<const A extends Access, const R extends Answer>(
  path: string,
  summary: string,
  access: A,
  answer: R,
  query: Readonly<Record<string, string>> = {},
) {
  return { method: 'get', path, summary, access, body: null, bodyLimit: 0, query, answer } as const;
}

function write<
  const M extends 'post' | 'patch' | 'delete',
  const A extends Access,
  B extends z.ZodType | null,
  const R extends Answer,
>(method: M, path: string, summary: string, operation: { access: A; body: B; answer: R; bodyLimit?: number }) {
  const { access, body, answer, bodyLimit = mebibyte } = operation;
  return { method, path, summary, access, body, bodyLimit, query: {}, answer } as const;
}

/** Every route of the HTTP interface, once: the server registers, checks and documents its routes from this table. */
export const operations = {
  lookUpInvitation: write('post', '/api/look-up-invitation', 'What a link would sign in to, without using it up', {
    access: anyone,
    body: lookUpInvitationSchema,
    answer: json(invitationPreviewSchema),
  }),
  signIn: write('post', '/api/sign-in', 'Redeems an invitation; sets the cookie of a new seat', {
    access: anyone,
    body: signInSchema,
    answer: json(seatSchema),
  }),
  signOut: write('post', '/api/sign-out', 'Ends the session of this seat, its sockets and its streams', {
    access: seat,
    body: null,
    answer: nothing,
  }),
  listSeats: read('/api/seats', 'All live seats of this browser', anyone, list('seats', seatSchema)),
  readSeat: read('/api/seat', 'The seat of this request', seat, json(seatSchema)),
  searchStates: read(
    '/api/states',
    'The United Nations list of States, searched in several languages',
    seat,
    list('states', stateSchema),
    { search: 'the beginning of any word of a name, or an ISO code; empty for all' },
  ),
  createConference: write('post', '/api/conferences', 'Creates a conference and a seat as its secretariat', {
    access: { type: 'seat', roles: ['secretariat'] },
    body: createConferenceSchema,
    answer: json(seatSchema),
  }),
  readState: read(`${conference}/state`, 'The state that the record adds up to', member, json(stateAnswerSchema)),
  streamRecord: read(
    `${conference}/record`,
    'Entries of the record as they come; resumes by Last-Event-ID',
    member,
    media('text/event-stream'),
    { from: 'the seq after which to begin; Last-Event-ID comes first' },
  ),
  readEntries: read(
    `${conference}/entries`,
    'Entries of the record as lines of canonical JSON',
    member,
    media('application/jsonl'),
    { from: 'the seq after which to begin', to: 'the last seq to send' },
  ),
  act: write('post', `${conference}/acts`, 'Asks the conference for one act of procedure', {
    access: member,
    body: actRequestSchema,
    answer: json(actAnswerSchema),
    bodyLimit: 8 * mebibyte,
  }),
  listDrafts: read(
    `${conference}/drafts`,
    "The private drafts of one's own delegation",
    drafters,
    list('drafts', draftSchema),
  ),
  openDraft: write('post', `${conference}/drafts`, 'Opens a private draft of an amendment, and its room', {
    access: drafters,
    body: openDraftSchema,
    answer: json(draftSchema),
  }),
  changeDraft: write('patch', draft, 'Changes the tags or the rationale of a draft', {
    access: drafters,
    body: changeDraftSchema,
    answer: json(draftSchema),
  }),
  discardDraft: write('delete', draft, 'Discards a draft; by the delegation that opened it', {
    access: drafters,
    body: null,
    answer: json(draftSchema),
  }),
  inviteSponsors: write('post', `${draft}/invited`, 'Invites delegations to sponsor a draft', {
    access: drafters,
    body: inviteSponsorsSchema,
    answer: json(draftSchema),
  }),
  joinDraft: write('post', `${draft}/sponsors`, 'Joins a draft that one was invited to', {
    access: drafters,
    body: null,
    answer: json(draftSchema),
  }),
  leaveDraft: write('delete', `${draft}/sponsors`, 'Declines an invitation to a draft, or leaves it', {
    access: drafters,
    body: null,
    answer: json(draftSchema),
  }),
  updateDraft: write('post', `${draft}/update`, 'Carries a draft over to the wording now in force, in a fresh room', {
    access: drafters,
    body: null,
    answer: json(draftSchema),
  }),
  readDraftProposal: read(
    `${draft}/proposal`,
    'The words of a draft as the server holds them, and the hash to table them under',
    drafters,
    json(draftProposalSchema),
  ),
  readDraftingProposal: read(
    `${conference}/documents/:document/drafting-proposal`,
    'The words in the drafting room as the server holds them, and the hash to table them under',
    { type: 'conference', roles: ['chair', 'secretariat', 'head', 'delegate'] },
    json(draftProposalSchema),
  ),
  leaseRoom: write('post', `${conference}/rooms/:room/lease`, 'Lends a Yjs client id to this page load', {
    access: member,
    body: null,
    answer: json(leaseAnswerSchema),
  }),
  listPeople: read(`${conference}/people`, 'Who has signed in', bureau, list('people', personSchema)),
  revokePerson: write(
    'delete',
    `${conference}/people/:person`,
    "Ends a person's sessions, sockets and streams for good",
    {
      access: secretariat,
      body: null,
      answer: nothing,
    },
  ),
  listInvitations: read(
    `${conference}/invitations`,
    'All invitations, without their links',
    secretariat,
    list('invitations', invitationSchema),
  ),
  invite: write('post', `${conference}/invitations`, 'Makes a link that signs one person in, once', {
    access: secretariat,
    body: inviteSchema,
    answer: json(invitedSchema),
  }),
  revokeInvitation: write('delete', `${conference}/invitations/:invitation`, 'Makes an unused link useless', {
    access: secretariat,
    body: null,
    answer: nothing,
  }),
  exportDocx: read(
    `${exported}/text.docx`,
    'The text as a Word document',
    member,
    media('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
    credits,
  ),
  exportMarkdown: read(`${exported}/text.md`, 'The text in Markdown', member, media('text/markdown'), credits),
  exportCompilationDocx: read(
    `${exported}/compilation.docx`,
    'The text with everything proposed for it in brackets, as a Word document',
    member,
    media('application/vnd.openxmlformats-officedocument.wordprocessingml.document'),
    notation,
  ),
  exportCompilationMarkdown: read(
    `${exported}/compilation.md`,
    'The same in Markdown, to be read by chapeau brackets or pasted into a conference again',
    member,
    media('text/markdown'),
    notation,
  ),
  exportAdoptionLog: read(
    `${exported}/adoption-log.csv`,
    'Where each participant stood at adoption',
    member,
    media('text/csv'),
  ),
  exportBundle: read(
    `${exported}/bundle.json`,
    'Record, text and log in one file that anyone can verify offline',
    member,
    media('application/json'),
  ),
  readHealth: read(
    '/healthz',
    'Whether the server can answer',
    anyone,
    json(z.strictObject({ status: z.literal('ok') })),
  ),
  readOpenApi: read('/api/openapi.json', 'This description', anyone, json(z.record(z.string(), z.unknown()))),
} as const;
export type OperationName = keyof typeof operations;
