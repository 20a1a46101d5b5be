create table organisation (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  name text not null check (length(name) between 2 and 300),
  short_name text,
  kind text not null,
  sector text not null,
  level text not null check (level in ('international', 'national', 'regional', 'municipal', 'local')),
  parent_id uuid references organisation,
  mandate text,
  source_id text references source,
  website text,
  valid_from date,
  valid_to date,
  standing text not null default 'active' check (standing in ('active', 'ended', 'merged', 'annulled')),
  standing_reason text,
  merged_into uuid references organisation,
  withholds_disaggregation boolean not null default false,
  origin text not null default 'person' check (origin in ('pack', 'person', 'import')),
  pack_key text,
  example boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (valid_to is null or valid_from is null or valid_to > valid_from),
  check ((standing = 'merged') = (merged_into is not null)),
  check (parent_id is distinct from id)
);
create unique index organisation_pack_key on organisation (country, pack_key) where pack_key is not null;
create index organisation_territory on organisation (territory_id);
create index organisation_by_name on organisation (name collate spanish, id);
create index organisation_parent on organisation (parent_id);
comment on column organisation.territory_id is 'The territory it answers for: the country itself for a ministry.';
comment on column organisation.withholds_disaggregation is 'An indigenous authority that has asked that figures not be broken down.';

create table organisation_name (
  organisation_id uuid not null references organisation,
  territory_id int not null references territory,
  name text not null,
  short_name text,
  valid_from date,
  valid_to date,
  reason text,
  source_id text references source,
  primary key (organisation_id, name)
);
comment on table organisation_name is 'Former names. The current name is organisation.name.';

create table organisation_succession (
  predecessor_id uuid not null references organisation,
  successor_id uuid not null references organisation,
  territory_id int not null references territory,
  on_date date,
  kind text not null check (kind in ('succeeded', 'merged', 'split')),
  note text,
  source_id text references source,
  primary key (predecessor_id, successor_id),
  check (predecessor_id <> successor_id)
);

create table territory_authority (
  id uuid primary key,
  territory_id int not null references territory,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('municipality', 'government', 'congress', 'traditional', 'board')),
  valid_from date,
  valid_to date,
  source_id text references source,
  note text,
  check (valid_to is null or valid_from is null or valid_to > valid_from),
  unique (territory_id, organisation_id, kind)
);
comment on table territory_authority is 'Who governs a territory, with dates; not necessarily a municipality.';

create table person (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  name text not null check (length(name) between 2 and 200),
  visibility text not null default 'territory' check (visibility in ('territory', 'network', 'public')),
  standing text not null default 'active' check (standing in ('active', 'left', 'merged', 'annulled', 'erased')),
  standing_reason text,
  merged_into uuid references person,
  example boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((standing = 'merged') = (merged_into is not null))
);
create index person_territory on person (territory_id);
create index person_by_name on person (name collate spanish, id);
create index person_organisation on person (organisation_id);
comment on table person is 'People who work on prevention, by their work. No victim, witness, suspect or minor has a place here.';

create table contact_point (
  id uuid primary key,
  person_id uuid references person,
  organisation_id uuid references organisation,
  of_organisation_id uuid references organisation,
  territory_id int not null references territory,
  channel text not null check (channel in ('phone', 'mobile', 'email', 'address', 'web')),
  value text not null check (length(value) between 3 and 300),
  label text,
  visibility text not null default 'territory' check (visibility in ('territory', 'network', 'public')),
  source_id text references source,
  version int not null default 1,
  check ((person_id is null) <> (organisation_id is null))
);
comment on column contact_point.of_organisation_id is 'Of a person''s contact: the organisation that the person works for, whose own people may see it.';
create index contact_point_person on contact_point (person_id);
create index contact_point_organisation on contact_point (organisation_id);

create table post (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  person_id uuid references person,
  territory_id int not null references territory,
  kind text not null check (kind in ('head', 'focal-point', 'liaison', 'officer')),
  title text not null,
  topic text,
  alternate boolean not null default false,
  valid_from date not null,
  valid_to date,
  version int not null default 1,
  check (valid_to is null or valid_to > valid_from),
  constraint post_one_head exclude using gist (
    organisation_id with =, daterange(valid_from, valid_to) with &&) where (kind = 'head' and not alternate)
);
create index post_person on post (person_id);
create index post_organisation on post (organisation_id);
comment on table post is 'Who holds which office or answers for which topic, with a term. territory_id is the territory it serves.';

