import { findBalances, type BalanceRow } from '#database/agreements/course-store.ts';
import { isSettled } from '#domain/agreements/ending.ts';
import { refuse } from '#domain/agreements/life-refusals.ts';
import type { Transaction } from '../context.ts';
import type { Life } from './open-life.ts';

/** A balance that is still owed, while the agreement is being settled. */
export async function getOpenBalance(tx: Transaction, life: Life, id: string): Promise<BalanceRow> {
  const balance = (await findBalances(tx, life.agreement.id)).find((one) => one.id === id);
  if (!balance) throw refuse('agreement-life.balance-not-found');
  if (life.agreement.standing !== 'settlement') throw refuse('agreement-life.not-as-it-stands');
  if (isSettled({ paidOn: balance.paid_on, waivedOn: balance.waived_on }))
    throw refuse('agreement-life.balance-decided');
  return balance;
}
