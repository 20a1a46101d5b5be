import type { Problem } from '#domain/shared/refusal.ts';
import { refuse } from './refusals.ts';

/** What in a free text looks like somebody's personal data. Words: `problem.actors.personal-<kind>`. */
export type PersonalKind = 'identity-number' | 'phone' | 'email' | 'plate';

export type PersonalFinding = { readonly kind: PersonalKind; readonly text: string; readonly index: number };

// Order counts: what one pattern has taken is not looked at by the next, so that an e-mail's digits are not a phone.
const patterns: readonly { readonly kind: PersonalKind; readonly pattern: RegExp }[] = [
  { kind: 'email', pattern: /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  // Province-volume-entry, with the prefixes of people born abroad, naturalised or indigenous.
  {
    kind: 'identity-number',
    pattern: /(?<![\p{N}-])(?:PE|E|N|\d{1,2}(?:AV|PI)?)-\d{1,4}-\d{1,6}(?![\p{N}-])/gu,
  },
  { kind: 'identity-number', pattern: /(?<![\p{N}.,-])[1-9][ ]?\d{4}[ ]?\d{4}(?![\p{N}.,]*\p{N})/gu },
  { kind: 'phone', pattern: /(?<![\p{N}.,-])(?:\+|00)\d{1,3}[ .-]?\d{3,4}[ .-]?\d{4}(?![\p{N}-])/gu },
  { kind: 'phone', pattern: /(?<![\p{N}.,-])\d{3,4}[-. ]\d{4}(?![\p{N}-])/gu },
  { kind: 'phone', pattern: /(?<![\p{N}.,-])[2-8]\d{7}(?![\p{N}.,]*\p{N})/gu },
  {
    kind: 'plate',
    pattern: /(?<![\p{L}\p{N}])(?:placas?|plate)\s*(?:n[.°º]?\s*)?[A-Z0-9-]{5,8}(?![\p{L}\p{N}])/giu,
  },
];

const yearRange = /^(?:19|20)\d{2}[-. ](?:19|20)\d{2}$/;
const isDate = (text: string) => /^\d{1,2}-\d{1,2}-(?:19|20)\d{2}$/.test(text) || yearRange.test(text);

/** Everything in a text that looks like an identity number, a phone, an e-mail address or a plate. */
export function findPersonalText(text: string): PersonalFinding[] {
  const findings: PersonalFinding[] = [];
  let rest = text;
  for (const { kind, pattern } of patterns) {
    rest = rest.replace(pattern, (match: string, ...around: unknown[]) => {
      const index = around.find((part) => typeof part === 'number') ?? 0;
      if (isDate(match)) return match;
      findings.push({ kind, text: match, index });
      return '\u0000'.repeat(match.length);
    });
  }
  return findings.toSorted((one, other) => one.index - other.index);
}

/**
 * Warns before a free text with somebody's data in it is kept: refuses unless the writer has confirmed it.
 * The data itself is not repeated in the refusal, which may be logged.
 * @throws Refusal `actors.personal-in-text`, one problem for each finding with its field
 */
export function refusePersonalText(
  fields: Readonly<Record<string, string | null | undefined>>,
  confirmed: boolean,
): void {
  if (confirmed) return;
  const problems: Problem[] = Object.entries(fields).flatMap(([field, text]) =>
    findPersonalText(text ?? '').map(({ kind }) => ({ code: `actors.personal-${kind}`, field })),
  );
  if (problems.length > 0) throw refuse('actors.personal-in-text', { problems });
}
