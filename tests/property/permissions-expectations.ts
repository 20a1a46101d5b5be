import type { Grant, Spot } from './permissions-oracle.ts';
import { ids, type Numbered, type World } from './permissions-world.ts';

// What the sentences say of each table: which rows are seen, changed, removed, and which may be added.

type May = (world: World, deed: string, spot: Spot) => boolean;
type MayGrant = (world: World, grant: Grant) => boolean;
type Try = { readonly statement: string; readonly expected: string[] };

const quote = (id: string | null) => (id === null ? 'null' : `'${id}'`);

const chosen = <Item>(
  list: readonly Item[],
  id: (index: number) => string | null,
  holds: (item: Item, index: number) => boolean,
) => list.flatMap((item, index) => (holds(item, index) ? [id(index) ?? ''] : []));

/** Rows that a statement should return: those seen, and those changed or removed. */
export function expectedSets(
  world: World,
  tree: readonly Numbered[],
  ask: May,
  askGrant: MayGrant,
  who: 'account' | 'visitor' = 'account',
): Try[] {
  const may = (deed: string, spot: Spot) => ask(world, deed, spot);
  const isMe = (account: number) => who === 'account' && account === 0;
  const isSelf = (person: number) => who === 'account' && person === world.accounts[0]?.person;
  const isOpen = (visibility: string) =>
    visibility === 'public' || (visibility === 'network' && who === 'account');
  const people = (deed: string) =>
    chosen(
      world.people,
      ids.person,
      (one, person) => may(deed, { ...one, person }) || (isSelf(person) && deed === 'edit-person'),
    );
  const organisations = (deed: string, id: (index: number) => string | null) =>
    chosen(world.organisations, id, (one, organisation) => may(deed, { ...one, organisation }));
  const structures = (id: (index: number) => string | null) =>
    chosen(world.structures, id, (one, structure) => may('edit-structure', { ...one, structure }));
  const accounts = (deed: string) =>
    chosen(world.accounts, ids.account, (one, account) => isMe(account) || may(deed, { ...one, account }));
  const grants = chosen(world.held, ids.role, (held) => askGrant(world, held));
  const seenPeople = chosen(
    world.people,
    ids.person,
    (one, person) =>
      isOpen(one.visibility) || isSelf(person) || may('see-private-contacts', { ...one, person }),
  );
  const contactsOf = (list: readonly string[]) =>
    list.map((id) => ids.contact(world.people.findIndex((_, index) => ids.person(index) === id)));
  const everyNeed = chosen(world.parents, ids.need, () => true);
  const needs = (id: (index: number) => string) =>
    chosen(world.parents, id, (_, territory) => may('edit-need', { territory }));
  const mySessions = who === 'account' ? [ids.session(0)] : [];
  const invitations = chosen(
    world.accounts,
    ids.invitation,
    (one, account) => isMe(account) || may('invite', one),
  );
  return [
    { statement: 'select id from person', expected: seenPeople },
    {
      statement: 'select id from contact_point where person_id is not null',
      expected: contactsOf(seenPeople),
    },
    {
      statement: 'select id from contact_point where organisation_id is not null',
      expected: organisations('see-private-contacts', ids.organisationContact),
    },
    {
      statement: 'select id from account',
      expected: accounts('see-accounts'),
    },
    {
      statement: 'select id from role_assignment',
      expected: chosen(
        world.held,
        ids.role,
        (held) => isMe(held.account) || askGrant(world, held) || may('see-accounts', held),
      ),
    },
    { statement: 'select id from invitation', expected: invitations },
    { statement: 'select id from session', expected: mySessions },
    { statement: `select id from search_entry where kind = 'person'`, expected: seenPeople },
    {
      statement: 'select subject_id as id from audit_entry',
      expected: chosen(
        world.people,
        String,
        ({ territory }, index) => isMe(index) || may('read-audit', { territory }),
      ),
    },
    { statement: 'select id from need', expected: [...everyNeed, ...needs(ids.draftNeed)] },
    { statement: 'select id from need_act', expected: [...everyNeed, ...needs(ids.draftNeed)] },
    {
      statement: 'update need set detail = detail returning id',
      expected: [...needs(ids.need), ...needs(ids.draftNeed)],
    },
    {
      statement: 'delete from need returning id',
      expected: [...needs(ids.need), ...needs(ids.draftNeed)],
    },
    { statement: `update search_entry set title = title returning id`, expected: people('edit-person') },
    {
      statement: 'update territory set note = note returning id',
      expected: tree.flatMap(({ id }, territory) =>
        may('edit-territory', { territory }) ? [String(id)] : [],
      ),
    },
    {
      statement: 'update organisation set mandate = mandate returning id',
      expected: organisations('edit-organisation', ids.organisation),
    },
    {
      statement: 'update post set topic = topic returning id',
      expected: organisations('edit-organisation', ids.post),
    },
    { statement: 'delete from post returning id', expected: organisations('edit-organisation', ids.post) },
    { statement: 'update structure set mandate = mandate returning id', expected: structures(ids.structure) },
    { statement: 'update seat set position = position returning id', expected: structures(ids.seat) },
    { statement: 'delete from seat returning id', expected: structures(ids.seat) },
    { statement: 'update person set version = version returning id', expected: people('edit-person') },
    {
      statement: 'delete from contact_point where person_id is not null returning id',
      expected: contactsOf(people('edit-person')),
    },
    { statement: 'update account set version = version returning id', expected: accounts('manage-accounts') },
    { statement: 'update role_assignment set valid_to = valid_to returning id', expected: grants },
    { statement: 'delete from role_assignment returning id', expected: grants },
    { statement: 'delete from session returning id', expected: mySessions },
    { statement: 'update invitation set used_at = used_at returning id', expected: invitations },
  ];
}

