import { sql } from 'kysely';
import { anyOf } from '#database/any-of.ts';
import type { Transaction } from '#database/connection.ts';
import type { KeptKind, KeptThing, Representation } from '#domain/actors/handover-kept.ts';

/** A kept thing, with the territories that say whether it is of a government that changes: its own and its owner's. */
export type KeptRow = KeptThing & { readonly territoryId: number; readonly homeId: number };

/** What these people's accounts keep for themselves and somebody has to go on with, as far as the caller hands over there. */
export async function findKept(tx: Transaction, people: readonly string[]): Promise<KeptRow[]> {
  const { rows } = await sql<KeptRow & { kind: KeptKind }>`
    select kind, id, title, account_id as "accountId", person_id as "personId", territory_id as "territoryId", home_id as "homeId"
    from handover_kept(${[...people]}::uuid[])`.execute(tx);
  return rows;
}

/** Puts each thing into an account's hands; how many the caller could pass. */
export async function passThings(
  tx: Transaction,
  things: readonly { readonly id: string; readonly accountId: string }[],
): Promise<number> {
  if (things.length === 0) return 0;
  const { rows } = await sql<{ passed: number }>`
    select handover_pass_kept(${things.map(({ id }) => id)}::uuid[], ${things.map(({ accountId }) => accountId)}::uuid[]) as passed`.execute(
    tx,
  );
  return rows[0]?.passed ?? 0;
}

/** Where these people sign for a party of an agreement that is not over. */
export async function findRepresentations(
  tx: Transaction,
  people: readonly string[],
): Promise<Representation[]> {
  if (people.length === 0) return [];
  const rows = await tx
    .selectFrom('agreement_party as p')
    .innerJoin('agreement as a', 'a.id', 'p.agreement_id')
    .select([
      'p.id',
      'p.agreement_id',
      'p.version',
      'p.representative_id',
      'p.organisation_id',
      'p.structure_id',
      'p.territory_id',
    ])
    .where('p.representative_id', '=', anyOf(people))
    .where('p.standing', '<>', 'withdrawn')
    .where('a.standing', 'not in', ['expired', 'closed', 'abandoned', 'annulled'])
    .orderBy('p.id')
    .execute();
  return rows.map((row) => ({
    partyId: row.id,
    agreementId: row.agreement_id,
    version: row.version,
    personId: row.representative_id ?? '',
    party: {
      kind: row.organisation_id === null ? 'structure' : 'organisation',
      id: row.organisation_id ?? row.structure_id ?? '',
      territoryId: row.territory_id,
    },
  }));
}

/** What the agreements and parties of a brief are called, as far as the caller sees them. */
export async function findRepresented(tx: Transaction, partyIds: readonly string[]) {
  if (partyIds.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectFrom('agreement_party as p')
    .innerJoin('agreement as a', 'a.id', 'p.agreement_id')
    .leftJoin('organisation as o', 'o.id', 'p.organisation_id')
    .leftJoin('structure as s', 's.id', 'p.structure_id')
    .select(({ fn }) => [
      'p.id',
      'a.id as agreementId',
      fn.coalesce('a.short_name', 'a.title').as('title'),
      fn.coalesce('o.name', 's.name').as('party'),
    ])
    .where('p.id', '=', anyOf(partyIds))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Handovers whose day may have come and whose undated things have not passed yet. */
export async function findWaitingHandovers(tx: Transaction, until: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('handover')
    .select('id')
    .where('passed_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .where('on_date', '<=', until)
    .orderBy('on_date')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** A handover that still waits, held against whoever looks at the same moment. */
export async function lockWaitingHandover(tx: Transaction, id: string) {
  return tx
    .selectFrom('handover')
    .selectAll()
    .where('id', '=', id)
    .where('passed_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function markPassed(tx: Transaction, id: string, at: Date, brief: string): Promise<void> {
  await tx.updateTable('handover').set({ passed_at: at, brief }).where('id', '=', id).execute();
}

/** Of these people, who was merged into whom since. */
export async function findMergedPeople(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'merged_into'])
    .where('id', '=', anyOf(ids))
    .where('merged_into', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.id, row.merged_into ?? row.id]));
}
