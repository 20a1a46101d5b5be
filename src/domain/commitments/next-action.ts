import type { InstanceState } from './vocabulary.ts';

/** On which side of a commitment somebody reads the ledger. */
export const ledgerSides = ['owe', 'owed', 'verify', 'oversee'] as const;
export type LedgerSide = (typeof ledgerSides)[number];

/** The one thing that a line of the ledger needs now. Words: `ledger.action.<action>`. */
export const nextActions = [
  'agree',
  'start',
  'deliver',
  'mend',
  'answer-notice',
  'verify',
  'pass-on',
  'remind',
  'await-agreement',
  'await-delivery',
  'await-verification',
  'none',
] as const;
export type NextAction = (typeof nextActions)[number];

const open: ReadonlySet<InstanceState> = new Set([
  'not-started',
  'in-progress',
  'at-risk',
  'overdue',
  'in-review',
  'noticed',
  'sent-back',
]);

/**
 * What somebody has to do about a commitment now, on their side of it. `isSilent`: whoever verifies has let its time pass.
 * Example: overdue, to whoever owes it, asks to deliver; to whoever is owed it, to remind.
 */
export function nextActionOf(state: InstanceState, side: LedgerSide, isSilent: boolean): NextAction {
  if (state === 'proposed') return side === 'owe' ? 'agree' : 'await-agreement';
  if (state === 'delivered' || state === 'delivered-late') return actionOnDelivered(side, isSilent);
  if (!open.has(state)) return 'none';
  if (side === 'owe') return actionOfObligor(state);
  return state === 'overdue' || state === 'noticed' ? 'remind' : 'await-delivery';
}

function actionOnDelivered(side: LedgerSide, isSilent: boolean): NextAction {
  if (side === 'verify') return 'verify';
  return isSilent && side === 'oversee' ? 'pass-on' : 'await-verification';
}

function actionOfObligor(state: InstanceState): NextAction {
  if (state === 'noticed') return 'answer-notice';
  if (state === 'sent-back') return 'mend';
  return state === 'not-started' ? 'start' : 'deliver';
}
