/** The documents that agreements are printed as, and how anybody verifies them. */
export const es = {} as const;
