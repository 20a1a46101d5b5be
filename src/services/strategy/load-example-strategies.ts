import { insertElements, insertThread } from '#database/strategy/element-store.ts';
import {
  hasPackStrategies,
  insertStrategy,
  insertStrategyAct,
  insertVersion,
  updateVersionRow,
} from '#database/strategy/strategy-store.ts';
import type { Element } from '#domain/strategy/element.ts';
import type { ExampleElement, ExampleStrategy } from '#formats/strategy/read-example-strategies.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { newId } from '../new-id.ts';
import { makeStrategyFindable } from './strategy-deed.ts';

type Names = {
  readonly country: string;
  readonly idOf: (kind: string, key: string) => string;
  readonly territoryOf: (code: string | null) => number;
  readonly organisationOf: (key: string | null) => string | null;
};
type Version = ExampleStrategy['versions'][number];

/**
 * Registers the strategies of a country's demonstration, unless it was done before. Title, act, period and owner are facts
 * with a source; what a version says is marked as an example.
 */
export async function loadExampleStrategies(
  tx: Transaction,
  context: Context,
  strategies: readonly ExampleStrategy[],
  names: Names,
): Promise<void> {
  if (strategies.length === 0 || (await hasPackStrategies(tx, names.country))) return;
  for (const strategy of strategies) await loadOne(tx, context, strategy, names);
}

async function loadOne(
  tx: Transaction,
  context: Context,
  strategy: ExampleStrategy,
  names: Names,
): Promise<void> {
  const id = names.idOf('strategy', strategy.key);
  const territoryId = names.territoryOf(null);
  const { country } = names;
  await insertStrategy(tx, {
    ...strategy,
    id,
    country,
    territoryId,
    organisationId: names.organisationOf(strategy.organisation) ?? '',
    sourceId: strategy.source,
    note: null,
    origin: 'pack',
  });
  for (const thread of allOf(strategy.elements))
    await insertThread(tx, { id: names.idOf('strategy-thread', thread.key), strategyId: id, territoryId });
  const last = strategy.versions.at(-1);
  for (const version of strategy.versions)
    await loadVersion(tx, version, { strategy, id, territoryId, names, isLast: version === last });
  await makeStrategyFindable(tx, { id, country, territoryId, title: strategy.title });
  await record(tx, context, {
    operation: 'loadExample',
    subjectKind: 'strategy',
    subjectId: id,
    territoryId,
    organisationId: null,
    before: null,
    after: { title: strategy.title, versions: strategy.versions.length },
  });
}

type Setting = {
  readonly strategy: ExampleStrategy;
  readonly id: string;
  readonly territoryId: number;
  readonly names: Names;
  readonly isLast: boolean;
};

async function loadVersion(tx: Transaction, version: Version, setting: Setting): Promise<void> {
  const { strategy, id: strategyId, territoryId, names, isLast } = setting;
  const nameOf = (number: number) => names.idOf('strategy-version', `${strategy.key} ${number}`);
  const id = nameOf(version.number);
  await insertVersion(tx, {
    id,
    strategyId,
    territoryId,
    number: version.number,
    basedOnId: version.number === 1 ? null : nameOf(version.number - 1),
    isExampleStructure: true,
    origin: 'pack',
  });
  const elements = elementsOf(strategy.elements, version.number, null, { strategy, names, level: 1 });
  await insertElements(tx, { versionId: id, strategyId, territoryId }, elements, newId);
  const { approvingBody, approvingAct, approvedOn, validFrom, validTo } = version;
  const facts = { approvingBody, approvingAct, approvedOn, validFrom, validTo };
  await updateVersionRow(tx, { id, version: 1 }, { standing: isLast ? 'approved' : 'superseded', ...facts });
  const act = { strategy_id: strategyId, version_id: id, territory_id: territoryId, account_id: null };
  await insertStrategyAct(tx, { ...act, id: newId(), act: 'approved', on_date: approvedOn ?? validFrom });
}

function allOf(elements: readonly ExampleElement[]): ExampleElement[] {
  return elements.flatMap((element) => [element, ...allOf(element.elements)]);
}

type Place = { readonly strategy: ExampleStrategy; readonly names: Names; readonly level: number };

/** What a version says, each parent before what stands under it. */
function elementsOf(
  elements: readonly ExampleElement[],
  number: number,
  parentId: string | null,
  place: Place,
): Omit<Element, 'version'>[] {
  const { strategy, names, level } = place;
  return elements
    .filter(({ versions }) => versions === undefined || versions.includes(number))
    .flatMap((element, position) => {
      const id = names.idOf('strategy-element', `${element.key} ${number}`);
      const { lead, support, ...words } = wordsOf(element, number);
      const role = (name: 'lead' | 'support') => (key: string) => ({
        organisationId: names.organisationOf(key) ?? '',
        role: name,
      });
      const own = {
        ...words,
        id,
        threadId: names.idOf('strategy-thread', element.key),
        parentId,
        level,
        position,
        kind: strategy.levels[level - 1]?.kind ?? 'line',
        roles: [...lead.map(role('lead')), ...support.map(role('support'))],
      };
      return [own, ...elementsOf(element.elements, number, id, { ...place, level: level + 1 })];
    });
}

function wordsOf(element: ExampleElement, number: number): ExampleElement {
  // A part of what it was that is absent was the same.
  return number === 1 ? Object.assign({}, element, element.was ?? {}) : element;
}
