import type { Operation } from '#contract/operation.ts';
import { bodyRows, parameterRows, type SchemaRow } from './schema-rows.ts';

const indent = ' \\\n  ';

/** A line of curl that asks for the operation, with `…` where the reader's own values go. */
export function exampleOf(operation: Operation, origin: string): string {
  const required = parameterRows(operation).filter((row) => row.place === 'query' && row.required);
  const query = required.map(({ name }) => `${name}=…`).join('&');
  const address = `'${origin}${operation.path}${query === '' ? '' : `?${query}`}'`;
  const parts = [
    `curl${operation.method === 'GET' ? '' : ` -X ${operation.method}`}`,
    ...(operation.admission === 'signed-in' ? [`-H 'Authorization: Bearer …'`] : []),
    ...(operation.versioned ? [`-H 'If-Match: "v1"'`] : []),
    ...sentParts(operation),
    ...(operation.file ? ['-OJ'] : []),
  ];
  const line = [...parts, address].join(' ');
  return line.length <= 90 ? line : [...parts, address].join(indent);
}

function sentParts(operation: Operation): string[] {
  if (operation.bytes) return [`-H 'Content-Type: ${operation.bytes[0] ?? ''}'`, '--data-binary @FILE'];
  if (!operation.body) return [];
  const top = bodyRows(operation).filter((row) => row.required && !/[.[]/.test(row.name));
  const body = Object.fromEntries(top.map((row) => [row.name, placeholderOf(row)]));
  return [
    `-H 'Content-Type: application/json'`,
    `-d '${JSON.stringify(body).replaceAll("'", String.raw`'\''`)}'`,
  ];
}

function placeholderOf(row: SchemaRow): unknown {
  const [type = 'any'] = row.types;
  if (row.options[0] !== undefined) return type.startsWith('list:') ? [row.options[0]] : row.options[0];
  if (type === 'integer' || type === 'number') return 1;
  if (type === 'boolean') return true;
  if (type === 'array' || type.startsWith('list:')) return [];
  if (type === 'object') return {};
  return '…';
}
