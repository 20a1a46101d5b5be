-- Reporting cycles: forms, who reports what by when, the reports with their answers, and all that was done to them.
create table report_form (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  title text not null check (length(title) between 3 and 200),
  number int not null default 1,
  audience text not null default 'public' check (audience in ('public', 'network', 'territory')),
  standing text not null default 'current' check (standing in ('current', 'retired')),
  example boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index report_form_country on report_form (country, standing);

comment on column report_form.audience is 'Who sees the figures that it brings in: everybody, who has an account, or who keeps figures of the territory. Small numbers are protected besides.';

create table report_form_version (
  form_id uuid not null references report_form on delete cascade,
  number int not null check (number > 0),
  content jsonb not null,
  account_id uuid,
  written_at timestamptz not null default now(),
  primary key (form_id, number)
);
comment on table report_form_version is 'What is asked: sections of items, and the rules between them (domain/reporting/form.ts). A cycle asks by one version for good.';

create table report_cycle (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  agreement_id uuid references agreement,
  form_id uuid not null,
  form_number int not null,
  title text not null check (length(title) between 3 and 200),
  period_kind text not null check (period_kind in ('month', 'quarter', 'semester', 'year')),
  period date not null,
  path text not null check (path in ('territory', 'institution', 'agreement')),
  opens_on date not null,
  due_on date not null,
  grace_days smallint not null default 0 check (grace_days between 0 and 90),
  shows_provisional boolean not null default true,
  closed_on date,
  example boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (form_id, form_number) references report_form_version,
  check (due_on >= opens_on)
);
create index report_cycle_country on report_cycle (country, due_on desc);
create index report_cycle_form on report_cycle (form_id, period);
create index report_cycle_agreement on report_cycle (agreement_id);
comment on column report_cycle.path is 'Who approves: the territories above; the institution and then the centre; the other parties of the agreement and then the centre.';

create table report (
  id uuid primary key,
  cycle_id uuid not null references report_cycle,
  form_id uuid not null references report_form,
  period date not null,
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  structure_id uuid references structure,
  standing text not null default 'not-started'
    check (standing in ('not-started', 'draft', 'sent', 'returned', 'approved', 'final', 'reopened')),
  step smallint not null default 0,
  steps smallint not null check (steps > 0),
  first_sent_on date,
  example boolean not null default false,
  version int not null default 1,
  updated_at timestamptz not null default now(),
  check (num_nonnulls(organisation_id, structure_id) < 2),
  check (step between 0 and steps),
  check ((standing = 'final') = (step = steps))
);
create unique index report_once on report (form_id, period, territory_id, organisation_id, structure_id) nulls not distinct;
create index report_cycle_reports on report (cycle_id);
create index report_territory on report (territory_id, standing);
create index report_organisation on report (organisation_id);
create index report_structure on report (structure_id);
comment on table report is 'What one territory, institution or party owes in a cycle. standing and step keep the outcome of the last act of report_act.';

create table report_step (
  report_id uuid not null references report on delete cascade,
  number smallint not null check (number > 0),
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  structure_id uuid references structure
);
create unique index report_step_once on report_step (report_id, number, territory_id, organisation_id, structure_id) nulls not distinct;
create index report_step_territory on report_step (territory_id);
comment on table report_step is 'Where the deed review-figures is asked for at each step of the way to approval; several places of one step: any of them.';

create table report_answer (
  report_id uuid not null references report on delete cascade,
  cell text not null check (length(cell) between 1 and 200),
  state text not null check (state in ('value', 'unknown', 'not-applicable')),
  number float8,
  text text check (length(text) <= 4000),
  version int not null default 1,
  account_id uuid,
  answered_at timestamptz not null default now(),
  primary key (report_id, cell),
  check (number <> 'NaN' and number <> 'Infinity' and number <> '-Infinity'),
  check ((state = 'value') = (num_nonnulls(number, text) = 1))
);
comment on table report_answer is 'One answer, saved as it is typed. No row: not answered. Zero, "there is no figure" and "does not apply" are said, never meant by a blank.';

create table report_act (
  id uuid primary key,
  report_id uuid not null references report on delete cascade,
  act text not null check (act in ('started', 'sent', 'corrected', 'returned', 'approved', 'reopened')),
  step smallint not null,
  on_date date not null,
  reason text check (length(reason) <= 2000),
  reasons jsonb not null default '{}',
  by_link boolean not null default false,
  account_id uuid,
  done_at timestamptz not null default clock_timestamp()
);
create index report_act_report on report_act (report_id, done_at);
comment on column report_act.reasons is 'Of what was sent: why a check was passed over, by the check''s key.';

create table report_remark (
  id uuid primary key,
  report_id uuid not null references report on delete cascade,
  act_id uuid not null references report_act,
  cell text not null,
  remark text not null check (length(remark) between 3 and 1000),
  made_at timestamptz not null default clock_timestamp()
);
create index report_remark_report on report_remark (report_id);

create table report_target (
  cycle_id uuid not null references report_cycle,
  organisation_id uuid references organisation,
  structure_id uuid references structure,
  cell text not null,
  series_id int not null references series,
  disaggregation_id int not null references disaggregation
);
create unique index report_target_once on report_target (cycle_id, cell, organisation_id, structure_id) nulls not distinct;
comment on table report_target is 'Into which series and crossing the answer to a cell goes. Institutions have series of their own: two of one place are never added unseen.';

create table report_batch (
  report_id uuid not null references report,
  batch_id bigint primary key references value_batch
);
create index report_batch_report on report_batch (report_id);

create table report_link (
  id uuid primary key,
  report_id uuid not null references report on delete cascade,
  secret_hash bytea not null unique,
  addressee text not null check (length(addressee) between 2 and 200),
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  used_at timestamptz
);
create index report_link_report on report_link (report_id);
comment on table report_link is 'A one-time way in to one report without an account. Only the hash is kept; sending the report uses it up.';

-- Whether whoever asks fills a report in, or reviews it at one of its steps.
create function app_reports(territory int, organisation uuid, structure uuid) returns boolean language sql stable parallel safe
  return app_may('report_figures', territory, coalesce(organisation, structure));
create function app_reviews(report uuid) returns boolean language sql stable parallel safe
  return exists (select from report_step s where s.report_id = report
    and app_may('review_figures', s.territory_id, coalesce(s.organisation_id, s.structure_id)));
create function app_sees_report(report uuid, territory int, organisation uuid, structure uuid) returns boolean language sql stable parallel safe
  return app_reports(territory, organisation, structure) or app_may('see_figures', territory) or app_reviews(report);

-- Opens the batch in which the values of a report are written, for whoever fills it in or reviews it.
create function report_open_batch(wanted uuid, is_final boolean) returns bigint
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  r report;
  made bigint;
begin
  select * into strict r from report where id = wanted;
  if app_calls() and not app_reports(r.territory_id, r.organisation_id, r.structure_id) and not app_reviews(wanted) then
    raise insufficient_privilege using message = 'may not write the values of this report';
  end if;
  if is_final and app_calls() and not app_reviews(wanted) then
    raise insufficient_privilege using message = 'may not make the values of this report final';
  end if;
  insert into value_batch (kind, country, territory_id, organisation_id, status, account_id)
    values ('report', r.country, r.territory_id, r.organisation_id, case when is_final then 'final' else 'provisional' end, app_account())
    returning id into made;
  insert into report_batch values (wanted, made);
  return made;
end $$;

-- Takes what a report said last back, or says that all of it is final or provisional again.
create function report_settle(wanted uuid, outcome text) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  r report;
  latest bigint;
  reach text := current_setting('app.range.review_figures', true);
begin
  select * into strict r from report where id = wanted;
  if app_calls() and not app_reviews(wanted) then
    raise insufficient_privilege using message = 'may not decide on this report';
  end if;
  if outcome = 'withdrawn' then
    select b.id into latest from report_batch x join value_batch b on b.id = x.batch_id
      where x.report_id = wanted and b.revoked_at is null and b.status = 'provisional' order by b.id desc limit 1;
    if latest is null then return; end if;
    -- Whoever reviews one report may take its figures back, wherever their own figures lie.
    perform set_config('app.range.review_figures', int4multirange(int4range(r.territory_id, r.territory_id, '[]'))::text, true);
    perform value_revoke(latest, null);
    perform set_config('app.range.review_figures', coalesce(reach, ''), true);
  else
    update value_batch set status = outcome from report_batch x
      where x.batch_id = value_batch.id and x.report_id = wanted and value_batch.revoked_at is null;
  end if;
end $$;

-- What the series of a report said of its place in earlier periods, by cell: the own past of whoever fills it in.
create function report_history(wanted uuid) returns table (cell text, period date, value float8, state smallint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select t.cell, v.period, v.value, v.state
  from report r join report_target t on t.cycle_id = r.cycle_id
    and (t.organisation_id, t.structure_id) is not distinct from (r.organisation_id, r.structure_id)
  join data_value v on v.series_id = t.series_id and v.disaggregation_id = t.disaggregation_id and v.territory_id = r.territory_id
    and v.period < r.period
  where r.id = wanted and (not app_calls() or app_sees_report(r.id, r.territory_id, r.organisation_id, r.structure_id))
  order by v.period desc limit 2000
$$;

-- What is counted of reports whose day has come is told to everybody: whether each came in time and how many of its required cells it
-- filled; never what it says.
create function report_dues(low int, high int, today date, party uuid, agreement uuid, from_day date, to_day date)
returns table (id uuid, title text, holder text, territory_id int, due_on date, was_sent boolean, was_in_time boolean, required int, filled int,
  example boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.id, c.title, coalesce(o.name, s.name), r.territory_id, c.due_on, r.first_sent_on is not null,
    r.first_sent_on is not null and r.first_sent_on <= c.due_on + c.grace_days, q.required,
    case when r.first_sent_on is null then 0 else (select count(*)::int from report_answer a where a.report_id = r.id
      and split_part(a.cell, '/', 1) = any (q.keys)) end, r.example
  from report r join report_cycle c on c.id = r.cycle_id
  left join organisation o on o.id = r.organisation_id left join structure s on s.id = r.structure_id
  join lateral (
    select coalesce(sum(greatest(1, jsonb_array_length(i.item -> 'crossings'))), 0)::int as required,
      coalesce(array_agg(i.item ->> 'key'), '{}') as keys
    from report_form_version v cross join lateral jsonb_path_query(v.content, '$.sections[*].items[*] ? (@.required == true)') i (item)
    where v.form_id = c.form_id and v.number = c.form_number) q on true
  where r.territory_id between low and high and c.due_on + c.grace_days < today
    and (party is null or party in (r.organisation_id, r.structure_id)) and (agreement is null or c.agreement_id = agreement)
    and (from_day is null or c.due_on >= from_day) and (to_day is null or c.due_on <= to_day)
  order by c.due_on, r.territory_id, r.id
$$;

-- How long after its period had ended each report or file of figures was there: of series that are for everybody.
create function figure_freshness(low int, high int, party uuid, agreement uuid, from_day date, to_day date)
returns table (id bigint, series_id int, title text, territory_id int, ended_on date, days int, example boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with told as (
    select b.id, s.id as series_id, s.title, coalesce(r.territory_id, b.territory_id) as territory_id, (b.made_at at time zone k.time_zone)::date as made_on, s.example,
      case when c.id is null then b.cutoff_on else (c.period + case c.period_kind when 'month' then interval '1 month'
        when 'quarter' then interval '3 months' when 'semester' then interval '6 months' else interval '1 year' end)::date - 1 end as ended_on
    from value_batch b
    join lateral (select s.id, s.title, s.example from value_batch_series x join series s on s.id = x.series_id
      where x.batch_id = b.id and s.audience = 'public' and s.standing = 'current' order by s.id limit 1) s on true
    left join report_batch rb on rb.batch_id = b.id left join report r on r.id = rb.report_id left join report_cycle c on c.id = r.cycle_id
    left join territory p on p.id = coalesce(r.territory_id, b.territory_id) left join country k on k.code = p.country
    where b.revoked_at is null and (b.kind = 'import' or r.id is not null)
      and not exists (select from report_batch before where before.report_id = rb.report_id and before.batch_id < b.id)
      and (party is null or party = coalesce(r.organisation_id, r.structure_id, b.organisation_id))
      and (agreement is null or c.agreement_id = agreement))
  select t.id, t.series_id, t.title, t.territory_id, t.ended_on, greatest(0, t.made_on - t.ended_on), t.example from told t
  where t.ended_on is not null and t.territory_id between low and high
    and (from_day is null or t.ended_on >= from_day) and (to_day is null or t.ended_on <= to_day)
  order by t.ended_on, t.id
$$;
revoke execute on function report_open_batch, report_settle, report_history, report_dues, figure_freshness from public;
grant execute on function report_open_batch, report_settle, report_history, report_dues, figure_freshness to articula_app;

grant select, insert, update, delete on report_form, report_form_version, report_cycle, report, report_step, report_answer, report_act,
  report_remark, report_target, report_link to articula_app;
grant select on report_batch to articula_app;
revoke update, delete on report_form_version, report_act, report_remark, report_step, report_target from articula_app;

do $$
declare t text;
begin
  foreach t in array array['report_form', 'report_form_version', 'report_cycle', 'report', 'report_step', 'report_answer', 'report_act',
    'report_remark', 'report_target', 'report_batch', 'report_link'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;

-- What is asked of whom, and who approves, is known to everybody with an account; whoever comes by a link reports there.
create policy read on report_form for select to articula_app using (app_signed_in() or app_may_somewhere('report_figures'));
create policy read on report_form_version for select to articula_app using (app_signed_in() or app_may_somewhere('report_figures'));
create policy read on report_cycle for select to articula_app using (app_signed_in() or app_may_somewhere('report_figures'));
create policy read on report_step for select to articula_app using (app_signed_in() or app_may_somewhere('report_figures'));
create policy read on report_target for select to articula_app using (app_signed_in() or app_may_somewhere('report_figures'));
create policy change on report_form to articula_app
  using (app_may('edit_indicator', territory_id, organisation_id)) with check (app_may('edit_indicator', territory_id, organisation_id));
create policy add on report_form_version for insert to articula_app
  with check (exists (select from report_form f where f.id = form_id and app_may('edit_indicator', f.territory_id, f.organisation_id)));
create policy change on report_cycle to articula_app
  using (app_may('edit_indicator', territory_id, organisation_id)) with check (app_may('edit_indicator', territory_id, organisation_id));
create policy add on report_step for insert to articula_app
  with check (exists (select from report r join report_cycle c on c.id = r.cycle_id
    where r.id = report_id and app_may('edit_indicator', c.territory_id, c.organisation_id)));
create policy add on report_target for insert to articula_app
  with check (exists (select from report_cycle c where c.id = cycle_id and app_may('edit_indicator', c.territory_id, c.organisation_id)));

-- A report is seen by who fills it in, who reviews it and who sees figures there.
create policy read on report for select to articula_app
  using (app_sees_report(id, territory_id, organisation_id, structure_id)
    or exists (select from report_cycle c where c.id = cycle_id and app_may('edit_indicator', c.territory_id, c.organisation_id)));
create policy add on report for insert to articula_app
  with check (exists (select from report_cycle c where c.id = cycle_id and app_may('edit_indicator', c.territory_id, c.organisation_id)));
create policy change on report for update to articula_app
  using (app_reports(territory_id, organisation_id, structure_id) or app_reviews(id))
  with check (app_reports(territory_id, organisation_id, structure_id) or app_reviews(id));
do $$
declare t text;
begin
  foreach t in array array['report_answer', 'report_act', 'report_remark', 'report_batch', 'report_link'] loop
    execute format('create policy read on %I for select to articula_app using (exists (select from report r where r.id = report_id))', t);
  end loop;
  foreach t in array array['report_answer', 'report_link'] loop
    execute format('create policy change on %I to articula_app
      using (exists (select from report r where r.id = report_id and app_reports(r.territory_id, r.organisation_id, r.structure_id)))
      with check (exists (select from report r where r.id = report_id and app_reports(r.territory_id, r.organisation_id, r.structure_id)))', t);
  end loop;
end $$;
create policy add on report_act for insert to articula_app with check (exists (select from report r where r.id = report_id
  and (app_reports(r.territory_id, r.organisation_id, r.structure_id) or app_reviews(r.id))));
create policy add on report_remark for insert to articula_app
  with check (exists (select from report r where r.id = report_id and app_reviews(r.id)));

-- When organisations are merged, what it reports, reviews and counts goes along: the reports that it owes with their steps and the series into
-- which their figures go, the cycles and forms that it asks by, its surveys, its notes and kept views, the reports that were ordered of it.
-- Where both report in one cycle, or both share a figure, each keeps its own. `back` is what was carried then, and takes it back.
create function merge_carry_figures(from_id uuid, to_id uuid, back jsonb) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  t text;
  ids text[];
  carried jsonb := '{}';
begin
  if (select count(*) from organisation where id in (from_id, to_id) and app_may('merge', territory_id)) <> 2 then
    raise insufficient_privilege using message = 'merging takes the right to both organisations';
  end if;
  if back is not null then
    foreach t in array array['report', 'report_cycle', 'report_form', 'series', 'value_batch', 'indicator', 'survey', 'bulletin_schedule', 'saved_view',
      'figure_note'] loop
      execute format('update %I set organisation_id = $1 where organisation_id = $2 and id::text = any (array(select jsonb_array_elements_text($3)))', t)
        using to_id, from_id, coalesce(back -> t, '[]');
    end loop;
    update report_step s set organisation_id = to_id from jsonb_to_recordset(coalesce(back -> 'report_step', '[]')) as b (report_id uuid, number int, territory_id int)
      where s.organisation_id = from_id and (s.report_id, s.number, s.territory_id) = (b.report_id, b.number, b.territory_id);
    update report_target g set organisation_id = to_id from jsonb_to_recordset(coalesce(back -> 'report_target', '[]')) as b (cycle_id uuid, cell text)
      where g.organisation_id = from_id and (g.cycle_id, g.cell) = (b.cycle_id, b.cell);
    update value_share v set organisation_id = to_id
      from jsonb_to_recordset(coalesce(back -> 'value_share', '[]')) as b (series_id int, disaggregation_id int, period date, territory_id int)
      where v.organisation_id = from_id and (v.series_id, v.disaggregation_id, v.period, v.territory_id) = (b.series_id, b.disaggregation_id, b.period, b.territory_id);
    return back;
  end if;
  create temp table if not exists merge_both (cycle_id uuid) on commit drop;
  truncate pg_temp.merge_both;
  insert into pg_temp.merge_both select cycle_id from report where organisation_id = from_id
    and cycle_id in (select cycle_id from report where organisation_id = to_id);
  with changed as (update report_target g set organisation_id = to_id where organisation_id = from_id
    and g.cycle_id not in (select cycle_id from pg_temp.merge_both) returning g.cycle_id, g.cell)
  select carried || jsonb_build_object('report_target', coalesce(jsonb_agg(to_jsonb(changed)), '[]')) into carried from changed;
  with changed as (update report_step s set organisation_id = to_id where organisation_id = from_id
    and not exists (select from report_step k where k.organisation_id = to_id and (k.report_id, k.number, k.territory_id) = (s.report_id, s.number, s.territory_id))
    returning s.report_id, s.number, s.territory_id)
  select carried || jsonb_build_object('report_step', coalesce(jsonb_agg(to_jsonb(changed)), '[]')) into carried from changed;
  with changed as (update value_share s set organisation_id = to_id where organisation_id = from_id
    and not exists (select from value_share k where k.organisation_id = to_id
      and (k.series_id, k.disaggregation_id, k.period, k.territory_id) = (s.series_id, s.disaggregation_id, s.period, s.territory_id))
    returning s.series_id, s.disaggregation_id, s.period, s.territory_id)
  select carried || jsonb_build_object('value_share', coalesce(jsonb_agg(to_jsonb(changed)), '[]')) into carried from changed;
  with changed as (update report set organisation_id = to_id where organisation_id = from_id
    and cycle_id not in (select cycle_id from pg_temp.merge_both) returning id)
  select carried || jsonb_build_object('report', coalesce(jsonb_agg(id), '[]')) into carried from changed;
  with changed as (update bulletin_schedule s set organisation_id = to_id where organisation_id = from_id
    and not exists (select from bulletin_schedule k where k.organisation_id = to_id and (k.territory_id, k.audience, k.language) = (s.territory_id, s.audience, s.language))
    returning id)
  select carried || jsonb_build_object('bulletin_schedule', coalesce(jsonb_agg(id), '[]')) into carried from changed;
  foreach t in array array['report_cycle', 'report_form', 'series', 'value_batch', 'indicator', 'survey', 'saved_view', 'figure_note'] loop
    execute format('with changed as (update %I set organisation_id = $1 where organisation_id = $2 returning id) select coalesce(array_agg(id::text), ''{}'') from changed', t)
      using to_id, from_id into ids;
    carried := carried || jsonb_build_object(t, to_jsonb(ids));
  end loop;
  return carried;
end
$$;

-- What would go along, for whoever may merge both to see before: by kind, each with its name.
create function merge_figures_of(from_id uuid, to_id uuid) returns table (kind text, label text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select k.kind, k.label from (
    select 'report' as kind, c.title as label from report r join report_cycle c on c.id = r.cycle_id where r.organisation_id = from_id
      and not exists (select from report k where k.organisation_id = to_id and k.cycle_id = r.cycle_id)
    union all select 'report_review', c.title from report_step s join report r on r.id = s.report_id join report_cycle c on c.id = r.cycle_id
      where s.organisation_id = from_id
    union all select 'report_cycle', title from report_cycle where organisation_id = from_id
    union all select 'report_form', title from report_form where organisation_id = from_id
    union all select 'series', title from series where organisation_id = from_id
    union all select 'indicator', title from indicator where organisation_id = from_id
    union all select 'survey', title from survey where organisation_id = from_id) k
  where (select count(*) from organisation where id in (from_id, to_id) and app_may('merge', territory_id)) = 2
  order by 1, 2
$$;
revoke execute on function merge_carry_figures, merge_figures_of from public;
grant execute on function merge_carry_figures, merge_figures_of to articula_app;
