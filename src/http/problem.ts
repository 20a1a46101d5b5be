import type { FastifyReply } from 'fastify';
import type { Refusal, RefusalKind } from '#domain/shared/refusal.ts';
import { say, type Language } from '#words/index.ts';
import { refusalWords } from '#words/refusal-words.ts';

/** The one table of statuses: each kind of refusal has its own. */
export const statusOfKind: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  'signed-out': 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  stale: 412,
  unconditional: 428,
  'too-large': 413,
  'too-many': 429,
  unsupported: 415,
  unavailable: 503,
};

/** A refusal as it travels: problem+json of RFC 9457 with the code that programs act on. */
export type ProblemDocument = {
  readonly type: 'about:blank';
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly requestId: string;
  readonly field?: string;
  readonly problems?: readonly (Record<string, unknown> & { message: string })[];
  readonly current?: unknown;
};

/** Words a refusal in the person's language. */
export function problemOf(refusal: Refusal, requestId: string, language: Language): ProblemDocument {
  const { field, values, problems, current } = refusal.details;
  return {
    type: 'about:blank',
    title: refusalWords(language, `refusal.${refusal.code}`, values),
    status: statusOfKind[refusal.kind],
    code: refusal.code,
    requestId,
    ...(field === undefined ? {} : { field }),
    ...(current === undefined ? {} : { current }),
    ...(problems === undefined
      ? {}
      : {
          problems: problems.map((problem) => ({
            ...problem,
            message: refusalWords(language, `problem.${problem.code}`, problem.values),
          })),
        }),
  };
}

/** Sends a refusal. */
export function sendProblem(reply: FastifyReply, refusal: Refusal, language: Language): FastifyReply {
  const document = problemOf(refusal, reply.request.id, language);
  if (refusal.kind === 'too-many') void reply.header('retry-after', '60');
  return reply
    .code(document.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(document));
}

/** What a stranger is told of a bug: nothing but the request's id, under which it is logged. */
export function sendFailure(reply: FastifyReply, language: Language): FastifyReply {
  const document: ProblemDocument = {
    type: 'about:blank',
    title: say.dynamic(language, 'requests.failure', {}),
    status: 500,
    code: 'shared.failure',
    requestId: reply.request.id,
  };
  return reply.code(500).type('application/problem+json; charset=utf-8').send(JSON.stringify(document));
}
