import { hasExampleNeeds, insertNeed } from '#database/diagnosis/need-store.ts';
import { findNeed } from '#database/diagnosis/need-views.ts';
import type { NeedFields } from '#domain/diagnosis/need.ts';
import { needStandings, type NeedStanding } from '#domain/diagnosis/vocabulary.ts';
import { cell, type Example } from '#formats/actors/read-example.ts';
import type { Context, Transaction } from '../context.ts';
import { keepAct, makeNeedFindable, recordNeed } from './need-deed.ts';

type Row = Example['needs.csv'][number];
type Names = {
  readonly country: string;
  readonly idOf: (kind: string, key: string) => string;
  readonly territoryOf: (code: string | null) => number;
  readonly organisationOf: (key: string | null) => string | null;
};

/** Registers the example's needs of a country, each marked as an example, unless it was done before. */
export async function loadExampleNeeds(
  tx: Transaction,
  context: Context,
  rows: readonly Row[],
  names: Names,
): Promise<void> {
  if (rows.length === 0 || (await hasExampleNeeds(tx, names.country))) return;
  for (const row of rows) await loadOne(tx, context, row, names);
}

async function loadOne(tx: Transaction, context: Context, row: Row, names: Names): Promise<void> {
  const id = names.idOf('need', row['key'] ?? '');
  const territoryId = names.territoryOf(cell(row, 'territory'));
  const fields = fieldsOf(row, names);
  const on = fields.prioritisedOn;
  const standing = standingOfRow(row);
  const made = { id, country: names.country, territoryId, origin: 'pack', example: true } as const;
  await insertNeed(tx, { ...made, standing, standingOn: on, fields });
  const need = await findNeed(tx, id);
  if (!need) throw new Error(`example: need ${row['key']} was not kept`);
  await keepAct(tx, need, { act: 'published', on, isDraft: false });
  if (standing === 'met') await keepAct(tx, need, { act: 'met', on, isDraft: false });
  await makeNeedFindable(tx, need);
  await recordNeed(tx, context, 'loadExample', { before: null, after: need });
}

function standingOfRow(row: Row): NeedStanding {
  const standing = needStandings.find((one) => one === row['standing']) ?? 'current';
  if (standing === 'current' || standing === 'met') return standing;
  throw new Error(`example: a need cannot begin as ${standing}`);
}

// The lists are checked by a test of the packs; the database checks the rest.
function fieldsOf(row: Row, names: Names): NeedFields {
  const structure = cell(row, 'structure');
  const text = (name: string) => cell(row, name) ?? '';
  return {
    problem: text('problem'),
    detail: cell(row, 'detail'),
    groups: text('groups').split(';') as unknown as NeedFields['groups'],
    groupWords: cell(row, 'group_words'),
    violence: text('violence') as NeedFields['violence'],
    ecologicalLevel: cell(row, 'ecological_level') as NeedFields['ecologicalLevel'],
    factor: cell(row, 'factor'),
    factorEffect: cell(row, 'factor_effect') as NeedFields['factorEffect'],
    sourceKind: text('source_kind') as NeedFields['sourceKind'],
    sourceTitle: text('source_title'),
    sourceDate: cell(row, 'source_date'),
    sourceAddress: null,
    prioritisedOn: text('prioritised_on'),
    structureId: structure && names.idOf('structure', structure),
    organisationId: names.organisationOf(cell(row, 'organisation')),
    office: cell(row, 'office'),
    priority: text('priority') as NeedFields['priority'],
    priorityReason: text('priority_reason'),
  };
}
