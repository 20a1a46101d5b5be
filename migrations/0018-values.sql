-- Figures: series of values of an indicator by one source, their roll-ups, and what was corrected. Decision 29 says why it is built so.
create table series (
  id int primary key generated always as identity,
  indicator_id int not null references indicator,
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  source_id text not null references source,
  title text not null check (length(title) between 3 and 300),
  title_en text,
  counting_unit text,
  period_kind text not null check (period_kind in ('day', 'week', 'month', 'quarter', 'semester', 'year')),
  level smallint not null check (level between 0 and 6),
  grain text[] not null default '{}',
  adds boolean not null,
  definition_number int not null default 1,
  rank smallint not null default 1,
  audience text not null default 'public' check (audience in ('public', 'network', 'territory')),
  is_published boolean not null default false,
  note text,
  standing text not null default 'current' check (standing in ('current', 'retired')),
  origin text not null default 'person' check (origin in ('pack', 'person', 'import', 'report')),
  example boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  unique (indicator_id, country, source_id, period_kind, level, grain)
);
create index series_indicator on series (indicator_id, country, rank);
comment on table series is 'What one source says of one indicator. Two sources are two series, side by side, and never mixed; the lowest rank is shown first.';
comment on column series.level is 'The level of territory at which it is told. Rows of wider territories are what could not be placed more finely; all rows add up.';
comment on column series.grain is 'Into which dimensions its rows are broken down, alphabetically. Every row has just these; all else is added up.';
comment on column series.adds is 'Whether its rows may be added: counts and stocks, never distinct persons or estimates.';
comment on column series.is_published is 'Officially public at its own level, period and grain: shown as published; new crossings are protected.';

create table series_coverage (
  id uuid primary key,
  series_id int not null references series on delete cascade,
  from_period date not null,
  to_period date not null,
  territory_id int not null references territory,
  note text,
  check (to_period >= from_period)
);
create index series_coverage_series on series_coverage (series_id);
comment on table series_coverage is 'Where and when the source says that it told everything: there, and only there, what is absent is zero.';

create table value_batch (
  id bigint primary key generated always as identity,
  kind text not null check (kind in ('pack', 'import', 'report', 'entry')),
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  import_run_id uuid references import_run,
  source_version text,
  cutoff_on date,
  status text not null default 'final' check (status in ('provisional', 'final')),
  reason text,
  account_id uuid,
  made_at timestamptz not null default now(),
  revoked_at timestamptz,
  revoked_reason text
);
create index value_batch_run on value_batch (import_run_id);
comment on table value_batch is 'Values that came together: from where, up to which day, provisional or final, by whom.';

create table value_batch_series (
  series_id int not null references series on delete cascade,
  batch_id bigint not null references value_batch on delete cascade,
  primary key (series_id, batch_id)
);
comment on table value_batch_series is 'Of which series a batch has values: how fresh a series is, and whether provisional.';

create table data_value (
  series_id int not null,
  disaggregation_id int not null,
  period date not null,
  territory_id int not null,
  value float8,
  batch_id bigint not null,
  state smallint not null default 0 check (state between 0 and 3),
  check ((value is null) = (state <> 0)),
  check (value <> 'NaN' and value <> 'Infinity' and value <> '-Infinity'),
  primary key (series_id, disaggregation_id, period, territory_id) include (value, state)
);
create index data_value_batch on data_value (batch_id);
create index data_value_territory on data_value (territory_id, series_id, period);
comment on column data_value.state is '0 a value, which may be zero; 1 not applicable; 2 suppressed by the source; 3 said to be unknown. No row: not reported.';
comment on column data_value.period is 'The first day of the period; its length is the series''.';

create table value_interval (
  series_id int not null,
  disaggregation_id int not null,
  period date not null,
  territory_id int not null,
  low float8,
  high float8,
  standard_error float8,
  answers int,
  method text not null,
  primary key (series_id, disaggregation_id, period, territory_id)
);
comment on table value_interval is 'What an estimate says of its own uncertainty. Without a row the source publishes no interval.';

