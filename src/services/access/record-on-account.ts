import type { Transaction } from '#database/connection.ts';
import { record, type Deed } from '../audit/record.ts';
import type { Context } from '../context.ts';

type AccountPlace = {
  readonly id: string;
  readonly personId: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
};

/** Writes down a deed done to an account, in the chain of its organisation. */
export function recordOnAccount(
  tx: Transaction,
  context: Context,
  account: AccountPlace,
  deed: Pick<Deed, 'operation' | 'before' | 'after' | 'personal' | 'freeText' | 'accountId'>,
): Promise<void> {
  return record(tx, context, {
    ...deed,
    subjectKind: 'account',
    subjectId: account.id,
    territoryId: account.territoryId,
    organisationId: account.organisationId,
    personId: account.personId,
  });
}
