import type { diagnosisOperations } from '#contract/diagnosis/index.ts';
import type { InputOf, OutputOf } from '#contract/operation.ts';
import { inScope } from '#database/connection.ts';
import type { NeedRow } from '#database/diagnosis/need-columns.ts';
import { listNeedRows } from '#database/diagnosis/need-views.ts';
import {
  needSheetNames,
  needWord,
  writeGroups,
  writtenNeedColumns,
} from '#formats/diagnosis/need-columns.ts';
import { tableMediaTypes, writeTable, type TableRow } from '#formats/tables/index.ts';
import type { Context } from '../context.ts';
import { needsSpan } from './list-needs.ts';
import { lookUpForNeeds, type NeedNames } from './show-needs.ts';

type Operation = typeof diagnosisOperations.exportNeeds;

/** Exactly the needs that the list shows, in the columns that are imported. */
export async function exportNeeds(context: Context, input: InputOf<Operation>): Promise<OutputOf<Operation>> {
  const { format } = input;
  const rows = await inScope(context.database, context.actor.scope, async (tx) => {
    const within = await needsSpan(tx, input.territory, input.below);
    const needs = await listNeedRows(tx, { ...input, within }, null);
    const names = await lookUpForNeeds(tx, context, needs);
    return needs.map((need) => rowOf(need, names, context.language));
  });
  const [spanish, english] = needSheetNames;
  const name = (context.language === 'en' ? english : spanish) ?? '';
  const sheet = { name, columns: writtenNeedColumns(context.language), rows };
  const bytes = await writeTable([sheet], format, { excel: true });
  return { fileName: `${name} ${input.territory}.${format}`, mediaType: tableMediaTypes[format], bytes };
}

function rowOf(need: NeedRow, names: NeedNames, language: Context['language']): TableRow {
  return {
    id: need.id,
    territory: names.place(need.territoryId).reference,
    problem: need.problem,
    detail: need.detail,
    groups: writeGroups(need.groups, language),
    group_words: need.groupWords,
    violence: needWord('violence', need.violence, language),
    ecological_level: needWord('ecological', need.ecologicalLevel, language),
    factor: need.factor,
    factor_effect: needWord('factor', need.factorEffect, language),
    source_kind: needWord('source', need.sourceKind, language),
    source_title: need.sourceTitle,
    source_date: need.sourceDate,
    source_address: need.sourceAddress,
    prioritised_on: need.prioritisedOn,
    prioritised_by:
      (names.structure(need.structureId) ?? names.optionalOrganisation(need.organisationId))?.name ?? null,
    office: need.office,
    priority: needWord('priority', need.priority, language),
    priority_reason: need.priorityReason,
  };
}
