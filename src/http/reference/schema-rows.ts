import { z } from 'zod';
import type { Operation } from '#contract/operation.ts';

/** One named part of what is sent or answered. */
export type SchemaRow = {
  /** `items[].name` is the name of each item of a list. */
  readonly name: string;
  readonly place: 'path' | 'query' | 'header' | 'body' | 'answer';
  /** `string`, `integer`, `list:string` and the like; several where it may be one or the other. */
  readonly types: readonly string[];
  readonly required: boolean;
  readonly options: readonly string[];
  readonly fallback?: string;
  readonly note?: string;
};

type Schema = {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly description?: string;
  readonly $ref?: string;
};

const deepest = 4;

/** What stands in the address and the headers. */
export function parameterRows(operation: Operation): SchemaRow[] {
  const version: SchemaRow[] = operation.versioned
    ? [{ name: 'If-Match', place: 'header', types: ['string'], required: true, options: [] }]
    : [];
  return [...partsOf(operation.params, 'path'), ...partsOf(operation.query, 'query'), ...version];
}

/** What a JSON body holds. */
export function bodyRows(operation: Operation): SchemaRow[] {
  return operation.body ? rowsOf(schemaOf(operation.body, 'input'), 'body', '', 0) : [];
}

/** What the answer holds. */
export function answerRows(operation: Operation): SchemaRow[] {
  return rowsOf(schemaOf(operation.response, 'output'), 'answer', '', 0);
}

/** The JSON schema of what is sent or answered. */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Schema {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema;
}

function partsOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): SchemaRow[] {
  return schema ? rowsOf(schemaOf(schema, 'input'), place, '', 0) : [];
}

function rowsOf(schema: Schema, place: SchemaRow['place'], prefix: string, depth: number): SchemaRow[] {
  const shapes = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (shapes) return withoutRepetition(shapes.flatMap((shape) => rowsOf(shape, place, prefix, depth)));
  if (schema.items) return rowsOf(schema.items, place, `${prefix}[]`, depth);
  return Object.entries(schema.properties ?? {}).flatMap(([key, part]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    const row = rowOf(name, place, part, schema.required?.includes(key) ?? false);
    return depth >= deepest ? [row] : [row, ...rowsOf(part, place, name, depth + 1)];
  });
}

function rowOf(name: string, place: SchemaRow['place'], schema: Schema, required: boolean): SchemaRow {
  return {
    name,
    place,
    types: [...new Set(typesOf(schema))],
    required: required || place === 'path',
    options: optionsOf(schema),
    ...(schema.default === undefined ? {} : { fallback: JSON.stringify(schema.default) }),
    ...(schema.description ? { note: schema.description } : {}),
  };
}

function typesOf(schema: Schema): string[] {
  const shapes = schema.anyOf ?? schema.oneOf;
  if (shapes) return shapes.flatMap(typesOf);
  if (schema.type === 'array')
    return [`list:${typesOf(schema.items ?? {})[0] ?? 'any'}`.replace(/^list:list:.*/, 'array')];
  const types = [schema.type ?? (schema.enum || schema.const !== undefined ? 'string' : 'any')].flat();
  return types.map(String);
}

function optionsOf(schema: Schema): string[] {
  const shapes = schema.anyOf ?? schema.oneOf ?? [];
  const own = schema.enum ?? (schema.const === undefined ? [] : [schema.const]);
  const items = schema.items?.enum ?? [];
  return [...own.map(String), ...items.map(String), ...shapes.flatMap(optionsOf)];
}

function withoutRepetition(rows: readonly SchemaRow[]): SchemaRow[] {
  return rows.filter((row, index) => rows.findIndex(({ name }) => name === row.name) === index);
}
