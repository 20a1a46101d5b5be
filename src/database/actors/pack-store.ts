import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { ActorsPack } from '#domain/actors/pack.ts';

// Rows go to the database as one JSON text each, so that seven hundred organisations are one statement.
const asJson = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;

/** The territories of a country that are valid now: number by code, the country itself under an empty code. */
export async function numbersByCode(tx: Transaction, country: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('territory')
    .select(['id', 'code', 'level'])
    .where('country', '=', country)
    .where('valid_to', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.level === 0 ? '' : row.code, row.id]));
}

export async function saveSources(tx: Transaction, sources: ActorsPack['sources']): Promise<void> {
  await sql`
    insert into source (id, country, title, publisher, address, published, licence, note, verified)
    select id, country, title, publisher, address, published, licence, note, verified
    from jsonb_to_recordset(${asJson(sources)}) as r(id text, country text, title text, publisher text, address text,
      published text, licence text, note text, verified boolean)
    on conflict (id) do update set title = excluded.title, publisher = excluded.publisher, address = excluded.address,
      published = excluded.published, licence = excluded.licence, note = excluded.note, verified = excluded.verified`.execute(
    tx,
  );
}

type Numbered = { readonly id: string; readonly territoryId: number };

/**
 * Organisations by their key. What a person has changed since (version above 1) stays as they left it.
 * Parents follow in a second statement, since they may stand later in the file.
 */
export async function saveOrganisations(
  tx: Transaction,
  country: string,
  organisations: readonly (ActorsPack['organisations'][number] & Numbered)[],
): Promise<void> {
  const rows = asJson(organisations);
  await sql`
    insert into organisation (id, country, territory_id, name, short_name, kind, sector, level, mandate, website,
      valid_from, valid_to, standing, source_id, origin, pack_key)
    select id, ${country}, "territoryId", name, "shortName", kind, sector, level, mandate, website,
      "validFrom", "validTo", standing, source, 'pack', key
    from jsonb_to_recordset(${rows}) as r(id uuid, "territoryId" int, name text, "shortName" text, kind text, sector text,
      level text, mandate text, website text, "validFrom" date, "validTo" date, standing text, source text, key text)
    on conflict (country, pack_key) where pack_key is not null do update set territory_id = excluded.territory_id,
      name = excluded.name, short_name = excluded.short_name, kind = excluded.kind, sector = excluded.sector,
      level = excluded.level, mandate = excluded.mandate, website = excluded.website, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to, standing = excluded.standing, source_id = excluded.source_id
    where organisation.version = 1`.execute(tx);
  await sql`
    update organisation child set parent_id = parent.id
    from jsonb_to_recordset(${rows}) as r(key text, parent text)
    join organisation parent on parent.country = ${country} and parent.pack_key = r.parent
    where child.country = ${country} and child.pack_key = r.key and child.version = 1`.execute(tx);
}

export async function saveNames(tx: Transaction, country: string, names: ActorsPack['names']): Promise<void> {
  await sql`
    insert into organisation_name (organisation_id, territory_id, name, short_name, valid_from, valid_to, reason, source_id)
    select o.id, o.territory_id, r.name, r."shortName", r."validFrom", r."validTo", r.reason, r.source
    from jsonb_to_recordset(${asJson(names)}) as r(organisation text, name text, "shortName" text, "validFrom" date,
      "validTo" date, reason text, source text)
    join organisation o on o.country = ${country} and o.pack_key = r.organisation
    on conflict (organisation_id, name) do update set short_name = excluded.short_name, valid_from = excluded.valid_from,
      valid_to = excluded.valid_to, reason = excluded.reason, source_id = excluded.source_id`.execute(tx);
}

export async function saveSuccessions(
  tx: Transaction,
  country: string,
  successions: ActorsPack['successions'],
): Promise<void> {
  await sql`
    insert into organisation_succession (predecessor_id, territory_id, successor_id, on_date, kind, note, source_id)
    select p.id, p.territory_id, s.id, r."onDate", r.kind, r.note, r.source
    from jsonb_to_recordset(${asJson(successions)}) as r(predecessor text, successor text, "onDate" date, kind text,
      note text, source text)
    join organisation p on p.country = ${country} and p.pack_key = r.predecessor
    join organisation s on s.country = ${country} and s.pack_key = r.successor
    on conflict (predecessor_id, successor_id) do update set on_date = excluded.on_date, kind = excluded.kind,
      note = excluded.note, source_id = excluded.source_id`.execute(tx);
}

