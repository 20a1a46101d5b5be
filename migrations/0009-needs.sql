-- Prioritised needs: what prevention has to answer in a place. Public but while they are a draft; no personal data.
create table need (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  problem text not null check (length(problem) between 3 and 300),
  detail text,
  groups text[] not null check (cardinality(groups) between 1 and 20),
  group_words text,
  violence text not null,
  ecological_level text check (ecological_level in ('individual', 'relationship', 'community', 'society')),
  factor text,
  factor_effect text check (factor_effect in ('risk', 'protective')),
  source_kind text not null,
  source_title text not null,
  source_date date,
  source_address text,
  prioritised_on date not null,
  structure_id uuid references structure,
  organisation_id uuid references organisation,
  office text,
  priority text not null check (priority in ('high', 'medium', 'low')),
  priority_rank smallint not null generated always as (case priority when 'high' then 1 when 'medium' then 2 else 3 end) stored,
  priority_reason text not null,
  standing text not null check (standing in ('draft', 'current', 'met', 'withdrawn', 'merged', 'annulled')),
  standing_reason text,
  standing_on date,
  merged_into uuid references need,
  origin text not null default 'person' check (origin in ('person', 'import', 'pack')),
  example boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((factor is null) = (factor_effect is null)),
  check (num_nonnulls(structure_id, organisation_id, office) > 0),
  check (num_nonnulls(structure_id, organisation_id) < 2),
  check ((standing = 'merged') = (merged_into is not null)),
  check (merged_into is distinct from id)
);
create index need_territory on need (territory_id, standing);
create index need_structure on need (structure_id);
create index need_organisation on need (organisation_id);
create index need_merged_into on need (merged_into);
comment on table need is 'A problem that somebody gave priority to in a territory, with its source. Actions and commitments answer needs.';
comment on column need.standing is 'The outcome of the last act of need_act; written in the same transaction.';
comment on column need.office is 'Who prioritised it, where it was an office: never a person''s name.';

create table need_act (
  id uuid primary key,
  need_id uuid not null references need on delete cascade,
  territory_id int not null references territory,
  act text not null check (act in
    ('drafted', 'published', 'corrected', 'met', 'withdrawn', 'reopened', 'absorbed', 'merged', 'parted', 'annulled')),
  on_date date not null,
  reason text,
  fields text[] not null default '{}',
  other_id uuid,
  version int not null,
  is_draft boolean not null,
  done_at timestamptz not null default now()
);
create index need_act_need on need_act (need_id);
comment on column need_act.is_draft is 'Done while the need was a draft: not part of what everyone reads.';
comment on column need_act.other_id is 'The need with which this one was merged.';

create table need_merge (
  id uuid primary key,
  kept_id uuid not null references need,
  absorbed_id uuid not null references need,
  territory_id int not null references territory,
  before jsonb not null,
  kept_version int not null,
  absorbed_version int not null,
  account_id uuid,
  done_at timestamptz not null default now(),
  undone_at timestamptz
);
create index need_merge_kept on need_merge (kept_id);
create index need_merge_absorbed on need_merge (absorbed_id);
comment on column need_merge.before is 'What the kept need said before, so that the merge can be undone.';

grant select, insert, update, delete on need, need_act, need_merge to articula_app;
revoke update, delete on need_act from articula_app;
revoke delete on need_merge from articula_app;

do $$
declare t text;
begin
  foreach t in array array['need', 'need_act', 'need_merge'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;

create policy read on need for select to articula_app using (standing <> 'draft' or app_may('edit_need', territory_id));
create policy change on need to articula_app
  using (app_may('edit_need', territory_id)) with check (app_may('edit_need', territory_id));
create policy read on need_act for select to articula_app using (not is_draft or app_may('edit_need', territory_id));
create policy add on need_act for insert to articula_app with check (app_may('edit_need', territory_id));
create policy scoped on need_merge to articula_app
  using (app_may('edit_need', territory_id)) with check (app_may('edit_need', territory_id));

-- Needs are found by search like everything else.
alter table search_entry drop constraint search_entry_kind_check;
alter table search_entry add constraint search_entry_kind_check
  check (kind in ('territory', 'organisation', 'structure', 'person', 'need'));
drop policy change on search_entry;
create policy change on search_entry to articula_app
  using (case kind
    when 'territory' then app_may('edit_territory', territory_id)
    when 'organisation' then app_may('edit_organisation', territory_id, id::uuid)
    when 'structure' then app_may('edit_structure', territory_id, id::uuid)
    when 'need' then app_may('edit_need', territory_id)
    else app_may('edit_person', territory_id, organisation_id) or id = app_person()::text end)
  with check (case kind
    when 'territory' then app_may('edit_territory', territory_id)
    when 'organisation' then app_may('edit_organisation', territory_id, id::uuid)
    when 'structure' then app_may('edit_structure', territory_id, id::uuid)
    when 'need' then app_may('edit_need', territory_id)
    else app_may('edit_person', territory_id, organisation_id) or id = app_person()::text end);

-- How many needs name an organisation, a structure or a need, drafts that the caller does not see included: a number, nothing else.
create function diagnosis_dependents(wanted uuid) returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (select count(*) from need where wanted in (organisation_id, structure_id, merged_into))
    + (select count(*) from need_merge where wanted in (kept_id, absorbed_id))
$$;
revoke execute on function diagnosis_dependents from public;
grant execute on function diagnosis_dependents to articula_app;
