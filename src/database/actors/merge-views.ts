import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { openPath, type Link } from '#domain/actors/merge.ts';
import type { ChangeableTable, Values } from '#domain/actors/row-changes.ts';

/** A table whose rows point at an organisation or a person. */
type Pointing = {
  readonly table: ChangeableTable;
  readonly column: string;
  readonly key: readonly string[];
  /** What makes two rows one thing, apart from the column that points. */
  readonly identity?: (row: Values) => string;
  readonly slot?: (row: Values) => string | null;
  readonly label: (row: Values) => string;
  /** Whether a row stands under the territory of whom it points at. */
  readonly followsTerritory?: boolean;
  readonly followsOrganisation?: boolean;
  /** Columns that the database works out of others. */
  readonly derived?: readonly string[];
};

const text = (value: Values[string] | undefined) =>
  value === null || value === undefined ? '' : String(value);

const ofOrganisations: readonly Pointing[] = [
  { table: 'organisation', column: 'parent_id', key: ['id'], label: (row) => text(row['name']) },
  {
    table: 'organisation_name',
    column: 'organisation_id',
    key: ['organisation_id', 'name'],
    identity: (row) => text(row['name']),
    label: (row) => text(row['name']),
    followsTerritory: true,
  },
  {
    table: 'organisation_succession',
    column: 'predecessor_id',
    key: ['predecessor_id', 'successor_id'],
    identity: (row) => text(row['successor_id']),
    label: (row) => text(row['kind']),
    followsTerritory: true,
  },
  {
    table: 'organisation_succession',
    column: 'successor_id',
    key: ['predecessor_id', 'successor_id'],
    identity: (row) => text(row['predecessor_id']),
    label: (row) => text(row['kind']),
  },
  {
    table: 'territory_authority',
    column: 'organisation_id',
    key: ['id'],
    identity: (row) => `${text(row['territory_id'])} ${text(row['kind'])}`,
    label: (row) => text(row['kind']),
  },
  { table: 'person', column: 'organisation_id', key: ['id'], label: (row) => text(row['name']) },
  {
    table: 'contact_point',
    column: 'organisation_id',
    key: ['id'],
    identity: (row) => `${text(row['channel'])} ${text(row['value'])}`,
    label: (row) => text(row['channel']),
    followsTerritory: true,
  },
  { table: 'contact_point', column: 'of_organisation_id', key: ['id'], label: (row) => text(row['channel']) },
  {
    table: 'post',
    column: 'organisation_id',
    key: ['id'],
    identity: (row) =>
      ['person_id', 'territory_id', 'kind', 'title', 'valid_from', 'valid_to', 'alternate']
        .map((name) => text(row[name]))
        .join(' '),
    slot: (row) => (row['kind'] === 'head' && row['alternate'] === false ? 'head' : null),
    label: (row) => text(row['title']),
  },
  { table: 'seat', column: 'organisation_id', key: ['id'], label: (row) => text(row['name']) },
  { table: 'strategy', column: 'organisation_id', key: ['id'], label: (row) => text(row['title']) },
  {
    table: 'planning_path',
    column: 'organisation_id',
    key: ['id'],
    slot: (row) => (row['closed_on'] === null ? openPath : null),
    label: (row) => text(row['opened_on']),
  },
  {
    table: 'planning_step',
    column: 'organisation_id',
    key: ['path_id', 'step'],
    label: (row) => text(row['step']),
  },
  {
    table: 'planning_help',
    column: 'organisation_id',
    key: ['id'],
    label: (row) => text(row['question']),
  },
  { table: 'need', column: 'organisation_id', key: ['id'], label: (row) => text(row['problem']) },
  {
    table: 'inventory_entry',
    column: 'organisation_id',
    key: ['id'],
    // The same row of both operating plans is one programme.
    identity: (row) => text(row['row_key'] ?? row['id']),
    label: (row) => text(row['title']),
  },
  {
    table: 'agreement_party',
    column: 'organisation_id',
    key: ['id'],
    identity: (row) => text(row['agreement_id']),
    label: (row) => text(row['role']),
    followsTerritory: true,
  },
  ...['obligor_organisation_id', 'beneficiary_organisation_id', 'verifier_organisation_id'].map((column) => ({
    table: 'commitment' as const,
    column,
    key: ['id'],
    label: (row: Values) => text(row['what']),
  })),
  {
    table: 'commitment_co_obligor',
    column: 'organisation_id',
    key: ['commitment_id', 'organisation_id'],
    identity: (row) => text(row['commitment_id']),
    derived: ['holder_id'],
    label: () => '',
  },
  { table: 'plan', column: 'organisation_id', key: ['id'], label: (row) => text(row['title']) },
  {
    table: 'plan_action',
    column: 'responsible_organisation_id',
    key: ['id'],
    label: (row) => text(row['title']),
  },
  {
    table: 'plan_action_partner',
    column: 'organisation_id',
    key: ['action_id', 'organisation_id'],
    identity: (row) => text(row['action_id']),
    label: (row) => text(row['contribution']),
  },
  {
    table: 'plan_budget',
    column: 'source_organisation_id',
    key: ['id'],
    label: (row) => `${text(row['currency'])} ${text(row['amount'])}`,
  },
  { table: 'structure', column: 'secretariat_id', key: ['id'], label: (row) => text(row['name']) },
  {
    table: 'prevention_work',
    column: 'organisation_id',
    key: ['id'],
    identity: (row) =>
      ['territory_id', 'function', 'description', 'valid_from', 'valid_to']
        .map((name) => text(row[name]))
        .join(' '),
    label: (row) => text(row['function']),
  },
];

