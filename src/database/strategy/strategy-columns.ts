import type { Selectable } from 'kysely';
import type { DB } from '#database/schema.ts';
import type { LevelName } from '#domain/strategy/levels.ts';
import type { VersionStanding } from '#domain/strategy/vocabulary.ts';

/** A strategy as the domain speaks of it. */
export type StrategyRow = {
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly organisationId: string;
  readonly title: string;
  readonly adoptingAct: string | null;
  readonly adoptingActOn: string | null;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly levels: readonly LevelName[];
  readonly sourceId: string | null;
  readonly note: string | null;
  readonly example: boolean;
  readonly version: number;
};

/** A version of a strategy, without its elements. */
export type VersionRow = {
  readonly id: string;
  readonly strategyId: string;
  readonly territoryId: number;
  readonly number: number;
  readonly standing: VersionStanding;
  readonly basedOnId: string | null;
  readonly consultationFrom: string | null;
  readonly consultationTo: string | null;
  readonly approvingBody: string | null;
  readonly approvingAct: string | null;
  readonly approvedOn: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly isExampleStructure: boolean;
  readonly version: number;
};

export function strategyOf(row: Selectable<DB['strategy']>): StrategyRow {
  return {
    id: row.id,
    country: row.country,
    territoryId: row.territory_id,
    organisationId: row.organisation_id,
    title: row.title,
    adoptingAct: row.adopting_act,
    adoptingActOn: row.adopting_act_on,
    periodFrom: row.period_from,
    periodTo: row.period_to,
    levels: row.level_names as unknown as LevelName[],
    sourceId: row.source_id,
    note: row.note,
    example: row.example,
    version: row.version,
  };
}

export function versionOf(row: Selectable<DB['strategy_version']>): VersionRow {
  return {
    id: row.id,
    strategyId: row.strategy_id,
    territoryId: row.territory_id,
    number: row.number,
    standing: row.standing as VersionStanding,
    basedOnId: row.based_on_id,
    consultationFrom: row.consultation_from,
    consultationTo: row.consultation_to,
    approvingBody: row.approving_body,
    approvingAct: row.approving_act,
    approvedOn: row.approved_on,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    isExampleStructure: row.is_example_structure,
    version: row.version,
  };
}
