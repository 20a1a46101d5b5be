import { describe, expect, it } from 'vitest';
import { operations } from '#contract/index.ts';
import { writeOpenApi } from '#contract/openapi.ts';

type Part = Readonly<Record<string, unknown>>;
type Operation = Part & {
  readonly operationId?: string;
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly schema?: Part }[];
  readonly responses?: Readonly<Record<string, Part>>;
};
type Property = { readonly place: string; readonly name: string; readonly schema: Part };

const about = { version: '0.0.0', origin: 'http://127.0.0.1:8080', roomTitles: {} };
const document = writeOpenApi(Object.values(operations), about);
const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
const described = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    door: `${method.toUpperCase()} ${path}`,
    operation,
  })),
);

/** A part of the document inside another, or nothing. */
function inside(part: unknown, ...names: string[]): unknown {
  return names.reduce<unknown>((here, name) => (here as Part | undefined)?.[name], part);
}

/** Every named property of every schema in a part of the document. */
function propertiesOf(part: unknown, place: string): Property[] {
  if (part === null || typeof part !== 'object') return [];
  const own = Object.entries((inside(part, 'properties') ?? {}) as Record<string, Part>);
  return [
    ...own.map(([name, schema]) => ({ place, name, schema })),
    ...Object.entries(part).flatMap(([key, inner]) => propertiesOf(inner, `${place}/${key}`)),
  ];
}

function typesOf(schema: Part): unknown[] {
  const choices = (schema['anyOf'] ?? schema['oneOf'] ?? []) as readonly Part[];
  if (choices.length > 0) return choices.flatMap(typesOf);
  return [schema['type'] ?? ('enum' in schema ? 'string' : undefined)].flat();
}

const properties = described.flatMap(({ door, operation }) => propertiesOf(operation, door));

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and names its licence', () => {
    expect(document['openapi']).toMatch(/^3\.1\./);
    expect(inside(document, 'info', 'license', 'identifier')).toBe('EUPL-1.2');
  });

  it('gives every operation an id of its own and a summary', () => {
    const ids = described.map(({ operation }) => operation.operationId);
    expect(ids.filter((id, index) => id === undefined || ids.indexOf(id) !== index)).toEqual([]);
    expect(described.filter(({ operation }) => !operation.summary).map(({ door }) => door)).toEqual([]);
  });

  it('says of every operation what a refusal looks like', () => {
    expect(
      described.filter(({ operation }) => !operation.responses?.['4XX']).map(({ door }) => door),
    ).toEqual([]);
  });

  it('gives every parameter a schema', () => {
    const bare = described.flatMap(({ door, operation }) =>
      (operation.parameters ?? [])
        .filter(({ schema }) => Object.keys(schema ?? {}).length === 0)
        .map(({ name }) => `${door}: ${name}`),
    );
    expect(bare).toEqual([]);
  });

  it('keeps codes and ids text, so that no leading zero is lost', () => {
    const wrong = properties
      .filter(({ name }) => /^(code|id)$|(Code|Id)$/.test(name))
      .filter(({ schema }) => typesOf(schema).some((type) => type !== 'string' && type !== 'null'));
    expect(wrong.map(({ place, name }) => `${place}: ${name}`)).toEqual([]);
  });

  it('names fields in camelCase', () => {
    const wrong = properties.filter(({ name }) => !/^[a-z][A-Za-z0-9]*$/.test(name));
    expect(wrong.map(({ place, name }) => `${place}: ${name}`)).toEqual([]);
  });

  it('pages every list that can grow the same way', () => {
    const wrong = described.filter(({ operation }) => {
      const names = (operation.parameters ?? []).map(({ name }) => name);
      if (!names.includes('after')) return false;
      const answer = inside(
        operation.responses,
        '200',
        'content',
        'application/json',
        'schema',
        'properties',
      );
      return (
        !names.includes('limit') ||
        inside(answer, 'items') === undefined ||
        inside(answer, 'next') === undefined
      );
    });
    expect(wrong.map(({ door }) => door)).toEqual([]);
  });

  it('never shows what only the database knows: numbers of territories, hashes, sealed values', () => {
    const hidden = /^(lastId|territoryId|passwordHash|totpSecret|secretHash|sealed)$/;
    const answers = described.flatMap(({ door, operation }) => propertiesOf(operation.responses, door));
    expect(
      answers.filter(({ name }) => hidden.test(name)).map(({ place, name }) => `${place}: ${name}`),
    ).toEqual([]);
  });
});