create table value_share (
  series_id int not null,
  disaggregation_id int not null,
  period date not null,
  territory_id int not null,
  organisation_id uuid not null references organisation,
  share numeric not null check (share > 0 and share <= 1),
  primary key (series_id, disaggregation_id, period, territory_id, organisation_id)
);
comment on table value_share is 'A result of several funders counts once; this says how they share it.';

create table value_correction (
  id bigint primary key generated always as identity,
  series_id int not null,
  disaggregation_id int not null,
  period date not null,
  territory_id int not null,
  old_value float8,
  old_state smallint not null,
  old_batch_id bigint not null,
  new_value float8,
  new_state smallint,
  new_batch_id bigint,
  corrected_at timestamptz not null default clock_timestamp()
);
create index value_correction_cell on value_correction (series_id, disaggregation_id, period, territory_id);
create index value_correction_batch on value_correction (new_batch_id);
comment on table value_correction is 'What a figure was before. Written by the database itself, whoever changes it. new_state null: taken away.';

create table value_rollup (
  level smallint not null,
  series_id int not null,
  disaggregation_id int not null,
  period date not null,
  territory_id int not null,
  total float8,
  reported int not null,
  withheld int not null,
  primary key (level, series_id, disaggregation_id, period, territory_id) include (total, reported, withheld)
);
comment on table value_rollup is 'Sums by level. A cell with a mark in value_dirty is not read but added up anew, so that nothing is ever stale.';

create table value_dirty (
  id bigint primary key generated always as identity,
  series_id int not null,
  disaggregation_id int not null,
  period date not null,
  territory_id int not null
);
create index value_dirty_series on value_dirty (series_id, period);
comment on table value_dirty is 'Marks of what changed, by its territory or that one''s parent, in the transaction of the change. Many marks of one cell do no harm.';

-- Whoever changes values, through whatever door: sums are marked, the former value is kept.
create function value_mark() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  is_large boolean;
begin
  -- What is put in or else changed runs both triggers, one of them for nothing.
  if not exists (select from changed) then return null; end if;
  if tg_op <> 'DELETE' and exists (select from (select distinct series_id, disaggregation_id from changed) c
      left join series s on s.id = c.series_id left join disaggregation d on d.id = c.disaggregation_id
      where s.id is null or d.dimensions is distinct from s.grain) then
    raise exception 'a value is not broken down as its series is';
  end if;
  -- Few changes are marked where they are; many by the parent, so that an import of millions leaves a tenth of the marks.
  select count(*) > 20000 into is_large from changed;
  insert into value_dirty (series_id, disaggregation_id, period, territory_id)
    select distinct c.series_id, c.disaggregation_id, c.period, case when is_large then coalesce(t.parent_id, t.id) else t.id end
    from changed c join series s on s.id = c.series_id and s.adds join territory t on t.id = c.territory_id;
  return null;
end $$;
create function value_keep_former() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from former) then return null; end if;
  insert into value_correction (series_id, disaggregation_id, period, territory_id, old_value, old_state, old_batch_id, new_value, new_state, new_batch_id)
    select o.series_id, o.disaggregation_id, o.period, o.territory_id, o.value, o.state, o.batch_id, n.value, n.state, n.batch_id
    from former o left join changed n using (series_id, disaggregation_id, period, territory_id)
    where (o.value, o.state) is distinct from (n.value, n.state);
  return null;
end $$;
create function value_keep_taken() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into value_correction (series_id, disaggregation_id, period, territory_id, old_value, old_state, old_batch_id)
    select series_id, disaggregation_id, period, territory_id, value, state, batch_id from changed;
  return null;
