import type { ledgerOperations } from '#contract/commitments/ledger.ts';
import { createCalendarFeed } from '#services/ledger/create-calendar-feed.ts';
import { downloadCommitmentCalendar } from '#services/ledger/download-commitment-calendar.ts';
import { exportLedger } from '#services/ledger/export-ledger.ts';
import { exportPublicCommitments } from '#services/ledger/export-public-commitments.ts';
import { getHoldingBack } from '#services/ledger/get-holding-back.ts';
import { getLedgerMonth } from '#services/ledger/get-ledger-month.ts';
import { getWaiting } from '#services/ledger/get-waiting.ts';
import { getWaitingChain } from '#services/ledger/get-waiting-chain.ts';
import { groupLedger } from '#services/ledger/group-ledger.ts';
import { listCalendarFeeds } from '#services/ledger/list-calendar-feeds.ts';
import { listLedger } from '#services/ledger/list-ledger.ts';
import { listPublicCommitments } from '#services/ledger/list-public-commitments.ts';
import { readCalendarFeed } from '#services/ledger/read-calendar-feed.ts';
import { revokeCalendarFeed } from '#services/ledger/revoke-calendar-feed.ts';
import type { Bindings } from '../bind-operations.ts';

/** Each operation of the ledger with the service that does it. */
export const ledgerBindings = {
  listLedger,
  groupLedger,
  getLedgerMonth,
  exportLedger,
  listCalendarFeeds,
  createCalendarFeed,
  revokeCalendarFeed,
  readCalendarFeed,
  downloadCommitmentCalendar,
  getWaiting,
  getHoldingBack,
  getWaitingChain,
  listPublicCommitments,
  exportPublicCommitments,
} satisfies Bindings<typeof ledgerOperations>;
