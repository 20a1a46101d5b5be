import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { changeAccountStanding } from './change-account-standing.ts';

type Operation = typeof accessOperations.closeAccount;

/** Ends an account for good. Its roles end today; what it did stays under its name. */
export async function closeAccount(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return changeAccountStanding(context, input, {
    operation: 'closeAccount',
    from: ['invited', 'active', 'suspended'],
    to: () => 'closed',
  });
}
