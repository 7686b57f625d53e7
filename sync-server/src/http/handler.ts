import type { Operation, OperationName, operations } from '@chapeau/protocol';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Outcome } from '../failure.ts';
import type { Caller, Member } from '../identity/caller.ts';

type Table = typeof operations;
type AccessOf<K extends OperationName> = Table[K]['access']['type'];

type BodyOf<K extends OperationName> = Table[K]['body'] extends z.ZodType ? z.output<Table[K]['body']> : null;

/** A file to send; `Streaming` where the handler writes the answer itself. */
export interface SentFile {
  readonly name: string;
  readonly bytes: string | Uint8Array;
}
export type Streaming = 'streaming';

type ValueOf<K extends OperationName> = Table[K]['answer'] extends { readonly type: 'json'; readonly schema: infer S }
  ? S extends z.ZodType
    ? z.output<S> | Streaming
    : never
  : Table[K]['answer'] extends { readonly type: 'nothing' }
    ? null
    : SentFile | Streaming;

/** What the access of an operation promises of its caller. */
type CallerOf<A> = A extends 'anyone' ? null : A extends 'conference' ? Member : Caller;

/** One request, after everything that its operation's entry in the table can check has been checked. */
export interface Call<K extends OperationName> {
  readonly caller: CallerOf<AccessOf<K>>;
  readonly body: BodyOf<K>;
  /** A parameter of the path. */
  readonly param: (name: string) => string;
  readonly query: (name: string) => string | undefined;
  readonly request: Request;
  readonly response: Response;
}

export type Handler<K extends OperationName> = (call: Call<K>) => Outcome<ValueOf<K>> | Promise<Outcome<ValueOf<K>>>;

/** Handlers of some operations; the server needs all. */
export type Handlers<K extends OperationName> = { readonly [P in K]: Handler<P> };

/** A handler as the router calls it, which has made sure that the call is of its kind. */
export type AnyHandler = (call: {
  readonly caller: Caller | null;
  readonly body: unknown;
  readonly param: (name: string) => string;
  readonly query: (name: string) => string | undefined;
  readonly request: Request;
  readonly response: Response;
}) => Outcome<unknown> | Promise<Outcome<unknown>>;

export type { Operation };
