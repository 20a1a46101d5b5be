import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FileAnswer, InputOf, Operation, OutputOf } from '#contract/operation.ts';
import { refuse } from '#domain/shared/refusals.ts';
import type { Context } from '#services/context.ts';
import { answerOnce } from '#services/operations/answer-once.ts';
import { readInput } from './read-request.ts';

/** One service for each operation of a room. */
export type Bindings<Table> = {
  readonly [Id in keyof Table]: (context: Context, input: InputOf<Table[Id]>) => Promise<OutputOf<Table[Id]>>;
};

type AnyService = (context: Context, input: never) => Promise<unknown>;
type MakeContext = (request: FastifyRequest, reply: FastifyReply) => Promise<Context>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body is a file, also where it is one of JSON. */
    takesBytes?: boolean;
  }
}

const defaultBodyLimit = 1_048_576;

/** Opens a route for every operation of a table. */
export function bindOperations(
  app: FastifyInstance,
  operations: Readonly<Record<string, Operation>>,
  bindings: Readonly<Record<string, AnyService>>,
  makeContext: MakeContext,
): void {
  for (const operation of Object.values(operations)) {
    const service = bindings[operation.id];
    if (!service) throw new Error(`operation ${operation.id} has no service`);
    app.route({
      method: operation.method,
      url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      bodyLimit: operation.maximumBytes ?? defaultBodyLimit,
      config: { takesBytes: operation.bytes !== undefined },
      handler: async (request, reply) => {
        const context = await makeContext(request, reply);
        admit(operation, context);
        const input = readInput(operation, request);
        const run = async (once: Context) => service(once, input as never);
        return send(
          operation,
          request,
          reply,
          await answerOnce(context, operation, request.headers, input, run),
        );
      },
    });
  }
}

function admit(operation: Operation, context: Context): void {
  if (operation.admission === 'signed-in' && context.actor.kind !== 'account')
    throw refuse('shared.signed-out');
  if (context.actor.kind === 'account' && operation.method !== 'GET' && !context.actor.mayWrite) {
    throw refuse('shared.forbidden');
  }
}

function send(
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  answer: unknown,
): FastifyReply {
  if (operation.file || (operation.orFile && isFile(answer))) return sendFile(reply, answer as FileAnswer);
  // Parsing drops whatever the contract does not name, and shows a broken answer as the bug that it is.
  const document = operation.response.parse(answer);
  const text = JSON.stringify(document ?? null);
  const tag = entityTag(document, text);
  void reply.header('etag', tag);
  if (operation.secret) void reply.header('cache-control', 'no-store');
  if (operation.method === 'GET' && request.headers['if-none-match'] === tag) return reply.code(304).send();
  const status = operation.statusOf ? operation.statusOf(document as never) : (operation.status ?? 200);
  return reply.code(status).type('application/json; charset=utf-8').send(text);
}

/**
 * The version that If-Match asks for, and the mark of what this person was shown: another reader of the same version,
 * or what hangs on it without a version of its own, is never taken for it.
 */
function entityTag(document: unknown, text: string): string {
  const mark = createHash('sha256').update(text).digest('base64url').slice(0, 22);
  const version = (document as { version?: unknown } | null)?.version;
  return typeof version === 'number' ? `"v${version}.${mark}"` : `W/"${mark}"`;
}

function isFile(answer: unknown): answer is FileAnswer {
  return typeof answer === 'object' && answer !== null && 'bytes' in answer && 'mediaType' in answer;
}

function sendFile(reply: FastifyReply, answer: FileAnswer): FastifyReply {
  const plainName = answer.fileName.replaceAll(/[^\w.-]+/g, '-');
  return reply
    .type(answer.mediaType)
    .header(
      'content-disposition',
      `attachment; filename="${plainName}"; filename*=UTF-8''${encodeURIComponent(answer.fileName)}`,
    )
    .send(Buffer.from(answer.bytes));
}
