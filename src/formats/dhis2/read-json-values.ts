import { exchangedValue, type ExchangedValue } from './exchanged-value.ts';
import { refuse } from './refusals.ts';
import { scanJson } from './scan-json.ts';

/** What a JSON file says of itself beside its values. */
export type JsonHead = { fields: Map<string, string>; lists: Set<string> };

/**
 * The values of a DHIS2 data value set in JSON. What the root says for all values is taken from `head`, which the first reading fills: it
 * may stand below them.
 * @throws {Refusal} `dhis2.unreadable` and others of its kind
 */
export async function* readJsonValues(
  text: AsyncIterable<string>,
  head: JsonHead,
): AsyncGenerator<ExchangedValue> {
  const shared = () => Object.fromEntries(head.fields);
  let count = 0;
  for await (const part of scanJson(text, 'dataValues')) {
    if (part.kind === 'field') head.fields.set(part.name, asText(part.value) ?? '');
    else if (part.kind === 'inner') head.lists.add(part.name);
    else {
      count += 1;
      yield exchangedValue(textsOf(part.value, count), shared());
    }
  }
}

function textsOf(value: unknown, count: number): Record<string, string | undefined> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw refuse('dhis2.unreadable', { values: { line: count } });
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asText(inner)]));
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
