import type { Problem } from '#domain/shared/refusal.ts';
import type { TerritoryKind } from './kinds.ts';

/** What a text is as a territory code: a code, a code that seems to have lost its zeros, or neither. */
export type CodeReading =
  | { readonly is: 'code'; readonly code: string; readonly levels: readonly number[] }
  | { readonly is: 'questioned'; readonly given: string; readonly candidates: readonly string[] }
  | { readonly is: 'none'; readonly given: string };

type CodeShape = Pick<TerritoryKind, 'level' | 'codeDigits' | 'codePattern'>;

/**
 * Reads a territory code as a country writes it. Codes are text: what a spreadsheet made a number of ("801", "801.0")
 * is questioned with the codes that it may have been, and never taken for one of them.
 * @param known the codes that exist; given, a candidate must be among them
 * @example readCode(' 0801 ', kindsOfPanama) // => { is: 'code', code: '0801', levels: [2] }
 * @example readCode('801', kindsOfPanama) // => { is: 'questioned', given: '801', candidates: ['0801'] }
 */
export function readCode(
  text: string,
  kinds: readonly CodeShape[],
  known?: ReadonlySet<string>,
): CodeReading {
  const given = text.trim();
  const levels = levelsMatching(given, kinds);
  if (levels.length > 0 && (!known || known.has(given))) return { is: 'code', code: given, levels };
  const candidates = candidatesFor(given, kinds).filter((code) => !known || known.has(code));
  if (candidates.length > 0) return { is: 'questioned', given, candidates };
  return levels.length > 0 ? { is: 'code', code: given, levels } : { is: 'none', given };
}

/** The problem that a reading is, if it is one. */
export function problemOfCode(reading: CodeReading): Problem | null {
  if (reading.is === 'code') return null;
  if (reading.is === 'none') return { code: 'territories.not-a-code', values: { given: reading.given } };
  return {
    code: 'territories.code-lost-zeros',
    values: { given: reading.given, candidate: reading.candidates.join(', ') },
  };
}

/** Whether a code has the shape that its kind demands. */
export function fitsKind(code: string, kind: CodeShape): boolean {
  return kind.codePattern !== null && new RegExp(kind.codePattern, 'u').test(code);
}

function levelsMatching(code: string, kinds: readonly CodeShape[]): number[] {
  return [...new Set(kinds.filter((kind) => fitsKind(code, kind)).map((kind) => kind.level))];
}

// Only as many zeros as make the next longer code: "801" may have been 0801, hardly 000801.
function candidatesFor(given: string, kinds: readonly CodeShape[]): string[] {
  const digits = /^(\d+)(?:[.,]0+)?$/.exec(given)?.[1];
  if (digits === undefined) return [];
  const lengths = [...new Set(kinds.map((kind) => kind.codeDigits ?? 0))].sort((one, other) => one - other);
  const length = lengths.find((one) => one >= digits.length && one > 0);
  if (length === undefined) return [];
  const candidate = digits.padStart(length, '0');
  return candidate !== given && levelsMatching(candidate, kinds).length > 0 ? [candidate] : [];
}
