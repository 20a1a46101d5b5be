-- The strategy: versions of one tree of axes, objectives and lines of action. What keeps its place from one version to the next is a thread.
create table strategy (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid not null references organisation,
  title text not null check (length(title) between 3 and 300),
  adopting_act text,
  adopting_act_on date,
  period_from date not null,
  period_to date not null,
  level_names jsonb not null,
  source_id text references source,
  note text,
  origin text not null default 'person' check (origin in ('pack', 'person', 'import')),
  example boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (period_to > period_from)
);
create index strategy_territory on strategy (territory_id);
comment on column strategy.organisation_id is 'Whose strategy it is: the lead authority.';
comment on column strategy.level_names is 'What its levels are called here, from the outermost: [{"es": "Eje", "en": "Axis", "kind": "axis"}, …].';

create table strategy_version (
  id uuid primary key,
  strategy_id uuid not null references strategy,
  territory_id int not null references territory,
  number int not null check (number > 0),
  standing text not null check (standing in ('draft', 'consultation', 'approved', 'superseded', 'abandoned')),
  based_on_id uuid references strategy_version,
  consultation_from date,
  consultation_to date,
  approving_body text,
  approving_act text,
  approved_on date,
  valid_from date,
  valid_to date,
  is_example_structure boolean not null default false,
  origin text not null default 'person' check (origin in ('pack', 'person', 'import')),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (strategy_id, number),
  -- Of a strategy that a pack brings the act may not be known: then none is printed.
  check (standing not in ('approved', 'superseded') or origin = 'pack' or (approving_act is not null and approved_on is not null)),
  check (consultation_to is null or consultation_to >= consultation_from),
  check (valid_to is null or valid_to >= valid_from)
);
create unique index strategy_one_open on strategy_version (strategy_id) where standing in ('draft', 'consultation');
create unique index strategy_one_approved on strategy_version (strategy_id) where standing = 'approved';
comment on column strategy_version.is_example_structure is 'Axes and lines are "estructura de ejemplo": no cited text supports them.';

create table strategy_thread (
  id uuid primary key,
  strategy_id uuid not null references strategy,
  territory_id int not null references territory,
  created_at timestamptz not null default now()
);
comment on table strategy_thread is 'What is one and the same axis, objective or line through the versions. Plans, agreements and commitments are aligned to a thread.';

create table strategy_element (
  id uuid primary key,
  version_id uuid not null references strategy_version on delete cascade,
  strategy_id uuid not null references strategy,
  thread_id uuid not null references strategy_thread,
  territory_id int not null references territory,
  parent_id uuid references strategy_element on delete cascade,
  kind text not null check (kind in ('axis', 'objective', 'line')),
  level smallint not null check (level between 1 and 6),
  code text,
  title text not null check (length(title) between 3 and 500),
  description text,
  position int not null default 0,
  prevention_level text check (prevention_level in ('primary', 'secondary', 'tertiary')),
  prevention_types text[] not null default '{}',
  inspire text[] not null default '{}',
  ecological_levels text[] not null default '{}',
  source_id text references source,
  version int not null default 1,
  unique (version_id, thread_id)
);
create index strategy_element_parent on strategy_element (parent_id);
create index strategy_element_thread on strategy_element (thread_id);

create table strategy_role (
  element_id uuid not null references strategy_element on delete cascade,
  organisation_id uuid not null references organisation,
  territory_id int not null references territory,
  role text not null check (role in ('lead', 'support')),
  primary key (element_id, organisation_id)
);
create index strategy_role_organisation on strategy_role (organisation_id);

create table strategy_indicator (
  id uuid primary key,
  element_id uuid not null references strategy_element on delete cascade,
  territory_id int not null references territory,
  title text not null check (length(title) between 3 and 300),
  unit text not null,
  direction text not null check (direction in ('up', 'down', 'keep')),
  source text,
  baseline_value numeric,
  baseline_year smallint,
  position int not null default 0,
  check ((baseline_value is null) = (baseline_year is null))
);
create index strategy_indicator_element on strategy_indicator (element_id);

create table strategy_target (
  indicator_id uuid not null references strategy_indicator on delete cascade,
  territory_id int not null references territory,
  year smallint not null check (year between 1990 and 2100),
  value numeric not null,
  primary key (indicator_id, year)
);

create table strategy_act (
  id uuid primary key,
  strategy_id uuid not null references strategy,
  version_id uuid references strategy_version,
  territory_id int not null references territory,
  act text not null,
  on_date date not null,
  reason text,
  details jsonb not null default '{}',
  account_id uuid,
  is_draft boolean not null default false,
  done_at timestamptz not null default now()
);
create index strategy_act_strategy on strategy_act (strategy_id);

create table strategy_remark (
  id uuid primary key,
  version_id uuid not null references strategy_version on delete cascade,
  element_id uuid references strategy_element on delete cascade,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  account_id uuid not null,
  body text not null check (length(body) between 3 and 4000),
  answer text,
  answered_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now()
);
create index strategy_remark_version on strategy_remark (version_id);
comment on table strategy_remark is 'What was said in consultation, on the very element, and what was answered.';

