import type { Kysely } from 'kysely';
import type { DB } from '#database/schema.ts';
import type { Spot } from './permissions-oracle.ts';
import { ids, uuid, type Numbered, type World } from './permissions-world.ts';

// Strategy, plans, the guided path, the inventory, agreements, commitments, calendars, lists and reminders: one of each kind in each
// territory, published and not, of one organisation and one structure taken in turn; and what the sentences say of them.

type May = (deed: string, spot: Spot) => boolean;
type Try = { readonly statement: string; readonly expected: string[] };

const id = {
  strategy: (index: number) => uuid(20, index),
  draftStrategy: (index: number) => uuid(21, index),
  plan: (index: number) => uuid(22, index),
  draftPlan: (index: number) => uuid(23, index),
  path: (index: number) => uuid(24, index),
  entry: (index: number) => uuid(25, index),
  annulledEntry: (index: number) => uuid(26, index),
  agreement: (index: number) => uuid(27, index),
  closedAgreement: (index: number) => uuid(28, index),
  commitment: (index: number) => uuid(29, index),
  closedCommitment: (index: number) => uuid(30, index),
  instance: (index: number) => uuid(31, index),
  closedInstance: (index: number) => uuid(32, index),
  holiday: (index: number) => uuid(33, index),
  reminder: (index: number) => uuid(34, index),
  sheet: (index: number) => uuid(35, index),
  feed: (index: number) => uuid(36, index),
};

/** The organisation and the structure that the things of a territory are of. */
function takenInTurn(world: World, territory: number) {
  const { organisations, structures } = world;
  return {
    organisation: organisations.length === 0 ? null : territory % organisations.length,
    structure: structures.length === 0 ? null : territory % structures.length,
  };
}

type Place = {
  readonly territory: number;
  readonly at: number;
  readonly country: string;
  readonly organisation: number;
  readonly structure: number | null;
  readonly organisationId: string;
  readonly structureId: string | null;
  readonly partyTerritory: number;
};

/** The places where there is an organisation whose things they can be. */
function placesOf(
  world: World,
  tree: readonly Numbered[],
  countryOf: (territory: number) => string,
): Place[] {
  return world.parents.flatMap((_, territory) => {
    const { organisation, structure } = takenInTurn(world, territory);
    const organisationId = ids.organisation(organisation);
    if (organisation === null || organisationId === null) return [];
    const home = world.organisations[organisation]?.territory ?? 0;
    return [
      {
        territory,
        at: tree[territory]?.id ?? 0,
        country: countryOf(territory),
        organisation,
        structure,
        organisationId,
        structureId: ids.structure(structure),
        partyTerritory: tree[home]?.id ?? 0,
      },
    ];
  });
}

/** Puts the rooms of a world into the database, as its owner. */
export async function insertRooms(
  owner: Kysely<DB>,
  world: World,
  tree: readonly Numbered[],
  countryOf: (territory: number) => string,
): Promise<void> {
  const insert = async (table: keyof DB, rows: readonly object[]) => {
    if (rows.length > 0) await owner.insertInto(table).values(rows).execute();
  };
  const places = placesOf(world, tree, countryOf);
  await insert('strategy', places.flatMap(strategiesOf));
  await insert('strategy_version', places.flatMap(versionsOf));
  await insert('plan', places.flatMap(plansOf));
  await insert('inventory_entry', places.flatMap(entriesOf));
  await insert('agreement_template', [
    {
      id: 'propiedad',
      instrument_country: 'QA',
      kind: 'framework',
      is_engine: false,
      number: 1,
      content: '{}',
    },
  ]);
  await insert('agreement', places.flatMap(agreementsOf));
  await insert('commitment', places.flatMap(commitmentsOf));
  await insert('commitment_instance', places.flatMap(instancesOf));
  await insert(
    'planning_path',
    world.organisations.map((one, index) => ({
      id: id.path(index),
      country: countryOf(one.territory),
      territory_id: tree[one.territory]?.id ?? 0,
      organisation_id: ids.organisation(index),
      opened_on: '2026-01-01',
    })),
  );
  await insert(
    'holiday',
    world.parents.map((_, index) => ({
      id: id.holiday(index),
      country: countryOf(index),
      territory_id: tree[index]?.id ?? 0,
      on_day: '2026-01-01',
      name: 'Feriado',
    })),
  );
  await insertOwn(insert, world, tree, countryOf);
}

