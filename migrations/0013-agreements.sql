-- Cooperation agreements as data. An agreement is the list of the acts done to it; a signed text is never edited, by anyone, through any door.
create table agreement_template (
  id text primary key check (id ~ '^[a-z0-9][a-z0-9-]*$'),
  instrument_country text not null check (instrument_country ~ '^[A-Z]{2}$'),
  kind text not null check (kind in ('framework', 'specific', 'protocol', 'information-sharing', 'accession')),
  is_engine boolean not null,
  number int not null check (number > 0),
  content jsonb not null,
  loaded_at timestamptz not null default now()
);
comment on table agreement_template is 'Instruments of the peers as data: clauses, states, guards, terms, signatures that suffice. is_engine = false: a library of clauses only.';

create table agreement (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  template_id text not null references agreement_template,
  template_number int not null,
  parent_id uuid references agreement,
  kind text not null check (kind in ('framework', 'specific', 'protocol', 'information-sharing', 'accession', 'addendum')),
  addendum_kind text check (addendum_kind in ('modification', 'extension', 'accession', 'errata')),
  addendum_content jsonb,
  title text not null check (length(title) between 3 and 300),
  short_name text,
  number text,
  language text not null default 'es' check (language in ('es', 'en')),
  object text,
  standing text not null check (standing in ('draft', 'negotiation', 'legal-review', 'approval', 'ready-to-sign', 'signed', 'in-force', 'suspended',
    'under-notice', 'expired', 'terminating', 'settlement', 'closed', 'abandoned', 'annulled')),
  standing_on date,
  standing_reason text,
  origin text not null default 'drafted' check (origin in ('drafted', 'registered')),
  effective_rule text not null default 'signature' check (effective_rule in ('signature', 'registration', 'publication', 'endorsement', 'date')),
  signed_on date,
  effective_on date,
  ends_on date,
  first_ends_on date,
  term_months smallint check (term_months > 0),
  renews_tacitly boolean not null default false,
  suspended_on date,
  review_on date,
  cure_by date,
  settle_by date,
  amendment_rule text not null default 'unanimity' check (amendment_rule in ('unanimity', 'majority', 'lead')),
  notice_days smallint,
  cure_days smallint,
  withdrawal_days smallint,
  commission_structure_id uuid references structure,
  meeting_every text,
  report_every text,
  currency text check (currency ~ '^[A-Z]{3}$'),
  no_need_reason text,
  registry_number text,
  is_public boolean not null default false,
  text_number int not null default 0,
  text_hash text,
  verification_code text unique,
  folded text not null default '',
  parties uuid[] not null default '{}',
  party_territories int[] not null default '{}',
  import_run_id uuid references import_run,
  row_key text,
  example boolean not null default false,
  version int not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((kind = 'addendum') = (addendum_kind is not null)),
  check (kind <> 'addendum' or parent_id is not null),
  check (parent_id is distinct from id),
  check (cardinality(parties) = cardinality(party_territories)),
  check (ends_on is null or effective_on is null or ends_on >= effective_on)
);
create index agreement_by_territory on agreement (territory_id, standing);
create index agreement_parent on agreement (parent_id);
create index agreement_by_parties on agreement using gin (parties);
create index agreement_ends on agreement (ends_on) where standing in ('in-force', 'suspended', 'under-notice');
create index agreement_folded on agreement using gin (folded gin_trgm_ops);
create index agreement_commission on agreement (commission_structure_id);
comment on column agreement.standing is 'The outcome of the last act of agreement_act. "Expired" is also by date: src/domain/agreements says which.';
comment on column agreement.folded is 'What it is found by, folded: drafts too, for those who see them. What is public is in search_entry as well.';
comment on column agreement.term_months is 'The term as the text says it: counted from the day it enters into force, where ends_on names no day.';
comment on column agreement.parties is 'Organisations and structures that are parties, kept from agreement_party in the same transaction: who may act for them sees the drafts.';

create function app_is_party_of(parties uuid[], territories int[], territory int, commission uuid) returns boolean language sql stable parallel safe
  return app_may_for('act_for_party', parties, territories) or app_may('oversee_agreement', territory, commission);
create function app_sees_agreement(is_public boolean, parties uuid[], territories int[], territory int, commission uuid) returns boolean
  language sql stable parallel safe
  return is_public or app_may('see_unpublished', territory) or app_is_party_of(parties, territories, territory, commission);

