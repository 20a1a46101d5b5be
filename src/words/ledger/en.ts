/** The ledger of commitments, who waits on whom, and their calendars. */
export const en = {} as const;
