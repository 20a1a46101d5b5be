-- Looking at figures together: views that are kept and shared, a dashboard of one's own, notes beside a figure.

-- The organisation of whoever is signed in: with whom a view is shared.
create function app_own_organisation() returns uuid
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select organisation_id from account where id = app_account()
$$;
revoke execute on function app_own_organisation from public;
grant execute on function app_own_organisation to articula_app;

create table saved_view (
  id uuid primary key,
  territory_id int not null references territory,
  account_id uuid not null,
  organisation_id uuid references organisation,
  title text not null check (length(title) between 3 and 200),
  note text check (length(note) <= 1000),
  query text not null check (length(query) <= 1000),
  audience text not null check (audience in ('own', 'organisation', 'everybody')),
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (audience <> 'organisation' or organisation_id is not null)
);
create index saved_view_account on saved_view (account_id);
create index saved_view_organisation on saved_view (organisation_id);
create index saved_view_territory on saved_view (territory_id);
comment on table saved_view is 'A question to the explorer that somebody kept. It holds what was asked, never figures: whoever opens it sees what is theirs to see.';
comment on column saved_view.query is 'What stands behind the question mark in the explorer''s address.';
comment on column saved_view.territory_id is 'The territory that is looked at: who keeps indicators there may share it with everybody.';

create table dashboard (
  account_id uuid primary key,
  blocks jsonb not null check (jsonb_typeof(blocks) = 'array'),
  version int not null default 1,
  updated_at timestamptz not null default now()
);
comment on table dashboard is 'What somebody put on their dashboard, in their order; without a row they have that of their role.';

create table figure_note (
  id uuid primary key,
  indicator_id int not null references indicator,
  territory_id int not null references territory,
  period text check (length(period) <= 10),
  words text not null check (length(words) between 3 and 1000),
  is_public boolean not null,
  account_id uuid not null,
  organisation_id uuid references organisation,
  version int not null default 1,
  written_at timestamptz not null default now()
);
create index figure_note_of on figure_note (indicator_id, territory_id);
create index figure_note_territory on figure_note (territory_id);
create index figure_note_organisation on figure_note (organisation_id);
comment on table figure_note is 'What has to be known beside a figure: a change of method, a month without reports. Internal ones are for whoever keeps or reports figures there.';
comment on column figure_note.period is 'As periods are written: 2024, 2024-Q3; null for the whole line.';

grant select, insert, update, delete on saved_view, dashboard, figure_note to articula_app;
do $$
declare t text;
begin
  foreach t in array array['saved_view', 'dashboard', 'figure_note'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;

create policy read on saved_view for select to articula_app using (
  audience = 'everybody' or account_id = app_account()
  or (audience = 'organisation' and organisation_id = app_own_organisation()));
create policy change on saved_view to articula_app
  using (account_id = app_account() or (audience = 'everybody' and app_may('edit_indicator', territory_id)))
  with check (
    (account_id = app_account() or app_may('edit_indicator', territory_id))
    and (audience <> 'everybody' or app_may('edit_indicator', territory_id))
    and (audience <> 'organisation' or organisation_id = app_own_organisation()));
create policy own on dashboard to articula_app using (account_id = app_account()) with check (account_id = app_account());
create policy read on figure_note for select to articula_app using (
  is_public or account_id = app_account()
  or app_may('see_figures', territory_id) or app_may('report_figures', territory_id) or app_may('edit_indicator', territory_id));
create policy add on figure_note for insert to articula_app with check (
  account_id = app_account() and (app_may('edit_indicator', territory_id)
    or (not is_public and (app_may('see_figures', territory_id) or app_may('report_figures', territory_id)))));
create policy remove on figure_note for delete to articula_app
  using (account_id = app_account() or app_may('edit_indicator', territory_id));
