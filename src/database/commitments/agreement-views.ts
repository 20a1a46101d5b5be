import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { Party } from '#domain/access/acting-for.ts';

/** What a commitment is entered within: the agreement's term and territory. */
export async function findAgreementOf(tx: Transaction, id: string) {
  return tx
    .selectFrom('agreement as a')
    .leftJoin('agreement_template as t', 't.id', 'a.template_id')
    .select([
      'a.id',
      'a.title',
      'a.country',
      'a.territory_id',
      'a.standing',
      'a.effective_on',
      'a.ends_on',
      'a.text_hash',
      'a.is_public',
      'a.notice_days',
      'a.cure_days',
      'a.commission_structure_id',
      sql<number | null>`(t.content #>> '{publicity,replyDays}')::int`.as('reply_days'),
    ])
    .where('a.id', '=', id)
    .executeTakeFirst();
}

/** The parties of an agreement that have not left it. */
export async function findAgreementParties(tx: Transaction, agreementId: string): Promise<Party[]> {
  const rows = await tx
    .selectFrom('agreement_party as p')
    .leftJoin('organisation as o', 'o.id', 'p.organisation_id')
    .leftJoin('structure as s', 's.id', 'p.structure_id')
    .select([
      'p.organisation_id',
      'p.structure_id',
      'o.territory_id as organisationTerritory',
      's.territory_id as structureTerritory',
    ])
    .where('p.agreement_id', '=', agreementId)
    .where('p.standing', '<>', 'withdrawn')
    .where('p.left_on', 'is', null)
    .orderBy('p.position')
    .execute();
  return rows.flatMap((row): Party[] => {
    if (row.organisation_id !== null && row.organisationTerritory !== null)
      return [{ kind: 'organisation', id: row.organisation_id, territoryId: row.organisationTerritory }];
    if (row.structure_id !== null && row.structureTerritory !== null)
      return [{ kind: 'structure', id: row.structure_id, territoryId: row.structureTerritory }];
    return [];
  });
}

/** What a commitment is entered within: the plan's action, with the span of the plan. */
export async function findActionOf(tx: Transaction, id: string) {
  return tx
    .selectFrom('plan_action')
    .innerJoin('plan', 'plan.id', 'plan_action.plan_id')
    .select([
      'plan_action.id',
      'plan_action.title',
      'plan_action.plan_id',
      'plan_action.need_id',
      'plan_action.period_to',
      'plan.country',
      'plan.territory_id',
      'plan.period_from as planFrom',
      'plan.period_to as planTo',
    ])
    .where('plan_action.id', '=', id)
    .executeTakeFirst();
}