/** What belongs to one account. */
async function insertOwn(
  insert: (table: keyof DB, rows: readonly object[]) => Promise<void>,
  world: World,
  tree: readonly Numbered[],
  countryOf: (territory: number) => string,
): Promise<void> {
  const own = world.accounts.map((one, index) => ({
    index,
    account_id: ids.account(index),
    territory_id: tree[one.territory]?.id ?? 0,
    organisation_id: ids.organisation(one.organisation),
    country: countryOf(one.territory),
  }));
  await insert(
    'reminder_choice',
    own.map(({ account_id }) => ({ account_id })),
  );
  await insert(
    'reminder',
    own.map(({ index, country: _country, ...of }) => ({
      ...of,
      id: id.reminder(index),
      kind: 'deliver',
      stage: 'x',
      subject_kind: 'commitment',
      subject_id: id.commitment(0),
      standing: 'sent',
      channel: 'mail',
    })),
  );
  await insert(
    'commitment_sheet',
    own.map(({ index, organisation_id: _organisation, ...of }) => ({
      ...of,
      id: id.sheet(index),
      file_name: 'x',
      sha256: 'a'.repeat(64),
      sheets: '[]',
      standing: 'open',
    })),
  );
  await insert(
    'calendar_feed',
    own.map(({ index, account_id }) => ({
      id: id.feed(index),
      account_id,
      kind: 'ledger',
      secret_hash: Buffer.from(`f${index}`),
    })),
  );
}

const strategiesOf = (place: Place) =>
  [id.strategy, id.draftStrategy].map((of) => ({
    id: of(place.territory),
    country: place.country,
    territory_id: place.at,
    organisation_id: place.organisationId,
    title: 'Estrategia',
    period_from: '2026-01-01',
    period_to: '2030-01-01',
    level_names: '[]',
  }));

const versionsOf = (place: Place) =>
  (['approved', 'draft'] as const).map((standing) => {
    const own = standing === 'approved' ? id.strategy : id.draftStrategy;
    return {
      id: own(place.territory),
      strategy_id: own(place.territory),
      territory_id: place.at,
      number: 1,
      standing,
      origin: 'pack',
    };
  });

const plansOf = (place: Place) =>
  ([0, 1] as const).map((edition) => ({
    id: edition === 1 ? id.plan(place.territory) : id.draftPlan(place.territory),
    country: place.country,
    territory_id: place.at,
    organisation_id: place.organisationId,
    kind: 'municipal',
    title: 'Plan',
    period_from: '2026-01-01',
    period_to: '2026-12-31',
    standing: edition === 1 ? 'approved' : 'draft',
    edition,
  }));

const entriesOf = (place: Place) =>
  (['current', 'annulled'] as const).map((standing) => ({
    id: standing === 'current' ? id.entry(place.territory) : id.annulledEntry(place.territory),
    country: place.country,
    territory_id: place.at,
    organisation_id: place.organisationId,
    title: 'Programa',
    kind: 'programme',
    standing,
  }));

const partiesOf = (place: Place) => ({
  parties: [place.organisationId],
  party_territories: [place.partyTerritory],
});

const agreementsOf = (place: Place) =>
  [true, false].map((isPublic) => ({
    id: isPublic ? id.agreement(place.territory) : id.closedAgreement(place.territory),
    country: place.country,
    territory_id: place.at,
    template_id: 'propiedad',
    template_number: 1,
    kind: 'framework',
    title: 'Convenio',
    standing: 'in-force',
    commission_structure_id: place.structureId,
    is_public: isPublic,
    ...partiesOf(place),
  }));

const commitmentsOf = (place: Place) =>
  [true, false].map((isPublic) => ({
    id: isPublic ? id.commitment(place.territory) : id.closedCommitment(place.territory),
    country: place.country,
    territory_id: place.at,
    what: 'Compromiso',
    obligor_organisation_id: place.organisationId,
    proof: 'Acta',
    due_on: '2026-12-31',
    standing: 'agreed',
    is_public: isPublic,
    obliged: [place.organisationId],
    ...partiesOf(place),
  }));

