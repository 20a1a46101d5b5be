import { findOrganisation } from '#database/actors/organisation-views.ts';
import type { StrategyFields } from '#database/strategy/strategy-store.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { problemsOfLevels } from '#domain/strategy/levels.ts';
import { refuse } from '#domain/strategy/refusals.ts';
import type { Context, Transaction } from '../context.ts';
import { record } from '../audit/record.ts';
import type { StrategyRow } from '#database/strategy/strategy-columns.ts';

/** What was written of a strategy, once its faults and its owner have been looked at. */
export async function readStrategyBody(
  tx: Transaction,
  body: StrategyFields,
  at: { readonly country: string; readonly today: string },
): Promise<StrategyFields> {
  const problems: Problem[] = [...problemsOfLevels(body.levels)];
  if (body.periodTo <= body.periodFrom)
    problems.push({ code: 'strategy.ends-before-it-begins', field: 'periodTo' });
  if (body.adoptingActOn !== null && body.adoptingActOn > at.today)
    problems.push({ code: 'strategy.day-to-come', field: 'adoptingActOn' });
  if (problems.length > 0) throw refuse('strategy.incomplete', { problems });
  const owner = await findOrganisation(tx, body.organisationId);
  if (!owner || owner.country !== at.country || owner.standing === 'annulled')
    throw refuse('strategy.owner-not-found', { field: 'organisationId' });
  return {
    organisationId: body.organisationId,
    title: body.title,
    adoptingAct: body.adoptingAct,
    adoptingActOn: body.adoptingActOn,
    periodFrom: body.periodFrom,
    periodTo: body.periodTo,
    levels: body.levels,
    note: body.note,
  };
}

const audited = ({ id: _id, country: _country, territoryId: _territory, ...said }: StrategyRow) => ({
  ...said,
  levels: said.levels.map(({ es }) => es),
});

/** Writes a deed done to a strategy down. */
export async function recordStrategy(
  tx: Transaction,
  context: Context,
  operation: string,
  rows: { readonly before: StrategyRow | null; readonly after: StrategyRow },
): Promise<void> {
  await record(tx, context, {
    operation,
    subjectKind: 'strategy',
    subjectId: rows.after.id,
    territoryId: rows.after.territoryId,
    organisationId: null,
    before: rows.before && audited(rows.before),
    after: audited(rows.after),
    freeText: ['title', 'adoptingAct', 'note'],
  });
}
