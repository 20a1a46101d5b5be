import { inScope } from '#database/connection.ts';
import { findAccount } from '#database/access/account-views.ts';
import { abilitiesSomewhere } from '#domain/access/permissions.ts';
import type { OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { findHalfSession } from './confirm-second-factor.ts';
import { describeRoles } from './describe-account.ts';

type Answer = OutputOf<typeof accessOperations.getSession>;

/** Who asks, what they may do somewhere, and how they like it shown. */
export async function getSession(context: Context): Promise<Answer> {
  const { actor } = context;
  const mode = context.installation.mode;
  const nobody: Omit<Answer, 'state'> = { mode, language: context.language, account: null, abilities: [] };
  if (actor.kind !== 'account') {
    const half = await findHalfSession(context);
    return { ...nobody, state: half ? 'second-factor' : 'visitor' };
  }
  const view = await inScope(context.database, actor.scope, (tx) => findAccount(tx, actor.accountId));
  if (!view) return { ...nobody, state: 'visitor' };
  return {
    state: 'signed-in',
    mode,
    language: view.language === 'en' ? 'en' : 'es',
    account: {
      id: view.id,
      personId: view.personId,
      name: actor.name,
      username: view.username,
      theme: view.theme,
      example: view.example,
      home: { reference: view.reference, name: view.placeName },
      organisation: view.organisation,
      roles: describeRoles(view.roles),
      mayWrite: actor.mayWrite,
    },
    abilities: abilitiesSomewhere(actor),
  };
}