type Insert = { readonly statement: string; readonly expected: boolean };

/** Rows that might be added, one of each kind in each place, and whether the sentences allow it. */
export function expectedInserts(
  world: World,
  tree: readonly Numbered[],
  ask: May,
  askGrant: MayGrant,
): Insert[] {
  const may = (deed: string, spot: Spot) => ask(world, deed, spot);
  const fresh = quote(ids.fresh());
  const [country] = ['QA'];
  const erasures = world.people.map(({ territory }, person) => ({
    statement: `select audit_erase_person('${ids.person(person)}') as id`,
    expected: may('erase', { territory }),
  }));
  const additions = world.parents.flatMap((_, territory) => {
    const at = tree[territory]?.id ?? 0;
    // In each territory: nobody's, and one organisation's and one structure's, taken in turn.
    const organisation = world.organisations.length === 0 ? null : territory % world.organisations.length;
    const structure = world.structures.length === 0 ? null : territory % world.structures.length;
    const org = quote(ids.organisation(organisation));
    const inserts: Insert[] = [
      {
        statement: `insert into person (id, country, territory_id, organisation_id, name) values (${fresh}, '${country}', ${at}, ${org}, 'Nueva')`,
        expected: may('edit-person', { territory, organisation }),
      },
      {
        statement: `insert into organisation (id, country, territory_id, name, kind, sector, level) values (${fresh}, '${country}', ${at}, 'Nueva', 'ngo', 'social', 'local')`,
        expected: may('edit-organisation', { territory }),
      },
      {
        statement: `insert into account (id, person_id, username, territory_id, organisation_id) values (${fresh}, '${ids.person(1)}', 'nueva', ${at}, ${org})`,
        expected: may('invite', { territory, organisation }),
      },
      {
        statement: `insert into access_code (id, account_id, territory_id, organisation_id, purpose, secret_hash, expires_at) values (${fresh}, '${ids.account(1)}', ${at}, ${org}, 'reset', 'x', now())`,
        expected: may('reset-access', { territory, organisation }),
      },
      {
        statement: `insert into merge_record (id, kind, kept_id, absorbed_id, territory_id, changes, account_id) values (${fresh}, 'person', ${fresh}, ${fresh}, ${at}, '{}', '${ids.account(0)}')`,
        expected: may('merge', { territory }),
      },
      {
        statement: `insert into handover (id, territory_id, on_date, reason, brief, account_id) values (${fresh}, ${at}, '2026-01-01', 'x', '{}', '${ids.account(0)}')`,
        expected: may('hand-over', { territory }),
      },
      {
        statement: `insert into import_run (id, kind, territory_id, file_name, standing, report) values (${fresh}, 'x', ${at}, 'x', 'previewed', '{}')`,
        expected: may('import', { territory }),
      },
    ];
    inserts.push(
      {
        statement: `insert into need (id, country, territory_id, problem, groups, violence, source_kind, source_title, prioritised_on, office, priority, priority_reason, standing) values (${fresh}, '${country}', ${at}, 'Nueva', '{women}', 'several', 'data', 'x', '2026-01-01', 'x', 'low', 'x', 'current')`,
        expected: may('edit-need', { territory }),
      },
      {
        statement: `insert into need_merge (id, kept_id, absorbed_id, territory_id, before, kept_version, absorbed_version) values (${fresh}, '${ids.need(0)}', '${ids.draftNeed(0)}', ${at}, '{}', 1, 1)`,
        expected: may('edit-need', { territory }),
      },
      {
        statement: `insert into search_entry (kind, id, country, territory_id, title, folded, visibility) values ('need', ${fresh}, '${country}', ${at}, 'x', 'x', 'public')`,
        expected: may('edit-need', { territory }),
      },
    );
    if (organisation !== null) {
      inserts.push({
        statement: `insert into prevention_work (id, organisation_id, territory_id, function) values (${fresh}, ${org}, ${at}, 'x')`,
        expected: may('describe-work', { territory, organisation }),
      });
    }
    const roles = [
      'national-admin',
      'municipal-coordinator',
      'institutional-coordinator',
      'committee-secretary',
      'member',
      'auditor',
    ];
    const role = roles[(territory + world.held.length) % roles.length] ?? 'member';
    inserts.push({
      statement: `insert into role_assignment (id, account_id, role, territory_id, organisation_id, structure_id) values (${fresh}, '${ids.account(1)}', '${role}', ${at}, ${org}, ${quote(ids.structure(structure))})`,
      expected: askGrant(world, { role, territory, organisation, structure }),
    });
    return inserts;
  });
  return [...erasures, ...additions];
}
