-- What the strategy, plans, agreements and commitments share: acting for a party, days that do not count, and money of two kinds.

-- Whether a deed may be done for any of several parties, each an organisation or structure with the territory it belongs to.
create function app_may_within(deed text, holders uuid[], territories int[]) returns boolean language sql stable parallel safe
  return exists (select from unnest(holders, territories) as party (holder, territory)
    where (current_setting('app.within.' || deed, true)::jsonb ->> party.holder::text)::int4multirange @> party.territory);
-- Put into each statement that asks it, which a sub-select would forbid; party by party is asked only where one of them is one's own.
create function app_may_for(deed text, holders uuid[], territories int[]) returns boolean language sql stable parallel safe
  return coalesce(nullif(current_setting('app.range.' || deed, true), '')::int4multirange @> any (territories), false)
    or (coalesce(nullif(current_setting('app.holders.' || deed, true), '')::uuid[] && holders, false) and app_may_within(deed, holders, territories));

create table holiday (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  on_day date not null,
  name text not null check (length(name) between 2 and 200),
  source_id text references source,
  origin text not null default 'person' check (origin in ('pack', 'person')),
  version int not null default 1,
  unique (territory_id, on_day)
);
comment on table holiday is 'Days that are not working days in a territory and all below it: national ones stand at the country.';

create table exchange_rate (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  from_currency text not null check (from_currency ~ '^[A-Z]{3}$'),
  to_currency text not null check (to_currency ~ '^[A-Z]{3}$'),
  rate numeric(20, 10) not null check (rate > 0),
  on_day date not null,
  source text not null check (length(source) between 3 and 300),
  version int not null default 1,
  check (from_currency <> to_currency),
  unique (country, from_currency, to_currency, on_day)
);
comment on table exchange_rate is 'What one unit of from_currency was worth in to_currency on a day. Money is added across currencies only by one of these.';

create table quiet_period (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  from_day date not null,
  to_day date not null,
  reason text not null check (length(reason) between 3 and 500),
  version int not null default 1,
  check (to_day >= from_day)
);
comment on table quiet_period is 'Before an election nothing is published that could favour or harm: late and breached states wait.';

grant select, insert, update, delete on holiday, exchange_rate, quiet_period to articula_app;
do $$
declare t text;
begin
  foreach t in array array['holiday', 'exchange_rate', 'quiet_period'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
    execute format('create policy read on %I for select to articula_app using (true)', t);
    execute format('create policy change on %I to articula_app using (app_may(''oversee_agreement'', territory_id)) with check (app_may(''oversee_agreement'', territory_id))', t);
  end loop;
end $$;

-- Everything that has a page is found by search. A draft has no entry.
alter table search_entry drop constraint search_entry_kind_check;
alter table search_entry add constraint search_entry_kind_check
  check (kind in ('territory', 'organisation', 'structure', 'person', 'need', 'strategy', 'plan', 'agreement', 'commitment', 'inventory'));
drop policy change on search_entry;
create function app_may_make_findable(kind text, entry_id text, territory int, organisation uuid) returns boolean language sql stable parallel safe
  return case kind
    when 'territory' then app_may('edit_territory', territory)
    when 'organisation' then app_may('edit_organisation', territory, entry_id::uuid)
    when 'structure' then app_may('edit_structure', territory, entry_id::uuid)
    when 'need' then app_may('edit_need', territory)
    when 'strategy' then app_may('edit_strategy', territory)
    -- The rows themselves are guarded; their entry follows them in the same transaction.
    when 'plan' then app_may_somewhere('edit_plan') or app_may_somewhere('review_plan')
    when 'agreement' then app_may_somewhere('act_for_party') or app_may_somewhere('oversee_agreement') or app_person() is not null
    -- A trigger keeps it, since lists bring in many at once.
    when 'inventory' then false
    when 'commitment' then app_may_somewhere('act_for_party') or app_may_somewhere('oversee_agreement') or app_person() is not null
    else app_may('edit_person', territory, organisation) or entry_id = app_person()::text end;
create policy change on search_entry to articula_app
  using (app_may_make_findable(kind, id, territory_id, organisation_id))
  with check (app_may_make_findable(kind, id, territory_id, organisation_id));
