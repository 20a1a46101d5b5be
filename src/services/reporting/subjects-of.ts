import type { InputOf } from '#contract/operation.ts';
import type { reportingOperations } from '#contract/reporting/index.ts';
import type { PlaceRow } from '#database/actors/place-views.ts';
import { findPlace } from '#database/actors/place-views.ts';
import {
  findChains,
  findPartiesOfAgreement,
  findReporters,
  findTerritoriesOfLevel,
} from '#database/reporting/subject-views.ts';
import type { ReportPlace } from '#domain/reporting/permissions.ts';
import { refuse } from '#domain/reporting/refusals.ts';
import type { Problem } from '#domain/shared/refusal.ts';
import type { Transaction } from '../context.ts';

type Asked = InputOf<typeof reportingOperations.openReportCycle>['body']['subjects'];

/** Who owes a report, and who decides on it, step by step. */
export type Subject = ReportPlace & {
  readonly level: number;
  readonly name: string | null;
  readonly steps: readonly (readonly ReportPlace[])[];
};

export type Subjects = {
  readonly path: 'territory' | 'institution' | 'agreement';
  readonly subjects: readonly Subject[];
  readonly agreementId: string | null;
};

/**
 * Those who are asked, with the way of each to approval.
 * @throws Refusal `reporting.cycle-faults` where somebody is unknown, nobody is left, or territories are of several levels
 */
export async function subjectsOf(tx: Transaction, asked: Asked, within: PlaceRow): Promise<Subjects> {
  const found = await find(tx, asked, within);
  if (found.subjects.length === 0) throw faults([{ code: 'reporting.no-subjects', field: 'subjects' }]);
  const levels = new Set(found.subjects.map(({ level }) => level));
  if (found.path === 'territory' && levels.size > 1)
    throw faults([{ code: 'reporting.levels-differ', field: 'subjects' }]);
  return found;
}

function faults(problems: readonly Problem[]) {
  return refuse('reporting.cycle-faults', { problems });
}

async function find(tx: Transaction, asked: Asked, within: PlaceRow): Promise<Subjects> {
  if (asked.kind === 'organisations') return institutions(tx, asked.ids, within);
  if (asked.kind === 'agreement') return partners(tx, asked.id, within);
  const territories =
    asked.kind === 'level'
      ? await findTerritoriesOfLevel(tx, { low: within.id, high: within.lastId, level: asked.level })
      : await named(tx, asked.references, within);
  return { path: 'territory', agreementId: null, subjects: await alongTerritory(tx, territories) };
}

async function named(tx: Transaction, references: readonly string[], within: PlaceRow) {
  const problems: Problem[] = [];
  const found = new Map<number, { id: number; level: number }>();
  for (const reference of references) {
    const place = await findPlace(tx, reference);
    if (!place || place.id < within.id || place.id > within.lastId)
      problems.push({ code: 'reporting.unknown-subject', field: 'subjects', values: { reference } });
    else found.set(place.id, place);
  }
  if (problems.length > 0) throw faults(problems);
  return [...found.values()];
}

const placeOf = (territoryId: number): ReportPlace => ({
  territoryId,
  organisationId: null,
  structureId: null,
});

/** The chain of a territory: who is above, the nearest first. What has nobody above decides on itself. */
async function alongTerritory(
  tx: Transaction,
  territories: readonly { readonly id: number; readonly level: number }[],
): Promise<Subject[]> {
  if (territories.length === 0) return [];
  const chains = await findChains(
    tx,
    territories.map(({ id }) => id),
  );
  const aboveOf = Map.groupBy(chains, ({ id }) => id);
  return territories.map(({ id, level }) => {
    const above = (aboveOf.get(id) ?? []).map(({ aboveId }) => aboveId);
    return {
      ...placeOf(id),
      level,
      name: null,
      steps: (above.length > 0 ? above : [id]).map((one) => [placeOf(one)]),
    };
  });
}

/** An institution's own coordination (or that of the one above it), and then the centre. */
async function institutions(tx: Transaction, ids: readonly string[], within: PlaceRow): Promise<Subjects> {
  const found = await findReporters(tx, ids, within.country);
  if (found.length < new Set(ids).size)
    throw faults([{ code: 'reporting.unknown-organisation', field: 'subjects' }]);
  const levels = await levelsOf(tx, found);
  const subjects = found.map((one): Subject => {
    const place = { territoryId: one.territoryId, structureId: null };
    return {
      ...place,
      organisationId: one.id,
      level: levels.get(one.territoryId) ?? 0,
      name: one.name,
      steps: [[{ ...place, organisationId: one.parentId ?? one.id }], [placeOf(within.id)]],
    };
  });
  return { path: 'institution', agreementId: null, subjects };
}

/** Each party of an agreement reports; any of the others decides first, and then the centre. */
async function partners(tx: Transaction, agreementId: string, within: PlaceRow): Promise<Subjects> {
  const parties = (await findPartiesOfAgreement(tx, agreementId)).filter(
    ({ country, organisationId, structureId }) =>
      country === within.country && (organisationId !== null || structureId !== null),
  );
  const levels = await levelsOf(tx, parties);
  const subjects = parties.map(({ territoryId, organisationId, structureId }): Subject => {
    const others = parties.filter(
      (one) => one.organisationId !== organisationId || one.structureId !== structureId,
    );
    const first = others.map((one) => ({
      territoryId: one.territoryId,
      organisationId: one.organisationId,
      structureId: one.structureId,
    }));
    const level = levels.get(territoryId) ?? 0;
    const steps = first.length > 0 ? [first, [placeOf(within.id)]] : [[placeOf(within.id)]];
    return { territoryId, organisationId, structureId, level, name: null, steps };
  });
  return { path: 'agreement', agreementId, subjects };
}

async function levelsOf(tx: Transaction, rows: readonly { readonly territoryId: number }[]) {
  const ids = [...new Set(rows.map(({ territoryId }) => territoryId))];
  const depths = new Map(ids.map((id) => [id, 0]));
  if (ids.length === 0) return depths;
  for (const { id, depth } of await findChains(tx, ids)) depths.set(id, Math.max(depths.get(id) ?? 0, depth));
  return depths;
}
