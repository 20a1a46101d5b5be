/** The ledger of commitments, who waits on whom, and their calendars. */
export const es = {
  'ledger.title': 'Seguimiento',
} as const;
