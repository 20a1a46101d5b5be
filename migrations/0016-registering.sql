-- Lists of commitments that people kept elsewhere: what was sent, how its columns were told apart, what was decided about its rows.
create table commitment_sheet (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  agreement_id uuid references agreement,
  account_id uuid not null,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sheets jsonb not null,
  notices jsonb not null default '[]',
  mapping jsonb,
  resolutions jsonb not null default '[]',
  standing text not null check (standing in ('open', 'applied', 'revoked')),
  import_run_id uuid references import_run,
  version int not null default 1,
  created_at timestamptz not null default now()
);
create index commitment_sheet_account on commitment_sheet (account_id, created_at);
comment on table commitment_sheet is 'Kept between one step and the next, so that a phone sends the file once.';

create table sheet_layout (
  account_id uuid not null,
  signature text not null check (length(signature) between 1 and 1000),
  columns jsonb not null,
  kept_at timestamptz not null default now(),
  primary key (account_id, signature)
);
comment on table sheet_layout is 'A layout whose columns somebody told apart: the next list with the same headers is understood at once.';

create table party_alias (
  country text not null references country,
  folded text not null check (length(folded) between 1 and 300),
  organisation_id uuid references organisation,
  structure_id uuid references structure,
  territory_id int not null references territory,
  account_id uuid,
  kept_at timestamptz not null default now(),
  primary key (country, territory_id, folded),
  check (num_nonnulls(organisation_id, structure_id) = 1)
);
create index party_alias_organisation on party_alias (organisation_id);
create index party_alias_structure on party_alias (structure_id);
comment on table party_alias is 'What lists of a territory call an organisation or structure, resolved once by a person.';

grant select, insert, update, delete on commitment_sheet, sheet_layout, party_alias to articula_app;
do $$
declare t text;
begin
  foreach t in array array['commitment_sheet', 'sheet_layout', 'party_alias'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;
create policy own on commitment_sheet to articula_app using (account_id = app_account()) with check (account_id = app_account());
create policy own on sheet_layout to articula_app using (account_id = app_account()) with check (account_id = app_account());
create policy read on party_alias for select to articula_app using (app_signed_in());
create policy change on party_alias to articula_app
  using (app_may_somewhere('act_for_party') and account_id = app_account())
  with check (app_may_somewhere('act_for_party') and account_id = app_account());

-- Whoever acts for a party brings in its list without the right to import whole registers; each row is looked at as if it had been typed.
drop policy scoped on import_run;
create policy scoped on import_run to articula_app
  using (app_may('import', territory_id) or account_id = app_account())
  with check (app_may('import', territory_id)
    or (kind = 'commitments' and account_id = app_account() and app_may_somewhere('act_for_party')));
