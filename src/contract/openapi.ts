import { z } from 'zod';
import type { Operation } from './operation.ts';

type Json = Record<string, unknown>;

const problemSchema: Json = {
  type: 'object',
  description:
    'A refusal (RFC 9457). `code` is stable and meant for programs; `title` is a sentence in the language asked for.',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    field: { type: 'string' },
    problems: {
      type: 'array',
      items: { type: 'object' },
      description: 'Every fault found, with field, row or line.',
    },
    current: { description: 'The thing as it stands now, when somebody else changed it (412).' },
  },
};

/**
 * Writes the OpenAPI 3.1 document from the table of operations.
 * @param roomTitles what each room is called, for the tags
 */
export function writeOpenApi(
  operations: readonly Operation[],
  about: { version: string; origin: string; roomTitles: Readonly<Record<string, string>> },
): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] = describeOperation(operation);
  }
  const rooms = [...new Set(operations.map((operation) => operation.room))];
  return {
    openapi: '3.1.1',
    info: {
      title: 'Articula',
      version: about.version,
      description: 'Coordination of national and local governments in the prevention of violence.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: about.origin }],
    tags: rooms.map((room) => ({ name: room, description: about.roomTitles[room] ?? room })),
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'articula_session' },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A personal access token made on the page of one’s account.',
        },
      },
      responses: {
        Refused: {
          description: 'Refused',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function describeOperation(operation: Operation): Json {
  const parameters = [
    ...parametersOf(operation.params, 'path'),
    ...parametersOf(operation.query, 'query'),
    ...headersOf(operation),
  ];
  return {
    operationId: operation.id,
    summary: operation.summary,
    ...(operation.description ? { description: operation.description } : {}),
    tags: [operation.room],
    ...(operation.admission === 'anyone' ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBodyOf(operation),
    responses: responsesOf(operation),
    'x-refusals': operation.refusals,
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  return Object.entries(schema.shape).map(([name, field]) => {
    const value = field as z.ZodType;
    const required = place === 'path' || !value.safeParse(undefined).success;
    return { name, in: place, required, schema: schemaOf(value, 'input') };
  });
}

function headersOf(operation: Operation): Json[] {
  const headers: Json[] = [];
  if (operation.versioned) {
    headers.push({
      name: 'If-Match',
      in: 'header',
      required: true,
      schema: { type: 'string' },
      description: 'The version that was edited, as given by ETag.',
    });
  }
  if (operation.method !== 'GET' && operation.admission === 'signed-in') {
    headers.push({
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      schema: { type: 'string', minLength: 8, maxLength: 200 },
      description: 'Repeating a request with the same key does it once.',
    });
  }
  return headers;
}

function requestBodyOf(operation: Operation): Json {
  if (operation.body) {
    return {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemaOf(operation.body, 'input') } },
      },
    };
  }
  if (operation.bytes) {
    const content = Object.fromEntries(
      operation.bytes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
    );
    return { requestBody: { required: true, content } };
  }
  return {};
}

function responsesOf(operation: Operation): Json {
  const content = operation.file
    ? Object.fromEntries(
        operation.file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
      )
    : { 'application/json': { schema: schemaOf(operation.response, 'output') } };
  return {
    [String(operation.status ?? 200)]: { description: operation.summary, content },
    '4XX': { $ref: '#/components/responses/Refused' },
  };
}
