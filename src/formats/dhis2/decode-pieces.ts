import { refuse } from './refusals.ts';

/**
 * The encoding of a text by its byte order mark, by its zeros, or by what an XML declaration says; UTF-8 where nothing is said.
 * @throws {Refusal} `dhis2.other-encoding` where it declares an encoding that nobody knows
 */
export function encodingOf(opening: Uint8Array): string {
  const [first, second, third, fourth] = opening;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
  const declared = declaredIn(opening);
  if (declared === null) return 'utf-8';
  const { encoding } = decoderOf(declared);
  if (encoding === 'utf-8') return encoding;
  // A declaration that can be read byte by byte is not in UTF-16; and what declares one byte a letter and is UTF-8 all the same would
  // read «NiÃ±a».
  return encoding.startsWith('utf-16') || isMultibyteUtf8(opening) ? refuseAs(declared) : encoding;
}

function declaredIn(opening: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(opening.subarray(0, 200));
  return (
    /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']{1,40})["']/.exec(head)?.[1] ?? null
  );
}

function decoderOf(encoding: string) {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    return refuseAs(encoding);
  }
}

function refuseAs(encoding: string): never {
  throw refuse('dhis2.other-encoding', { values: { encoding: encoding.slice(0, 40) } });
}

// The last letter of the opening may be cut in two.
function isMultibyteUtf8(opening: Uint8Array): boolean {
  if (!opening.some((byte) => byte > 0x7f)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(opening, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/**
 * Bytes as text, piece by piece.
 * @throws {Refusal} `dhis2.other-encoding` where they are not what they are said to be
 */
export async function* decodedPieces(
  pieces: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  const decode = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      return refuseAs(encoding);
    }
  };
  for await (const piece of pieces) yield decode(piece);
  yield decode();
}
