import { findIndicator } from '#database/indicators/indicator-views.ts';
import { insertTarget } from '#database/indicators/target-store.ts';
import { findTarget, listTargetRows } from '#database/indicators/target-views.ts';
import { targetKinds } from '#domain/indicators/vocabulary.ts';
import { cell, type Example } from '#formats/actors/read-example.ts';
import type { Context, Transaction } from '../context.ts';
import { getPlace } from '../actors/look-up.ts';
import { todayOf } from '../today.ts';
import { recordTarget } from './target-deed.ts';

type Row = Example['targets.csv'][number];
type Names = {
  readonly country: string;
  readonly idOf: (kind: string, key: string) => string;
  readonly territoryOf: (code: string | null) => number;
};

/**
 * Sets the example's baselines and targets of a country, unless it has some. Their years are counted from this one, so that a
 * demonstration stays alive; an indicator that no catalogue has brought has no target.
 */
export async function loadExampleTargets(
  tx: Transaction,
  context: Context,
  rows: readonly Row[],
  names: Names,
): Promise<void> {
  if (rows.length === 0) return;
  const place = await getPlace(tx, names.country);
  const within = { low: place.id, high: place.lastId };
  const there = await listTargetRows(tx, { indicatorId: null, within }, { after: null, limit: 1 });
  if (there.length > 0) return;
  const year = Number((await todayOf(tx, context, place.id)).slice(0, 4));
  for (const row of rows) await setOne(tx, context, row, { ...names, year });
}

async function setOne(
  tx: Transaction,
  context: Context,
  row: Row,
  names: Names & { readonly year: number },
): Promise<void> {
  const indicator = await findIndicator(tx, row['indicator'] ?? '');
  const kind = targetKinds.find((one) => one === row['kind']);
  if (!indicator || !kind) return;
  const id = names.idOf('indicator-target', row['key'] ?? '');
  const territoryId = names.territoryOf(cell(row, 'territory'));
  await insertTarget(tx, {
    id,
    indicatorId: indicator.id,
    territoryId,
    accountId: null,
    fields: {
      kind,
      year: names.year + Number(row['years']),
      group: {},
      value: Number(row['value']),
      source: cell(row, 'source'),
      note: cell(row, 'note'),
    },
  });
  const after = await findTarget(tx, id);
  if (after) await recordTarget(tx, context, 'loadExample', { before: null, after });
}
