import { z } from 'zod';
import type { Operation } from '#contract/operation.ts';

/** Texts that have broken programs: nothing of them is ever run, and none is a failure of ours. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'medio \udfff par',
  '\u202eal revés',
  "'; drop table person; --",
  '") or 1=1 --',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '../../../../etc/passwd',
  '${7*7}{{7*7}}',
  '%s%n%x',
  '=cmd|calc!A1',
  '__proto__',
  'constructor',
  'NaN',
  'Infinity',
  '-1',
  'x',
  '1e309',
  '2026-02-30',
  '99999999999999999999',
  '💥'.repeat(500),
  'x'.repeat(200_000),
];

/** Values of the wrong kind, wherever something else is expected. */
export const wrongKinds: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  9_007_199_254_740_993,
  [],
  ['a'],
  [[[[]]]],
  {},
  { $ne: null },
  { toString: 'x', length: -1 },
];

/** Bodies that are no JSON, or are JSON and mean harm. */
export const hostileBodies: readonly string[] = [
  '{',
  '{"a":',
  'NaN',
  '{"a":NaN}',
  "{'a':1}",
  'undefined',
  '\u0000',
  '[]',
  'null',
  '"text"',
  '3',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{"isAdmin":true}}}',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
];

const candidates: readonly unknown[] = [
  '00000000-0000-7000-8000-000000000000',
  'XA-01',
  'XA',
  '2026-03-01',
  'un texto cualquiera',
  'https://example.org',
  'es',
  '1',
  2020,
  1,
  true,
  [],
  {},
];

/** A value that a schema takes, so that one field at a time can be made hostile. */
export function sampleOf(schema: z.ZodType): unknown {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  if (schema instanceof z.ZodObject) {
    const shape = schema.shape as Record<string, z.ZodType>;
    return Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, sampleOf(inner)]));
  }
  if (schema instanceof z.ZodArray) return [sampleOf(schema.element as z.ZodType)];
  const listed = described.enum ?? described.anyOf?.find((one) => typeof one === 'object' && one.enum)?.enum;
  const options = [...(listed ?? []), described.const, ...candidates];
  return options.find((option) => option !== undefined && schema.safeParse(option).success);
}

/** The address of an operation with values in its path. */
export function addressOf(operation: Operation, values: Readonly<Record<string, unknown>> = {}): string {
  const params = (operation.params ? sampleOf(operation.params) : {}) as Record<string, unknown>;
  return operation.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
    encodeURIComponent(String(values[name] ?? params[name])),
  );
}

/** The query of an operation as a text, with what is given in place of its own values. */
export function queryOf(operation: Operation, values: Readonly<Record<string, string>> = {}): string {
  const required = Object.entries(operation.query?.shape ?? {}).filter(
    ([, schema]) => !(schema as z.ZodType).safeParse(undefined).success,
  );
  const sample = Object.fromEntries(
    required.map(([name, schema]) => [name, String(sampleOf(schema as z.ZodType))]),
  );
  const query = Object.entries({ ...sample, ...values }).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeText(value)}`,
  );
  return query.length > 0 ? `?${query.join('&')}` : '';
}

/** As it stands in an address; half a character as the bytes that a careless program sends. */
export function encodeText(text: string): string {
  return Array.from(text, (part) => part)
    .map((part) => (part.isWellFormed() ? encodeURIComponent(part) : '%ED%A0%80'))
    .join('');
}
