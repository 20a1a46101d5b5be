-- Surveys: how they were made and what they estimate. Answers of people are never kept, but those of a pulse until its round is closed.
create table survey (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  source_id text not null references source,
  title text not null check (length(title) between 3 and 200),
  population text not null check (length(population) between 3 and 300),
  fieldwork_from date not null,
  fieldwork_to date not null,
  answers int check (answers > 0),
  note text check (length(note) <= 2000),
  design jsonb not null,
  questions jsonb not null,
  example boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (fieldwork_to >= fieldwork_from)
);
create index survey_territory on survey (territory_id, fieldwork_to desc);
create index survey_source on survey (source_id);
comment on column survey.design is 'Which columns of its file hold weight, stratum, cluster, territory and groups, and which rows are its own.';

create table survey_confirmation (
  id uuid primary key,
  survey_id uuid not null references survey on delete cascade,
  purpose text not null check (length(purpose) between 10 and 1000),
  legal_basis text not null check (length(legal_basis) between 5 and 500),
  who_may_see text not null check (length(who_may_see) between 5 and 500),
  account_id uuid not null,
  confirmed_on date not null,
  done_at timestamptz not null default clock_timestamp()
);
create index survey_confirmation_survey on survey_confirmation (survey_id, done_at desc);
comment on table survey_confirmation is 'What somebody answered for before answers of people were read: why, on what basis, who sees what comes of it. Without one no file is read.';

create table survey_import (
  id uuid primary key,
  survey_id uuid not null references survey on delete cascade,
  batch_id bigint not null references value_batch,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  rows int not null,
  used int not null,
  estimates int not null,
  withheld int not null,
  account_id uuid,
  imported_at timestamptz not null default now()
);
create index survey_import_survey on survey_import (survey_id, imported_at desc);
create index survey_import_batch on survey_import (batch_id);
comment on table survey_import is 'That a file was read, and what came of it. The file itself is not kept.';

create table survey_series (
  survey_id uuid not null references survey on delete cascade,
  series_id int not null references series,
  primary key (survey_id, series_id)
);
create index survey_series_series on survey_series (series_id);

create table pulse_round (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  structure_id uuid references structure,
  title text not null check (length(title) between 3 and 200),
  sectors text[] not null check (cardinality(sectors) between 1 and 30),
  people jsonb not null,
  opens_on date not null,
  closes_on date not null,
  secret_hash bytea not null unique,
  closed_at timestamptz,
  answers int,
  results jsonb,
  account_id uuid,
  example boolean not null default false,
  created_at timestamptz not null default now(),
  check (closes_on >= opens_on),
  check ((closed_at is null) = (answers is null))
);
create index pulse_round_territory on pulse_round (territory_id, closes_on desc);
create index pulse_round_structure on pulse_round (structure_id);
comment on column pulse_round.people is 'People by sex, by age and by sector, by which answers are weighted; an empty one is not weighted by.';
comment on column pulse_round.results is 'Estimates once it is closed; null where there were fewer than 30 answers: then nothing is known of them any more.';

create table pulse_answer (
  id uuid primary key,
  round_id uuid not null references pulse_round on delete cascade,
  sex text not null,
  age text not null,
  sector text not null,
  answers jsonb not null
);
create index pulse_answer_round on pulse_answer (round_id);
comment on table pulse_answer is 'Held until the round is closed and erased in the same transaction. No account, no address, no hour.';

create function pulse_count(wanted uuid) returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::int from pulse_answer where round_id = wanted
$$;
revoke execute on function pulse_count from public;
grant execute on function pulse_count to articula_app;

grant select, insert, update on survey to articula_app;
grant select, insert on survey_confirmation, survey_import, survey_series to articula_app;
grant select, insert, update on pulse_round to articula_app;
do $$
declare t text;
begin
  foreach t in array array['survey', 'survey_confirmation', 'survey_import', 'survey_series', 'pulse_round', 'pulse_answer'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;
create policy read on survey for select to articula_app using (true);
create policy change on survey to articula_app
  using (app_may('edit_indicator', territory_id, organisation_id) or app_may('import', territory_id, organisation_id))
  with check (app_may('edit_indicator', territory_id, organisation_id) or app_may('import', territory_id, organisation_id));
create policy read on survey_series for select to articula_app using (true);
create policy read on survey_confirmation for select to articula_app using (true);
create policy read on survey_import for select to articula_app using (true);
do $$
declare t text;
begin
  foreach t in array array['survey_confirmation', 'survey_import', 'survey_series'] loop
    execute format('create policy add on %I for insert to articula_app
      with check (exists (select from survey s where s.id = survey_id
        and (app_may(''edit_indicator'', s.territory_id, s.organisation_id) or app_may(''import'', s.territory_id, s.organisation_id))))', t);
  end loop;
end $$;
create policy read on pulse_round for select to articula_app using (true);
create policy change on pulse_round to articula_app
  using (app_may('report_figures', territory_id, structure_id)) with check (app_may('report_figures', territory_id, structure_id));
-- What people answer is read by nobody: only closing the round takes it, as the owner.
create policy nobody on pulse_answer to articula_app using (false) with check (false);
