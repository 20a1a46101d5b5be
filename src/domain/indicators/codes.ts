/** How the code of an indicator is written: "SES-1", "ODS-16.1.1". It is part of its address. */
export const indicatorCodePattern = /^[A-Z0-9][A-Z0-9._-]{0,39}$/;

/** Whether text is a code of the global indicators of sustainable development: "16.1.1", "4.a.1". */
export function isSdgCode(text: string): boolean {
  return /^([1-9]|1[0-7])\.([1-9]\d?|[a-d])\.[1-9]\d?$/.test(text);
}

/**
 * Whether text is a code of the international classification of crime for statistical purposes: 2, 4, 5 or 6 digits for levels 1 to 4,
 * its first two from 01 to 11. It says that a code is well formed, not that the classification has it.
 */
export function isIccsCode(text: string): boolean {
  return /^(0[1-9]|1[01])(\d{2}(\d{1,2})?)?$/.test(text);
}

/** A code of the classification and all that it lies in, finest first: "020221" in "02022", "0202" and "02". */
export function iccsLevels(code: string): string[] {
  return [6, 5, 4, 2].filter((length) => length <= code.length).map((length) => code.slice(0, length));
}

/** A category of the classification, and what it is called. */
export type NamedIccs = {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly isVerified: boolean;
};

/** What a code stands for: its own category, or, of a finer one than are known here, the nearest that holds it. */
export function nameIccs(code: string, known: ReadonlyMap<string, NamedIccs>) {
  const found = iccsLevels(code).find((one) => known.has(one));
  const category = found === undefined ? undefined : known.get(found);
  return {
    code,
    title: category?.title ?? null,
    titleEn: category?.titleEn ?? null,
    within: found === undefined || found === code ? null : found,
    isVerified: category?.isVerified === true && found === code,
  };
}