grant select, insert, update, delete on strategy, strategy_version, strategy_thread, strategy_element, strategy_role, strategy_indicator,
  strategy_target, strategy_act, strategy_remark to articula_app;
revoke update, delete on strategy_act from articula_app;

-- Who may see a version: everyone, unless it is a draft. Children ask their version; they are always read through it.
create function app_sees_strategy_version(standing text, territory int) returns boolean language sql stable parallel safe
  return standing in ('approved', 'superseded') or (standing = 'consultation' and app_signed_in())
    or app_may('edit_strategy', territory) or app_may('see_unpublished', territory);

do $$
declare t text;
begin
  foreach t in array array['strategy', 'strategy_version', 'strategy_thread', 'strategy_element', 'strategy_role', 'strategy_indicator',
    'strategy_target', 'strategy_act', 'strategy_remark'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
  foreach t in array array['strategy', 'strategy_version', 'strategy_thread'] loop
    execute format('create policy change on %I to articula_app using (app_may(''edit_strategy'', territory_id)) with check (app_may(''edit_strategy'', territory_id))', t);
  end loop;
end $$;
-- What a version says can be changed only until it is approved: for everybody who is not its keeper, the rows are closed from then on.
create function strategy_is_open(wanted uuid) returns boolean language sql stable parallel safe
  return exists (select from strategy_version v where v.id = wanted and v.standing in ('draft', 'consultation'));
create policy change on strategy_element to articula_app
  using (app_may('edit_strategy', territory_id) and strategy_is_open(version_id))
  with check (app_may('edit_strategy', territory_id) and strategy_is_open(version_id));
create policy change on strategy_role to articula_app
  using (app_may('edit_strategy', territory_id) and exists (select from strategy_element e where e.id = element_id and strategy_is_open(e.version_id)))
  with check (app_may('edit_strategy', territory_id) and exists (select from strategy_element e where e.id = element_id and strategy_is_open(e.version_id)));
create policy change on strategy_indicator to articula_app
  using (app_may('edit_strategy', territory_id) and exists (select from strategy_element e where e.id = element_id and strategy_is_open(e.version_id)))
  with check (app_may('edit_strategy', territory_id) and exists (select from strategy_element e where e.id = element_id and strategy_is_open(e.version_id)));
create policy change on strategy_target to articula_app
  using (app_may('edit_strategy', territory_id) and exists (select from strategy_indicator i join strategy_element e on e.id = i.element_id
    where i.id = indicator_id and strategy_is_open(e.version_id)))
  with check (app_may('edit_strategy', territory_id) and exists (select from strategy_indicator i join strategy_element e on e.id = i.element_id
    where i.id = indicator_id and strategy_is_open(e.version_id)));

-- An approved version is followed by another, and nothing else is done to it.
create function strategy_version_stays() returns trigger language plpgsql as $$
begin
  if old.standing in ('draft', 'consultation') then
    return coalesce(new, old);
  end if;
  if tg_op = 'UPDATE' and old.standing = 'approved' and new.standing = 'superseded'
    and (new.id, new.strategy_id, new.number, new.approving_body, new.approving_act, new.approved_on, new.valid_from, new.is_example_structure)
      is not distinct from
        (old.id, old.strategy_id, old.number, old.approving_body, old.approving_act, old.approved_on, old.valid_from, old.is_example_structure) then
    return new;
  end if;
  raise exception 'a strategy version that was approved or abandoned is never changed';
end $$;
create trigger strategy_version_stays before update or delete on strategy_version for each row execute function strategy_version_stays();

-- A strategy of which nobody may see a version yet is known only to those who write it.
create policy read on strategy for select to articula_app
  using (app_may('edit_strategy', territory_id) or exists (select from strategy_version v where v.strategy_id = strategy.id));
create policy read on strategy_thread for select to articula_app using (true);
create policy read on strategy_version for select to articula_app using (app_sees_strategy_version(standing, territory_id));
create policy read on strategy_element for select to articula_app using (exists (select from strategy_version v where v.id = version_id));
create policy read on strategy_role for select to articula_app using (exists (select from strategy_element e where e.id = element_id));
create policy read on strategy_indicator for select to articula_app using (exists (select from strategy_element e where e.id = element_id));
create policy read on strategy_target for select to articula_app using (exists (select from strategy_indicator i where i.id = indicator_id));
create policy read on strategy_act for select to articula_app
  using (not is_draft or app_may('edit_strategy', territory_id) or app_may('see_unpublished', territory_id));
create policy add on strategy_act for insert to articula_app with check (app_may('edit_strategy', territory_id));
create policy read on strategy_remark for select to articula_app using (app_signed_in() and exists (select from strategy_version v where v.id = version_id));
create policy add on strategy_remark for insert to articula_app with check (account_id = app_account() and answer is null
  and exists (select from strategy_version v where v.id = version_id and v.standing = 'consultation'));
create policy change on strategy_remark for update to articula_app
  using (app_may('edit_strategy', territory_id)) with check (app_may('edit_strategy', territory_id));
create policy remove on strategy_remark for delete to articula_app using (account_id = app_account() and answered_at is null);
