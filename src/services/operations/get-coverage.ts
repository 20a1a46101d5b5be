import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { situationBlockOperations } from '#contract/situation-blocks.ts';
import { findTargets, tallyOutcomes } from '#database/compliance/figure-views.ts';
import { inScope } from '#database/connection.ts';
import { complianceClassOf } from '#domain/compliance/compliance-class.ts';
import { lookUp } from '../actors/look-up.ts';
import { complianceFilter } from '../compliance/compliance-filter.ts';
import { complianceOf } from '../compliance/figures-of.ts';
import { talliesByTarget } from '../compliance/tallies-by-target.ts';
import type { Context } from '../context.ts';

type Operation = typeof situationBlockOperations.getCoverage;

/** Where an agreement is in force and how far what was promised there is done, by class: what two layers of a map show. */
export async function getCoverage(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  return inScope(context.database, context.actor.scope, async (tx) => {
    const { filter } = await complianceFilter(tx, context, input);
    const [targets, tallies] = await Promise.all([findTargets(tx, filter), tallyOutcomes(tx, filter)]);
    const own = talliesByTarget(targets, tallies);
    const places = await lookUp(tx, context, { territories: targets.map((row) => row.territory_id) });
    const territories = targets.map((target) => ({
      territory: places.place(target.territory_id),
      hasAgreement: target.has_agreement,
      class: complianceClassOf(complianceOf(own(target.territory_id))),
    }));
    return { today: filter.today, level: targets[0]?.level ?? null, territories };
  });
}