export async function saveAuthorities(
  tx: Transaction,
  country: string,
  authorities: readonly (ActorsPack['authorities'][number] & Numbered)[],
): Promise<void> {
  await sql`
    insert into territory_authority (id, territory_id, organisation_id, kind, valid_from, valid_to, source_id, note)
    select r.id, r."territoryId", o.id, r.kind, r."validFrom", r."validTo", r.source, r.note
    from jsonb_to_recordset(${asJson(authorities)}) as r(id uuid, "territoryId" int, organisation text, kind text,
      "validFrom" date, "validTo" date, source text, note text)
    join organisation o on o.country = ${country} and o.pack_key = r.organisation
    on conflict (territory_id, organisation_id, kind) do nothing`.execute(tx);
}

export async function saveStructures(
  tx: Transaction,
  country: string,
  structures: readonly (ActorsPack['structures'][number] & Numbered)[],
): Promise<void> {
  await sql`
    insert into structure (id, country, territory_id, kind, name, mandate, legal_basis, secretariat_id, valid_from,
      valid_to, source_id, origin, pack_key)
    select r.id, ${country}, r."territoryId", r.kind, r.name, r.mandate, r."legalBasis", o.id, r."validFrom",
      r."validTo", r.source, 'pack', r.key
    from jsonb_to_recordset(${asJson(structures)}) as r(id uuid, "territoryId" int, kind text, name text, mandate text,
      "legalBasis" text, secretariat text, "validFrom" date, "validTo" date, source text, key text)
    left join organisation o on o.country = ${country} and o.pack_key = r.secretariat
    on conflict (country, pack_key) where pack_key is not null do update set kind = excluded.kind, name = excluded.name,
      mandate = excluded.mandate, legal_basis = excluded.legal_basis, secretariat_id = excluded.secretariat_id,
      valid_from = excluded.valid_from, valid_to = excluded.valid_to, source_id = excluded.source_id
    where structure.version = 1`.execute(tx);
}

/** What organisations do, as the pack knows it; a line that is there already is left as it is. */
export async function saveWork(
  tx: Transaction,
  country: string,
  work: readonly (ActorsPack['work'][number] & Numbered)[],
): Promise<void> {
  await sql`
    insert into prevention_work (id, organisation_id, territory_id, function, description, target_group,
      prevention_level, source_id, origin)
    select r.id, o.id, r."territoryId", r.function, r.description, r."targetGroup", r."preventionLevel", r.source, 'pack'
    from jsonb_to_recordset(${asJson(work)}) as r(id uuid, organisation text, "territoryId" int, function text,
      description text, "targetGroup" text, "preventionLevel" text, source text)
    join organisation o on o.country = ${country} and o.pack_key = r.organisation
    where not exists (select from prevention_work w where w.organisation_id = o.id
      and w.territory_id = r."territoryId" and w.function = r.function and w.origin = 'pack')`.execute(tx);
}

/** The norms of a country are the pack's alone: those that it no longer has go. */
export async function replaceNorms(
  tx: Transaction,
  country: string,
  norms: ActorsPack['norms'],
): Promise<void> {
  await tx.deleteFrom('actor_norm').where('country', '=', country).execute();
  await sql`
    insert into actor_norm (id, country, territory_kind, expects, what, name, name_en, required, known, source_id, note)
    select id, ${country}, "territoryKind", expects, what, name, "nameEn", required, known, source, note
    from jsonb_to_recordset(${asJson(norms)}) as r(id text, "territoryKind" text, expects text, what text, name text,
      "nameEn" text, required boolean, known boolean, source text, note text)`.execute(tx);
}

/** What came with packs and can be found, for the search. */
export async function findPackActors(tx: Transaction, country: string) {
  const organisations = await tx
    .selectFrom('organisation as o')
    .select((eb) => [
      'o.id',
      'o.territory_id',
      'o.name',
      'o.short_name',
      eb
        .selectFrom('organisation_name as n')
        .whereRef('n.organisation_id', '=', 'o.id')
        .select(sql<string | null>`string_agg(n.name || ' ' || coalesce(n.short_name, ''), ' ')`.as('former'))
        .as('former'),
    ])
    .where('o.country', '=', country)
    .where('o.origin', '=', 'pack')
    .where('o.standing', 'in', ['active', 'ended'])
    .execute();
  const structures = await tx
    .selectFrom('structure')
    .select(['id', 'territory_id', 'name'])
    .where('country', '=', country)
    .where('origin', '=', 'pack')
    .where('standing', '!=', 'annulled')
    .execute();
  return { organisations, structures };
}
