import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';

/** What is entered already where a list would be: of one agreement, or of a territory's commitments that belong to none. */
export async function findEntered(
  tx: Transaction,
  where: { readonly agreementId: string | null; readonly territoryId: number },
) {
  let query = tx
    .selectFrom('commitment')
    .select(['id', 'what', 'due_on', 'row_key'])
    .select(sql<string>`coalesce(obligor_organisation_id, obligor_structure_id)`.as('obligor'))
    .where('standing', 'in', ['proposed', 'agreed']);
  query =
    where.agreementId === null
      ? query.where('agreement_id', 'is', null).where('territory_id', '=', where.territoryId)
      : query.where('agreement_id', '=', where.agreementId);
  return query.execute();
}

/** The commitments that an import brought in, with whether anybody has done anything to them since. */
export async function findBroughtIn(tx: Transaction, runId: string) {
  return tx
    .selectFrom('commitment as c')
    .select(['c.id', 'c.territory_id', 'c.what', 'c.version'])
    .select((eb) => [
      eb
        .exists(eb.selectFrom('evidence as e').select('e.id').whereRef('e.commitment_id', '=', 'c.id'))
        .as('has_evidence'),
      eb
        .exists(
          eb
            .selectFrom('commitment_dependency as d')
            .select('d.commitment_id')
            .whereRef('d.prerequisite_id', '=', 'c.id'),
        )
        .as('is_needed'),
      eb
        .exists(
          eb
            .selectFrom('commitment_instance as i')
            .select('i.id')
            .whereRef('i.commitment_id', '=', 'c.id')
            .where('i.standing', '<>', 'not-started'),
        )
        .as('has_begun'),
    ])
    .where('c.import_run_id', '=', runId)
    .execute();
}

/** Takes away the commitments of an import; nothing is left of them but the trail. */
export async function deleteBroughtIn(tx: Transaction, runId: string): Promise<number> {
  const result = await tx.deleteFrom('commitment').where('import_run_id', '=', runId).executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** The agreement that a list belongs to: its term bounds the days. */
export async function findAgreementOfSheet(tx: Transaction, id: string) {
  return tx
    .selectFrom('agreement')
    .select([
      'id',
      'title',
      'country',
      'territory_id',
      'standing',
      'signed_on',
      'effective_on',
      'ends_on',
      'is_public',
      'parties',
      'party_territories',
      'commission_structure_id',
      'origin',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Agreements of a country that were signed on a day, to notice one that is there already. */
export async function findRegisteredAlike(tx: Transaction, country: string, signedOn: string) {
  return tx
    .selectFrom('agreement')
    .select(['id', 'title', 'parties'])
    .where('country', '=', country)
    .where('signed_on', '=', signedOn)
    .where('standing', 'not in', ['annulled', 'abandoned'])
    .execute();
}
