import type { Target } from './element.ts';

/** A year and what is to be reached in it: "2026: 40". */
const pattern = /^(\d{4})\s*[:=]\s*(-?\d+(?:[.,]\d+)?)$/;

/** The targets that a text names, "2026: 40; 2030: 81,5"; the first part that is none is what is wrong. */
export function parseTargets(
  text: string,
): { readonly targets: readonly Target[] } | { readonly unknown: string } {
  const targets: Target[] = [];
  for (const part of text
    .split(/[;\n|]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const match = pattern.exec(part);
    if (!match) return { unknown: part };
    targets.push({ year: Number(match[1]), value: Number((match[2] ?? '').replace(',', '.')) });
  }
  return { targets };
}

/** Targets as one text that can be read again. */
export function writeTargets(targets: readonly Target[]): string {
  return targets.map(({ year, value }) => `${year}: ${value}`).join('; ');
}
