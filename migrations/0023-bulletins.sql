-- Documents made of figures: what each said when it was kept, and those that are made by themselves after every quarter.
create table bulletin_schedule (
  id uuid primary key,
  kind text not null check (kind in ('national', 'territory', 'institution')),
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  audience text not null check (audience in ('public', 'internal')),
  language text not null check (language in ('es', 'en')),
  days_after smallint not null check (days_after between 1 and 85),
  account_id uuid not null,
  example boolean not null default false,
  created_at timestamptz not null default now(),
  check ((kind = 'institution') = (organisation_id is not null))
);
create unique index bulletin_schedule_once on bulletin_schedule (territory_id, organisation_id, audience, language) nulls not distinct;
comment on column bulletin_schedule.days_after is 'How many days after the last of a quarter it is made.';
comment on column bulletin_schedule.account_id is 'With whose eyes it is made, and to whom the link is sent.';

create table bulletin (
  id uuid primary key,
  kind text not null check (kind in ('national', 'territory', 'institution')),
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  quarter date not null,
  audience text not null check (audience in ('public', 'internal')),
  language text not null check (language in ('es', 'en')),
  content jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  code text not null unique,
  schedule_id uuid references bulletin_schedule on delete set null,
  account_id uuid,
  example boolean not null default false,
  made_at timestamptz not null default now(),
  check ((kind = 'institution') = (organisation_id is not null)),
  check (extract(day from quarter) = 1 and extract(month from quarter) in (1, 4, 7, 10))
);
create index bulletin_territory on bulletin (territory_id, quarter desc);
create unique index bulletin_scheduled_once on bulletin (schedule_id, quarter) where schedule_id is not null;
comment on table bulletin is 'A report that was kept. Its content never changes; its files are written from it whenever they are asked for.';
comment on column bulletin.hash is 'SHA-256 of the content in its one canonical form: what a printed copy is checked against.';

grant select, insert on bulletin to articula_app;
grant select, insert, delete on bulletin_schedule to articula_app;
do $$
declare t text;
begin
  foreach t in array array['bulletin', 'bulletin_schedule'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;
create policy read on bulletin for select to articula_app
  using (audience = 'public' or app_may('see_unpublished', territory_id, organisation_id)
    or (organisation_id is not null and app_may('act_for_party', territory_id, organisation_id)));
create policy add on bulletin for insert to articula_app
  with check (app_may('review_figures', territory_id, organisation_id) and account_id is not distinct from app_account());
create policy scoped on bulletin_schedule to articula_app
  using (app_may('review_figures', territory_id, organisation_id))
  with check (app_may('review_figures', territory_id, organisation_id) and account_id = app_account());
