import type { indicatorsOperations } from '#contract/indicators/index.ts';
import type { InputOf } from '#contract/operation.ts';
import { listDimensionCodes } from '#database/indicators/dimension-views.ts';
import { findCurrentDefinitions, listIndicatorRows } from '#database/indicators/indicator-views.ts';
import { countUses } from '#database/indicators/use-views.ts';
import { unworded } from '#domain/indicators/indicator.ts';
import { planIndicatorImport, type KnownIndicator } from '#domain/indicators/indicator-import.ts';
import { mayEditIndicator, permitEditIndicator } from '#domain/indicators/permissions.ts';
import { refuse } from '#domain/indicators/refusals.ts';
import type { ReadIndicators } from '#formats/indicators/read-indicators-file.ts';
import { getPlace } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';

type Input = InputOf<typeof indicatorsOperations.importIndicators>;

/**
 * What a file of indicators would do.
 * @throws Refusal `indicators.import-problems` with every fault of the file and of what it names, in order of rows
 */
export async function prepareIndicatorsImport(
  tx: Transaction,
  context: Context,
  input: Input,
  read: ReadIndicators,
) {
  const place = input.territory === undefined ? null : await getPlace(tx, input.territory);
  permitEditIndicator(context.actor, { territoryId: place?.id ?? null, organisationId: null });
  const rows = await listIndicatorRows(tx, {}, null);
  const there = new Map(rows.map((row) => [row.code, row]));
  const definitions = await findCurrentDefinitions(tx, rows);
  const known = new Map<string, KnownIndicator>();
  for (const { said } of read.drafts) {
    const row = there.get(said.code);
    if (!row) continue;
    known.set(row.code, {
      fields: fieldsOnly(row),
      definition: definitions.get(row.id) ?? unworded,
      uses: await countUses(tx, row.id),
      mayEdit: mayEditIndicator(context.actor, row),
    });
  }
  const parts = new Map(rows.map((row) => [row.code, row.composition]));
  const wholes = new Map(rows.map((row) => [row.code, row.whole]));
  const dimensions = await listDimensionCodes(tx);
  const plan = planIndicatorImport(read.drafts, known, { parts, wholes }, dimensions);
  const problems = [...read.problems, ...plan.problems].toSorted(
    (one, other) => (one.row ?? 0) - (other.row ?? 0),
  );
  if (problems.length > 0)
    throw refuse('indicators.import-problems', { problems, values: { count: problems.length } });
  return { place, there, plan, report: reportOf(plan.outcomes) };
}

type Row = Awaited<ReturnType<typeof listIndicatorRows>>[number];

function fieldsOnly(row: Row): KnownIndicator['fields'] {
  const {
    id: _,
    country: _1,
    territoryId: _2,
    organisationId: _3,
    numeratorId: _4,
    denominatorId: _5,
    standing: _6,
    standingReason: _7,
    definitionNumber: _8,
    sourceId: _9,
    origin: _10,
    example: _11,
    version: _12,
    wholeId: _13,
    ...fields
  } = row;
  return fields;
}

type Outcomes = ReturnType<typeof planIndicatorImport>['outcomes'];

function reportOf(outcomes: Outcomes) {
  const count = (outcome: string) => outcomes.filter((row) => row.outcome === outcome).length;
  return {
    creates: count('create'),
    changes: count('change'),
    same: count('same'),
    rows: outcomes.map((row) => ({ ...row, fields: [...row.fields] })),
  };
}
