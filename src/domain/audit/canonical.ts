/** A value that has one canonical text. */
export type Canonical =
  null | boolean | number | string | readonly Canonical[] | { readonly [key: string]: Canonical };

/**
 * The one text of a value: keys in order of their UTF-16 units, no spaces, numbers as ECMAScript writes them (as RFC 8785
 * has it), so that equal values hash alike. Members that are undefined are left out; dates become ISO text. What a database
 * cannot hold (NUL, half a surrogate pair) becomes U+FFFD, here once, so that what is hashed is what is stored.
 * @throws {TypeError} for what JSON cannot say: NaN, infinities, functions, symbols
 * @example canonicalText({ b: 1, a: ['ñ'] }) // => '{"a":["ñ"],"b":1}'
 */
export function canonicalText(value: unknown): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`no canonical text for ${value}`);
      return JSON.stringify(value);
    case 'bigint':
      return JSON.stringify(String(value));
    case 'string':
      return JSON.stringify(value.toWellFormed().replaceAll('\0', '\uFFFD'));
    case 'object':
      return objectText(value);
    default:
      throw new TypeError(`no canonical text for a ${typeof value}`);
  }
}

function objectText(value: object): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) {
    return `[${value.map((item: unknown) => canonicalText(item === undefined ? null : item)).join(',')}]`;
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([key, member]) => `${canonicalText(key)}:${canonicalText(member)}`);
  return `{${members.join(',')}}`;
}
