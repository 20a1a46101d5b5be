import type { Transaction } from '#database/connection.ts';

/** Keeps that a territories file was brought in. */
export async function addImportRun(
  tx: Transaction,
  run: {
    id: string;
    country: string;
    territoryId: number;
    fileName: string;
    report: object;
    accountId: string | null;
    at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('import_run')
    .values({
      id: run.id,
      kind: 'territories',
      country: run.country,
      territory_id: run.territoryId,
      file_name: run.fileName,
      standing: 'applied',
      report: JSON.stringify(run.report),
      account_id: run.accountId,
      created_at: run.at,
      applied_at: run.at,
    })
    .execute();
}

/** The population figures of a country that are a territory's own, whatever their source. */
export async function listOwnFigures(
  tx: Transaction,
  country: string,
): Promise<{ code: string; year: number; people: number }[]> {
  const rows = await tx
    .selectFrom('territory_population')
    .innerJoin('territory', 'territory.id', 'territory_population.territory_id')
    .select(['territory.code', 'territory_population.year', 'territory_population.people'])
    .where('territory.country', '=', country)
    .where('territory_population.people', 'is not', null)
    .execute();
  return rows.map((row) => ({ code: row.code, year: row.year, people: row.people ?? 0 }));
}
