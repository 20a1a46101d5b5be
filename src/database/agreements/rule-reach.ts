import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

const everywhere = '{[0,2147483646]}';

/**
 * Lets the rest of a transaction reach every agreement and commitment, for what follows by rule from a deed that was permitted
 * and saved: a head of office who signs last brings an agreement into force, yet coordinates nothing. What follows is nobody's choice.
 */
export async function reachByRule(tx: Transaction): Promise<void> {
  for (const deed of ['act_for_party', 'oversee_agreement'])
    await sql.raw(`set local app.range.${deed} = '${everywhere}'`).execute(tx);
}
