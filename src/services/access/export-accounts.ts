import { inScope } from '#database/connection.ts';
import type { AccountView } from '#database/access/account-views.ts';
import { maySomewhere, permitSomewhere } from '#domain/access/permissions.ts';
import { refuse } from '#domain/shared/refusals.ts';
import { writeTable } from '#formats/tables/index.ts';
import { accountColumns, accountRow } from '#formats/access/account-table.ts';
import { getOwnPlace } from '#database/access/own-account-store.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { accessOperations } from '#contract/access/index.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { collectAccounts } from './list-accounts.ts';
import { describeAccount } from './describe-account.ts';
import { signedIn } from './own-account.ts';
import { recordOnAccount } from './record-on-account.ts';

type Operation = typeof accessOperations.exportAccounts;

/** The list of accounts as a table. That it was taken away is written down. */
export async function exportAccounts(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const actor = signedIn(context);
  permitSomewhere(actor, 'export');
  if (!maySomewhere(actor, 'see-accounts')) throw refuse('shared.forbidden');
  const { views, today } = await inScope(context.database, actor.scope, async (tx) => {
    const found = await collectAccounts(tx, context, input);
    const own = await getOwnPlace(tx, actor.accountId);
    await recordOnAccount(tx, context, own, {
      operation: 'exportAccounts',
      before: null,
      after: { rows: found.length },
    });
    return { views: found, today: await todayOf(tx, context, own.territoryId) };
  });
  const name = context.language === 'es' ? 'Cuentas' : 'Accounts';
  const rows = views.map((view: AccountView) =>
    accountRow(describeAccount(view, context.now), context.language),
  );
  const bytes = await writeTable([{ name, columns: accountColumns(context.language), rows }], input.format, {
    excel: true,
  });
  return {
    fileName: `${name.toLowerCase()}-${today}.${input.format}`,
    mediaType:
      input.format === 'xlsx'
        ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        : 'text/csv; charset=utf-8',
    bytes,
  };
}
