import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import { listDimensionRows } from '#database/indicators/dimension-views.ts';
import type { DefinitionRow, IndicatorRow } from '#database/indicators/indicator-columns.ts';
import { listIccsRows } from '#database/indicators/iccs-views.ts';
import { findDefinitions, findIndicators } from '#database/indicators/indicator-views.ts';
import {
  countUses,
  findTold,
  listPartsOf,
  listRatiosOf,
  listSeriesOfIndicator,
} from '#database/indicators/use-views.ts';
import { nameIccs } from '#domain/indicators/codes.ts';
import { possibleActs } from '#domain/indicators/indicator-standing.ts';
import { mayEditIndicator } from '#domain/indicators/permissions.ts';
import type { PeriodKind } from '#domain/indicators/period.ts';
import { refuse } from '#domain/indicators/refusals.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { daysAt } from '../today.ts';
import { getIndicatorRow } from './indicator-deed.ts';
import { showIndicator } from './show-indicators.ts';

type Operation = typeof indicatorsOperations.getIndicator;

export async function getIndicator(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const row = await getIndicatorRow(tx, input.code);
    const definitions = await findDefinitions(tx, row.id);
    const current = definitions.find(({ number }) => number === row.definitionNumber);
    if (!current) throw refuse('indicators.not-found');
    const mayEdit = mayEditIndicator(context.actor, row);
    return {
      ...showIndicator(row, await findTold(tx, [row])),
      ...saidOf(row),
      iccs: await iccsOf(tx, row),
      ...(await partsOf(tx, row)),
      ...(await namesOf(tx, context, row)),
      ...(await showDefinitions(tx, row, current, definitions)),
      partOf: await listRatiosOf(tx, row.id),
      series: (await listSeriesOfIndicator(tx, row)).map(showSeries),
      possible: mayEdit ? possibleActs(row.standing, await countUses(tx, row.id)) : [],
      abilities: mayEdit ? ['edit-indicator'] : [],
      version: row.version,
    };
  });
}

function saidOf(row: IndicatorRow) {
  return {
    decimals: row.decimals,
    countingUnit: row.countingUnit,
    denominatorKind: row.denominatorKind,
    multiplier: row.multiplier,
    finestPeriod: row.finestPeriod,
    lowBound: row.lowBound,
    highBound: row.highBound,
    rule: row.rule,
    standingReason: row.standingReason,
    sdgCodes: [...row.sdgCodes],
    iccsCodes: [...row.iccsCodes],
  };
}

async function iccsOf(tx: Transaction, { iccsCodes }: IndicatorRow) {
  const known = new Map((await listIccsRows(tx)).map((one) => [one.code, one]));
  return iccsCodes.map((code) => nameIccs(code, known));
}

async function partsOf(tx: Transaction, row: IndicatorRow) {
  const found = await findIndicators(
    tx,
    [row.numerator, row.denominator, row.whole].filter((code) => code !== null),
  );
  const titled = (code: string | null) => {
    const part = code === null ? undefined : found.get(code);
    return part ? { code: part.code, title: part.title, titleEn: part.titleEn } : null;
  };
  return {
    numerator: titled(row.numerator),
    denominator: titled(row.denominator),
    whole: titled(row.whole),
    parts: await listPartsOf(tx, row.id),
  };
}

async function namesOf(tx: Transaction, context: Context, row: IndicatorRow) {
  const { territoryId, organisationId, sourceId } = row;
  const names = await lookUp(tx, context, {
    territories: territoryId === null ? [] : [territoryId],
    organisations: [organisationId],
    sources: [sourceId],
  });
  const dimensions = new Map((await listDimensionRows(tx)).map((one) => [one.code, one]));
  return {
    source: names.source(sourceId),
    territory: territoryId === null ? null : names.place(territoryId),
    organisation: names.optionalOrganisation(organisationId),
    dimensions: row.dimensions.map(({ dimension, isRequired }) => ({
      dimension,
      isRequired,
      title: dimensions.get(dimension)?.title ?? dimension,
      titleEn: dimensions.get(dimension)?.titleEn ?? dimension,
    })),
  };
}

async function showDefinitions(
  tx: Transaction,
  { territoryId }: IndicatorRow,
  current: DefinitionRow,
  all: readonly DefinitionRow[],
) {
  const dayOf = await daysAt(tx, territoryId);
  const show = ({ writtenAt, ...said }: DefinitionRow) => ({ ...said, writtenOn: dayOf(writtenAt) });
  return { definition: show(current), definitions: all.map(show) };
}

function showSeries(row: Awaited<ReturnType<typeof listSeriesOfIndicator>>[number]) {
  return {
    id: String(row.id),
    title: row.title,
    titleEn: row.title_en,
    of: row.of,
    country: row.country,
    territory: { reference: row.reference, name: row.territory },
    source: {
      id: row.source_id,
      title: row.source_title,
      publisher: row.publisher,
      address: row.address,
      verified: row.verified,
    },
    countingUnit: row.counting_unit,
    periodKind: row.period_kind as PeriodKind,
    level: row.level,
    grain: row.grain,
    note: row.note,
    isPublished: row.is_published,
    standing: row.standing as 'current' | 'retired',
  };
}
