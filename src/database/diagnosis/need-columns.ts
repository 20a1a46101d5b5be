import type { Insertable, Selectable } from 'kysely';
import type { DB } from '#database/schema.ts';
import type { NeedFields } from '#domain/diagnosis/need.ts';
import type { NeedStanding } from '#domain/diagnosis/vocabulary.ts';

/** A need as the domain speaks of it, with what the database keeps beside. */
export type NeedRow = NeedFields & {
  readonly id: string;
  readonly country: string;
  readonly territoryId: number;
  readonly standing: NeedStanding;
  readonly standingReason: string | null;
  readonly standingOn: string | null;
  readonly mergedInto: string | null;
  readonly example: boolean;
  readonly version: number;
};

/** A row as the domain names its columns; lists that the database checks get their types back. */
export function needOf(row: Selectable<DB['need']>): NeedRow {
  return {
    ...fieldsOfRow(row),
    id: row.id,
    country: row.country,
    territoryId: row.territory_id,
    standing: row.standing as NeedStanding,
    standingReason: row.standing_reason,
    standingOn: row.standing_on,
    mergedInto: row.merged_into,
    example: row.example,
    version: row.version,
  };
}

function fieldsOfRow(row: Selectable<DB['need']>): NeedFields {
  return {
    problem: row.problem,
    detail: row.detail,
    groups: row.groups as NeedFields['groups'],
    groupWords: row.group_words,
    violence: row.violence as NeedFields['violence'],
    ecologicalLevel: row.ecological_level as NeedFields['ecologicalLevel'],
    factor: row.factor,
    factorEffect: row.factor_effect as NeedFields['factorEffect'],
    sourceKind: row.source_kind as NeedFields['sourceKind'],
    sourceTitle: row.source_title,
    sourceDate: row.source_date,
    sourceAddress: row.source_address,
    prioritisedOn: row.prioritised_on,
    structureId: row.structure_id,
    organisationId: row.organisation_id,
    office: row.office,
    priority: row.priority as NeedFields['priority'],
    priorityReason: row.priority_reason,
  };
}

/** The columns of what is said of a need. */
export function columnsOf(need: NeedFields) {
  return {
    problem: need.problem,
    detail: need.detail,
    groups: [...need.groups],
    group_words: need.groupWords,
    violence: need.violence,
    ecological_level: need.ecologicalLevel,
    factor: need.factor,
    factor_effect: need.factorEffect,
    source_kind: need.sourceKind,
    source_title: need.sourceTitle,
    source_date: need.sourceDate,
    source_address: need.sourceAddress,
    prioritised_on: need.prioritisedOn,
    structure_id: need.structureId,
    organisation_id: need.organisationId,
    office: need.office,
    priority: need.priority,
    priority_reason: need.priorityReason,
  } satisfies Partial<Insertable<DB['need']>>;
}
