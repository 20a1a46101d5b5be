import type { OutputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { findTerritoryPage } from '#database/territories/territory-views.ts';
import type { ListedRow, TerritoryPage } from '#database/territories/view-rows.ts';
import { abilitiesIn } from '#domain/access/permissions.ts';
import type { Day } from '#domain/shared/dates.ts';
import { sumPopulations, type PopulationFigure } from '#domain/territories/populations.ts';
import { parseReference } from '#domain/territories/references.ts';
import { refuse } from '#domain/territories/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';

type Answer = OutputOf<typeof territoriesOperations.getTerritory>;

/** Everything about one territory, with what the caller may do there. */
export async function answerTerritory(
  tx: Transaction,
  context: Context,
  id: number,
  at?: Day,
): Promise<Answer> {
  const day = at ?? (await todayOf(tx, context, id));
  const page = await findTerritoryPage(tx, id, day);
  if (!page) throw refuse('territories.not-found');
  return {
    ...page,
    populationOfParts: page.populations.length === 0 ? populationOfParts(page) : null,
    abilities: abilitiesIn(context.actor, { territoryId: id }),
  };
}

function populationOfParts({ children }: TerritoryPage): Answer['populationOfParts'] {
  const year = Math.max(0, ...children.map((child) => child.population?.year ?? 0));
  if (year === 0) return null;
  const figures = children.flatMap((child) =>
    child.population?.year === year ? [figureOf(child, child.population)] : [],
  );
  const sum = sumPopulations(
    children.map((child) => child.code),
    figures,
  );
  const missing = children.filter((child) => sum.missing.includes(child.code));
  return { year, people: sum.people, missing: missing.map(({ reference, name }) => ({ reference, name })) };
}

function figureOf(child: ListedRow, population: NonNullable<ListedRow['population']>): PopulationFigure {
  const { year, people, shared, countedElsewhere, method } = population;
  const codes = (shared?.with ?? []).map((sharer) => parseReference(sharer.reference)?.code ?? '');
  return {
    code: child.code,
    year,
    people,
    shared: shared && { codes, people: shared.people },
    countedElsewhere,
    method,
  };
}