end $$;
create trigger value_added after insert on data_value referencing new table as changed for each statement execute function value_mark();
create trigger value_changed after update on data_value referencing new table as changed for each statement execute function value_mark();
create trigger value_former after update on data_value referencing old table as former new table as changed for each statement execute function value_keep_former();
create trigger value_removed after delete on data_value referencing old table as changed for each statement execute function value_mark();
create trigger value_taken after delete on data_value referencing old table as changed for each statement execute function value_keep_taken();

-- Writes values of one batch: the only way in for the application's role. What is the same stays untouched. Answers how many were written.
create function value_write(batch bigint, series_ids int[], disaggregation_ids int[], periods date[], territory_ids int[], given float8[], states smallint[])
returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  b value_batch;
  place territory;
  written int;
begin
  select * into b from value_batch where id = batch;
  if not found or b.revoked_at is not null or (app_calls() and b.account_id is distinct from app_account()) then
    raise insufficient_privilege using message = 'not a batch of the caller';
  end if;
  select * into strict place from territory where id = b.territory_id;
  if exists (select from unnest(territory_ids) g (id) where g.id not between place.id and place.last_id) then
    raise insufficient_privilege using message = 'a value lies outside its batch''s territory';
  end if;
  if exists (select from (select distinct unnest(series_ids) as id) g left join series s on s.id = g.id
      where s.id is null or s.country <> b.country or s.standing <> 'current') then
    raise exception 'a series is unknown, of another country, or retired';
  end if;
  insert into data_value as v (series_id, disaggregation_id, period, territory_id, value, state, batch_id)
    select g.s, g.d, g.p, g.t, g.v, g.st, batch
    from unnest(series_ids, disaggregation_ids, periods, territory_ids, given, states) g (s, d, p, t, v, st)
    on conflict (series_id, disaggregation_id, period, territory_id) do update
      set value = excluded.value, state = excluded.state, batch_id = excluded.batch_id
      where (v.value, v.state) is distinct from (excluded.value, excluded.state);
  get diagnostics written = row_count;
  if written > 0 then
    insert into value_batch_series select distinct g.id, batch from unnest(series_ids) g (id) on conflict do nothing;
  end if;
  return written;
end $$;

-- Opens a batch and writes its few values at once, for whoever may open one.
create function value_enter(kind text, country text, territory int, organisation uuid, cutoff date, status text, reason text, account uuid,
  series_ids int[], disaggregation_ids int[], periods date[], territory_ids int[], given float8[], states smallint[], out batch bigint, out written int)
language plpgsql as $$
begin
  insert into value_batch (kind, country, territory_id, organisation_id, cutoff_on, status, reason, account_id)
    values (kind, country, territory, organisation, cutoff, status, reason, account) returning id into batch;
  written := value_write(batch, series_ids, disaggregation_ids, periods, territory_ids, given, states);
end $$;

-- Takes a batch back: what it added goes, what it changed is as before, unless somebody has changed it since.
create function value_revoke(batch bigint, why text) returns int language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  b value_batch;
  restored int;
  removed int;
begin
  select * into b from value_batch where id = batch for update;
  if not found or b.revoked_at is not null
    or (app_calls() and not (app_may('import', b.territory_id, b.organisation_id) or app_may('review_figures', b.territory_id, b.organisation_id))) then
    raise insufficient_privilege using message = 'may not take this batch back';
  end if;
  update value_batch set revoked_at = now(), revoked_reason = why where id = batch;
  -- Back to the last that stood there and was not taken back itself: two batches may be taken back in any order.
  update data_value v set value = k.old_value, state = k.old_state, batch_id = k.old_batch_id
    from (select c.series_id, c.disaggregation_id, c.period, c.territory_id, former.*
      from data_value c cross join lateral (
        select k.old_value, k.old_state, k.old_batch_id from value_correction k join value_batch o on o.id = k.old_batch_id
        where (k.series_id, k.disaggregation_id, k.period, k.territory_id) = (c.series_id, c.disaggregation_id, c.period, c.territory_id)
          and o.revoked_at is null order by k.id desc limit 1) former
      where c.batch_id = batch) k
    where (v.series_id, v.disaggregation_id, v.period, v.territory_id) = (k.series_id, k.disaggregation_id, k.period, k.territory_id);
  get diagnostics restored = row_count;
  delete from data_value where batch_id = batch;
  get diagnostics removed = row_count;
  return restored + removed;