create table structure (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  kind text not null,
  name text not null check (length(name) between 2 and 300),
  mandate text,
  legal_basis text,
  source_id text references source,
  secretariat_id uuid references organisation,
  valid_from date,
  valid_to date,
  standing text not null default 'active' check (standing in ('active', 'ended', 'annulled')),
  standing_reason text,
  origin text not null default 'person' check (origin in ('pack', 'person', 'import')),
  pack_key text,
  example boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (valid_to is null or valid_from is null or valid_to > valid_from)
);
create unique index structure_pack_key on structure (country, pack_key) where pack_key is not null;
create index structure_territory on structure (territory_id);
create index structure_by_name on structure (name collate spanish, id);

create table seat (
  id uuid primary key,
  structure_id uuid not null references structure,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  name text not null,
  role text not null check (role in ('chair', 'secretary', 'member', 'observer')),
  has_vote boolean not null default true,
  position smallint not null default 0,
  version int not null default 1
);
create index seat_structure on seat (structure_id);
create index seat_organisation on seat (organisation_id);
comment on table seat is 'Quorum counts seats, not persons.';

create table seat_term (
  id uuid primary key,
  seat_id uuid not null references seat,
  structure_id uuid not null references structure,
  territory_id int not null references territory,
  person_id uuid not null references person,
  capacity text not null check (capacity in ('principal', 'alternate')),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  constraint seat_term_one_principal exclude using gist (
    seat_id with =, daterange(valid_from, valid_to) with &&) where (capacity = 'principal')
);
create index seat_term_seat on seat_term (seat_id);
create index seat_term_person on seat_term (person_id);

create table prevention_work (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  territory_id int not null references territory,
  function text not null,
  description text,
  target_group text,
  prevention_level text check (prevention_level in ('primary', 'secondary', 'tertiary')),
  staff int check (staff >= 0),
  capacity text,
  valid_from date,
  valid_to date,
  source_id text references source,
  origin text not null default 'person' check (origin in ('pack', 'person', 'import')),
  example boolean not null default false,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  check (valid_to is null or valid_from is null or valid_to > valid_from)
);
create index prevention_work_territory on prevention_work (territory_id);
create index prevention_work_organisation on prevention_work (organisation_id);
comment on table prevention_work is 'The diagnosis of structures: what each does, for whom, where, with which capacity.';

create table actor_norm (
  id text primary key,
  country text not null references country,
  territory_kind text not null,
  expects text not null check (expects in ('structure', 'function', 'authority', 'post')),
  what text not null,
  name text not null,
  name_en text not null,
  required boolean not null,
  known boolean not null,
  source_id text not null references source,
  note text
);
comment on table actor_norm is 'What a pack expects of each kind of territory, each with its source. Where there is none: "sin norma de comparación".';

comment on column actor_norm.known is 'The pack registers these wherever they are: absence means something. Otherwise nothing registered means "no consta".';

create table actor_absence (
  territory_id int not null references territory,
  norm_id text not null,
  on_date date not null,
  note text,
  example boolean not null default false,
  account_id uuid,
  recorded_at timestamptz not null default now(),
  primary key (territory_id, norm_id)
);
comment on table actor_absence is 'Somebody who knows says that a territory has none of what a norm expects. Norms are named without a reference: they are replaced whenever their pack is loaded.';

create table merge_record (
  id uuid primary key,
  kind text not null check (kind in ('organisation', 'person')),
  kept_id uuid not null,
  absorbed_id uuid not null,
  territory_id int not null references territory,
  changes jsonb not null,
  account_id uuid not null,
  done_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid
);

create table handover (
  id uuid primary key,
  territory_id int not null references territory,
  from_person_id uuid references person,
  from_organisation_id uuid references organisation,
  to_person_id uuid references person,
  on_date date not null,
  reason text not null,
  brief jsonb not null,
  account_id uuid not null,
  done_at timestamptz not null default now()
);
comment on column handover.brief is 'What passed on: posts, seats, accounts; the printable brief is written from it.';