const instancesOf = (place: Place) =>
  [true, false].map((isPublic) => ({
    id: isPublic ? id.instance(place.territory) : id.closedInstance(place.territory),
    commitment_id: isPublic ? id.commitment(place.territory) : id.closedCommitment(place.territory),
    territory_id: place.at,
    sequence: 1,
    due_on: '2026-12-31',
    first_due_on: '2026-12-31',
  }));

/** Rows of the rooms that a statement should return: those seen, and those changed or removed. */
export function expectedRooms(
  world: World,
  tree: readonly Numbered[],
  may: May,
  who: 'account' | 'visitor' = 'account',
): Try[] {
  const places = placesOf(world, tree, () => '');
  const where = (of: (index: number) => string, holds: (place: Place) => boolean) =>
    places.filter(holds).map(({ territory }) => of(territory));
  const everywhere = (of: (index: number) => string) => where(of, () => true);
  const homeOf = (place: Place) => world.organisations[place.organisation]?.territory ?? 0;
  const edits = ({ territory }: Place) => may('edit-strategy', { territory });
  const looks = ({ territory }: Place) => may('see-unpublished', { territory });
  const plans = ({ territory, organisation }: Place) => may('edit-plan', { territory, organisation });
  const reviews = ({ territory }: Place) => may('review-plan', { territory });
  const looksInto = ({ territory, organisation }: Place) =>
    may('see-unpublished', { territory, organisation });
  const acts = (place: Place) =>
    may('act-for-party', { territory: homeOf(place), organisation: place.organisation });
  const oversees = ({ territory }: Place) => may('oversee-agreement', { territory });
  const commissions = ({ territory, structure }: Place) => may('oversee-agreement', { territory, structure });
  const worksOn = (place: Place) => acts(place) || commissions(place);
  const concerned = (place: Place) => acts(place) || oversees(place);
  const isMine = (index: number) => who === 'account' && index === 0;
  const mine = (of: (index: number) => string) =>
    world.accounts
      .map((_, index) => index)
      .filter(isMine)
      .map(of);
  const paths = (deeds: (territory: number, organisation: number) => boolean) =>
    world.organisations.flatMap(({ territory }, organisation) =>
      deeds(territory, organisation) ? [id.path(organisation)] : [],
    );
  const pathsOpen = paths(
    (territory, organisation) =>
      may('edit-plan', { territory, organisation }) || may('review-plan', { territory }),
  );
  const both = (
    of: [(index: number) => string, (index: number) => string],
    holds: (place: Place) => boolean,
  ) => [...where(of[0], holds), ...where(of[1], holds)];
  return [
    {
      statement: 'select id from strategy',
      expected: [...everywhere(id.strategy), ...where(id.draftStrategy, (p) => edits(p) || looks(p))],
    },
    {
      statement: 'update strategy set note = note returning id',
      expected: both([id.strategy, id.draftStrategy], edits),
    },
    {
      statement: `update strategy_version set version = version where standing = 'draft' returning id`,
      expected: where(id.draftStrategy, edits),
    },
    {
      statement: 'select id from plan',
      expected: [
        ...everywhere(id.plan),
        ...where(id.draftPlan, (p) => plans(p) || reviews(p) || looksInto(p)),
      ],
    },
    {
      statement: 'update plan set summary = summary returning id',
      expected: both([id.plan, id.draftPlan], (p) => plans(p) || reviews(p)),
    },
    { statement: 'delete from plan returning id', expected: both([id.plan, id.draftPlan], plans) },
    { statement: 'select id from planning_path', expected: pathsOpen },
    { statement: 'update planning_path set version = version returning id', expected: pathsOpen },
    {
      statement: 'select id from inventory_entry',
      expected: [...everywhere(id.entry), ...where(id.annulledEntry, (p) => plans(p) || reviews(p))],
    },
    {
      statement: 'delete from inventory_entry returning id',
      expected: both([id.entry, id.annulledEntry], (p) => plans(p) || reviews(p)),
    },
    {
      statement: 'select id from agreement',
      expected: [...everywhere(id.agreement), ...where(id.closedAgreement, (p) => looks(p) || worksOn(p))],
    },
    {
      statement: 'update agreement set object = object returning id',
      expected: both([id.agreement, id.closedAgreement], worksOn),
    },
    {
      statement: 'select id from commitment',
      expected: [
        ...everywhere(id.commitment),
        ...where(id.closedCommitment, (p) => looks(p) || concerned(p)),
      ],
    },
    {
      statement: 'select id from commitment_instance',
      expected: [...everywhere(id.instance), ...where(id.closedInstance, (p) => looks(p) || concerned(p))],
    },
    {
      statement: 'update commitment_instance set started_on = started_on returning id',
      expected: both([id.instance, id.closedInstance], concerned),
    },
    {
      statement: 'update commitment set unit = unit returning id',
      expected: both([id.commitment, id.closedCommitment], concerned),
    },
    {
      statement: 'update holiday set name = name returning id',
      expected: world.parents.flatMap((_, territory) =>
        may('oversee-agreement', { territory }) ? [id.holiday(territory)] : [],
      ),
    },
    { statement: 'select account_id as id from reminder_choice', expected: mine(ids.account) },
    {
      statement: 'select id from reminder',
      expected: world.accounts.flatMap((one, index) =>
        isMine(index) || may('see-accounts', one) ? [id.reminder(index)] : [],
      ),
    },
    { statement: 'select id from commitment_sheet', expected: mine(id.sheet) },
    { statement: 'delete from commitment_sheet returning id', expected: mine(id.sheet) },
    { statement: 'select id from calendar_feed', expected: mine(id.feed) },
  ];
}