const ofPeople: readonly Pointing[] = [
  {
    table: 'contact_point',
    column: 'person_id',
    key: ['id'],
    identity: (row) => `${text(row['channel'])} ${text(row['value'])}`,
    label: (row) => text(row['channel']),
    followsTerritory: true,
    followsOrganisation: true,
  },
  {
    table: 'post',
    column: 'person_id',
    key: ['id'],
    identity: (row) =>
      ['organisation_id', 'territory_id', 'kind', 'title', 'valid_from', 'valid_to', 'alternate']
        .map((name) => text(row[name]))
        .join(' '),
    label: (row) => text(row['title']),
  },
  {
    table: 'seat_term',
    column: 'person_id',
    key: ['id'],
    identity: (row) =>
      ['seat_id', 'capacity', 'valid_from', 'valid_to'].map((name) => text(row[name])).join(' '),
    label: (row) => text(row['capacity']),
  },
];

/**
 * The rows that point at an organisation or a person, as the caller may see them.
 * `kept` is where they would stand: the territory and, for people's contacts, the organisation that their owner has.
 */
export async function findLinks(
  tx: Transaction,
  kind: 'organisation' | 'person',
  id: string,
  kept: { readonly territoryId: number; readonly organisationId: string | null },
): Promise<Link[]> {
  const links: Link[] = [];
  for (const pointing of kind === 'organisation' ? ofOrganisations : ofPeople) {
    const { table, column } = pointing;
    const { rows } = await sql<{ row: Values }>`
      select to_jsonb(r) as row from ${sql.table(table)} r where r.${sql.ref(column)} = ${id}::uuid
      order by 1`.execute(tx);
    links.push(...rows.map(({ row }) => linkOf(pointing, plain(row, pointing.derived), kept)));
  }
  return links;
}

// Moments come as text and are not compared; they would not read back as they were written.
function plain(row: Values, derived: readonly string[] = []): Values {
  const isKept = (name: string) => !name.endsWith('_at') && !derived.includes(name);
  return Object.fromEntries(Object.entries(row).filter(([name]) => isKept(name)));
}

function linkOf(
  pointing: Pointing,
  row: Values,
  kept: { readonly territoryId: number; readonly organisationId: string | null },
): Link {
  const slot = pointing.slot?.(row) ?? null;
  return {
    table: pointing.table,
    column: pointing.column,
    key: Object.fromEntries(pointing.key.map((name) => [name, row[name] ?? null])),
    alongside: {
      ...(pointing.followsTerritory ? { territory_id: kept.territoryId } : {}),
      ...(pointing.followsOrganisation ? { of_organisation_id: kept.organisationId } : {}),
    },
    row,
    identity: pointing.identity ? `${pointing.table} ${pointing.column} ${pointing.identity(row)}` : null,
    exclusive:
      slot === null
        ? null
        : { slot, from: text(row['valid_from']) || null, to: text(row['valid_to']) || null },
    label: pointing.label(row),
  };
}

/** Of these people, who has an account; asked beyond the caller's sight. */
export async function findWithAccount(tx: Transaction, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select actors_with_account(${[...ids]}::uuid[]) as id`.execute(
    tx,
  );
  return rows.map((row) => row.id);
}

/** What an organisation reports, reviews and counts, that would go along: by kind, each with its name. */
export async function findCarriedFigures(tx: Transaction, from: string, to: string) {
  const { rows } = await sql<{ kind: string; label: string }>`
    select kind, label from merge_figures_of(${from}::uuid, ${to}::uuid)`.execute(tx);
  return [...Map.groupBy(rows, ({ kind }) => kind)].map(([table, those]) => ({
    table,
    labels: those.map(({ label }) => label),
  }));
}

export async function listMergeRows(
  tx: Transaction,
  filter: { readonly kind?: string | undefined; readonly after: string | null; readonly limit: number },
) {
  let query = tx.selectFrom('merge_record').selectAll().orderBy('id', 'desc').limit(filter.limit);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.after !== null) query = query.where('id', '<', filter.after);
  return query.execute();
}

export async function findMerge(tx: Transaction, id: string) {
  return tx.selectFrom('merge_record').selectAll().where('id', '=', id).executeTakeFirst();
}
