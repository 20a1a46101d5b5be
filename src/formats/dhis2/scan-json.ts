import { refuse } from './refusals.ts';

/** What the scanner finds: a plain field of the root, a list or an object of it that begins, or one element of the list looked for. */
export type JsonPart =
  | { readonly kind: 'field'; readonly name: string; readonly value: unknown }
  | { readonly kind: 'inner'; readonly name: string }
  | { readonly kind: 'element'; readonly value: unknown };

const deepest = 64;
const longestPart = 200_000;
const [quote, backslash, comma, line] = [0x22, 0x5c, 0x2c, 0x0a];
const isOpening = (sign: number) => sign === 0x7b || sign === 0x5b;
const isClosing = (sign: number) => sign === 0x7d || sign === 0x5d;

/**
 * Goes through a JSON object of any size piece by piece, and never holds more than one element of one of its lists.
 * @param wanted the name of the list whose elements are told
 * @throws {Refusal} `dhis2.unreadable` with the line, `dhis2.too-deep`, `dhis2.too-long`
 */
export async function* scanJson(text: AsyncIterable<string>, wanted: string): AsyncGenerator<JsonPart> {
  const scanner = new JsonScanner(wanted);
  for await (const piece of text) yield* scanner.take(piece);
  scanner.end();
}

class JsonScanner {
  readonly #wanted: string;
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #isInList = false;
  #isOver = false;
  #line = 1;
  /** What has been read of a member of the root or of an element of the list; null within what nobody asked for. */
  #kept: string | null = '';

  constructor(wanted: string) {
    this.#wanted = wanted;
  }

  *take(piece: string): Generator<JsonPart> {
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const sign = piece.charCodeAt(at);
      if (sign === line) this.#line += 1;
      if (this.#isInString) this.#goOnInString(sign);
      else if (sign === quote) this.#isInString = true;
      else if (sign === comma || isOpening(sign) || isClosing(sign)) {
        const before = this.#kept === null ? null : this.#kept + piece.slice(from, at);
        const part = this.#structure(sign, before);
        if (part === 'within') continue;
        from = at + 1;
        if (this.#kept !== null) this.#kept = '';
        if (part) yield part;
      }
    }
    if (this.#kept !== null) this.#kept += piece.slice(from);
    if ((this.#kept?.length ?? 0) > longestPart)
      throw refuse('dhis2.too-long', { values: { line: this.#line } });
  }

  end(): void {
    if (!this.#isOver || this.#isInString || this.#kept?.trim() !== '') this.#fail();
  }

  #goOnInString(sign: number): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (sign === backslash) this.#isEscaped = true;
    else if (sign === quote) this.#isInString = false;
  }

  /** What a sign outside of texts ends or begins; `within` where it is only part of what is being read. */
  #structure(sign: number, before: string | null): JsonPart | null | 'within' {
    if (this.#isOver) this.#fail();
    if (isOpening(sign)) return this.#open(sign, before);
    if (isClosing(sign)) return this.#close(before);
    if (this.#depth === 1) return this.#member(before);
    return this.#depth === 2 && this.#isInList ? this.#element(before) : 'within';
  }

  #open(sign: number, before: string | null): JsonPart | null | 'within' {
    this.#depth += 1;
    if (this.#depth > deepest) throw refuse('dhis2.too-deep', { values: { line: this.#line } });
    if (this.#depth === 1) return sign === 0x7b && before?.trim() === '' ? null : this.#fail();
    if (this.#depth > 2) return 'within';
    const name = /^\s*"([^"\\]{1,200})"\s*:\s*$/.exec(before ?? '')?.[1] ?? this.#fail();
    this.#isInList = sign === 0x5b && name === this.#wanted;
    this.#kept = this.#isInList ? '' : null;
    return { kind: 'inner', name };
  }

  #close(before: string | null): JsonPart | null | 'within' {
    this.#depth -= 1;
    if (this.#depth > 1) return 'within';
    if (this.#depth < 0) this.#fail();
    if (this.#depth === 0) {
      this.#isOver = true;
      return this.#member(before);
    }
    this.#kept = '';
    if (!this.#isInList) return null;
    this.#isInList = false;
    return before?.trim() === '' ? null : this.#element(before);
  }

  #member(before: string | null): JsonPart | null {
    if (before === null || before.trim() === '') return null;
    const [field] = Object.entries(this.#parsed(`{${before}}`) as object);
    return field ? { kind: 'field', name: field[0], value: field[1] } : null;
  }

  #element(before: string | null): JsonPart {
    return { kind: 'element', value: this.#parsed(before ?? '') };
  }

  #parsed(text: string): unknown {
    try {
      return JSON.parse(text);
    } catch {
      return this.#fail();
    }
  }

  #fail(): never {
    throw refuse('dhis2.unreadable', { values: { line: this.#line } });
  }
}
