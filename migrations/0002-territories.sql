create table country (
  code text primary key check (code ~ '^[A-Z]{2}$'),
  name text not null,
  name_en text not null,
  base int not null unique,
  widths int[] not null,
  currency text not null,
  locale text not null,
  time_zone text not null,
  paper text not null check (paper in ('letter', 'a4')),
  phone_prefix text check (phone_prefix ~ '^\+[0-9]{1,4}$'),
  map_frame jsonb,
  pack_version text not null,
  loaded_at timestamptz not null default now()
);
comment on column country.base is 'First territory number of the country; a country owns base .. base + 9,999,999.';
comment on column country.widths is 'How many numbers one territory of each level owns, level 0 first.';

create table territory_kind (
  country text not null references country,
  kind text not null,
  level smallint not null,
  name text not null, name_plural text not null,
  name_en text not null, name_plural_en text not null,
  code_digits smallint,
  code_pattern text,
  primary key (country, kind)
);
comment on table territory_kind is 'Kinds differ by country: a distrito is the municipality in Panama and the smallest unit in Costa Rica.';

create table territory (
  id int primary key,
  last_id int not null,
  country text not null references country,
  code text not null,
  kind text not null,
  level smallint not null,
  parent_id int references territory,
  name text not null,
  iso_code text,
  valid_from date,
  valid_to date,
  longitude float8, latitude float8,
  area_km2 float8,
  source_id text references source,
  note text,
  origin text not null default 'pack' check (origin in ('pack', 'person', 'import')),
  version int not null default 1,
  foreign key (country, kind) references territory_kind,
  check (last_id >= id),
  check (parent_id is null or parent_id < id),
  check (valid_to is null or valid_from is null or valid_to > valid_from)
);
comment on column territory.id is 'Numbered so that a subtree is the interval id .. last_id. Never reused, never changed.';
create unique index territory_code on territory (country, code) where valid_to is null;
create index territory_parent on territory (parent_id);

create table territory_closure (
  ancestor_id int not null references territory,
  descendant_id int not null references territory,
  depth smallint not null,
  primary key (ancestor_id, descendant_id)
);
create index territory_closure_up on territory_closure (descendant_id, ancestor_id);

create table territory_alias (
  territory_id int not null references territory,
  name text not null,
  kind text not null default 'alias' check (kind in ('alias', 'former', 'official', 'short')),
  source_id text references source,
  primary key (territory_id, name)
);

create table territory_population (
  territory_id int not null references territory,
  year smallint not null,
  people int check (people >= 0),
  shared_with text,
  shared_people int check (shared_people >= 0),
  counted_elsewhere boolean not null default false,
  method text not null default 'census' check (method in ('census', 'estimate', 'derived')),
  source_id text not null references source,
  note text,
  origin text not null default 'pack' check (origin in ('pack', 'person', 'import')),
  primary key (territory_id, year, source_id),
  check ((people is null) <> (shared_people is null))
);
comment on column territory_population.counted_elsewhere is 'Its people are also in the figure of the territory that it was split from; sums leave it out.';
comment on column territory_population.shared_with is 'Codes that share one figure, joined by +: "0303+0306". Then people is null and shared_people is the joint figure.';

create table territory_succession (
  predecessor_id int not null references territory,
  successor_id int not null references territory,
  on_date date,
  kind text not null check (kind in ('split', 'renamed', 'merged', 'transferred')),
  note text,
  source_id text references source,
  primary key (predecessor_id, successor_id),
  check (predecessor_id <> successor_id)
);

create table territory_overlap (
  territory_id int not null references territory,
  other_id int not null references territory,
  share float8 check (share > 0 and share <= 1),
  note text,
  source_id text references source,
  primary key (territory_id, other_id),
  check (territory_id <> other_id)
);
comment on table territory_overlap is 'Territories that lie over others without being their child or parent: indigenous territories over cantons.';

create table boundary_layer (
  id uuid primary key,
  country text not null references country,
  level smallint not null,
  approximate boolean not null,
  source_id text references source,
  title text not null,
  licence text,
  note text,
  topology jsonb not null,
  neighbours jsonb not null default '{}',
  report jsonb not null default '{}',
  current boolean not null default true,
  loaded_at timestamptz not null default now(),
  account_id uuid
);
comment on table boundary_layer is 'TopoJSON, WGS84, one object "areas" whose geometries carry the territory number as id. approximate = drawn from points, and said so.';
comment on column boundary_layer.neighbours is 'Who borders on whom, {"number": [numbers]}, worked out once when the layer is loaded; islands have none.';
create unique index boundary_layer_current on boundary_layer (country, level) where current;
