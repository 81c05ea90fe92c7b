import type { Container } from '../container.ts';
import type { Shape } from '../contract/shape.ts';
import type { Placed, Placement } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { Language } from '../domain/language.ts';
import type { Permission } from '../domain/permission.ts';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** Whose thing a parameter names. `none`: the permission alone decides, and the handler reads only what is the actor's own. */
export type Scope =
  | 'none'
  | {
      readonly of: Placed;
      readonly param: string;
      /** Of a school: the handler leaves out the classes the actor does not reach, so some class is enough. */
      readonly byClass?: true;
    };

/** The line an endpoint leaves in the log: what was done, and the parameter (or `self`) that names to whom. */
export type Audit = null | { readonly action: string; readonly target: string };

/** What a handler gets: authorised, validated, in scope. */
export type Request<Params, Query, Body> = {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly actor: Actor;
  /** Where the scope's thing stands; null for scope `none`. */
  readonly place: Placement | null;
  readonly language: Language;
  readonly requestId: string;
  readonly now: Date;
  readonly cookies: Readonly<Record<string, string>>;
};

export type Cookie = { readonly name: string; readonly value: string; readonly path: string; readonly maxAgeS: number };

/** What goes along with a reply: cookies, how long it may be cached, whom the audit line is about if no parameter says it. */
export type ReplyExtras = {
  cookies?: readonly Cookie[];
  cache?: string;
  auditTarget?: string;
  /** Who did it, where that is known only after it was done: someone who has just signed in. */
  auditActor?: { actor: string; role: string };
};

export class Reply<Value> {
  readonly value: Value;
  readonly extras: ReplyExtras;
  constructor(value: Value, extras: ReplyExtras) {
    this.value = value;
    this.extras = extras;
  }
}

/** A reply that is a file or a stream of events: declared by its content type, given as bytes or as pieces. */
export type FileShape = {
  readonly file:
    | 'application/pdf'
    | 'text/html'
    | 'text/csv'
    | 'text/event-stream'
    | 'application/zip'
    | 'audio/*'
    | typeof xlsx;
};

export const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A file's content and the name it is saved under; the name is ours, never a person's. */
export class FileReply {
  readonly fileName: string;
  readonly content: Uint8Array | AsyncIterable<string | Uint8Array>;
  readonly auditTarget: string | undefined;
  /** Where the declaration leaves the type open, and for what may be kept by whoever fetched it. */
  readonly sent: { readonly type?: string; readonly cache?: string };
  constructor(
    fileName: string,
    content: Uint8Array | AsyncIterable<string | Uint8Array>,
    auditTarget?: string,
    sent: FileReply['sent'] = {},
  ) {
    this.sent = sent;
    this.fileName = fileName;
    this.content = content;
    this.auditTarget = auditTarget;
  }
}

/**
 * A value that was frozen before anyone asked, such as a release, the same for whoever may read it. It is read, written out and
 * packed when its version is first asked for; then its bytes are sent again, or a word that nothing has changed.
 */
export class FrozenReply<Value> {
  /** What is asked for: of one thing, only the version asked for last is kept at hand. */
  readonly of: string;
  /** Another value has another version. */
  readonly version: string;
  readonly read: () => Promise<Value>;
  constructor(of: string, version: string, read: () => Promise<Value>) {
    this.of = of;
    this.version = version;
    this.read = read;
  }
}

/** What an endpoint's handler may give: a value, or one with something beside it. */
export type Given<Value> = Value | Reply<Value> | FrozenReply<Value> | FileReply;

/** Bytes a body may have unless its endpoint says otherwise. */
export const defaultBodyLimit = 65_536;

/** One endpoint, whole. A declaration without a permission does not compile. */
export type Endpoint<Params = unknown, Query = unknown, Body = unknown, Value = unknown> = {
  readonly method: Method;
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly permission: Permission;
  readonly scope: Scope;
  readonly params?: Shape<Params>;
  readonly query?: Shape<Query>;
  readonly body?: Shape<Body>;
  /** Bytes a body may have, if not as many as usual. */
  readonly bodyLimit?: number;
  /** Answered before Express where nothing about the request is out of the ordinary; for what a whole country asks at once. */
  readonly quick?: true;
  /** null: 204, no content. */
  readonly reply: Shape<Value> | FileShape | null;
  readonly audit: Audit;
  // A method, so that declarations of different types can stand in one table.
  handle(stores: Container, request: Request<Params, Query, Body>): Promise<Given<Value>>;
};

export const endpoint = <Params, Query, Body, Value>(
  declaration: Endpoint<Params, Query, Body, Value>,
): Endpoint<Params, Query, Body, Value> => declaration;
