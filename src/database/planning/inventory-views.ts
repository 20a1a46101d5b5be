import { sql, type RawBuilder } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { EntryKind, EntryLink, EntryOrigin, EntryStanding } from '#domain/planning/inventory.ts';
import { fold } from '#domain/shared/fold.ts';
import type { NumberRange } from '#domain/shared/ranges.ts';

export type InventoryFilter = {
  readonly within: NumberRange | null;
  readonly organisation?: string | undefined;
  readonly kind?: EntryKind | undefined;
  readonly link?: EntryLink | undefined;
  readonly year?: number | undefined;
  readonly standing: EntryStanding;
  readonly text?: string | undefined;
};

/** A line of the inventory: an entry, or an approved plan, which is in it by itself. */
export type InventoryLine = {
  readonly id: string;
  readonly name: string;
  readonly kind: EntryKind;
  readonly territoryId: number;
  readonly organisationId: string | null;
  readonly structureId: string | null;
  readonly link: EntryLink;
  readonly criterion: string | null;
  readonly decidedByOffice: string | null;
  readonly decidedOn: string | null;
  readonly description: string | null;
  readonly officialReference: string | null;
  readonly poaCode: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly amountYear: number | null;
  readonly standing: EntryStanding;
  readonly origin: EntryOrigin;
  readonly example: boolean;
};

/** Where a list in order of name goes on. */
export type LineCursor = { readonly name: string; readonly id: string };

// Approved plans are not copied: the list is a union, so that it never says something else than the plan does.
const lines = sql`(
  select id, title as name, kind, territory_id, organisation_id, null::uuid as structure_id, link, criterion, decided_by_office,
    decided_on, description, official_reference, poa_code, period_from, period_to, amount, currency, amount_year, standing, origin,
    example, folded
  from inventory_entry
  union all
  select p.id, p.title, 'plan', p.territory_id, p.organisation_id, p.structure_id, 'direct', null, e.approving_body, e.approved_on,
    p.summary, e.approving_act, null, p.period_from, p.period_to, null, null, null,
    case when p.standing = 'ended' then 'ended' else 'current' end, 'plan', p.example,
    coalesce((select s.folded from search_entry s where s.kind = 'plan' and s.id = p.id::text), lower(p.title))
  from plan p left join plan_edition e on e.plan_id = p.id and e.number = p.edition
  where p.edition > 0 and p.standing <> 'annulled'
    and not exists (select from inventory_entry i where i.plan_id = p.id and i.standing <> 'annulled')
) line`;

function conditions(filter: InventoryFilter): RawBuilder<unknown> {
  const { within, organisation, kind, link, year, standing } = filter;
  const parts = [
    sql`standing = ${standing}`,
    ...(within ? [sql`territory_id between ${within.low} and ${within.high}`] : []),
    ...(organisation === undefined ? [] : [sql`organisation_id = ${organisation}::uuid`]),
    ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
    ...(link === undefined ? [] : [sql`link = ${link}`]),
    // What has no period is of no year in particular, unless its money is.
    ...(year === undefined
      ? []
      : [
          sql`(amount_year = ${year} or (coalesce(period_from, period_to) is not null
            and coalesce(period_from <= make_date(${year}, 12, 31), true) and coalesce(period_to >= make_date(${year}, 1, 1), true)))`,
        ]),
    ...fold(filter.text ?? '')
      .split(' ')
      .filter(Boolean)
      .map((word) => sql`folded like ${`%${word}%`}`),
  ];
  return sql.join(parts, sql` and `);
}

/** The lines of the inventory in order of title. */
export async function listInventoryLines(
  tx: Transaction,
  filter: InventoryFilter,
  page: { readonly after: LineCursor | null; readonly limit: number } | null,
): Promise<InventoryLine[]> {
  const after = page?.after
    ? sql`and (name collate spanish, id) > (${page.after.name}, ${page.after.id}::uuid)`
    : sql``;
  const limit = page ? sql`limit ${page.limit}` : sql``;
  const { rows } = await sql<InventoryLine>`
    select id, name, kind, territory_id as "territoryId", organisation_id as "organisationId", structure_id as "structureId", link,
      criterion, decided_by_office as "decidedByOffice", decided_on as "decidedOn", description,
      official_reference as "officialReference", poa_code as "poaCode", period_from as "periodFrom", period_to as "periodTo", amount,
      currency, amount_year as "amountYear", standing, origin, example
    from ${lines} where ${conditions(filter)} ${after}
    order by name collate spanish, id ${limit}`.execute(tx);
  return rows;
}

/** How many there are, and how many of them nobody has decided. */
export async function countInventory(
  tx: Transaction,
  filter: InventoryFilter,
): Promise<{ readonly count: number; readonly undecided: number }> {
  const { rows } = await sql<{ count: number; undecided: number }>`
    select count(*)::int as count, (count(*) filter (where link = 'undecided'))::int as undecided
    from ${lines} where ${conditions(filter)}`.execute(tx);
  return rows[0] ?? { count: 0, undecided: 0 };
}
