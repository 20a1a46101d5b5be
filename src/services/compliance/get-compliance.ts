import type { complianceOperations } from '#contract/compliance/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { findPartyNames } from '#database/compliance/case-views.ts';
import type { DueTally, TargetRow } from '#database/compliance/figure-views.ts';
import { inScope } from '#database/connection.ts';
import { complianceClasses, complianceClassOf } from '#domain/compliance/compliance-class.ts';
import { mayOverrideLight } from '#domain/compliance/permissions.ts';
import { lookUp } from '../actors/look-up.ts';
import type { Context, Transaction } from '../context.ts';
import { complianceFilter } from './compliance-filter.ts';
import { complianceOf, figuresOf } from './figures-of.ts';
import { lightOf } from './light-of.ts';
import { talliesByTarget } from './tallies-by-target.ts';

type Operation = typeof complianceOperations.getCompliance;

export async function getCompliance(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { place, filter } = await complianceFilter(tx, context, input);
    const {
      figures,
      compliance,
      tallies,
      overdue: lateBy,
      holders,
      targets,
      lines,
    } = await figuresOf(tx, filter);
    const { due, late, overdue, breached, waiting, unanswered, heldBack, waived, unpublished } = compliance;
    const names = await findPartyNames(
      tx,
      holders.map(({ holder_id }) => holder_id),
    );
    return {
      today: filter.today,
      figures,
      dues: { due, late, overdue, breached, waiting, unanswered, heldBack, waived, unpublished },
      light: await lightOf(
        tx,
        { tallies, overdue: lateBy },
        { agreementId: input.agreement, today: filter.today },
      ),
      groups: await groupsOf(tx, context, tallies, targets),
      holders: holders
        .map(({ holder_id, days, count }) => ({
          id: holder_id,
          name: names.get(holder_id) ?? '',
          days,
          count,
        }))
        .toSorted((one, other) => one.name.localeCompare(other.name, 'es')),
      lines,
      abilities: mayOverrideLight(context.actor, place.id) ? ['oversee-agreement'] : [],
    };
  });
}

/** Territories by class, each list in order of name as the database gave it. */
async function groupsOf(
  tx: Transaction,
  context: Context,
  tallies: readonly DueTally[],
  targets: readonly TargetRow[],
) {
  const places = await lookUp(tx, context, { territories: targets.map(({ territory_id }) => territory_id) });
  const own = talliesByTarget(targets, tallies);
  const rows = targets.map((target) => {
    const { numerator, denominator } = complianceOf(own(target.territory_id));
    return { ...places.place(target.territory_id), numerator, denominator };
  });
  return complianceClasses.map((one) => ({
    class: one,
    territories: rows.filter((row) => complianceClassOf(row) === one),
  }));
}
