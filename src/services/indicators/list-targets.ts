import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listTargetRows, type TargetCursor } from '#database/indicators/target-views.ts';
import { maySomewhere } from '#domain/access/permissions.ts';
import { maySetTarget } from '#domain/indicators/permissions.ts';
import { refuse } from '#domain/shared/refusals.ts';
import { getPlace, lookUp } from '../actors/look-up.ts';
import { cutPage } from '../actors/page-cursor.ts';
import type { Context } from '../context.ts';
import { getIndicatorRow } from './indicator-deed.ts';

type Operation = typeof indicatorsOperations.listTargets;

export async function listTargets(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const after = readTargetCursor(input.after);
  return inScope(context.database, context.actor.scope, async (tx) => {
    const place = input.territory === undefined ? null : await getPlace(tx, input.territory);
    const within = place && { low: place.id, high: input.below === 'yes' ? place.lastId : place.id };
    const indicatorId =
      input.indicator === undefined ? null : (await getIndicatorRow(tx, input.indicator)).id;
    const page = { after, limit: input.limit + 1 };
    const rows = await listTargetRows(tx, { indicatorId, within }, page);
    const { shown, next } = cutPage(rows, input.limit, writeTargetCursor);
    const names = await lookUp(tx, context, { territories: shown.map(({ territoryId }) => territoryId) });
    const maySet = place
      ? maySetTarget(context.actor, place.id)
      : maySomewhere(context.actor, 'edit-indicator');
    return {
      items: shown.map((row) => ({
        id: row.id,
        indicator: row.indicator,
        territory: names.place(row.territoryId),
        kind: row.kind,
        year: row.year,
        group: { ...row.group },
        value: row.value,
        source: row.source,
        note: row.note,
        version: row.version,
      })),
      next,
      abilities: maySet ? ['edit-indicator'] : [],
    };
  });
}

function writeTargetCursor({ indicatorId, territoryId, year, id }: TargetCursor): string {
  return [indicatorId, territoryId, year, id].join('_');
}

/** @throws Refusal when the text is no cursor of ours */
function readTargetCursor(text: string | undefined): TargetCursor | null {
  if (text === undefined) return null;
  const [, indicatorId, territoryId, year, id] =
    /^(\d{1,9})_(\d{1,9})_(\d{4})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  if (id === undefined)
    throw refuse('shared.invalid', { problems: [{ code: 'request.invalid-value', field: 'after' }] });
  return { indicatorId: Number(indicatorId), territoryId: Number(territoryId), year: Number(year), id };
}
