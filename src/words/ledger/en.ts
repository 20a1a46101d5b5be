/** The ledger of commitments, who waits on whom, and their calendars. */
export const en = {
  'ledger.title': 'Follow-up',
} as const;
