/** The documents that agreements are printed as, and how anybody verifies them. */
export const en = {} as const;
