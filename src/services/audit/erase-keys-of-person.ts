import { erasePersonKeys } from '#database/audit/entry-store.ts';
import type { Transaction } from '../context.ts';

/**
 * Forgets every personal value of a person in the trail, in the transaction that erases the person: before their own row
 * goes, by whose place it is known who may. The chain still verifies. Answers how many entries were concerned; recording
 * the deed is the caller's.
 */
export async function eraseKeysOfPerson(tx: Transaction, personId: string): Promise<number> {
  return erasePersonKeys(tx, personId);
}
