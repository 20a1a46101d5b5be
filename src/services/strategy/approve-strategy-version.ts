import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { strategyOperations } from '#contract/strategy/index.ts';
import { inScope } from '#database/connection.ts';
import { findVersions } from '#database/strategy/strategy-views.ts';
import { problemsOfElement, yearsOf } from '#domain/strategy/element.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import { approve } from '#domain/strategy/succession.ts';
import type { Context } from '../context.ts';
import { todayOf } from '../today.ts';
import { refuseEmpty } from './refuse-empty.ts';
import { actOnVersion, makeStrategyFindable, openVersion } from './strategy-deed.ts';

type Operation = typeof strategyOperations.approveStrategyVersion;

/** Approves a draft by a named act; the version in force until then is superseded the day before. */
export async function approveStrategyVersion(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  const operation = 'approveStrategyVersion';
  return inScope(context.database, context.actor.scope, async (tx) => {
    const at = { id: input.versionId, version: input.version, act: 'approved' } as const;
    const { strategy, version } = await openVersion(tx, context, at);
    const on = await todayOf(tx, context, version.territoryId);
    const versions = await findVersions(tx, [strategy.id]);
    const { approved, superseded } = approve(versions, version.id, body, on);
    const elements = await refuseEmpty(tx, version);
    const faults = elements.flatMap((element) => problemsOfElement(element, yearsOf(strategy)));
    if (faults.length > 0) throw refuse('strategy.approval-incomplete', { problems: faults });
    const before = versions.find(({ id }) => id === superseded?.id);
    if (before && superseded) {
      const change = { validTo: superseded.validTo };
      await actOnVersion(tx, context, before, { operation, act: 'superseded', change, on });
    }
    const change = {
      approvingBody: body.body,
      approvingAct: body.act,
      approvedOn: body.on,
      validFrom: approved.validFrom,
      isExampleStructure: body.isExampleStructure ?? version.isExampleStructure,
    };
    const done = await actOnVersion(tx, context, version, { operation, act: 'approved', change, on });
    await makeStrategyFindable(tx, strategy);
    return done;
  });
}
