import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Operation } from '#contract/operation.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { refuse } from '#domain/shared/refusals.ts';

/** Turns what a request carries into what its service is given, or refuses with every fault at once. */
export function readInput(operation: Operation, request: FastifyRequest): Record<string, unknown> {
  const problems: Problem[] = [];
  const take = (schema: z.ZodType | undefined, value: unknown): unknown => {
    if (!schema) return undefined;
    const result = schema.safeParse(value);
    if (!result.success) problems.push(...result.error.issues.map(problemOfIssue));
    else problems.push(...unprintable(result.data));
    return result.data;
  };
  const params = take(operation.params, request.params ?? {});
  const query = take(operation.query?.strict(), queryOf(operation, request));
  const body = take(operation.body, request.body);
  if (problems.length > 0) throw refuse('shared.invalid', { problems });
  return {
    ...(params as object),
    ...(query as object),
    ...(operation.body ? { body } : {}),
    ...(operation.bytes ? readBytes(operation, request) : {}),
    ...(operation.versioned ? { version: readVersion(request.headers['if-match']) } : {}),
  };
}

/** What stands behind the question mark; where there is a choice of formats, the Accept header chooses unless the address does. */
function queryOf(operation: Operation, request: FastifyRequest): object {
  const query = (request.query ?? {}) as Record<string, unknown>;
  if (!operation.orFile || 'format' in query) return query;
  const first = (request.headers.accept ?? '').split(/[,;]/)[0]?.trim().toLowerCase() ?? '';
  return first === 'text/csv' && operation.orFile.includes(first) ? { ...query, format: 'csv' } : query;
}

// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Every text that holds what no screen shows and no database keeps: a control character, or half of a character. */
function unprintable(given: unknown): Problem[] {
  const problems: Problem[] = [];
  const rest: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: given, path: [] }];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, path } = next;
    if (typeof value === 'string') {
      if (!control.test(value) && value.isWellFormed()) continue;
      const field = path.join('.');
      problems.push({ code: 'request.control-character', ...(field === '' ? {} : { field }) });
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        rest.push({ value: inner, path: [...path, name] });
      }
    }
  }
  return problems.reverse();
}

/** `If-Match: "v3"` names version 3; an ETag says more after a dot. */
function readVersion(header: string | undefined): number {
  const match = /^(?:W\/)?"?v?(\d{1,9})(?:\.[\w-]{1,64})?"?$/.exec(header?.trim() ?? '');
  if (!match) throw refuse('shared.version-required');
  return Number(match[1]);
}

function readBytes(operation: Operation, request: FastifyRequest) {
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!operation.bytes?.includes(mediaType)) {
    throw refuse('shared.unsupported-media', { values: { accepted: operation.bytes?.join(', ') ?? '' } });
  }
  const bytes = request.body;
  if (!(bytes instanceof Uint8Array) || bytes.length === 0) {
    throw refuse('shared.invalid', { problems: [{ code: 'request.empty-file' }] });
  }
  return { bytes, mediaType };
}

/** One fault found by a schema, in the words that people get. */
export function problemOfIssue(issue: z.core.$ZodIssue): Problem {
  const field = issue.path.map(String).join('.');
  const where = field === '' ? {} : { field };
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'request.required', ...where }
        : { code: 'request.wrong-type', ...where, values: { expected: issue.expected } };
    case 'too_small':
      return {
        code: issue.origin === 'string' ? 'request.too-short' : 'request.too-small',
        ...where,
        values: { minimum: Number(issue.minimum) },
      };
    case 'too_big':
      return {
        code: issue.origin === 'string' ? 'request.too-long' : 'request.too-large',
        ...where,
        values: { maximum: Number(issue.maximum) },
      };
    case 'invalid_value':
      return { code: 'request.not-in-list', ...where, values: { options: issue.values.join(', ') } };
    case 'unrecognized_keys':
      return { code: 'request.unknown-field', ...where, values: { names: issue.keys.join(', ') } };
    case 'custom':
      // A schema's own rule names its problem as the message.
      return {
        code: /^[a-z]+\.[a-z.-]+$/.test(issue.message) ? issue.message : 'request.invalid-value',
        ...where,
      };
    default:
      return { code: 'request.invalid-value', ...where };
  }
}
