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
