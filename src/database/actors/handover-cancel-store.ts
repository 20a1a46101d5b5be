import { sql } from 'kysely';
import { anyOf } from '#database/any-of.ts';
import type { Transaction } from '#database/connection.ts';
import type { HandoverChange } from '#domain/actors/handover-cancelling.ts';

/** A role as its end or beginning was taken back. */
export type RoleTakenBack = {
  readonly id: string;
  readonly accountId: string;
  readonly role: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly structureId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** A handover, held against whoever passes it or calls it off at the same moment. */
export async function lockHandover(tx: Transaction, id: string) {
  return tx.selectFrom('handover').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

const begunOf = (changes: readonly HandoverChange[]) => changes.flatMap(({ begun }) => begun ?? []);
const endedOf = (changes: readonly HandoverChange[]) => changes.map(({ ended }) => ended);
const untilOf = (changes: readonly HandoverChange[]) => changes.map(({ to }) => to);

/** Takes back what was to begin, and lets go on what was to end; false where somebody has changed any of it since. */
export async function takeBackPosts(
  tx: Transaction,
  changes: readonly HandoverChange[],
  on: string,
): Promise<boolean> {
  const begun = begunOf(changes);
  const gone = await sql`
    delete from post where id = ${anyOf(begun)} and valid_from = ${on}::date and version = 1`.execute(tx);
  const back = await sql`
    update post p set valid_to = c.until, version = p.version + 1
    from unnest(${endedOf(changes)}::uuid[], ${untilOf(changes)}::date[]) as c (id, until)
    where p.id = c.id and p.valid_to = ${on}::date`.execute(tx);
  return Number(gone.numAffectedRows) === begun.length && Number(back.numAffectedRows) === changes.length;
}

/** The same of the terms of seats. */
export async function takeBackSeats(
  tx: Transaction,
  changes: readonly HandoverChange[],
  on: string,
): Promise<boolean> {
  const begun = begunOf(changes);
  const gone = await sql`
    delete from seat_term where id = ${anyOf(begun)} and valid_from = ${on}::date`.execute(tx);
  const back = await sql`
    update seat_term t set valid_to = c.until
    from unnest(${endedOf(changes)}::uuid[], ${untilOf(changes)}::date[]) as c (id, until)
    where t.id = c.id and t.valid_to = ${on}::date`.execute(tx);
  return Number(gone.numAffectedRows) === begun.length && Number(back.numAffectedRows) === changes.length;
}

const columns = sql`r.id, r.account_id as "accountId", r.role, r.territory_id as "territoryId", r.organisation_id as "organisationId",
  r.structure_id as "structureId", r.valid_from as "validFrom", r.valid_to as "validTo"`;

/** The same of roles, with those that begin no more and those that go on; nothing where somebody has changed any of it since. */
export async function takeBackRoles(
  tx: Transaction,
  changes: readonly HandoverChange[],
  on: string,
): Promise<{ gone: RoleTakenBack[]; back: RoleTakenBack[] } | null> {
  const begun = begunOf(changes);
  const { rows: gone } = await sql<RoleTakenBack>`
    delete from role_assignment r where id = ${anyOf(begun)} and valid_from = ${on}::date returning ${columns}`.execute(
    tx,
  );
  const { rows: back } = await sql<RoleTakenBack>`
    update role_assignment r set valid_to = c.until
    from unnest(${endedOf(changes)}::uuid[], ${untilOf(changes)}::date[]) as c (id, until)
    where r.id = c.id and r.valid_to = ${on}::date returning ${columns}`.execute(tx);
  return gone.length === begun.length && back.length === changes.length ? { gone, back } : null;
}

/** Writes down that a handover was called off, and why. */
export async function markCancelled(
  tx: Transaction,
  id: string,
  cancelled: { readonly at: Date; readonly by: string | null; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('handover')
    .set({ cancelled_at: cancelled.at, cancelled_by: cancelled.by, cancel_reason: cancelled.reason })
    .where('id', '=', id)
    .execute();
}
