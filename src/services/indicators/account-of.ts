import type { Context } from '../context.ts';

/** Who writes: null where it is the installation itself. */
export function accountOf({ actor }: Pick<Context, 'actor'>): string | null {
  return actor.kind === 'account' ? actor.accountId : null;
}
