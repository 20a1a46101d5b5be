import type { Selectable } from 'kysely';
import type { DB } from '#database/schema.ts';
import type { PlanKind, PlanStanding } from '#domain/plans/vocabulary.ts';

/** A plan's head as the domain speaks of it. */
export type PlanRow = {
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly structureId: string | null;
  readonly kind: PlanKind;
  readonly title: string;
  readonly summary: string | null;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly strategyId: string | null;
  readonly standing: PlanStanding;
  readonly standingReason: string | null;
  readonly standingOn: string | null;
  readonly submittedBy: string | null;
  readonly edition: number;
  readonly copiedFromId: string | null;
  readonly example: boolean;
  readonly version: number;
};

/** A row as the domain names its columns; lists that the database checks get their types back. */
export function planOf(row: Selectable<DB['plan']>): PlanRow {
  return {
    id: row.id,
    country: row.country,
    territoryId: row.territory_id,
    organisationId: row.organisation_id,
    structureId: row.structure_id,
    kind: row.kind as PlanKind,
    title: row.title,
    summary: row.summary,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    strategyId: row.strategy_id,
    standing: row.standing as PlanStanding,
    standingReason: row.standing_reason,
    standingOn: row.standing_on,
    submittedBy: row.submitted_by,
    edition: row.edition,
    copiedFromId: row.copied_from_id,
    example: row.example,
    version: row.version,
  };
}