type Insert = { readonly statement: string; readonly expected: boolean };

/** Rows of the rooms that might be added, one of each kind in each place, and whether the sentences allow it. */
export function expectedRoomInserts(world: World, tree: readonly Numbered[], may: May): Insert[] {
  const fresh = `'${ids.fresh()}'`;
  return placesOf(world, tree, () => 'QA').flatMap((place) => {
    const { territory, organisation, structure, at } = place;
    const org = `'${place.organisationId}'`;
    const home = world.organisations[organisation]?.territory ?? 0;
    const acts = may('act-for-party', { territory: home, organisation });
    const parties = `'{${place.organisationId}}', '{${place.partyTerritory}}'`;
    const commission = place.structureId === null ? 'null' : `'${place.structureId}'`;
    const plans = may('edit-plan', { territory, organisation });
    return [
      {
        statement: `insert into strategy (id, country, territory_id, organisation_id, title, period_from, period_to, level_names) values (${fresh}, 'QA', ${at}, ${org}, 'Nueva', '2026-01-01', '2027-01-01', '[]')`,
        expected: may('edit-strategy', { territory }),
      },
      {
        statement: `insert into plan (id, country, territory_id, organisation_id, kind, title, period_from, period_to, standing) values (${fresh}, 'QA', ${at}, ${org}, 'municipal', 'Nuevo', '2026-01-01', '2026-12-31', 'draft')`,
        expected: plans,
      },
      {
        statement: `insert into inventory_entry (id, country, territory_id, organisation_id, title, kind) values (${fresh}, 'QA', ${at}, ${org}, 'Nueva', 'plan')`,
        expected: plans || may('review-plan', { territory }),
      },
      {
        statement: `insert into agreement (id, country, territory_id, template_id, template_number, kind, title, standing, parties, party_territories, commission_structure_id) values (${fresh}, 'QA', ${at}, 'propiedad', 1, 'framework', 'Nuevo', 'draft', ${parties}, ${commission})`,
        expected: acts || may('oversee-agreement', { territory, structure }),
      },
      {
        statement: `insert into commitment (id, country, territory_id, what, obligor_organisation_id, proof, due_on, standing, parties, party_territories) values (${fresh}, 'QA', ${at}, 'Nuevo', ${org}, 'Acta', '2026-12-31', 'proposed', ${parties})`,
        expected: acts || may('oversee-agreement', { territory }),
      },
      {
        statement: `insert into quiet_period (id, country, territory_id, from_day, to_day, reason) values (${fresh}, 'QA', ${at}, '2026-01-01', '2026-01-02', 'Veda')`,
        expected: may('oversee-agreement', { territory }),
      },
    ];
  });
}
