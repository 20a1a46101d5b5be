import type { Transaction } from '#database/connection.ts';

/** The territories of a level within another's numbers that stand today. */
export async function findTerritoriesOfLevel(
  tx: Transaction,
  within: { readonly low: number; readonly high: number; readonly level: number },
) {
  return tx
    .selectFrom('territory')
    .select(['id', 'level'])
    .where('id', '>=', within.low)
    .where('id', '<=', within.high)
    .where('level', '=', within.level)
    .where('valid_to', 'is', null)
    .orderBy('id')
    .execute();
}

/** The territories above each of some, with how far above. */
export async function findChains(tx: Transaction, ids: readonly number[]) {
  return tx
    .selectFrom('territory_closure')
    .select(['descendant_id as id', 'ancestor_id as aboveId', 'depth'])
    .where('descendant_id', 'in', [...ids])
    .where('depth', '>', 0)
    .orderBy('descendant_id')
    .orderBy('depth')
    .execute();
}

/** Institutions that may owe a report. */
export async function findReporters(tx: Transaction, ids: readonly string[], country: string) {
  return tx
    .selectFrom('organisation')
    .select(['id', 'territory_id as territoryId', 'parent_id as parentId', 'name'])
    .where('id', 'in', [...ids])
    .where('country', '=', country)
    .execute();
}

/** Who is bound by an agreement. */
export async function findPartiesOfAgreement(tx: Transaction, agreementId: string) {
  return tx
    .selectFrom('agreement_party as p')
    .innerJoin('agreement as a', 'a.id', 'p.agreement_id')
    .select([
      'p.territory_id as territoryId',
      'p.organisation_id as organisationId',
      'p.structure_id as structureId',
      'p.role',
      'a.country',
    ])
    .where('p.agreement_id', '=', agreementId)
    .where('p.standing', '!=', 'withdrawn')
    .where('p.role', '!=', 'observer')
    .execute();
}
