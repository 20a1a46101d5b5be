import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { changeAccountStanding } from './change-account-standing.ts';

type Operation = typeof accessOperations.reopenAccount;

/** Lets somebody in again, as they were: invited if they never entered. */
export async function reopenAccount(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return changeAccountStanding(context, input, {
    operation: 'reopenAccount',
    from: ['suspended'],
    to: (view) => (view.firstEnteredAt === null ? 'invited' : 'active'),
  });
}