end $$;

-- Adds up anew what is marked of one series, at most so many marks. One at a time for a series: whoever comes later waits, or is told to come back.
-- Marks are taken first and sums made after, each seeing what was committed before it: a mark that is taken is never older than its sum.
create function value_drain(wanted int, at_most int, waits boolean) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  s series;
  taken int;
begin
  if waits then perform pg_advisory_xact_lock(8412, wanted);
  elsif not pg_try_advisory_xact_lock(8412, wanted) then return -1;
  end if;
  select * into strict s from series where id = wanted;
  -- Tables of their own, counted before they are joined: how much there is differs by a million, and a wrong guess costs minutes.
  create temp table if not exists value_taken (d int not null, p date not null, t int not null, marks int not null) on commit drop;
  create temp table if not exists value_goal (level smallint not null, d int not null, p date not null, t int not null) on commit drop;
  create temp table if not exists value_told (d int not null, p date not null, t int not null, value float8, state smallint not null) on commit drop;
  create temp table if not exists value_sum (level smallint not null, d int not null, p date not null, t int not null, total float8,
    reported int not null, withheld int not null) on commit drop;
  truncate pg_temp.value_taken, pg_temp.value_goal, pg_temp.value_told, pg_temp.value_sum;
  with gone as (
    delete from value_dirty where id in (select id from value_dirty where series_id = wanted order by id limit at_most for update)
    returning disaggregation_id, period, territory_id)
  insert into pg_temp.value_taken select disaggregation_id, period, territory_id, count(*) from gone group by 1, 2, 3;
  select coalesce(sum(marks), 0) into taken from pg_temp.value_taken;
  if taken = 0 then return 0; end if;
  analyze pg_temp.value_taken;
  insert into pg_temp.value_goal
    select distinct a.level, w.id, m.p, a.id
    from pg_temp.value_taken m join disaggregation_margin dm on dm.part_id = m.d join disaggregation w on w.id = dm.whole_id
    -- Everything above the mark and itself; its children too, where the mark stands at the parent of what changed.
    join (select descendant_id as mark, ancestor_id as id from territory_closure union all
      select parent_id, id from territory where parent_id is not null) near on near.mark = m.t
    join territory a on a.id = near.id
    where a.level < s.level or (a.level = s.level and w.dimensions <> s.grain);
  analyze pg_temp.value_goal;
  -- The rows that there are, by their key: crossings that nobody ever told cost nothing.
  insert into pg_temp.value_told
    select v.disaggregation_id, v.period, v.territory_id, v.value, v.state
    from (select distinct x.part_id from (select distinct d from pg_temp.value_goal) g join disaggregation_margin x on x.whole_id = g.d
      join disaggregation k on k.id = x.part_id and k.dimensions = s.grain) part
    cross join (select distinct p from pg_temp.value_goal) m
    join data_value v on v.series_id = wanted and v.disaggregation_id = part.part_id and v.period = m.p;
  analyze pg_temp.value_told;
  insert into pg_temp.value_sum
    select g.level, g.d, g.p, g.t, sum(v.value), count(*) filter (where v.state = 0), count(*) filter (where v.state = 2)
    from pg_temp.value_told v join disaggregation_margin x on x.part_id = v.d join territory_closure c on c.descendant_id = v.t
    join pg_temp.value_goal g on g.d = x.whole_id and g.p = v.p and g.t = c.ancestor_id
    group by g.level, g.d, g.p, g.t;
  analyze pg_temp.value_sum;
  delete from value_rollup r
    using (select level, d, p, t from pg_temp.value_goal except select level, d, p, t from pg_temp.value_sum) unsaid
    where (r.level, r.series_id, r.disaggregation_id, r.period, r.territory_id) = (unsaid.level, wanted, unsaid.d, unsaid.p, unsaid.t);
  insert into value_rollup (level, series_id, disaggregation_id, period, territory_id, total, reported, withheld)
    select level, wanted, d, p, t, total, reported, withheld from pg_temp.value_sum
    on conflict (level, series_id, disaggregation_id, period, territory_id) do update
      set total = excluded.total, reported = excluded.reported, withheld = excluded.withheld;
  return taken;
