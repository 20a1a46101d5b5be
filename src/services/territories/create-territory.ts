import type { InputOf, OutputOf } from '#contract/operation.ts';
import type { territoriesOperations } from '#contract/territories.ts';
import { inScope } from '#database/connection.ts';
import { addSuccessions } from '#database/territories/deed-store.ts';
import { indexTerritories } from '#database/territories/search-entries.ts';
import { addTerritories, completeClosure, listStanding } from '#database/territories/territory-store.ts';
import { findCountryGround, lockNumbers, type TerritoryRow } from '#database/territories/write-views.ts';
import { permit } from '#domain/access/permissions.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import { readCode } from '#domain/territories/codes.ts';
import { planLoad, type NumberedTerritory } from '#domain/territories/load-plan.ts';
import { countryBlock } from '#domain/territories/numbering.ts';
import { referenceOf } from '#domain/territories/references.ts';
import { refuse } from '#domain/territories/refusals.ts';
import { problemsOfTree, type TerritoryDraft } from '#domain/territories/tree.ts';
import { record } from '../audit/record.ts';
import type { Context, Transaction } from '../context.ts';
import { getPlace } from './get-place.ts';
import { sourceIdOf } from './source-given.ts';
import { answerTerritory } from './territory-answer.ts';

type Operation = typeof territoriesOperations.createTerritory;
type Body = InputOf<Operation>['body'];

export async function createTerritory(
  context: Context,
  input: InputOf<Operation>,
): Promise<OutputOf<Operation>> {
  const { body } = input;
  return inScope(context.database, context.actor.scope, async (tx) => {
    const parent = await getPlace(tx, body.parent);
    permit(context.actor, 'edit-territory', { territoryId: parent.id });
    const predecessors = await placesOf(tx, context, body.predecessors);
    const sourceId = body.source ? await sourceIdOf(tx, parent.country, body.source) : null;
    const added = await place(tx, parent, draftOf(body, parent, sourceId));
    await addTerritories(tx, parent.country, [added], 'person');
    await completeClosure(tx, parent.country);
    await addSuccessions(
      tx,
      predecessors.map(({ row, kind }) => ({
        predecessorId: row.id,
        successorId: added.id,
        on: body.validFrom,
        kind,
        note: null,
      })),
    );
    await indexTerritories(tx, parent.country, [added.id]);
    await record(tx, context, {
      operation: 'createTerritory',
      subjectKind: 'territory',
      subjectId: referenceOf(parent.country, added.code),
      territoryId: added.id,
      organisationId: null,
      before: null,
      after: { ...body, predecessors: body.predecessors.map((one) => one.reference), source: sourceId },
      freeText: ['note'],
    });
    return answerTerritory(tx, context, added.id);
  });
}

/** What came before or after; whoever writes a history must be allowed to at both its ends. */
export async function placesOf(tx: Transaction, context: Context, given: Body['predecessors']) {
  const places = [];
  for (const { reference, kind } of given) {
    const row = await getPlace(tx, reference);
    permit(context.actor, 'edit-territory', { territoryId: row.id });
    places.push({ row, kind });
  }
  return places;
}

function draftOf(body: Body, parent: TerritoryRow, sourceId: string | null): TerritoryDraft {
  return {
    code: body.code,
    name: body.name,
    kind: body.kind,
    parentCode: parent.level === 0 ? null : parent.code,
    isoCode: body.isoCode,
    validFrom: body.validFrom,
    validTo: null,
    longitude: body.longitude,
    latitude: body.latitude,
    areaKm2: body.areaKm2,
    sourceId,
    note: body.note,
  };
}

async function place(
  tx: Transaction,
  parent: TerritoryRow,
  draft: TerritoryDraft,
): Promise<NumberedTerritory> {
  const ground = await findCountryGround(tx, parent.country);
  if (!ground) throw refuse('territories.not-found');
  await lockNumbers(tx, ground.base);
  const standing = await listStanding(tx, parent.country);
  const code = readCode(draft.code, ground.kinds);
  if (code.is === 'questioned') {
    const values = { given: draft.code, candidate: code.candidates.join(', ') };
    throw refuse('territories.code-questioned', { field: 'code', values });
  }
  if (standing.some((one) => one.code === draft.code && one.validTo === null)) {
    throw refuse('territories.code-taken', { field: 'code', values: { given: draft.code } });
  }
  const problems = problemsOfTree([{ draft, row: 1 }], ground.kinds, [{ ...parent, parentCode: null }]);
  if (problems.length > 0) throw refuse('territories.invalid', { problems: problems.map(withoutRow) });
  const range = { low: ground.base, high: ground.base + countryBlock - 1 };
  // Of a code that was used before, only the places matter: the new territory gets a number of its own.
  const others = standing.map((one) =>
    one.code === draft.code ? { ...one, code: `${one.code} ${one.id}` } : one,
  );
  const plan = planLoad([draft], others, { ...ground, country: { code: parent.country, range } }, false);
  const [added] = plan.add;
  if (!added) throw refuse('territories.no-room', { values: { parent: parent.name } });
  return added;
}

function withoutRow({ row: _row, ...problem }: Problem): Problem {
  return problem;
}
