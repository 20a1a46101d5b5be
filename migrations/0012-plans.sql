-- Plans of municipalities, committees and institutions: programmes and actions, each with where, when, for whom, with what, and why.
create table plan (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  structure_id uuid references structure,
  kind text not null check (kind in ('municipal', 'committee', 'institutional', 'provincial')),
  title text not null check (length(title) between 3 and 300),
  summary text,
  folded text not null default '',
  period_from date not null,
  period_to date not null,
  strategy_id uuid references strategy,
  standing text not null check (standing in ('draft', 'submitted', 'returned', 'approved', 'amending', 'amendment-submitted', 'ended', 'annulled')),
  standing_reason text,
  standing_on date,
  submitted_by uuid,
  edition int not null default 0,
  copied_from_id uuid references plan,
  origin text not null default 'person' check (origin in ('pack', 'person', 'import')),
  example boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (period_to > period_from),
  check (num_nonnulls(organisation_id, structure_id) = 1)
);
create index plan_territory on plan (territory_id, standing);
create index plan_organisation on plan (organisation_id);
create index plan_structure on plan (structure_id);
comment on column plan.standing is 'The outcome of the last act of plan_act; written in the same transaction.';
comment on column plan.folded is 'Title, owner and place without accents: what a list is searched by.';
comment on column plan.edition is 'How many times it was approved; each approved edition is kept whole in plan_edition.';

create table plan_edition (
  id uuid primary key,
  plan_id uuid not null references plan,
  territory_id int not null references territory,
  number int not null,
  content jsonb not null,
  approving_body text not null,
  approving_act text,
  approved_on date not null,
  reviewed_by uuid,
  created_at timestamptz not null default now(),
  unique (plan_id, number)
);
comment on table plan_edition is 'A plan as it was approved. Never changed: an amendment makes the next edition.';

create table plan_act (
  id uuid primary key,
  plan_id uuid not null references plan,
  territory_id int not null references territory,
  act text not null,
  on_date date not null,
  reason text,
  details jsonb not null default '{}',
  account_id uuid,
  is_draft boolean not null default false,
  done_at timestamptz not null default now()
);
create index plan_act_plan on plan_act (plan_id);

create table plan_programme (
  id uuid primary key,
  plan_id uuid not null references plan on delete cascade,
  territory_id int not null references territory,
  title text not null check (length(title) between 3 and 300),
  objective text,
  position int not null default 0,
  version int not null default 1
);
create index plan_programme_plan on plan_programme (plan_id);

create table plan_action (
  id uuid primary key,
  plan_id uuid not null references plan on delete cascade,
  programme_id uuid references plan_programme on delete set null,
  territory_id int not null references territory,
  title text not null check (length(title) between 3 and 300),
  description text,
  period_from date,
  period_to date,
  need_id uuid references need,
  no_need_reason text,
  no_line_reason text,
  violence text,
  prevention_level text check (prevention_level in ('primary', 'secondary', 'tertiary')),
  prevention_types text[] not null default '{}',
  inspire text[] not null default '{}',
  ecological_levels text[] not null default '{}',
  target_groups text[] not null default '{}',
  target_words text,
  target_size int check (target_size >= 0),
  target_women int check (target_women >= 0),
  target_youth int check (target_youth >= 0),
  target_indigenous int check (target_indigenous >= 0),
  target_source text,
  responsible_organisation_id uuid references organisation,
  responsible_structure_id uuid references structure,
  responsible_office text,
  uses_mediation boolean not null default false,
  budget_total numeric(18, 2) check (budget_total >= 0),
  budget_currency text check (budget_currency ~ '^[A-Z]{3}$'),
  harm_check jsonb,
  harm_checked_on date,
  standing text not null default 'planned' check (standing in ('planned', 'in-progress', 'done', 'dropped')),
  standing_reason text,
  standing_on date,
  copied_from_id uuid,
  poa_code text,
  position int not null default 0,
  example boolean not null default false,
  version int not null default 1,
  check (period_to is null or period_from is null or period_to >= period_from),
  check ((budget_total is null) = (budget_currency is null)),
  check (num_nonnulls(responsible_organisation_id, responsible_structure_id) < 2),
  check (standing <> 'dropped' or standing_reason is not null),
  -- Whoever suffers violence from a partner or relative is never sat down to bargain with them.
  check (not (uses_mediation and violence is not null and violence in ('domestic', 'gender-based')))
);
create index plan_action_plan on plan_action (plan_id);
create index plan_action_need on plan_action (need_id);
create index plan_action_responsible on plan_action (responsible_organisation_id);
comment on column plan_action.budget_total is 'What whoever wrote it says it costs: the lines have to add up to it.';
comment on column plan_action.standing is 'How far it has got: the outcome of the last act of plan_act that names it. No edition keeps it.';
comment on column plan_action.harm_check is 'Stigma, exposure, displacement, net-widening of minors: what was answered and what is done about it.';