-- The commitments of an agreement as its text says them: every party signs them all, also those of others that are not yet anybody's to read.
-- Only for who sees the agreement. Written in plpgsql because the table comes with a later migration.
create function agreement_commitments(wanted uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return (select coalesce(jsonb_agg(to_jsonb(c) || jsonb_build_object('co_obliged',
      (select coalesce(jsonb_agg(coalesce(o.organisation_id, o.structure_id) order by o.holder_id), '[]') from commitment_co_obligor o where o.commitment_id = c.id))
      order by c.due_on, c.id), '[]')
    from commitment c join agreement a on a.id = c.agreement_id
    where a.id = wanted and c.standing in ('proposed', 'agreed')
      and app_sees_agreement(a.is_public, a.parties, a.party_territories, a.territory_id, a.commission_structure_id));
end $$;
revoke execute on function agreement_commitments from public;
grant execute on function agreement_commitments to articula_app;

create table agreement_party (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  structure_id uuid references structure,
  role text not null check (role in ('lead', 'obligor', 'beneficiary', 'funder', 'observer', 'guarantor')),
  capacity text,
  competence text,
  representative_office text,
  representative_id uuid references person,
  appointment_act text,
  power_source text,
  standing text not null default 'invited' check (standing in ('invited', 'confirmed', 'approved', 'signed', 'withdrawn')),
  confirmed_hash text,
  joined_on date,
  left_on date,
  position int not null default 0,
  version int not null default 1,
  check (num_nonnulls(organisation_id, structure_id) = 1)
);
create unique index agreement_party_once on agreement_party (agreement_id, coalesce(organisation_id, structure_id));
create index agreement_party_organisation on agreement_party (organisation_id);
create index agreement_party_structure on agreement_party (structure_id);
create index agreement_party_representative on agreement_party (representative_id);

-- When organisations are merged their agreements go along, and what row security reads with them. A sealed text stays as it was signed.
create function agreement_parties_follow() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update agreement a set (parties, party_territories) = (
    select coalesce(array_agg(coalesce(p.organisation_id, p.structure_id) order by p.position, p.id), '{}'),
      coalesce(array_agg(p.territory_id order by p.position, p.id), '{}')
    from agreement_party p where p.agreement_id = a.id and p.standing <> 'withdrawn')
  where a.id = new.agreement_id;
  return null;
end $$;
create trigger agreement_parties_follow after update of organisation_id, structure_id on agreement_party
  for each row when (old.organisation_id is distinct from new.organisation_id or old.structure_id is distinct from new.structure_id)
  execute function agreement_parties_follow();

create table agreement_territory (
  agreement_id uuid not null references agreement on delete cascade,
  place_id int not null references territory,
  territory_id int not null references territory,
  primary key (agreement_id, place_id)
);
create index agreement_territory_place on agreement_territory (place_id);
create table agreement_need (
  agreement_id uuid not null references agreement on delete cascade,
  need_id uuid not null references need,
  territory_id int not null references territory,
  primary key (agreement_id, need_id)
);
create index agreement_need_need on agreement_need (need_id);
create table agreement_line (
  agreement_id uuid not null references agreement on delete cascade,
  thread_id uuid not null references strategy_thread,
  territory_id int not null references territory,
  primary key (agreement_id, thread_id)
);
create index agreement_line_thread on agreement_line (thread_id);

create table agreement_clause (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  territory_id int not null references territory,
  type text not null,
  position int not null default 0,
  title text not null check (length(title) between 1 and 300),
  body text not null,
  fields jsonb not null default '{}',
  template_key text,
  removed_at timestamptz,
  version int not null default 1
);
create index agreement_clause_agreement on agreement_clause (agreement_id, position);
create table agreement_clause_edition (
  clause_id uuid not null references agreement_clause on delete cascade,
  number int not null,
  agreement_id uuid not null references agreement on delete cascade,
  territory_id int not null references territory,
  title text not null,
  body text not null,
  fields jsonb not null default '{}',
  account_id uuid,
  party_id uuid references agreement_party,
  reason text,
  addendum_id uuid references agreement,
  at timestamptz not null default now(),
  primary key (clause_id, number)
);
comment on table agreement_clause_edition is 'Every version of every clause: what it said, who wrote it, for whom, why.';
create table agreement_remark (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  clause_id uuid references agreement_clause on delete cascade,
  party_id uuid references agreement_party,
  territory_id int not null references territory,
  kind text not null check (kind in ('remark', 'proposal')),
  body text not null check (length(body) between 3 and 4000),
  proposed_title text,
  proposed_body text,
  on_edition int,
  standing text not null default 'open' check (standing in ('open', 'accepted', 'refused', 'withdrawn')),
  answer text,
  account_id uuid not null,
  decided_by uuid,
  decided_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now()
);
create index agreement_remark_agreement on agreement_remark (agreement_id);
comment on column agreement_remark.on_edition is 'The edition of the clause that a proposal would replace: no later one.';

create table agreement_act (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  territory_id int not null references territory,
  act text not null,
  from_standing text,
  to_standing text not null,
  on_date date not null,
  reason text,
  party_id uuid references agreement_party,
  details jsonb not null default '{}',
  account_id uuid,
  is_public boolean not null default false,
  done_at timestamptz not null default now()
);
create index agreement_act_agreement on agreement_act (agreement_id, done_at);

create table agreement_text (
  id uuid primary key,
  agreement_id uuid not null references agreement,
  territory_id int not null references territory,
  number int not null,
  content jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz not null default now(),
  redacted_at timestamptz,
  redaction_order text,
  redacted_content jsonb,
  unique (agreement_id, number)
);
comment on table agreement_text is 'The text as it was put to the signatories, with its hash. Never changed; each recorded order may strike words out of what is shown, the hash stays.';
create function agreement_text_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then raise exception 'a text put to signature is never removed' using errcode = 'restrict_violation'; end if;
  if new.id is distinct from old.id or new.agreement_id is distinct from old.agreement_id or new.number is distinct from old.number
    or new.hash is distinct from old.hash or new.sealed_at is distinct from old.sealed_at
    or new.content is distinct from old.content and (new.redaction_order is null or new.redacted_at is null
      or new.redaction_order is not distinct from old.redaction_order) then
    raise exception 'a text put to signature is never edited' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger agreement_text_stays before update or delete on agreement_text for each row execute function agreement_text_stays();

create table attached_file (
  id uuid primary key,
  territory_id int not null references territory,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  original_sha256 text not null check (original_sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  agreement_id uuid references agreement,
  subject_kind text not null check (subject_kind in ('agreement', 'approval', 'gate', 'signature', 'evidence', 'session', 'registered', 'plan')),
  subject_id uuid not null,
  visibility text not null default 'parties' check (visibility in ('private', 'parties', 'public')),
  contains_personal boolean not null default false,
  contains_minors boolean not null default false,
  account_id uuid,
  parties uuid[] not null default '{}',
  party_territories int[] not null default '{}',
  redacted_at timestamptz,
  redaction_order text,
  is_withdrawn boolean not null default false,
  original_kept boolean not null default true,
  struck_sha256 text[] not null default '{}',
  created_at timestamptz not null default now(),
  check (not (contains_minors and visibility = 'public')),
  check ((redacted_at is null) = (redaction_order is null)),
  check (redacted_at is not null or not is_withdrawn and original_kept and struck_sha256 = '{}')
);
create index attached_file_subject on attached_file (subject_id);
create index attached_file_agreement on attached_file (agreement_id);
create index attached_file_to_destroy on attached_file (id) where not original_kept and struck_sha256 <> '{}';
comment on table attached_file is 'Bytes live in the data folder under files/<first two of sha256>/<sha256>. Never public when minors appear.';
comment on column attached_file.original_sha256 is 'The hash of what was first sent, before anything was taken out of it, by us or by an order. It never changes.';
comment on column attached_file.struck_sha256 is 'What orders took away and is still in the data folder: read through no door. Where it is not to be kept, it goes and the list is emptied.';
create function attached_file_stays() returns trigger language plpgsql as $$
begin
  if new.original_sha256 is distinct from old.original_sha256 then
    raise exception 'the hash of what was sent stays' using errcode = 'restrict_violation';
  end if;
  if (new.sha256 is distinct from old.sha256 or new.redacted_at is distinct from old.redacted_at or new.is_withdrawn is distinct from old.is_withdrawn)
    and (new.redaction_order is null or new.redacted_at is null or new.redaction_order is not distinct from old.redaction_order) then
    raise exception 'a file is replaced by an order of its own and by nothing else' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger attached_file_stays before update on attached_file for each row execute function attached_file_stays();

create table agreement_approval (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  party_id uuid not null references agreement_party,
  territory_id int not null references territory,
  kind text not null check (kind in ('council', 'minister', 'head', 'budget', 'board', 'other')),
  body text not null,
  reference text not null,
  on_date date not null,
  file_id uuid references attached_file,
  text_hash text,
  taken_back_at timestamptz,
  account_id uuid,
  created_at timestamptz not null default now()
);
create index agreement_approval_agreement on agreement_approval (agreement_id);
comment on column agreement_approval.taken_back_at is 'The text was opened again, or it was recorded by mistake: it approves nothing any more, and stays readable.';

create table agreement_gate (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  territory_id int not null references territory,
  kind text not null check (kind in ('memo', 'legal-report', 'endorsement', 'registration', 'publication', 'indigenous-consultation')),
  body text not null,
  reference text,
  on_date date not null,
  result text not null check (result in ('favourable', 'observations', 'refused', 'done')),
  note text,
  file_id uuid references attached_file,
  account_id uuid,
  created_at timestamptz not null default now()
);
create index agreement_gate_agreement on agreement_gate (agreement_id);

create table agreement_signature (
  id uuid primary key,
  agreement_id uuid not null references agreement,
  text_id uuid not null references agreement_text,
  party_id uuid not null references agreement_party,
  territory_id int not null references territory,
  signatory_id uuid references person,
  signatory_office text not null,
  method text not null check (method in ('application', 'ink', 'external-pdf')),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  signed_on date not null,
  place text,
  account_id uuid,
  file_id uuid references attached_file,
  file_redaction_order text,
  check_result jsonb,
  confirmed_by uuid,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  created_at timestamptz not null default now(),
  check (method <> 'ink' or file_id is not null),
  check (confirmed_by is distinct from account_id or confirmed_by is null)
);
create unique index agreement_signature_once on agreement_signature (text_id, party_id, signatory_office) where withdrawn_at is null;
comment on column agreement_signature.file_redaction_order is 'The order by which its file was replaced: readable by whoever reads the signature, also where the file is not.';
comment on column agreement_signature.confirmed_by is 'The second person who compared the scan with the text; never the one who registered it.';

create table agreement_budget (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  party_id uuid not null references agreement_party,
  territory_id int not null references territory,
  year smallint not null check (year between 1990 and 2100),
  source text,
  budget_code text,
  kind text not null check (kind in ('cash', 'in-kind', 'staff', 'asset')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount numeric(18, 2) not null check (amount >= 0)
);
create index agreement_budget_agreement on agreement_budget (agreement_id);

create table agreement_notice (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  territory_id int not null references territory,
  by_party_id uuid not null references agreement_party,
  to_party_id uuid not null references agreement_party,
  clauses uuid[] not null default '{}',
  commitments uuid[] not null default '{}',
  facts text not null check (length(facts) between 3 and 4000),
  given_on date not null,
  cure_by date not null,
  reply text,
  replied_on date,
  outcome text check (outcome in ('cured', 'withdrawn', 'persists')),
  outcome_on date,
  outcome_reason text,
  published_on date,
  version int not null default 1,
  created_at timestamptz not null default now()
);
create index agreement_notice_agreement on agreement_notice (agreement_id);

create table agreement_settlement (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  territory_id int not null references territory,
  debtor_party_id uuid not null references agreement_party,
  creditor_party_id uuid not null references agreement_party,
  reason text not null check (length(reason) between 3 and 1000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount numeric(18, 2) not null check (amount > 0),
  due_on date not null,
  paid_on date,
  paid_reference text,
  waived_on date,
  waiver_reason text,
  version int not null default 1,
  check (paid_on is null or waived_on is null)
);
create index agreement_settlement_agreement on agreement_settlement (agreement_id);

create table agreement_session (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  structure_id uuid references structure,
  territory_id int not null references territory,
  called_on date not null,
  held_on date,
  seats smallint not null check (seats > 0),
  quorum smallint not null check (quorum > 0),
  present smallint check (present >= 0),
  decisions text,
  file_id uuid references attached_file,
  version int not null default 1,
  created_at timestamptz not null default now(),
  check ((held_on is null) = (present is null))
);
create index agreement_session_agreement on agreement_session (agreement_id);
comment on table agreement_session is 'Sessions of the monitoring commission: called, held, with or without quorum.';

grant select, insert, update, delete on agreement_template, agreement, agreement_party, agreement_territory, agreement_need, agreement_line,
  agreement_clause, agreement_clause_edition, agreement_remark, agreement_act, agreement_text, attached_file, agreement_approval, agreement_gate,
  agreement_signature, agreement_budget, agreement_notice, agreement_settlement, agreement_session to articula_app;
revoke update, delete on agreement_act, agreement_clause_edition from articula_app;
revoke delete on agreement_text, agreement_signature from articula_app;

do $$
declare t text;
begin
  foreach t in array array['agreement_template', 'agreement', 'agreement_party', 'agreement_territory', 'agreement_need', 'agreement_line',
    'agreement_clause', 'agreement_clause_edition', 'agreement_remark', 'agreement_act', 'agreement_text', 'attached_file', 'agreement_approval',
    'agreement_gate', 'agreement_signature', 'agreement_budget', 'agreement_notice', 'agreement_settlement', 'agreement_session'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
  -- What belongs to an agreement is read and written with it, few rows at a time: each asks the agreement, whose own policy decides.
  foreach t in array array['agreement_party', 'agreement_territory', 'agreement_need', 'agreement_line', 'agreement_clause', 'agreement_text',
    'agreement_approval', 'agreement_gate', 'agreement_signature', 'agreement_budget', 'agreement_notice', 'agreement_settlement', 'agreement_session'] loop
    execute format('create policy read on %I for select to articula_app using (exists (select from agreement a where a.id = agreement_id))', t);
  end loop;
  foreach t in array array['agreement_party', 'agreement_territory', 'agreement_need', 'agreement_line', 'agreement_clause', 'agreement_text',
    'agreement_clause_edition', 'agreement_remark', 'agreement_approval', 'agreement_gate', 'agreement_signature', 'agreement_budget', 'agreement_notice',
    'agreement_settlement', 'agreement_session'] loop
    execute format('create policy change on %I to articula_app
      using (exists (select from agreement a where a.id = agreement_id and app_is_party_of(a.parties, a.party_territories, a.territory_id, a.commission_structure_id)))
      with check (exists (select from agreement a where a.id = agreement_id and app_is_party_of(a.parties, a.party_territories, a.territory_id, a.commission_structure_id)))', t);
  end loop;
end $$;
create policy read on agreement_template for select to articula_app using (true);
create policy change on agreement_template to articula_app
  using (app_may_somewhere('manage_installation')) with check (app_may_somewhere('manage_installation'));
create policy read on agreement for select to articula_app
  using (app_sees_agreement(is_public, parties, party_territories, territory_id, commission_structure_id));
create policy change on agreement to articula_app
  using (app_is_party_of(parties, party_territories, territory_id, commission_structure_id))
  with check (app_is_party_of(parties, party_territories, territory_id, commission_structure_id));
create policy read on agreement_act for select to articula_app
  using (exists (select from agreement a where a.id = agreement_id and (agreement_act.is_public
    or app_sees_agreement(false, a.parties, a.party_territories, a.territory_id, a.commission_structure_id))));
create policy add on agreement_act for insert to articula_app
  with check (exists (select from agreement a where a.id = agreement_id
    and app_is_party_of(a.parties, a.party_territories, a.territory_id, a.commission_structure_id)));
-- Whoever signs may be nobody's coordinator: the head of a party, with no role but that.
create policy sign on agreement_signature for insert to articula_app with check (signatory_id = app_person() and method = 'application');
-- So they see what they are to sign: whoever heads a party now, chairs it, or is named by it. The day they sign is judged by the domain.
create function app_signs(wanted uuid, parties uuid[]) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- A day longer than the office: where it is still yesterday its last day goes on, and after it words say that it has ended.
  return app_person() is not null and (
    exists (select from post p where p.person_id = app_person() and p.kind = 'head' and p.organisation_id = any (parties)
      and (p.valid_to is null or p.valid_to >= current_date))
    or exists (select from seat_term t join seat s on s.id = t.seat_id where t.person_id = app_person() and s.role = 'chair'
      and s.structure_id = any (parties) and (t.valid_to is null or t.valid_to >= current_date))
    or exists (select from agreement_party p where p.agreement_id = wanted and p.representative_id = app_person()));
end $$;
revoke execute on function app_signs from public;
grant execute on function app_signs to articula_app;
create policy signs on agreement for select to articula_app using (text_hash is not null and app_signs(id, parties));
create policy read on attached_file for select to articula_app
  using (visibility = 'public' or account_id = app_account() or app_may_for('act_for_party', parties, party_territories)
    or app_may('oversee_agreement', territory_id) or (visibility = 'parties' and app_may('see_unpublished', territory_id)));
create policy change on attached_file to articula_app
  using (account_id = app_account() or app_may_for('act_for_party', parties, party_territories) or app_may('oversee_agreement', territory_id))
  with check (account_id = app_account() or app_may_for('act_for_party', parties, party_territories) or app_may('oversee_agreement', territory_id));

-- Its files are read by the same people: those of its approvals, procedures, signatures and sessions.
create function agreement_files_follow() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update attached_file set parties = new.parties, party_territories = new.party_territories
  where agreement_id = new.id and subject_kind <> 'evidence';
  return null;
end $$;
create trigger agreement_files_follow after update of parties on agreement
  for each row when (old.parties is distinct from new.parties) execute function agreement_files_follow();
revoke execute on function agreement_files_follow from public;
-- What only triggers run is nobody's to call.
revoke execute on function agreement_parties_follow from public;

-- What an order struck out of a signed text is struck out wherever else it can be read: in the draft and every edition of its clauses, in what was
-- remarked, in the facts of the agreement, its parties and its commitments, and in addenda. `struck` are the clauses as the order left them, whole,
-- since a place that was filled in stands otherwise in the draft. Gives back the commitments that say something else now.
create function agreement_redact_drafts(wanted uuid, passages text[], struck jsonb, mark text) returns uuid[]
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare passage text; inner_json text; said uuid[] := '{}'; changed uuid[];
begin
  if not exists (select from agreement a join agreement_text t on t.agreement_id = a.id and t.redacted_at is not null
      where a.id = wanted and app_may('oversee_agreement', a.territory_id, a.commission_structure_id)) then
    raise exception 'nothing is struck out but by an order on a signed text' using errcode = 'insufficient_privilege';
  end if;
  update agreement_clause c set title = left(s.title, 300), body = s.body, version = c.version + 1
  from jsonb_to_recordset(struck) as s (id uuid, title text, body text) where c.id = s.id and c.agreement_id = wanted;
  foreach passage in array passages loop
    inner_json := trim(both '"' from to_jsonb(passage)::text);
    update agreement_clause set title = left(replace(title, passage, mark), 300), body = replace(body, passage, mark),
      fields = replace(fields::text, inner_json, mark)::jsonb
    where agreement_id = wanted and strpos(concat_ws(' ', title, body, fields::text, ''), passage) + strpos(fields::text, inner_json) > 0;
    update agreement_clause_edition set title = replace(title, passage, mark), body = replace(body, passage, mark),
      fields = replace(fields::text, inner_json, mark)::jsonb, reason = replace(reason, passage, mark)
    where agreement_id = wanted and strpos(concat_ws(' ', title, body, reason), passage) + strpos(fields::text, inner_json) > 0;
    update agreement_remark set body = replace(body, passage, mark), proposed_title = replace(proposed_title, passage, mark),
      proposed_body = replace(proposed_body, passage, mark), answer = replace(answer, passage, mark)
    where agreement_id = wanted and strpos(concat_ws(' ', body, proposed_title, proposed_body, answer), passage) > 0;
    update agreement_party set capacity = replace(capacity, passage, mark), competence = replace(competence, passage, mark),
      representative_office = replace(representative_office, passage, mark), appointment_act = replace(appointment_act, passage, mark),
      power_source = replace(power_source, passage, mark)
    where agreement_id = wanted
      and strpos(concat_ws(' ', capacity, competence, representative_office, appointment_act, power_source), passage) > 0;
    update agreement set title = left(replace(title, passage, mark), 300), short_name = replace(short_name, passage, mark),
      object = replace(object, passage, mark)
    where id = wanted and strpos(concat_ws(' ', title, short_name, object), passage) > 0;
    update agreement set addendum_content = replace(addendum_content::text, inner_json, mark)::jsonb
    where parent_id = wanted and strpos(addendum_content::text, inner_json) > 0;
    with moved as (
      update commitment set what = left(replace(what, passage, mark), 1000), proof = left(replace(proof, passage, mark), 500),
        in_kind = replace(in_kind, passage, mark), version = version + 1
      where agreement_id = wanted and strpos(concat_ws(' ', what, proof, in_kind), passage) > 0 returning id)
    select coalesce(array_agg(id), '{}') into changed from moved;
    said := said || changed;
  end loop;
  return said;
end $$;
revoke execute on function agreement_redact_drafts from public;
grant execute on function agreement_redact_drafts to articula_app;
