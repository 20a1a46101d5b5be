/** What a ledger can be narrowed to. Words: `ledger.state.<state>`. */
export const ledgerStates = [
  'open', // something is still to be done about it
  'overdue',
  'soon', // due within thirty days
  'delivered', // waits for whoever verifies
  'proposed',
  'verified',
  'ended', // breached, waived or cancelled
  'all',
] as const;
export type LedgerState = (typeof ledgerStates)[number];

/** What a ledger can be grouped by. Words: `ledger.by.<grouping>`. */
export const ledgerGroupings = ['agreement', 'party', 'territory', 'month'] as const;
export type LedgerGrouping = (typeof ledgerGroupings)[number];

/** How many days ahead is soon. */
export const daysOfSoon = 30;