create table plan_action_place (
  action_id uuid not null references plan_action on delete cascade,
  place_id int not null references territory,
  territory_id int not null references territory,
  primary key (action_id, place_id)
);
create index plan_action_place_place on plan_action_place (place_id);
create table plan_action_line (
  action_id uuid not null references plan_action on delete cascade,
  thread_id uuid not null references strategy_thread,
  territory_id int not null references territory,
  aligned_on date not null,
  primary key (action_id, thread_id)
);
create index plan_action_line_thread on plan_action_line (thread_id);
create table plan_action_partner (
  action_id uuid not null references plan_action on delete cascade,
  organisation_id uuid not null references organisation,
  territory_id int not null references territory,
  contribution text,
  primary key (action_id, organisation_id)
);
create index plan_action_partner_organisation on plan_action_partner (organisation_id);
create table plan_output (
  id uuid primary key,
  action_id uuid not null references plan_action on delete cascade,
  territory_id int not null references territory,
  title text not null check (length(title) between 3 and 300),
  unit text,
  quantity numeric check (quantity >= 0),
  position int not null default 0
);
create index plan_output_action on plan_output (action_id);
create table plan_budget (
  id uuid primary key,
  action_id uuid not null references plan_action on delete cascade,
  territory_id int not null references territory,
  year smallint not null check (year between 1990 and 2100),
  source_kind text not null check (source_kind in ('own', 'national', 'donor', 'private', 'community', 'other')),
  source_organisation_id uuid references organisation,
  source_words text,
  kind text not null default 'cash' check (kind in ('cash', 'in-kind')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount numeric(18, 2) not null check (amount >= 0),
  position int not null default 0
);
create index plan_budget_action on plan_budget (action_id);

create table plan_remark (
  id uuid primary key,
  plan_id uuid not null references plan on delete cascade,
  action_id uuid references plan_action on delete cascade,
  field text,
  territory_id int not null references territory,
  body text not null check (length(body) between 3 and 4000),
  standing text not null default 'open' check (standing in ('open', 'answered', 'settled')),
  answer text,
  account_id uuid,
  answered_by uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  answered_at timestamptz
);
create index plan_remark_plan on plan_remark (plan_id);

-- The monitored methodology: six short sessions, where each office has got to, since when, what stops it, and the help it asked for.
create table planning_path (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid not null references organisation,
  plan_id uuid references plan,
  opened_on date not null,
  closed_on date,
  example boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now()
);
create unique index planning_path_open on planning_path (organisation_id) where closed_on is null;
create table planning_step (
  path_id uuid not null references planning_path on delete cascade,
  step smallint not null check (step between 1 and 6),
  territory_id int not null references territory,
  organisation_id uuid not null references organisation,
  reached_on date,
  done_on date,
  answers jsonb not null default '{}',
  obstacle text,
  obstacle_since date,
  version int not null default 1,
  primary key (path_id, step)
);
create table planning_help (
  id uuid primary key,
  path_id uuid not null references planning_path on delete cascade,
  step smallint not null check (step between 1 and 6),
  territory_id int not null references territory,
  organisation_id uuid not null references organisation,
  question text not null check (length(question) between 3 and 2000),
  asked_on date not null,
  asked_by uuid,
  answer text,
  answered_on date,
  answered_by uuid,
  version int not null default 1
);

-- The inventory of all official plans and programmes directly or indirectly linked to prevention.
create table inventory_entry (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid not null references organisation,
  title text not null check (length(title) between 3 and 400),
  kind text not null check (kind in ('plan', 'programme', 'project', 'activity')),
  description text,
  official_reference text,
  poa_code text,
  period_from date,
  period_to date,
  link text not null default 'undecided' check (link in ('direct', 'indirect', 'none', 'undecided')),
  criterion text,
  decided_by_office text,
  decided_by uuid,
  decided_on date,
  plan_id uuid references plan,
  action_id uuid references plan_action on delete set null,
  currency text check (currency ~ '^[A-Z]{3}$'),
  amount numeric(18, 2) check (amount >= 0),
  amount_year smallint,
  source_id text references source,
  source_words text,
  standing text not null default 'current' check (standing in ('current', 'ended', 'annulled')),
  standing_reason text,
  origin text not null default 'person' check (origin in ('pack', 'person', 'import', 'plan')),
  import_run_id uuid references import_run,
  row_key text,
  folded text not null default '',
  example boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (period_to is null or period_from is null or period_to >= period_from),
  check ((amount is null) = (currency is null)),
  check (link = 'undecided' or (criterion is not null and decided_on is not null and decided_by_office is not null))
);
create index inventory_territory on inventory_entry (territory_id, link);
create index inventory_organisation on inventory_entry (organisation_id);
create index inventory_plan on inventory_entry (plan_id);
create unique index inventory_row on inventory_entry (organisation_id, row_key) where row_key is not null and standing <> 'annulled';
comment on column inventory_entry.row_key is 'The row of an operating plan that it was made from: code or folded title, place and period. Importing the sheet again finds it, also after its title was corrected.';
comment on column inventory_entry.folded is 'What it is searched by, by domain fold().';

-- What the columns of an organisation's operating plan mean, as somebody said when it was imported last.
create table inventory_layout (
  organisation_id uuid primary key references organisation,
  territory_id int not null references territory,
  columns jsonb not null,
  updated_at timestamptz not null default now()
);
comment on table inventory_layout is 'Header, folded, to field: the next sheet of the same organisation is understood without asking.';

-- An institution brings its own operating plan in with the deed by which it writes its plans.
alter table import_run add column if not exists organisation_id uuid references organisation;
create policy operating_plan on import_run to articula_app
  using (kind = 'inventory' and app_may('edit_plan', territory_id, organisation_id))
  with check (kind = 'inventory' and app_may('edit_plan', territory_id, organisation_id));

grant select, insert, update, delete on plan, plan_edition, plan_act, plan_programme, plan_action, plan_action_place, plan_action_line,
  plan_action_partner, plan_output, plan_budget, plan_remark, planning_path, planning_step, planning_help, inventory_entry, inventory_layout to articula_app;
revoke update, delete on plan_act, plan_edition from articula_app;

-- Whoever may write a plan, review it or read what is not published sees it as it is being written.
create function app_sees_plan_in_work(territory int, holder uuid) returns boolean language sql stable parallel safe
  return app_may('edit_plan', territory, holder) or app_may('review_plan', territory) or app_may('see_unpublished', territory, holder);
-- Everybody sees a plan from its first approval on, also when it was annulled: then with the reason.
create function app_sees_plan(edition int, territory int, holder uuid) returns boolean language sql stable parallel safe
  return edition > 0 or app_sees_plan_in_work(territory, holder);

-- Who may write also reads, by the policies for reading: told for each deed, so that no reading asks twice. A child of a child
-- would ask eight times, and planning that takes longer than reading it.
create function plan_change_policies(of_table text, rule text) returns void language plpgsql as $$
begin
  execute format('create policy adding on %I for insert to articula_app with check (%s)', of_table, rule);
  execute format('create policy changing on %I for update to articula_app using (%s) with check (%s)', of_table, rule, rule);
  execute format('create policy removing on %I for delete to articula_app using (%s)', of_table, rule);
end $$;

do $$
declare t text;
begin
  foreach t in array array['plan', 'plan_edition', 'plan_act', 'plan_programme', 'plan_action', 'plan_action_place', 'plan_action_line',
    'plan_action_partner', 'plan_output', 'plan_budget', 'plan_remark', 'planning_path', 'planning_step', 'planning_help', 'inventory_entry',
    'inventory_layout'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
  -- Children are read and written with their plan, few at a time: each asks its parent, whose own policy decides.
  execute 'create policy read on plan_edition for select to articula_app using (exists (select from plan p where p.id = plan_id))';
  -- While an amendment is written its lines are its writers'; everybody else reads the last edition.
  foreach t in array array['plan_programme', 'plan_action'] loop
    execute format('create policy read on %I for select to articula_app using (exists (select from plan p where p.id = plan_id
      and ((p.edition > 0 and p.standing in (''approved'', ''ended'', ''annulled''))
        or app_sees_plan_in_work(p.territory_id, coalesce(p.organisation_id, p.structure_id)))))', t);
  end loop;
  foreach t in array array['plan_programme', 'plan_action'] loop
    perform plan_change_policies(t, 'exists (select from plan p where p.id = plan_id
      and app_may(''edit_plan'', p.territory_id, coalesce(p.organisation_id, p.structure_id)))');
  end loop;
  foreach t in array array['plan_action_place', 'plan_action_line', 'plan_action_partner', 'plan_output', 'plan_budget'] loop
    execute format('create policy read on %I for select to articula_app using (exists (select from plan_action a where a.id = action_id))', t);
    perform plan_change_policies(t, 'exists (select from plan_action a join plan p on p.id = a.plan_id where a.id = action_id
      and app_may(''edit_plan'', p.territory_id, coalesce(p.organisation_id, p.structure_id)))');
  end loop;
  foreach t in array array['planning_path', 'planning_step', 'planning_help'] loop
    execute format('create policy scoped on %I to articula_app
      using (app_may(''edit_plan'', territory_id, organisation_id) or app_may(''review_plan'', territory_id))
      with check (app_may(''edit_plan'', territory_id, organisation_id) or app_may(''review_plan'', territory_id))', t);
  end loop;
end $$;
create policy read on plan for select to articula_app
  using (app_sees_plan(edition, territory_id, coalesce(organisation_id, structure_id)));
select plan_change_policies('plan', 'app_may(''edit_plan'', territory_id, coalesce(organisation_id, structure_id))');
drop function plan_change_policies;
create policy review on plan for update to articula_app
  using (app_may('review_plan', territory_id)) with check (app_may('review_plan', territory_id));
create policy add on plan_edition for insert to articula_app
  with check (exists (select from plan p where p.id = plan_id and (app_may('review_plan', p.territory_id)
    or app_may('edit_plan', p.territory_id, coalesce(p.organisation_id, p.structure_id)))));
create policy read on plan_act for select to articula_app
  using (exists (select from plan p where p.id = plan_id and (not is_draft
    or app_sees_plan_in_work(p.territory_id, coalesce(p.organisation_id, p.structure_id)))));
create policy add on plan_act for insert to articula_app
  with check (exists (select from plan p where p.id = plan_id and (app_may('review_plan', p.territory_id)
    or app_may('edit_plan', p.territory_id, coalesce(p.organisation_id, p.structure_id)))));
create policy scoped on plan_remark to articula_app
  using (exists (select from plan p where p.id = plan_id and (app_may('review_plan', p.territory_id)
    or app_may('edit_plan', p.territory_id, coalesce(p.organisation_id, p.structure_id)))))
  with check (exists (select from plan p where p.id = plan_id and (app_may('review_plan', p.territory_id)
    or app_may('edit_plan', p.territory_id, coalesce(p.organisation_id, p.structure_id)))));
create policy read on inventory_entry for select to articula_app
  using (standing <> 'annulled' or app_may('edit_plan', territory_id, organisation_id) or app_may('review_plan', territory_id));
create policy change on inventory_entry to articula_app
  using (app_may('edit_plan', territory_id, organisation_id) or app_may('review_plan', territory_id))
  with check (app_may('edit_plan', territory_id, organisation_id) or app_may('review_plan', territory_id));
create policy scoped on inventory_layout to articula_app
  using (app_may('edit_plan', territory_id, organisation_id)) with check (app_may('edit_plan', territory_id, organisation_id));

-- How much of plans names an organisation, a structure or a need, drafts that the caller does not see included: a number, nothing else.
create function plans_dependents(wanted uuid) returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (select count(*) from plan where wanted in (organisation_id, structure_id))::int
    + (select count(*) from plan_action where wanted in (need_id, responsible_organisation_id, responsible_structure_id))::int
    + (select count(*) from plan_action_partner where organisation_id = wanted)::int
    + (select count(*) from plan_budget where source_organisation_id = wanted)::int
    + (select count(*) from inventory_entry where organisation_id = wanted)::int
$$;
-- Actions that answer one of two needs that become one answer the one that stays, drafts that the caller does not see included.
-- Gives back which moved; with `only`, moves no others: that is how it is taken back.
create function plans_move_need(from_need uuid, to_need uuid, only_actions uuid[]) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare moved uuid[];
begin
  if (select count(*) from need n where n.id in (from_need, to_need) and app_may('edit_need', n.territory_id)) <> 2 then
    raise exception 'these needs are not the caller''s to merge' using errcode = 'insufficient_privilege';
  end if;
  with changed as (
    update plan_action a set need_id = to_need, version = a.version + 1
    where a.need_id = from_need and (only_actions is null or a.id = any(only_actions)) returning a.id)
  select coalesce(array_agg(id), '{}') into moved from changed;
  return moved;
end $$;
-- A draft that was never approved goes with what was done to it; the trail keeps that it was there.
create function plans_delete_draft(wanted uuid, seen int) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from plan p where p.id = wanted and p.version = seen and p.edition = 0
      and app_may('edit_plan', p.territory_id, coalesce(p.organisation_id, p.structure_id))) then
    return false;
  end if;
  delete from plan_act where plan_id = wanted;
  delete from plan where id = wanted;
  return true;
end $$;
revoke execute on function plans_dependents, plans_move_need, plans_delete_draft from public;
grant execute on function plans_dependents, plans_move_need, plans_delete_draft to articula_app;
alter table need_merge add column moved jsonb not null default '{}';
comment on column need_merge.moved is 'What named the absorbed need and now names the kept one, by kind.';

-- When organisations are merged, the parts that one has in a strategy go along, also those of a version that nobody may change any more: it is the
-- same body under one name. So do what it remarked and the lists that it brought in. Whoever may merge both may do this; `back` is what was
-- carried along then, and takes it back. Where both have a part in one element there is one, and it leads if either did.
create function merge_carry_along(from_id uuid, to_id uuid, back jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare repeated jsonb; raised uuid[]; moved uuid[]; remarks uuid[]; runs uuid[];
begin
  if (select count(*) from organisation where id in (from_id, to_id) and app_may('merge', territory_id)) <> 2 then
    raise insufficient_privilege using message = 'merging takes the right to both organisations';
  end if;
  if back is not null then
    update strategy_role set organisation_id = to_id where organisation_id = from_id
      and element_id = any (select value::uuid from jsonb_array_elements_text(back -> 'moved'));
    insert into strategy_role (element_id, organisation_id, territory_id, role)
      select r.element_id, to_id, r.territory_id, r.role from jsonb_to_recordset(back -> 'repeated') as r (element_id uuid, territory_id int, role text)
      where exists (select from strategy_element e where e.id = r.element_id) on conflict do nothing;
    update strategy_role set role = 'support' where organisation_id = from_id
      and element_id = any (select value::uuid from jsonb_array_elements_text(back -> 'raised'));
    update strategy_remark set organisation_id = to_id where organisation_id = from_id
      and id = any (select value::uuid from jsonb_array_elements_text(back -> 'remarks'));
    update import_run set organisation_id = to_id where organisation_id = from_id
      and id = any (select value::uuid from jsonb_array_elements_text(back -> 'runs'));
    return back;
  end if;
  with gone as (
    delete from strategy_role r where r.organisation_id = from_id
      and exists (select from strategy_role k where k.element_id = r.element_id and k.organisation_id = to_id) returning r.element_id, r.territory_id, r.role)
  select coalesce(jsonb_agg(to_jsonb(gone)), '[]') into repeated from gone;
  with led as (
    update strategy_role k set role = 'lead' where k.organisation_id = to_id and k.role = 'support'
      and exists (select from jsonb_to_recordset(repeated) as r (element_id uuid, role text) where r.element_id = k.element_id and r.role = 'lead')
    returning k.element_id)
  select coalesce(array_agg(element_id), '{}') into raised from led;
  with changed as (update strategy_role set organisation_id = to_id where organisation_id = from_id returning element_id)
  select coalesce(array_agg(element_id), '{}') into moved from changed;
  with changed as (update strategy_remark set organisation_id = to_id where organisation_id = from_id returning id)
  select coalesce(array_agg(id), '{}') into remarks from changed;
  with changed as (update import_run set organisation_id = to_id where organisation_id = from_id returning id)
  select coalesce(array_agg(id), '{}') into runs from changed;
  -- What the columns of its lists mean is known from then on; the absorbed keeps its own for the case that it comes back.
  insert into inventory_layout (organisation_id, territory_id, columns)
    select to_id, o.territory_id, l.columns from inventory_layout l join organisation o on o.id = to_id where l.organisation_id = from_id
    on conflict do nothing;
  return jsonb_build_object('repeated', repeated, 'raised', to_jsonb(raised), 'moved', to_jsonb(moved), 'remarks', to_jsonb(remarks), 'runs', to_jsonb(runs));
end
$$;
revoke execute on function merge_carry_along from public;
grant execute on function merge_carry_along to articula_app;

-- An entry of the inventory is found by search as long as it stands, however it came in: typed, out of a list, with a merge, or back out of one.
create function inventory_entry_is_found() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    delete from search_entry where kind = 'inventory' and id = old.id::text;
  elsif new.standing = 'annulled' then
    delete from search_entry where kind = 'inventory' and id = new.id::text;
  else
    insert into search_entry (kind, id, country, territory_id, organisation_id, title, folded, visibility)
    values ('inventory', new.id::text, new.country, new.territory_id, new.organisation_id, new.title, new.folded, 'public')
    on conflict (kind, id) do update set territory_id = excluded.territory_id, organisation_id = excluded.organisation_id,
      title = excluded.title, folded = excluded.folded;
  end if;
  return null;
end $$;
create trigger inventory_entry_is_found after insert or delete or update of title, folded, standing, territory_id, organisation_id on inventory_entry
  for each row execute function inventory_entry_is_found();
revoke execute on function inventory_entry_is_found from public;
