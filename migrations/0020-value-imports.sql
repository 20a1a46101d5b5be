-- Files of figures that people bring in: what was guessed, what was settled, how far they have got; and what countries call offences.
create table value_import (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  account_id uuid,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  metadata_name text,
  metadata_sha256 text check (metadata_sha256 ~ '^[0-9a-f]{64}$'),
  stage text not null check (stage in ('waiting', 'reading', 'open', 'writing', 'applied', 'revoked', 'refused')),
  rows_read int not null default 0,
  layout jsonb,
  layout_origin text not null default 'guessed' check (layout_origin in ('guessed', 'remembered', 'given')),
  settings jsonb not null default '{}',
  findings jsonb,
  left_out jsonb not null default '[]',
  refusal jsonb,
  import_run_id uuid references import_run,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index value_import_account on value_import (account_id, created_at);
create index value_import_territory on value_import (territory_id, created_at);
create index value_import_waiting on value_import (stage) where stage in ('waiting', 'reading', 'writing');
comment on column value_import.settings is 'Source, audience, whether provisional, cut-off day, whether what is absent is zero.';
comment on column value_import.left_out is 'Places of this file whose rows are left out: «No indica», «Extranjero».';
comment on column value_import.metadata_sha256 is 'A file given beside, in which another system says what its marks stand for.';
comment on column value_import.findings is 'What the last reading found: counts, doubts, places, the first problems.';

create table value_layout (
  country text not null references country,
  signature text not null check (signature ~ '^[0-9a-f]{64}$'),
  territory_id int not null references territory,
  elements text[] not null default '{}',
  layout jsonb not null,
  settings jsonb not null default '{}',
  account_id uuid,
  kept_at timestamptz not null default now(),
  primary key (country, signature, territory_id)
);
comment on column value_layout.elements is 'Of a file of another system, whose headers are always the same: the elements that it told, by which its form is known again.';
comment on table value_layout is 'A layout that was imported once: the next file with the same headers is understood at once.';

create table value_place_alias (
  country text not null references country,
  key text not null check (length(key) between 1 and 500),
  place_id int not null references territory,
  territory_id int not null references territory,
  account_id uuid,
  kept_at timestamptz not null default now(),
  primary key (country, key)
);
create index value_place_alias_place on value_place_alias (place_id);
comment on table value_place_alias is 'What files call a territory, settled once by a person. territory_id: where whoever settled it may import.';

create table crosswalk (
  id uuid primary key,
  country text references country,
  territory_id int references territory,
  title text not null check (length(title) between 3 and 200),
  number int not null check (number > 0),
  valid_from date,
  source_id text references source,
  reason text,
  origin text not null default 'person' check (origin in ('pack', 'person')),
  account_id uuid,
  written_at timestamptz not null default now(),
  unique nulls not distinct (country, title, number)
);
comment on table crosswalk is 'Every version of how national names and codes of offences stand for indicators and for the international classification (ICCS).';

create table crosswalk_entry (
  crosswalk_id uuid not null references crosswalk on delete cascade,
  position int not null,
  national text not null check (length(national) between 1 and 300),
  folded text not null,
  indicator_code text,
  iccs_code text check (iccs_code ~ '^[0-9]{2,6}$'),
  weight numeric not null default 1 check (weight > 0 and weight <= 1),
  note text,
  primary key (crosswalk_id, position)
);
create index crosswalk_entry_folded on crosswalk_entry (folded);

create table value_batch_crosswalk (
  batch_id bigint not null references value_batch on delete cascade,
  crosswalk_id uuid not null references crosswalk,
  primary key (batch_id, crosswalk_id)
);
create index value_batch_crosswalk_of on value_batch_crosswalk (crosswalk_id);
comment on table value_batch_crosswalk is 'By which version of which names the figures of a batch were read; a newer version does not change that.';

grant select, insert, update, delete on value_import, value_layout, value_place_alias, crosswalk, crosswalk_entry to articula_app;
grant select, insert on value_batch_crosswalk to articula_app;
-- A version that is written stays as it was written.
revoke update, delete on crosswalk, crosswalk_entry from articula_app;
do $$
declare t text;
begin
  foreach t in array array['value_import', 'value_layout', 'value_place_alias', 'crosswalk', 'crosswalk_entry', 'value_batch_crosswalk'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
  foreach t in array array['value_import', 'value_layout'] loop
    execute format('create policy scoped on %I to articula_app using (app_may(''import'', territory_id)) with check (app_may(''import'', territory_id))', t);
  end loop;
end $$;
create policy read on value_place_alias for select to articula_app using (app_may_somewhere('import'));
create policy change on value_place_alias to articula_app using (app_may('import', territory_id)) with check (app_may('import', territory_id));
create policy read on crosswalk for select to articula_app using (true);
create policy read on crosswalk_entry for select to articula_app using (true);
create policy change on crosswalk to articula_app
  using (app_may_edit_indicator(territory_id, null)) with check (app_may_edit_indicator(territory_id, null));
create policy change on crosswalk_entry to articula_app
  using (exists (select from crosswalk c where c.id = crosswalk_id and app_may_edit_indicator(c.territory_id, null)))
  with check (exists (select from crosswalk c where c.id = crosswalk_id and app_may_edit_indicator(c.territory_id, null)));
create policy read on value_batch_crosswalk for select to articula_app using (exists (select from value_batch b where b.id = batch_id));
create policy add on value_batch_crosswalk for insert to articula_app
  with check (exists (select from value_batch b where b.id = batch_id and app_may('import', b.territory_id, b.organisation_id)));
