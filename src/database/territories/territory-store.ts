import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { NumberedTerritory, StandingTerritory } from '#domain/territories/load-plan.ts';
import type { TerritoriesPack } from '#domain/territories/pack.ts';
import { writeSharedWith } from '#domain/territories/populations.ts';
import { asRows } from './rows.ts';

export type Origin = StandingTerritory['origin'];

/** The country's own territory: the root of the tree, with the whole block of numbers. */
export async function saveRoot(
  tx: Transaction,
  root: { country: string; kind: string; name: string; id: number; lastId: number },
): Promise<void> {
  await tx
    .insertInto('territory')
    .values({
      id: root.id,
      last_id: root.lastId,
      country: root.country,
      code: root.country,
      kind: root.kind,
      level: 0,
      name: root.name,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ name: root.name, kind: root.kind }))
    .execute();
}

/** Every territory of a country but the country itself, ended ones too. */
export async function listStanding(tx: Transaction, country: string): Promise<StandingTerritory[]> {
  const rows = await tx
    .selectFrom('territory as t')
    .innerJoin('territory as parent', 'parent.id', 't.parent_id')
    .selectAll('t')
    .select(['parent.code as parent_code', 'parent.level as parent_level'])
    .where('t.country', '=', country)
    .orderBy('t.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    lastId: row.last_id,
    origin: row.origin as Origin,
    code: row.code,
    name: row.name,
    kind: row.kind,
    parentCode: row.parent_level === 0 ? null : row.parent_code,
    isoCode: row.iso_code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    longitude: row.longitude,
    latitude: row.latitude,
    areaKm2: row.area_km2,
    sourceId: row.source_id,
    note: row.note,
  }));
}

export async function addTerritories(
  tx: Transaction,
  country: string,
  territories: readonly NumberedTerritory[],
  origin: Origin,
): Promise<void> {
  await sql`
    insert into territory (id, last_id, country, code, kind, level, parent_id, name, iso_code, valid_from, valid_to,
      longitude, latitude, area_km2, source_id, note, origin)
    select id, "lastId", ${country}, code, kind, level, "parentId", name, "isoCode", "validFrom", "validTo",
      longitude, latitude, "areaKm2", "sourceId", note, ${origin}
    from jsonb_to_recordset(${asRows(territories)}) as r(id int, "lastId" int, code text, kind text, level smallint,
      "parentId" int, name text, "isoCode" text, "validFrom" date, "validTo" date, longitude float8, latitude float8,
      "areaKm2" float8, "sourceId" text, note text)
    order by id`.execute(tx);
}

/** Changes everything that a draft says; number, code and parent stay. */
export async function changeTerritories(
  tx: Transaction,
  territories: readonly NumberedTerritory[],
  origin: Origin,
): Promise<void> {
  await sql`
    update territory set kind = r.kind, name = r.name, iso_code = r."isoCode", valid_from = r."validFrom",
      valid_to = r."validTo", longitude = r.longitude, latitude = r.latitude, area_km2 = r."areaKm2",
      source_id = r."sourceId", note = r.note, origin = ${origin}, version = territory.version + 1
    from jsonb_to_recordset(${asRows(territories)}) as r(id int, kind text, name text, "isoCode" text, "validFrom" date,
      "validTo" date, longitude float8, latitude float8, "areaKm2" float8, "sourceId" text, note text)
    where territory.id = r.id`.execute(tx);
}

type Numbers = ReadonlyMap<string, number>;
type Part<Key extends keyof TerritoriesPack> = TerritoriesPack[Key];

export async function saveAliases(
  tx: Transaction,
  aliases: Part<'aliases'>,
  numbers: Numbers,
): Promise<void> {
  const rows = aliases.map((alias) => ({ ...alias, id: numbers.get(alias.code) }));
  await sql`
    insert into territory_alias (territory_id, name, kind, source_id)
    select id, name, kind, "sourceId"
    from jsonb_to_recordset(${asRows(rows)}) as r(id int, name text, kind text, "sourceId" text)
    on conflict (territory_id, name) do update set kind = excluded.kind, source_id = excluded.source_id`.execute(
    tx,
  );
}

/** Writes the figures of a pack; what a person put in the place of one stays. */
export async function savePopulations(
  tx: Transaction,
  figures: Part<'populations'>,
  numbers: Numbers,
): Promise<void> {
  const rows = figures.map((figure) => ({
    ...figure,
    id: numbers.get(figure.code),
    sharedWith: figure.shared && writeSharedWith(figure.shared.codes),
    sharedPeople: figure.shared && figure.shared.people,
  }));
  await sql`
    insert into territory_population (territory_id, year, people, shared_with, shared_people, counted_elsewhere, method, source_id, note)
    select id, year, people, "sharedWith", "sharedPeople", "countedElsewhere", method, "sourceId", note
    from jsonb_to_recordset(${asRows(rows)}) as r(id int, year smallint, people int, "sharedWith" text, "sharedPeople" int,
      "countedElsewhere" boolean, method text, "sourceId" text, note text)
    on conflict (territory_id, year, source_id) do update set people = excluded.people, shared_with = excluded.shared_with,
      shared_people = excluded.shared_people, counted_elsewhere = excluded.counted_elsewhere,
      method = excluded.method, note = excluded.note
    where territory_population.origin = 'pack'`.execute(tx);
}

export async function saveSuccessions(
  tx: Transaction,
  successions: Part<'successions'>,
  numbers: Numbers,
): Promise<void> {
  const rows = successions.map((one) => ({
    ...one,
    predecessor: numbers.get(one.predecessor),
    successor: numbers.get(one.successor),
  }));
  await sql`
    insert into territory_succession (predecessor_id, successor_id, on_date, kind, note, source_id)
    select predecessor, successor, "onDate", kind, note, "sourceId"
    from jsonb_to_recordset(${asRows(rows)}) as r(predecessor int, successor int, "onDate" date, kind text, note text, "sourceId" text)
    on conflict (predecessor_id, successor_id) do update set on_date = excluded.on_date, kind = excluded.kind,
      note = excluded.note, source_id = excluded.source_id`.execute(tx);
}

export async function saveOverlaps(
  tx: Transaction,
  overlaps: Part<'overlaps'>,
  numbers: Numbers,
): Promise<void> {
  const rows = overlaps.map((one) => ({ ...one, id: numbers.get(one.code), other: numbers.get(one.other) }));
  await sql`
    insert into territory_overlap (territory_id, other_id, share, note, source_id)
    select id, other, share, note, "sourceId"
    from jsonb_to_recordset(${asRows(rows)}) as r(id int, other int, share float8, note text, "sourceId" text)
    on conflict (territory_id, other_id) do update set share = excluded.share, note = excluded.note,
      source_id = excluded.source_id`.execute(tx);
}

/** Completes who lies under whom, for one country. Whoever adds territories calls it in the same transaction. */
export async function completeClosure(tx: Transaction, country: string): Promise<void> {
  await sql`
    with recursive line(ancestor_id, descendant_id, depth) as (
      select id, id, 0 from territory where country = ${country}
      union all
      select territory.parent_id, line.descendant_id, line.depth + 1
      from line join territory on territory.id = line.ancestor_id
      where territory.parent_id is not null
    )
    insert into territory_closure (ancestor_id, descendant_id, depth)
    select ancestor_id, descendant_id, depth from line
    where not exists (select from territory_closure known
      where known.ancestor_id = line.ancestor_id and known.descendant_id = line.descendant_id)`.execute(tx);
}
