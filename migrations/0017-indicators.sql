-- What is measured: indicators with their definition, how they add up, for whom they are broken down, and what is aimed at.
create table dimension (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{1,29}$'),
  title text not null check (length(title) between 2 and 120),
  title_en text not null check (length(title_en) between 2 and 120),
  position int not null default 0
);
comment on table dimension is 'By what figures are broken down: sex, age, weapon, …';

create table dimension_category (
  dimension text not null references dimension,
  code text not null check (code ~ '^[a-z0-9][a-z0-9+-]{0,29}$'),
  title text not null check (length(title) between 1 and 200),
  title_en text not null check (length(title_en) between 1 and 200),
  position int not null default 0,
  is_unknown boolean not null default false,
  primary key (dimension, code)
);
comment on column dimension_category.is_unknown is 'What the source did not say: the parts add up to the whole with it.';

create table disaggregation (
  id int primary key,
  key text not null unique,
  dimensions text[] not null,
  parts jsonb not null
);
comment on table disaggregation is 'One crossing of categories. key = "age=15-17&sex=f", dimensions in alphabetical order; 0 and the empty key are the whole.';
create sequence disaggregation_id owned by disaggregation.id;
alter table disaggregation alter column id set default nextval('disaggregation_id');
insert into disaggregation (id, key, dimensions, parts) values (0, '', '{}', '{}');

create table disaggregation_margin (
  part_id int not null references disaggregation,
  whole_id int not null references disaggregation,
  primary key (part_id, whole_id)
);
create index disaggregation_margin_whole on disaggregation_margin (whole_id, part_id);
comment on table disaggregation_margin is 'Which crossings a crossing is part of, itself included: age=15-17&sex=f is part of age=15-17, of sex=f and of the whole.';
insert into disaggregation_margin values (0, 0);

-- The number of a crossing; it and all it is part of are made when they are first needed. Words cannot get in: the categories must be known.
create function disaggregation_of(wanted jsonb) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  wanted_key text;
  names text[];
  found_id int;
  dropped text;
  whole int;
begin
  select coalesce(string_agg(p.key || '=' || p.value, '&' order by p.key), ''), coalesce(array_agg(p.key order by p.key), '{}')
    into wanted_key, names from jsonb_each_text(wanted) p;
  select id into found_id from disaggregation where key = wanted_key;
  if found then return found_id; end if;
  if not app_may_somewhere('edit_indicator') and not app_may_somewhere('import') and not app_may_somewhere('report_figures') and app_calls() then
    raise insufficient_privilege using message = 'may not make a disaggregation';
  end if;
  if exists (select from jsonb_each_text(wanted) p where not exists (select from dimension_category c where c.dimension = p.key and c.code = p.value)) then
    raise exception 'unknown category in %', wanted;
  end if;
  if cardinality(names) > 6 then raise exception 'more than six dimensions in %', wanted; end if;
  insert into disaggregation (key, dimensions, parts) values (wanted_key, names, wanted) on conflict (key) do nothing returning id into found_id;
  if found_id is null then
    select id into strict found_id from disaggregation where key = wanted_key;
    return found_id;
  end if;
  insert into disaggregation_margin values (found_id, found_id), (found_id, 0) on conflict do nothing;
  if cardinality(names) > 1 then
    foreach dropped in array names loop
      -- Made in a statement of its own: the next one must see its margins.
      whole := disaggregation_of(wanted - dropped);
      insert into disaggregation_margin select found_id, m.whole_id from disaggregation_margin m where m.part_id = whole
        on conflict do nothing;
    end loop;
  end if;
  return found_id;
end $$;

