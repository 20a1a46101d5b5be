import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { changeAccountStanding } from './change-account-standing.ts';

type Operation = typeof accessOperations.suspendAccount;

/** Keeps somebody out until reopened; sessions and tokens end at once. */
export async function suspendAccount(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return changeAccountStanding(context, input, {
    operation: 'suspendAccount',
    from: ['invited', 'active'],
    to: () => 'suspended',
  });
}
