import type { Insertable, Selectable, Updateable } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/schema.ts';
import { isToldOfNotice } from './told-notices.ts';

export type NoticeRow = Selectable<DB['agreement_notice']>;
export type BalanceRow = Selectable<DB['agreement_settlement']>;
export type SessionRow = Selectable<DB['agreement_session']>;

export async function insertNotice(tx: Transaction, row: Insertable<DB['agreement_notice']>): Promise<void> {
  await tx.insertInto('agreement_notice').values(row).execute();
}

export async function updateNotice(
  tx: Transaction,
  { id, version }: NoticeRow,
  change: Updateable<DB['agreement_notice']>,
): Promise<void> {
  await tx
    .updateTable('agreement_notice')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

/** The formal notices of an agreement that whoever asks is told of. */
export async function findNotices(tx: Transaction, agreementId: string): Promise<NoticeRow[]> {
  return tx
    .selectFrom('agreement_notice')
    .innerJoin('agreement', 'agreement.id', 'agreement_notice.agreement_id')
    .selectAll('agreement_notice')
    .where('agreement_notice.agreement_id', '=', agreementId)
    .where(isToldOfNotice('agreement_notice', 'agreement'))
    .orderBy('agreement_notice.id')
    .execute();
}

export async function insertBalance(
  tx: Transaction,
  row: Insertable<DB['agreement_settlement']>,
): Promise<void> {
  await tx.insertInto('agreement_settlement').values(row).execute();
}

export async function updateBalance(
  tx: Transaction,
  { id, version }: BalanceRow,
  change: Updateable<DB['agreement_settlement']>,
): Promise<void> {
  await tx
    .updateTable('agreement_settlement')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export async function findBalances(tx: Transaction, agreementId: string): Promise<BalanceRow[]> {
  return tx
    .selectFrom('agreement_settlement')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('id')
    .execute();
}

export async function insertSession(
  tx: Transaction,
  row: Insertable<DB['agreement_session']>,
): Promise<void> {
  await tx.insertInto('agreement_session').values(row).execute();
}

export async function updateSession(
  tx: Transaction,
  { id, version }: SessionRow,
  change: Updateable<DB['agreement_session']>,
): Promise<void> {
  await tx
    .updateTable('agreement_session')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute();
}

export async function findSessions(tx: Transaction, agreementId: string): Promise<SessionRow[]> {
  return tx
    .selectFrom('agreement_session')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('called_on')
    .orderBy('id')
    .execute();
}

/** The periods before elections of a country that cover a day. */
export async function findQuietPeriods(tx: Transaction, territoryId: number, day: string) {
  return tx
    .selectFrom('quiet_period as q')
    .innerJoin('territory as t', 't.id', 'q.territory_id')
    .select(['q.from_day as from', 'q.to_day as to'])
    .where('t.id', '<=', territoryId)
    .where('t.last_id', '>=', territoryId)
    .where('q.from_day', '<=', day)
    .where('q.to_day', '>=', day)
    .execute();
}

/** Agreements of which a day may have brought something by itself. */
export async function findAgreementsByDate(tx: Transaction, today: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('agreement')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('standing', 'in', ['expired', 'terminating']),
        eb('standing', '=', 'signed').and('effective_rule', '=', 'date'),
        eb('standing', 'in', ['in-force', 'suspended', 'under-notice']).and('ends_on', '<', today),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}