create table indicator (
  id int primary key generated always as identity,
  code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,39}$'),
  country text references country,
  territory_id int references territory,
  organisation_id uuid references organisation,
  title text not null check (length(title) between 3 and 300),
  title_en text check (length(title_en) between 3 and 300),
  topic text not null,
  composition text not null check (composition in ('count', 'stock', 'ratio', 'distinct', 'estimate', 'computed')),
  unit text not null check (length(unit) between 1 and 60),
  unit_en text,
  decimals smallint not null default 0 check (decimals between 0 and 6),
  direction text not null check (direction in ('up', 'down', 'keep', 'none')),
  counts_people boolean not null default false,
  counting_unit text,
  numerator_id int references indicator,
  denominator_id int references indicator,
  denominator text check (denominator in ('population', 'indicator')),
  whole_id int references indicator,
  multiplier numeric not null default 1 check (multiplier > 0),
  finest_period text not null default 'year' check (finest_period in ('day', 'week', 'month', 'quarter', 'semester', 'year')),
  low_bound float8,
  high_bound float8,
  rule text,
  framework text,
  sdg_codes text[] not null default '{}',
  iccs_codes text[] not null default '{}',
  standing text not null default 'current' check (standing in ('draft', 'current', 'retired')),
  standing_reason text,
  definition_number int not null default 1,
  source_id text references source,
  origin text not null default 'person' check (origin in ('pack', 'person', 'import')),
  example boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((composition = 'ratio') = (denominator is not null)),
  check ((composition = 'ratio') = (numerator_id is not null)),
  check ((denominator is not distinct from 'indicator') = (denominator_id is not null)),
  check ((composition = 'computed') = (rule is not null)),
  check (whole_id is null or (composition in ('count', 'stock') and whole_id <> id)),
  check (high_bound is null or low_bound is null or high_bound >= low_bound)
);
create index indicator_country on indicator (country, standing);
create index indicator_numerator on indicator (numerator_id);
create index indicator_denominator on indicator (denominator_id);
create index indicator_whole on indicator (whole_id);
comment on column indicator.country is 'Null: of every country of the installation (regional and international indicators).';
comment on column indicator.composition is 'count adds over places, time and groups; stock over places and groups, of time the last; ratio is made anew from its two parts; distinct persons and estimates are never added; computed is worked out by the system itself.';
comment on column indicator.counts_people is 'People or incidents: small numbers are protected. Never for commitments, meetings or money.';
comment on column indicator.whole_id is 'Everything that it counts, this counts too: homicides of femicides. Small numbers of both are protected together.';
comment on column indicator.rule is 'Of a computed indicator, the rule of domain/compliance that computes it: C1, C2, …';
comment on column indicator.framework is 'The set it belongs to: ses, sdg, process, national or a text of one''s own.';

create table iccs_category (
  code text primary key check (code ~ '^(0[1-9]|1[01])([0-9]{2}([0-9]{1,2})?)?$'),
  title text not null check (length(title) between 3 and 300),
  title_en text not null check (length(title_en) between 3 and 300),
  is_verified boolean not null default false
);
comment on table iccs_category is 'The international classification of crime for statistical purposes (ICCS), as far as it is known here: 2, 4, 5 or 6 digits for levels 1 to 4.';

create table indicator_definition (
  indicator_id int not null references indicator on delete cascade,
  number int not null check (number > 0),
  definition text not null check (length(definition) between 3 and 4000),
  definition_en text,
  numerator_words text,
  numerator_words_en text,
  denominator_words text,
  denominator_words_en text,
  method text,
  method_en text,
  limits text,
  limits_en text,
  is_verified boolean not null default true,
  reason text,
  valid_from date,
  account_id uuid,
  written_at timestamptz not null default now(),
  primary key (indicator_id, number)
);
comment on table indicator_definition is 'Every wording of the definition; values say by which one they were counted.';
comment on column indicator_definition.is_verified is 'false: general knowledge of the field, not yet read in the document of its source; shown as "sin verificar".';

create table indicator_dimension (
  indicator_id int not null references indicator on delete cascade,
  dimension text not null references dimension,
  is_required boolean not null default false,
  primary key (indicator_id, dimension)
);

create table indicator_target (
  id uuid primary key,
  indicator_id int not null references indicator,
  territory_id int not null references territory,
  kind text not null check (kind in ('baseline', 'target')),
  year smallint not null check (year between 1900 and 2200),
  disaggregation_id int not null default 0 references disaggregation,
  value float8 not null,
  source text,
  note text,
  strategy_thread_id uuid references strategy_thread,
  account_id uuid,
  version int not null default 1,
  unique (indicator_id, territory_id, kind, year, disaggregation_id)
);
create index indicator_target_territory on indicator_target (territory_id);

