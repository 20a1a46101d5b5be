import type { z } from 'zod';

/** Who may call an operation at all. What they may do to which thing is decided by the domain's permissions. */
export type Admission = 'anyone' | 'signed-in';

/**
 * One operation of the API. The table of them is read by the server, the typed client, the OpenAPI writer and the tests.
 * - `params`, `query` come from the address; `body` is JSON; `bytes` says the body is a file, in one of these media types.
 * - `response` is JSON unless `file` is set: then the service answers `{ fileName, mediaType, bytes }`.
 * - `versioned`: the caller names the version it edited (`If-Match`); the response carries `version`.
 * - `deed`: the deed of domain/access/deeds.ts that the operation is; recorded in the audit trail for changes.
 */
export type Operation = {
  readonly id: string;
  readonly room: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly admission: Admission;
  readonly deed?: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly bytes?: readonly string[];
  readonly maximumBytes?: number;
  readonly response: z.ZodType;
  readonly file?: readonly string[];
  /** Besides JSON, a file in one of these media types, for whoever asks for it (`format`, or the Accept header). */
  readonly orFile?: readonly string[];
  readonly status?: number;
  /** Where the status depends on the answer: health says 503 in its own words. */
  readonly statusOf?: (answer: never) => number;
  readonly versioned?: boolean;
  /** The answer holds a secret that is shown once: it is never kept for a repetition. */
  readonly secret?: boolean;
  readonly refusals: readonly string[];
};

type Declared = Omit<Operation, 'id' | 'room'>;
type Parsed<Schema, Empty> = Schema extends z.ZodType ? z.output<Schema> : Empty;
type Given<Schema, Empty> = Schema extends z.ZodType ? z.input<Schema> : Empty;
type OptionalOf<Op, Key extends string> = Op extends Record<Key, infer Schema> ? Schema : undefined;

type BodyPart<Op> = Op extends { body: z.ZodType } ? { readonly body: z.output<Op['body']> } : unknown;
type BodyGiven<Op> = Op extends { body: z.ZodType } ? { readonly body: z.input<Op['body']> } : unknown;
type BytesPart<Op> = Op extends { bytes: readonly string[] }
  ? { readonly bytes: Uint8Array; readonly mediaType: string }
  : unknown;
type VersionPart<Op> = Op extends { versioned: true } ? { readonly version: number } : unknown;

/** What a service is given: address parts, query, body, bytes and the version edited, already checked. */
export type InputOf<Op> = Parsed<OptionalOf<Op, 'params'>, unknown> &
  Parsed<OptionalOf<Op, 'query'>, unknown> &
  BodyPart<Op> &
  BytesPart<Op> &
  VersionPart<Op>;

/** What a caller gives: the same, before defaults are filled in. */
export type GivenOf<Op> = Given<OptionalOf<Op, 'params'>, unknown> &
  Given<OptionalOf<Op, 'query'>, unknown> &
  BodyGiven<Op> &
  BytesPart<Op> &
  VersionPart<Op>;

/** A file that an operation answers with. */
export type FileAnswer = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

export type OutputOf<Op> = Op extends { file: readonly string[] }
  ? FileAnswer
  : Op extends { response: z.ZodType }
    ? z.input<Op['response']> | (Op extends { orFile: readonly string[] } ? FileAnswer : never)
    : never;

export type AnswerOf<Op> = Op extends { file: readonly string[] }
  ? FileAnswer
  : Op extends { response: z.ZodType }
    ? z.output<Op['response']>
    : never;

/** Names the operations of one room: the key is the operation's id. */
export function defineOperations<const Table extends Record<string, Declared>>(
  room: string,
  table: Table,
): { readonly [Id in keyof Table]: Table[Id] & { readonly id: Id & string; readonly room: string } } {
  const named = Object.entries(table).map(([id, declared]) => [id, { ...declared, id, room }]);
  return Object.fromEntries(named) as never;
}
