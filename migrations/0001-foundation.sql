-- The roles, the extensions, and the questions that every row policy asks.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- Names sort as people read them, and alike on every server: "Árbol" beside "Arco", "Ñ" after "N".
create collation if not exists spanish (provider = icu, locale = 'es');

do $$ begin
  if not exists (select from pg_roles where rolname = 'articula_app') then
    create role articula_app login nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end $$;
grant articula_app to current_user;
grant usage on schema public to articula_app;

-- What a transaction may see and change is set with SET LOCAL. Each deed of src/domain/access/deeds.ts, and the granting of each role,
-- has its own reach, so that two roles of one person never add up to more than each of them gives:
--   app.range.<deed>        int4multirange of territory numbers, e.g. {[10000000,10999999]}
--   app.within.<deed>       the same, but only within one organisation or structure: {"<uuid>": "{[10000000,10999999]}"}
--   app.holders.<deed>      those organisations and structures as a list, which long lists are asked by first: {<uuid>,<uuid>}
--   app.person, app.account uuid
--   app.signed_in           'yes' for anyone with an account
-- Nothing set means nothing seen: every function answers false or null.
create function app_may(deed text, territory int) returns boolean language sql stable parallel safe
  return coalesce(nullif(current_setting('app.range.' || deed, true), '')::int4multirange @> territory, false);
create function app_may(deed text, territory int, holder uuid) returns boolean language sql stable parallel safe
  return coalesce(nullif(current_setting('app.range.' || deed, true), '')::int4multirange @> territory, false)
    or coalesce((nullif(current_setting('app.within.' || deed, true), '')::jsonb ->> holder::text)::int4multirange @> territory, false);
create function app_may_somewhere(deed text) returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.range.' || deed, true), '') <> ''
    or coalesce(current_setting('app.within.' || deed, true), '') <> '';
create function app_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.person', true), '')::uuid;
create function app_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account', true), '')::uuid;
create function app_signed_in() returns boolean language sql stable parallel safe
  return coalesce(current_setting('app.signed_in', true), '') = 'yes';

create table source (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9.-]*$'),
  country text,
  title text not null,
  publisher text,
  address text,
  published text,
  licence text,
  note text,
  verified boolean not null default true
);
comment on table source is 'Where a fact comes from. verified = false is shown as "sin verificar".';

create table setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);
comment on table setting is 'Settings of the installation: name, installation id, mode (demo or real).';

create table stored_file (
  id uuid primary key,
  sha256 text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  account_id uuid,
  territory_id int,
  created_at timestamptz not null default now()
);
comment on table stored_file is 'Files live in the data folder under files/<first two of sha256>/<sha256>; this is what is known about them.';