grant select, insert, update, delete on dimension, dimension_category, disaggregation, disaggregation_margin, indicator,
  indicator_definition, indicator_dimension, indicator_target to articula_app;
grant select, insert, update on iccs_category to articula_app;
grant usage on sequence disaggregation_id to articula_app;
revoke insert, update, delete on disaggregation, disaggregation_margin from articula_app;
revoke update, delete on indicator_definition from articula_app;
revoke execute on function disaggregation_of from public;
grant execute on function disaggregation_of to articula_app;

-- An indicator of no country is the installation's.
create function app_may_edit_indicator(territory int, organisation uuid) returns boolean language sql stable parallel safe
  return case when territory is null then app_may_somewhere('manage_installation')
    else app_may('edit_indicator', territory, organisation) end;

do $$
declare t text;
begin
  foreach t in array array['dimension', 'dimension_category', 'disaggregation', 'disaggregation_margin', 'indicator', 'indicator_definition',
    'indicator_dimension', 'indicator_target', 'iccs_category'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
  -- What things mean is public.
  foreach t in array array['dimension', 'dimension_category', 'disaggregation', 'disaggregation_margin', 'indicator_target', 'iccs_category'] loop
    execute format('create policy read on %I for select to articula_app using (true)', t);
  end loop;
  foreach t in array array['dimension', 'dimension_category'] loop
    execute format('create policy add on %I for insert to articula_app with check (app_may_somewhere(''edit_indicator''))', t);
    execute format('create policy change on %I for update to articula_app using (app_may_somewhere(''edit_indicator'')) with check (app_may_somewhere(''edit_indicator''))', t);
  end loop;
  foreach t in array array['indicator_definition', 'indicator_dimension'] loop
    execute format('create policy read on %I for select to articula_app using (exists (select from indicator i where i.id = indicator_id))', t);
    execute format('create policy change on %I to articula_app
      using (exists (select from indicator i where i.id = indicator_id and app_may_edit_indicator(i.territory_id, i.organisation_id)))
      with check (exists (select from indicator i where i.id = indicator_id and app_may_edit_indicator(i.territory_id, i.organisation_id)))', t);
  end loop;
end $$;
create policy add on iccs_category for insert to articula_app with check (app_may_somewhere('manage_installation'));
create policy change on iccs_category for update to articula_app
  using (app_may_somewhere('manage_installation')) with check (app_may_somewhere('manage_installation'));
create policy read on indicator for select to articula_app
  using (standing <> 'draft' or app_may_edit_indicator(territory_id, organisation_id));
create policy change on indicator to articula_app
  using (app_may_edit_indicator(territory_id, organisation_id)) with check (app_may_edit_indicator(territory_id, organisation_id));
create policy change on indicator_target to articula_app
  using (app_may('edit_indicator', territory_id)) with check (app_may('edit_indicator', territory_id));

alter table search_entry drop constraint search_entry_kind_check;
alter table search_entry add constraint search_entry_kind_check
  check (kind in ('territory', 'organisation', 'structure', 'person', 'need', 'strategy', 'plan', 'agreement', 'commitment', 'inventory', 'indicator'));
drop policy change on search_entry;
create function app_may_find_indicator(kind text, territory int) returns boolean language sql stable parallel safe
  return kind = 'indicator' and (app_may_somewhere('edit_indicator') or app_may_somewhere('manage_installation'));
create policy change on search_entry to articula_app
  using (app_may_find_indicator(kind, territory_id) or app_may_make_findable(kind, id, territory_id, organisation_id))
  with check (app_may_find_indicator(kind, territory_id) or app_may_make_findable(kind, id, territory_id, organisation_id));

-- What rests on an indicator, also where the caller does not see it.
create function indicator_uses(wanted int, out series int, out ratios int, out targets int)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  select count(*) into series from public.series s where s.indicator_id = wanted;
  select count(*) into ratios from indicator i where wanted in (i.numerator_id, i.denominator_id, i.whole_id);
  select count(*) into targets from indicator_target t where t.indicator_id = wanted;
end $$;
revoke execute on function indicator_uses from public;
grant execute on function indicator_uses to articula_app;