end $$;

grant select, insert, update, delete on series, series_coverage, value_interval, value_share to articula_app;
grant select, insert on value_batch to articula_app;
grant select on value_batch_series to articula_app;
grant select on data_value, value_correction to articula_app;
revoke execute on function value_mark, value_keep_former, value_keep_taken, value_write, value_enter, value_revoke, value_drain from public;
grant execute on function value_write, value_enter, value_revoke, value_drain to articula_app;

do $$
declare t text;
begin
  foreach t in array array['series', 'series_coverage', 'value_batch', 'value_batch_series', 'data_value', 'value_interval', 'value_share', 'value_correction',
    'value_rollup', 'value_dirty'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;
-- That a series exists is known to its audience. Its small numbers are read only by who keeps figures there; everybody else gets them
-- through services/values/read-figures.ts, which protects them.
create policy read on series for select to articula_app
  using (audience = 'public' or (audience = 'network' and app_signed_in()) or app_may('see_figures', territory_id, organisation_id));
create policy change on series to articula_app
  using (app_may('edit_indicator', territory_id, organisation_id) or app_may('import', territory_id, organisation_id))
  with check (app_may('edit_indicator', territory_id, organisation_id) or app_may('import', territory_id, organisation_id));
create policy read on series_coverage for select to articula_app using (exists (select from series s where s.id = series_id));
create policy change on series_coverage to articula_app
  using (exists (select from series s where s.id = series_id and (app_may('edit_indicator', s.territory_id, s.organisation_id) or app_may('import', s.territory_id, s.organisation_id))))
  with check (exists (select from series s where s.id = series_id and (app_may('edit_indicator', s.territory_id, s.organisation_id) or app_may('import', s.territory_id, s.organisation_id))));
-- How fresh a series is, and whether provisional, is known to its audience.
create policy read on value_batch for select to articula_app
  using (account_id = app_account() or app_may('see_figures', territory_id, organisation_id)
    or exists (select from value_batch_series x where x.batch_id = id));
create policy add on value_batch for insert to articula_app with check (account_id is not distinct from app_account() and revoked_at is null
  and (app_may('import', territory_id, organisation_id) or app_may('review_figures', territory_id, organisation_id)
    or app_may('edit_indicator', territory_id, organisation_id)));
create policy read on value_batch_series for select to articula_app using (exists (select from series s where s.id = series_id));
create policy read on data_value for select to articula_app using (app_may('see_figures', territory_id));
create policy read on value_correction for select to articula_app using (app_may('see_figures', territory_id));
create policy read on value_rollup for select to articula_app using (app_may('see_figures', territory_id));
create policy read on value_dirty for select to articula_app using (app_may('see_figures', territory_id));
do $$
declare t text;
begin
  foreach t in array array['value_interval', 'value_share'] loop
    execute format('create policy read on %I for select to articula_app using (app_may(''see_figures'', territory_id))', t);
    execute format('create policy change on %I to articula_app
      using (app_may(''import'', territory_id) or app_may(''review_figures'', territory_id))
      with check (app_may(''import'', territory_id) or app_may(''review_figures'', territory_id))', t);
  end loop;
end $$;
