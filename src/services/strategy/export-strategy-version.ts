import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { findElements, type ElementRow } from '#database/strategy/element-views.ts';
import { findStrategy, findVersion } from '#database/strategy/strategy-views.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { inReadingOrder } from '#domain/strategy/tree.ts';
import type { WrittenElement } from '#formats/strategy/element-lines.ts';
import { writeElementsJson } from '#formats/strategy/elements-json.ts';
import { writeElementsTable } from '#formats/strategy/write-elements-table.ts';
import { tableMediaTypes } from '#formats/tables/index.ts';
import { lookUp, type LookUp } from '../actors/look-up.ts';
import type { Context } from '../context.ts';

type Operation = typeof strategyOperations.exportStrategyVersion;

/** A version as it is imported, whoever may read it. */
export async function exportStrategyVersion(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { strategy, version, elements } = await inScope(context.database, context.actor.scope, async (tx) => {
    const found = await findVersion(tx, input.versionId);
    const of = found && (await findStrategy(tx, found.strategyId));
    if (!found || !of) throw refuse('strategy.version-not-found');
    const rows = inReadingOrder(await findElements(tx, [found.id]));
    const organisations = rows.flatMap(({ roles }) => roles.map(({ organisationId }) => organisationId));
    const names = await lookUp(tx, context, { organisations });
    return { strategy: of, version: found, elements: rows.map((row) => writtenOf(row, names)) };
  });
  const fileName = `${strategy.title} ${version.number}.${input.format}`;
  if (input.format === 'xlsx') {
    const bytes = await writeElementsTable(elements, context.language);
    return { fileName, mediaType: tableMediaTypes.xlsx, bytes };
  }
  const about = {
    strategy: strategy.title,
    country: strategy.country,
    version: version.number,
    levels: strategy.levels,
    isExampleStructure: version.isExampleStructure,
  };
  return { fileName, mediaType: 'application/json', bytes: writeElementsJson(about, elements) };
}

function writtenOf(element: ElementRow, names: LookUp): WrittenElement {
  const having = (wanted: string) =>
    element.roles
      .filter(({ role }) => role === wanted)
      .map(({ organisationId }) => names.organisation(organisationId).name);
  return {
    level: element.level,
    code: element.code,
    title: element.title,
    description: element.description,
    preventionLevel: element.preventionLevel,
    preventionTypes: element.preventionTypes,
    inspire: element.inspire,
    ecologicalLevels: element.ecologicalLevels,
    lead: having('lead'),
    support: having('support'),
    indicators: element.indicators,
  };
}
