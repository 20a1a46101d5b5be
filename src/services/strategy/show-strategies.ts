import type { ElementRow } from '#database/strategy/element-views.ts';
import type { StrategyRow, VersionRow } from '#database/strategy/strategy-columns.ts';
import { findVersions } from '#database/strategy/strategy-views.ts';
import { currentVersionOf } from '#domain/strategy/succession.ts';
import { lookUp, type LookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { todayOf } from '../today.ts';

/** A strategy with the versions that the caller may see, and which is in force where it is. */
export type KnownStrategy = {
  readonly strategy: StrategyRow;
  readonly versions: readonly VersionRow[];
  readonly current: VersionRow | null;
  readonly today: string;
};

/** Strategies with their versions. */
export async function knowStrategies(
  tx: Transaction,
  context: Context,
  strategies: readonly StrategyRow[],
): Promise<KnownStrategy[]> {
  const versions = await findVersions(
    tx,
    strategies.map(({ id }) => id),
  );
  const known: KnownStrategy[] = [];
  for (const strategy of strategies) {
    const own = versions.filter(({ strategyId }) => strategyId === strategy.id);
    const today = await todayOf(tx, context, strategy.territoryId);
    known.push({ strategy, versions: own, current: currentVersionOf(own, today), today });
  }
  return known;
}

/** The names that strategies and their elements speak of. */
export async function lookUpForStrategies(
  tx: Transaction,
  context: Context,
  known: readonly KnownStrategy[],
  elements: readonly ElementRow[] = [],
): Promise<LookUp> {
  return lookUp(tx, context, {
    territories: known.map(({ strategy }) => strategy.territoryId),
    organisations: [
      ...known.map(({ strategy }) => strategy.organisationId),
      ...elements.flatMap(({ roles }) => roles.map(({ organisationId }) => organisationId)),
    ],
    sources: known.map(({ strategy }) => strategy.sourceId),
  });
}

/** A version in a line of a list. */
export function showVersion(version: VersionRow, current: VersionRow | null) {
  const { strategyId: _strategy, territoryId: _territory, basedOnId: _based, ...shown } = version;
  return { ...shown, isCurrent: version.id === current?.id };
}

/** A strategy in a line of a list. */
export function showStrategy({ strategy, current, today }: KnownStrategy, names: LookUp) {
  return {
    id: strategy.id,
    title: strategy.title,
    territory: names.place(strategy.territoryId),
    owner: names.organisation(strategy.organisationId),
    adoptingAct: strategy.adoptingAct,
    adoptingActOn: strategy.adoptingActOn,
    periodFrom: strategy.periodFrom,
    periodTo: strategy.periodTo,
    isPeriodOver: strategy.periodTo < today,
    example: strategy.example,
    current: current && showVersion(current, current),
  };
}

/** An element with the names of who leads and who supports it. */
export function showElement(element: ElementRow, names: LookUp) {
  const having = (wanted: string) =>
    element.roles
      .filter(({ role }) => role === wanted)
      .map(({ organisationId }) => names.organisation(organisationId));
  return {
    id: element.id,
    threadId: element.threadId,
    parentId: element.parentId,
    kind: element.kind,
    level: element.level,
    code: element.code,
    title: element.title,
    description: element.description,
    preventionLevel: element.preventionLevel,
    preventionTypes: [...element.preventionTypes],
    inspire: [...element.inspire],
    ecologicalLevels: [...element.ecologicalLevels],
    lead: having('lead'),
    support: having('support'),
    indicators: element.indicators.map((indicator) => ({ ...indicator, targets: [...indicator.targets] })),
    version: element.version,
  };
}
