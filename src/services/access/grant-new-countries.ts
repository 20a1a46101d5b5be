import { inScope } from '#database/connection.ts';
import { insertRole } from '#database/access/account-store.ts';
import { findAccount } from '#database/access/account-views.ts';
import {
  findAccountIdByUsername,
  listCountriesNeverAdministered,
} from '#database/access/administrator-views.ts';
import type { Context } from '../context.ts';
import { newId } from '../new-id.ts';
import { todayOf } from '../today.ts';
import { firstAdministrator } from './create-first-administrator.ts';
import { placeOfAccount } from './judge-account.ts';
import { recordOnAccount } from './record-on-account.ts';

/**
 * Gives the first administrator the countries that came to the installation later and that nobody has ever administered:
 * without that, nobody could let anybody in there.
 */
export async function grantNewCountries(context: Context): Promise<void> {
  await inScope(context.database, context.actor.scope, async (tx) => {
    const id = await findAccountIdByUsername(tx, firstAdministrator);
    const view = id === undefined ? undefined : await findAccount(tx, id);
    if (!view || view.standing === 'closed') return;
    const place = placeOfAccount(view);
    for (const { territoryId } of await listCountriesNeverAdministered(tx)) {
      const role = { id: newId(), role: 'national-admin' as const, organisationId: null, structureId: null };
      const validFrom = await todayOf(tx, context, territoryId);
      await insertRole(tx, {
        ...role,
        accountId: view.id,
        territoryId,
        validFrom,
        validTo: null,
        grantedBy: null,
        now: context.now,
      });
      await recordOnAccount(
        tx,
        context,
        { ...place, territoryId },
        {
          operation: 'grantRole',
          before: null,
          after: { role: { ...role, territoryId, validFrom, validTo: null } },
        },
      );
    }
  });
}
