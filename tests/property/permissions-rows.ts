import type { Kysely } from 'kysely';
import type { DB } from '#database/schema.ts';
import { insertFigures } from './permissions-figures.ts';
import { insertRooms } from './permissions-rooms.ts';
import { ids, type Numbered, type World } from './permissions-world.ts';

/** Puts a world into the database, as its owner. */
export async function insertWorld(owner: Kysely<DB>, world: World, tree: readonly Numbered[]): Promise<void> {
  const at = (territory: number) => tree[territory]?.id ?? 0;
  const insert = async (table: keyof DB, rows: readonly object[]) => {
    if (rows.length > 0) await owner.insertInto(table).values(rows).execute();
  };
  const roots = world.parents.flatMap((parent, index) => (parent === null ? [index] : []));
  const countryOf = (index: number): string => {
    const parent = world.parents[index];
    return parent === null || parent === undefined
      ? `Q${String.fromCharCode(65 + roots.indexOf(index))}`
      : countryOf(parent);
  };
  const country = (territory: number) => ({ country: countryOf(territory), territory_id: at(territory) });
  const common = {
    name: 'Q',
    locale: 'es',
    time_zone: 'UTC',
    paper: 'a4',
    currency: 'XTS',
    name_en: 'Q',
    widths: [1],
    pack_version: '1',
  };
  await insert(
    'country',
    roots.map((root) => ({ ...common, code: countryOf(root), base: at(root) })),
  );
  const kind = { kind: 'place', level: 0, name: 'x', name_plural: 'x', name_en: 'x', name_plural_en: 'x' };
  await insert(
    'territory_kind',
    roots.map((root) => ({ ...kind, country: countryOf(root) })),
  );
  const territories = world.parents.map((parent, index) => ({
    id: at(index),
    last_id: tree[index]?.lastId,
    country: countryOf(index),
    code: parent === null ? countryOf(index) : String(index),
    kind: 'place',
    level: 0,
    parent_id: parent === null ? null : at(parent),
    name: `T${index}`,
  }));
  await insert(
    'territory',
    territories.toSorted((one, other) => one.id - other.id),
  );
  await insert(
    'organisation',
    world.organisations.map((one, index) => ({
      id: ids.organisation(index),
      ...country(one.territory),
      name: 'Org',
      kind: 'ngo',
      sector: 'social',
      level: 'local',
    })),
  );
  await insert(
    'structure',
    world.structures.map((one, index) => ({
      id: ids.structure(index),
      ...country(one.territory),
      name: 'Mesa',
      kind: 'board',
    })),
  );
  await insert(
    'seat',
    world.structures.map((one, index) => ({
      id: ids.seat(index),
      structure_id: ids.structure(index),
      territory_id: at(one.territory),
      name: 'Silla',
      role: 'member',
    })),
  );
  await insert(
    'person',
    world.people.map((one, index) => ({
      id: ids.person(index),
      ...country(one.territory),
      organisation_id: ids.organisation(one.organisation),
      name: 'Persona',
      visibility: one.visibility,
    })),
  );
  await insert('contact_point', [
    ...world.people.map((one, index) => ({
      id: ids.contact(index),
      person_id: ids.person(index),
      of_organisation_id: ids.organisation(one.organisation),
      territory_id: at(one.territory),
      channel: 'phone',
      value: '000',
      visibility: one.visibility,
    })),
    ...world.organisations.map((one, index) => ({
      id: ids.organisationContact(index),
      organisation_id: ids.organisation(index),
      territory_id: at(one.territory),
      channel: 'phone',
      value: '000',
    })),
  ]);
  await insert(
    'post',
    world.organisations.map((one, index) => ({
      id: ids.post(index),
      organisation_id: ids.organisation(index),
      territory_id: at(one.territory),
      kind: 'officer',
      title: 'Cargo',
      valid_from: '2026-01-01',
    })),
  );
  // A need and a draft of one in each territory.
  const needs = world.parents.flatMap((_, index) =>
    (['current', 'draft'] as const).map((standing) => ({
      id: standing === 'draft' ? ids.draftNeed(index) : ids.need(index),
      ...country(index),
      problem: 'Necesidad',
      groups: ['women'],
      violence: 'several',
      source_kind: 'data',
      source_title: 'Fuente',
      prioritised_on: '2026-01-01',
      office: 'Oficina',
      priority: 'high',
      priority_reason: 'Motivo',
      standing,
    })),
  );
  await insert('need', needs);
  await insert(
    'need_act',
    needs.map(({ id, territory_id: territory, standing }) => ({
      id,
      need_id: id,
      territory_id: territory,
      act: 'published',
      on_date: '2026-01-01',
      version: 1,
      is_draft: standing === 'draft',
    })),
  );
  await insert(
    'account',
    world.accounts.map((one, index) => ({
      id: ids.account(index),
      person_id: ids.person(one.person),
      username: `quien${index}`,
      territory_id: at(one.territory),
      organisation_id: ids.organisation(one.organisation),
    })),
  );
  await insert(
    'role_assignment',
    world.held.map((held, index) => ({
      id: ids.role(index),
      account_id: ids.account(held.account),
      role: held.role,
      territory_id: at(held.territory),
      organisation_id: ids.organisation(held.organisation),
      structure_id: ids.structure(held.structure),
    })),
  );
  await insert(
    'session',
    world.accounts.map((_, index) => ({
      id: ids.session(index),
      account_id: ids.account(index),
      secret_hash: Buffer.from(`s${index}`),
      expires_at: new Date(0),
    })),
  );
  await insert(
    'invitation',
    world.accounts.map((one, index) => ({
      id: ids.invitation(index),
      account_id: ids.account(index),
      territory_id: at(one.territory),
      organisation_id: ids.organisation(one.organisation),
      secret_hash: Buffer.from(`i${index}`),
      channel: 'link',
      expires_at: new Date(0),
    })),
  );
  await insert(
    'search_entry',
    world.people.map((one, index) => ({
      kind: 'person',
      id: ids.person(index),
      ...country(one.territory),
      organisation_id: ids.organisation(one.organisation),
      title: 'Persona',
      folded: 'persona',
      visibility: one.visibility,
    })),
  );
  await insert('audit_chain', [{ key: 'installation', last_hash: '0' }]);
  const entry = { at: 0, operation: 'x', subjectKind: 'x', organisation: null };
  await insert(
    'audit_entry',
    world.people.map((one, index) => ({
      chain: 'installation',
      seq: index + 1,
      content: JSON.stringify({
        ...entry,
        subject: String(index),
        territory: at(one.territory),
        account: index < world.accounts.length ? ids.account(index) : null,
      }),
      previous_hash: '0',
      hash: '0',
    })),
  );
  await insertRooms(owner, world, tree, countryOf);
  await insertFigures(owner, world, tree, countryOf);
}
