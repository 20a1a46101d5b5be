-- The commitment, the atom: who owes what to whom, by when, proved how. Each time it falls due is an instance; compliance is per instance.
create table commitment (
  id uuid primary key,
  country text not null references country,
  territory_id int not null references territory,
  place_id int references territory,
  where_id int not null generated always as (coalesce(place_id, territory_id)) stored,
  agreement_id uuid references agreement,
  clause_id uuid references agreement_clause,
  plan_action_id uuid references plan_action,
  need_id uuid references need,
  no_need_reason text,
  thread_id uuid references strategy_thread,
  what text not null check (length(what) between 3 and 1000),
  obligor_organisation_id uuid references organisation,
  obligor_structure_id uuid references structure,
  beneficiary_organisation_id uuid references organisation,
  beneficiary_structure_id uuid references structure,
  verifier_organisation_id uuid references organisation,
  verifier_structure_id uuid references structure,
  responsible_office text,
  proof text not null check (length(proof) between 3 and 500),
  unit text,
  quantity numeric check (quantity >= 0),
  target_groups text[] not null default '{}',
  target_size int check (target_size >= 0),
  starts_on date,
  due_on date not null,
  recurrence text,
  currency text check (currency ~ '^[A-Z]{3}$'),
  cash numeric(18, 2) check (cash >= 0),
  staff_days numeric(10, 2) check (staff_days >= 0),
  in_kind text,
  weight numeric(8, 3) not null default 1 check (weight > 0),
  quality smallint not null default 0 check (quality between 0 and 6),
  poa_code text,
  standing text not null check (standing in ('proposed', 'agreed', 'cancelled', 'annulled')),
  standing_reason text,
  is_public boolean not null default false,
  origin text not null default 'person' check (origin in ('person', 'import', 'registered', 'pack')),
  import_run_id uuid references import_run,
  row_key text,
  parties uuid[] not null default '{}',
  party_territories int[] not null default '{}',
  obliged uuid[] not null default '{}',
  example boolean not null default false,
  version int not null default 1,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (num_nonnulls(obligor_organisation_id, obligor_structure_id) = 1),
  check (num_nonnulls(beneficiary_organisation_id, beneficiary_structure_id) < 2),
  check (num_nonnulls(verifier_organisation_id, verifier_structure_id) < 2),
  check (coalesce(verifier_organisation_id, verifier_structure_id) is null
    or not (coalesce(verifier_organisation_id, verifier_structure_id) = any (obliged))),
  check (cardinality(parties) = cardinality(party_territories)),
  check (starts_on is null or starts_on <= due_on)
);
create index commitment_territory on commitment (territory_id, standing);
create index commitment_place on commitment (place_id);
create index commitment_where on commitment (where_id, standing);
create index commitment_agreement on commitment (agreement_id);
create index commitment_action on commitment (plan_action_id);
create index commitment_need on commitment (need_id);
create index commitment_thread on commitment (thread_id);
create index commitment_obligor on commitment (obligor_organisation_id);
create index commitment_obligor_structure on commitment (obligor_structure_id);
create index commitment_beneficiary on commitment (beneficiary_organisation_id);
create index commitment_by_parties on commitment using gin (parties);
create index commitment_obliged on commitment using gin (obliged);
-- The wording of a whole country is added up from this alone.
create index commitment_wording on commitment (where_id, due_on) include (territory_id, is_public, quality, thread_id, id)
  where standing in ('proposed', 'agreed');
create unique index commitment_row on commitment (import_run_id, row_key) where row_key is not null;
comment on column commitment.where_id is 'Where it is done: the place, or else the territory that it belongs to. What lists and figures of a territory ask.';
comment on column commitment.obliged is 'The obligor and those co-obliged: never may one of them verify.';
comment on column commitment.parties is 'Everyone who owes, is owed or verifies, with their territories: who may act for them may see it before it is public.';
comment on column commitment.quality is 'The wording score, 0 to 6: an obligor, a doing verb, a measurable unit, a date, a territory, a proof.';

create table commitment_co_obligor (
  commitment_id uuid not null references commitment on delete cascade,
  holder_id uuid not null,
  organisation_id uuid references organisation,
  structure_id uuid references structure,
  territory_id int not null references territory,
  primary key (commitment_id, holder_id),
  check (holder_id = coalesce(organisation_id, structure_id) and num_nonnulls(organisation_id, structure_id) = 1)
);

create table commitment_dependency (
  commitment_id uuid not null references commitment on delete cascade,
  prerequisite_id uuid not null references commitment on delete cascade,
  territory_id int not null references territory,
  reason text,
  created_at timestamptz not null default now(),
  primary key (commitment_id, prerequisite_id),
  check (commitment_id <> prerequisite_id)
);
create index commitment_dependency_prerequisite on commitment_dependency (prerequisite_id) include (commitment_id);

create table commitment_instance (
  id uuid primary key,
  commitment_id uuid not null references commitment on delete cascade,
  territory_id int not null references territory,
  sequence int not null check (sequence > 0),
  due_on date not null,
  first_due_on date not null,
  standing text not null default 'not-started' check (standing in
    ('not-started', 'in-progress', 'delivered', 'sent-back', 'verified', 'breached', 'waived', 'cancelled')),
  started_on date,
  forecast_on date,
  forecast_reason text,
  delivered_on date,
  verify_by date,
  verified_on date,
  verified_by_party uuid,
  passed_to_commission_on date,
  first_review text check (first_review in ('accepted', 'rejected', 'more')),
  noticed_on date,
  cure_by date,
  cured_on date,
  breached_on date,
  breach_published_on date,
  reply text,
  replied_on date,
  paused_from date,
  paused_days int not null default 0,
  standing_reason text,
  version int not null default 1,
  -- Copied from the commitment by the triggers below, so that lists and figures over many due dates read one table, and its policy has no sub-select.
  where_id int not null default 0,
  is_public boolean not null default false,
  commitment_standing text not null default 'proposed',
  agreement_id uuid,
  thread_id uuid,
  weight numeric(8, 3) not null default 1,
  obligor_id uuid,
  beneficiary_id uuid,
  verifier_id uuid,
  obliged uuid[] not null default '{}',
  parties uuid[] not null default '{}',
  party_territories int[] not null default '{}',
  needs_others boolean not null default false,
  -- Whether something that is not handed in may need it. Where nothing does, it is settled that nobody waits.
  may_be_needed boolean not null default false,
  -- Nothing can be said against what was accepted and came in time: it is added up by itself, and nobody asks who held it back.
  is_kept boolean not null generated always as (coalesce(standing = 'verified' and delivered_on <= due_on, false)) stored,
  -- What became of it, once no later day can change that, with who held it back for how many days: then it is in `commitment_due_sum` and
  -- `commitment_held_sum`. Nobody writes this but `commitment_settle`; whatever changes the row, or what it waited for, takes it out again.
  settled_as text,
  settled_holders uuid[],
  settled_days int[],
  -- Whom it waits for now: those who owe what it needs and have not handed it in. In `commitment_wait_sum` as long as it says something.
  waits_for uuid[],
  -- The last day on which it does not count for anything yet.
  counts_from date not null generated always as (
    case when standing in ('waived', 'cancelled', 'breached', 'delivered') or first_review is not null then '-infinity' else due_on end) stored,
  unique (commitment_id, sequence)
);
create index commitment_instance_due on commitment_instance (due_on, id);
create index commitment_instance_where on commitment_instance (where_id, due_on);
create index commitment_instance_agreement on commitment_instance (agreement_id);
-- Row security lets only conditions that leak nothing reach an index: equality of ids does, overlap of lists does not.
create index commitment_instance_obligor on commitment_instance (obligor_id, due_on);
create index commitment_instance_beneficiary on commitment_instance (beneficiary_id, due_on);
create index commitment_instance_verifier on commitment_instance (verifier_id, due_on);
-- The two parts of a country's compliance, each read from its index alone: what was kept, and what is looked at one by one.
create index commitment_instance_kept on commitment_instance (where_id, due_on)
  include (territory_id, is_public, commitment_id, first_review, weight, thread_id, counts_from) where is_kept and commitment_standing = 'agreed';
create index commitment_instance_counted on commitment_instance (where_id, counts_from) include (id, commitment_id, obligor_id, territory_id, is_public,
  due_on, delivered_on, standing, first_review, weight, verify_by, paused_from, breach_published_on, thread_id, needs_others)
  where not is_kept and commitment_standing = 'agreed';
-- What is not settled, and so is looked at one by one.
create index commitment_instance_live on commitment_instance (counts_from, where_id) include (id, commitment_id, obligor_id, territory_id, is_public,
  due_on, delivered_on, standing, first_review, weight, verify_by, paused_from, breach_published_on, thread_id, needs_others, is_kept)
  where settled_as is null and commitment_standing = 'agreed';
create index commitment_instance_overdue on commitment_instance (where_id, due_on) include (territory_id, commitment_id, is_public, breach_published_on, thread_id)
  where settled_as = 'overdue';
create index commitment_instance_thread on commitment_instance (thread_id) where thread_id is not null;
create index commitment_instance_late on commitment_instance (due_on, commitment_id) include (id, obligor_id, where_id, territory_id, is_public,
  needs_others, may_be_needed, commitment_standing, paused_from, breach_published_on) where standing in ('not-started', 'in-progress', 'sent-back');
-- What is not handed in, found from what it needs or what needs it; and that of which nobody has added up yet whom it waits for.
create index commitment_instance_open on commitment_instance (commitment_id) include (id, obligor_id, where_id, territory_id, is_public, due_on,
  needs_others, waits_for, breach_published_on) where standing in ('not-started', 'in-progress', 'sent-back') and commitment_standing = 'agreed';
create index commitment_instance_asking on commitment_instance (where_id) include (id, commitment_id, obligor_id, territory_id, is_public, due_on)
  where standing in ('not-started', 'in-progress', 'sent-back') and commitment_standing = 'agreed' and needs_others and waits_for is null;
create index commitment_instance_holding on commitment_instance (due_on) include (commitment_id, obligor_id, where_id, territory_id, is_public,
  paused_from, breach_published_on) where standing in ('not-started', 'in-progress', 'sent-back') and commitment_standing = 'agreed' and may_be_needed;

create function instance_follows_commitment() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare c commitment;
begin
  select * into c from commitment where id = new.commitment_id;
  if not found then return new; end if;
  new.territory_id := c.territory_id;
  new.where_id := c.where_id;
  new.is_public := c.is_public;
  new.commitment_standing := c.standing;
  new.agreement_id := c.agreement_id;
  new.thread_id := c.thread_id;
  new.weight := c.weight;
  new.obligor_id := coalesce(c.obligor_organisation_id, c.obligor_structure_id);
  new.beneficiary_id := coalesce(c.beneficiary_organisation_id, c.beneficiary_structure_id);
  new.verifier_id := coalesce(c.verifier_organisation_id, c.verifier_structure_id);
  new.obliged := c.obliged;
  new.parties := c.parties;
  new.party_territories := c.party_territories;
  new.needs_others := exists (select from commitment_dependency d where d.commitment_id = new.commitment_id);
  new.may_be_needed := exists (select from commitment_dependency d where d.prerequisite_id = new.commitment_id);
  new.settled_as := null;
  new.settled_holders := null;
  new.settled_days := null;
  new.waits_for := null;
  return new;
end $$;
create trigger instance_follows_commitment before insert on commitment_instance
  for each row execute function instance_follows_commitment();
create trigger instance_still_follows_commitment before update on commitment_instance
  for each row
  when (not (new.settled_as is not null and old.settled_as is null or new.waits_for is not null and old.waits_for is null
    or new.may_be_needed <> old.may_be_needed))
  execute function instance_follows_commitment();
-- Touching an instance lets the trigger above copy anew.
create function commitment_is_followed() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update commitment_instance set where_id = new.where_id where commitment_id = new.id;
  return null;
end $$;
create trigger commitment_is_followed after update of territory_id, place_id, is_public, standing, agreement_id, thread_id, weight, obligor_organisation_id,
  obligor_structure_id, beneficiary_organisation_id, beneficiary_structure_id, verifier_organisation_id, verifier_structure_id, obliged, parties,
  party_territories on commitment for each row execute function commitment_is_followed();
create function instance_follows_dependency() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update commitment_instance set where_id = where_id
  where commitment_id in (coalesce(new.commitment_id, old.commitment_id), coalesce(new.prerequisite_id, old.prerequisite_id));
  return null;
end $$;
create trigger instance_follows_dependency after insert or delete on commitment_dependency for each row execute function instance_follows_dependency();
comment on column commitment_instance.delivered_on is 'The day on which the evidence that was accepted (or waits) was handed in: it decides punctuality, in the territory''s own time zone.';
comment on column commitment_instance.standing is 'The outcome of the acts. "Overdue" and "at risk" are not written: they follow from the dates and today.';

-- What late due dates had to wait for: the days on which a prerequisite of somebody else was late, and who owed it. Each is given with its
-- commitment, who owes it, its due day and the day on which its lateness ended or today.
-- Of a repeated prerequisite, the last due date on or before the dependent's own. Fairness does not depend on who looks: whoever sees the
-- dependent is told the days, whether or not they see the prerequisite; nothing else of it is told here.
create function commitment_late_waits(dependents uuid[], commitments uuid[], obligors uuid[], due_days date[], last_days date[], today date)
  returns table (instance_id uuid, holder_id uuid, late daterange)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp rows 1000 as $$
  select l.id, l.holder_id, daterange(l.due_on, least(coalesce(l.delivered_on, today), l.until))
  from (
    select distinct on (i.id, d.prerequisite_id) i.id, i.obligor_id, i.until, e.obligor_id as holder_id, e.due_on, e.delivered_on, e.standing,
      e.paused_from, e.commitment_standing
    from unnest(dependents, commitments, obligors, due_days, last_days) as i (id, commitment_id, obligor_id, due_on, until)
    join commitment_dependency d on d.commitment_id = i.commitment_id
    join commitment_instance e on e.commitment_id = d.prerequisite_id and e.due_on <= i.due_on
    order by i.id, d.prerequisite_id, e.due_on desc, e.sequence desc) l
  where l.commitment_standing = 'agreed' and l.holder_id <> l.obligor_id and l.standing not in ('waived', 'cancelled') and l.paused_from is null
    and l.due_on < least(coalesce(l.delivered_on, today), l.until)
$$;

revoke execute on function commitment_late_waits from public;
grant execute on function commitment_late_waits to articula_app;

create table commitment_act (
  id uuid primary key,
  commitment_id uuid not null references commitment on delete cascade,
  instance_id uuid references commitment_instance on delete cascade,
  territory_id int not null references territory,
  act text not null,
  on_date date not null,
  reason text,
  for_party uuid,
  details jsonb not null default '{}',
  account_id uuid,
  is_public boolean not null default false,
  done_at timestamptz not null default now()
);
create index commitment_act_commitment on commitment_act (commitment_id, done_at);

create table evidence (
  id uuid primary key,
  commitment_id uuid not null references commitment on delete cascade,
  instance_id uuid not null references commitment_instance on delete cascade,
  territory_id int not null references territory,
  kind text not null check (kind in ('document', 'minutes', 'photo', 'attendance', 'invoice', 'extract', 'link', 'confirmation')),
  file_id uuid references attached_file,
  link text,
  note text,
  quantity numeric check (quantity >= 0),
  taken_on date,
  submitted_on date not null,
  submitted_by uuid,
  for_party uuid not null,
  contains_personal boolean not null default false,
  contains_minors boolean not null default false,
  visibility text not null default 'parties' check (visibility in ('private', 'parties', 'public')),
  review text check (review in ('accepted', 'rejected', 'more')),
  reviewed_on date,
  reviewed_by uuid,
  reviewer_party uuid,
  review_reason text,
  withdrawn_on date,
  version int not null default 1,
  created_at timestamptz not null default now(),
  check (not (contains_minors and visibility = 'public')),
  check ((review is null) = (reviewed_on is null)),
  check (review is null or review = 'accepted' or review_reason is not null),
  check (reviewed_by is null or reviewed_by is distinct from submitted_by)
);
create index evidence_instance on evidence (instance_id);

-- The reviewer is never of the obliged side: the last word of a rule that src/domain/commitments says first.
create function evidence_review_stands_apart() returns trigger language plpgsql as $$
begin
  if new.reviewer_party is not null and new.reviewer_party = any (select unnest(c.obliged) from commitment c where c.id = new.commitment_id) then
    raise exception 'who owes does not verify' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger evidence_review_stands_apart before insert or update on evidence for each row execute function evidence_review_stands_apart();

create table light_override (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('agreement', 'commitment', 'plan')),
  subject_id uuid not null,
  territory_id int not null references territory,
  light text not null check (light in ('green', 'amber', 'red')),
  reason text not null check (length(reason) between 10 and 1000),
  account_id uuid,
  from_day date not null,
  to_day date not null,
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  check (to_day >= from_day)
);
create index light_override_subject on light_override (subject_id);
comment on table light_override is 'A traffic light follows from a rule; who sets another says why and until when, and both are shown.';

create table calendar_feed (
  id uuid primary key,
  account_id uuid not null,
  kind text not null check (kind in ('ledger', 'agreements')),
  filter jsonb not null default '{}',
  secret_hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_read_at timestamptz,
  revoked_at timestamptz
);

create function app_is_party_of_commitment(parties uuid[], territories int[], territory int) returns boolean language sql stable parallel safe
  return app_may_for('act_for_party', parties, territories) or app_may('oversee_agreement', territory);

-- Whether somebody sees all that belongs to a territory, whoever its parties are.
create function app_sees_commitments_of(territory int) returns boolean language sql stable parallel safe
  return app_may('see_unpublished', territory) or app_may('oversee_agreement', territory);
-- The same as one span of numbers, read once and not for each row.
create function app_overseen_ground() returns int4multirange language sql stable parallel safe
  return coalesce(nullif(current_setting('app.range.see_unpublished', true), '')::int4multirange, '{}')
    + coalesce(nullif(current_setting('app.range.oversee_agreement', true), '')::int4multirange, '{}');
-- The commitments that somebody sees because they act for a party, beside all those that they oversee: what app_may_for says of each, asked at once.
create function app_own_commitments() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with reach as materialized (
    select nullif(current_setting('app.range.act_for_party', true), '')::int4multirange as ground, app_overseen_ground() as overseen),
  within as materialized (
    select w.key::uuid as holder, w.value::int4multirange as ground
    from jsonb_each_text(nullif(current_setting('app.within.act_for_party', true), '')::jsonb) w),
  holders as (
    select holder as id from within
    union select o.id from organisation o, reach where reach.ground @> o.territory_id
    union select s.id from structure s, reach where reach.ground @> s.territory_id)
  select coalesce(array_agg(distinct c.id), '{}')
  from commitment c, unnest(c.parties, c.party_territories) as party (holder, territory), reach
  where c.parties && (select array_agg(id) from holders)
    and exists (select from territory t where not (select overseen from reach) @> t.id)
    and not reach.overseen @> c.territory_id
    and (reach.ground @> party.territory or exists (select from within w where w.holder = party.holder and w.ground @> party.territory))
$$;

-- How a due date is counted, once the days that were lost to others are taken off: the twin of outcomeOf in src/domain/compliance/outcome.ts.
create function commitment_outcome(standing text, due_on date, verify_by date, is_paused boolean, own_days int, today date) returns text
  language sql immutable parallel safe return case
    when standing in ('waived', 'cancelled') then 'waived'
    when standing = 'breached' then 'breached'
    when due_on >= today then 'not-due'
    when is_paused and standing not in ('verified', 'delivered') then 'paused'
    when own_days > 0 then case when standing in ('verified', 'delivered') then 'late' else 'overdue' end
    when standing = 'verified' then 'kept'
    when standing = 'delivered' then case when verify_by < today then 'unanswered' else 'waiting' end
    else 'held-back' end;

-- What no later day changes is added up once and kept as sums: of due dates by where they count, whose they are and what became of them; of the days for
-- which somebody held others back; of commitments by their wording. Lines are only ever added, in the transaction of the change, so nobody waits
-- for anybody; `commitment_gather` puts those of one key together. What is read is always the sum of the lines and of what is not settled: never stale.
create table commitment_due_sum (
  by_line boolean not null,
  where_id int not null,
  territory_id int not null,
  is_public boolean not null,
  thread_id uuid,
  outcome text not null,
  first_review text,
  is_waiting boolean not null,
  is_published boolean not null,
  count bigint not null,
  weight numeric not null
);
create index commitment_due_sum_where on commitment_due_sum (by_line, where_id);
create table commitment_held_sum (
  where_id int not null,
  territory_id int not null,
  thread_id uuid,
  holder_id uuid not null,
  count bigint not null,
  days bigint not null
);
create index commitment_held_sum_where on commitment_held_sum (where_id);
create table commitment_wait_sum (
  where_id int not null,
  territory_id int not null,
  is_public boolean not null,
  obligor_id uuid not null,
  holder_id uuid not null,
  count bigint not null
);
create index commitment_wait_sum_where on commitment_wait_sum (where_id);
create table commitment_wording_sum (
  by_line boolean not null,
  where_id int not null,
  territory_id int not null,
  is_public boolean not null,
  thread_id uuid,
  standing text not null,
  quality smallint not null,
  count bigint not null
);
create index commitment_wording_sum_where on commitment_wording_sum (by_line, where_id);
create table commitment_settling (up_to date not null);
create unique index commitment_settling_one on commitment_settling ((true));
comment on table commitment_settling is 'Nothing was settled that could be otherwise on this day or later. Whoever asks for an earlier day has the due dates themselves counted.';
comment on table commitment_due_sum is 'Settled due dates added up, once by place alone and once by place and line of the strategy. Read by functions that ask what row security asks.';

-- Whoever changes due dates tells it by this lock; who settles needs it alone, so that no change is under way that it cannot see.
create function settling_waits() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(8413);
  return null;
end $$;
create trigger settling_waits before insert or update or delete on commitment_instance for each statement execute function settling_waits();
create function instance_is_not_settled_by_hand() returns trigger language plpgsql as $$
begin
  if app_calls() then raise insufficient_privilege using message = 'due dates are settled by the installation alone'; end if;
  return new;
end $$;
create trigger instance_is_not_settled_by_hand before update on commitment_instance
  for each row
  when (new.settled_as is not null and old.settled_as is null or new.waits_for is not null and old.waits_for is null
    or old.may_be_needed and not new.may_be_needed)
  execute function instance_is_not_settled_by_hand();

-- Sums follow what is settled, and how commitments are worded. The same for rows that came, changed and went: what they add, less what they added.
do $make$
declare
  deed record;
begin
  for deed in select * from (values
    ('insert', 'referencing new table as changed', 'select 1 as n, * from changed', 'select commitment_id from changed',
      $o$select commitment_id from changed where standing in ('not-started', 'in-progress', 'sent-back') and commitment_standing = 'agreed'$o$),
    ('delete', 'referencing old table as former', 'select -1 as n, * from former', 'select commitment_id from former',
      'select null::uuid where false'),
    ('update', 'referencing old table as former new table as changed', 'select 1 as n, * from changed union all select -1 as n, * from former',
      'select f.commitment_id from former f join changed c on c.id = f.id
        where (f.commitment_id, f.due_on, f.delivered_on, f.standing, f.paused_from, f.commitment_standing, f.obligor_id, f.sequence, f.territory_id, f.is_public)
          is distinct from (c.commitment_id, c.due_on, c.delivered_on, c.standing, c.paused_from, c.commitment_standing, c.obligor_id, c.sequence,
            c.territory_id, c.is_public)',
      $o$select c.commitment_id from former f join changed c on c.id = f.id
        where c.standing in ('not-started', 'in-progress', 'sent-back') and c.commitment_standing = 'agreed'
          and (f.standing not in ('not-started', 'in-progress', 'sent-back') or f.commitment_standing <> 'agreed')$o$))
    deeds (name, tables, rows, moved, opened) loop
    execute format($sql$
      create function instance_sums_follow_%1$s() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $body$
      declare
        waited uuid[];
      begin
        insert into commitment_due_sum (by_line, where_id, territory_id, is_public, thread_id, outcome, first_review, is_waiting, is_published, count, weight)
          select by_line, i.where_id, i.territory_id, i.is_public, case when by_line then i.thread_id end, i.settled_as, i.first_review,
            i.standing = 'delivered' and i.first_review is null, i.breach_published_on is not null, sum(i.n), sum(i.n * i.weight)
          from (%3$s) i cross join (values (false), (true)) family (by_line)
          where i.settled_as is not null
          group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(i.n) <> 0 or sum(i.n * i.weight) <> 0;
        insert into commitment_held_sum (where_id, territory_id, thread_id, holder_id, count, days)
          select i.where_id, i.territory_id, i.thread_id, h.holder_id, sum(i.n), sum(i.n * h.days)
          from (%3$s) i cross join unnest(i.settled_holders, i.settled_days) h (holder_id, days)
          group by 1, 2, 3, 4 having sum(i.n) <> 0 or sum(i.n * h.days) <> 0;
        insert into commitment_wait_sum (where_id, territory_id, is_public, obligor_id, holder_id, count)
          select i.where_id, i.territory_id, i.is_public, i.obligor_id, h.holder_id, sum(i.n)
          from (%3$s) i cross join unnest(i.waits_for) h (holder_id)
          group by 1, 2, 3, 4, 5 having sum(i.n) <> 0;
        -- Where something changed for which others had waited, those are looked at anew.
        waited := array(select d.commitment_id from commitment_dependency d where d.prerequisite_id in (%4$s));
        if waited <> '{}' then
          update commitment_instance set settled_as = null, waits_for = null
            where (settled_as is not null or waits_for is not null) and needs_others and commitment_id = any (waited);
        end if;
        -- And what somebody begins to wait for again may be needed.
        waited := array(select d.prerequisite_id from (%5$s) o (id) join commitment_dependency d on d.commitment_id = o.id);
        if waited <> '{}' then
          update commitment_instance set may_be_needed = true where not may_be_needed and commitment_id = any (waited);
        end if;
        return null;
      end $body$;
      create trigger instance_sums_follow_%1$s after %1$s on commitment_instance %2$s for each statement execute function instance_sums_follow_%1$s();
      create function wording_sums_follow_%1$s() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $body$
      begin
        insert into commitment_wording_sum (by_line, where_id, territory_id, is_public, thread_id, standing, quality, count)
          select by_line, c.where_id, c.territory_id, c.is_public, case when by_line then c.thread_id end, c.standing, c.quality, sum(c.n)
          from (%3$s) c cross join (values (false), (true)) family (by_line)
          where c.standing in ('proposed', 'agreed')
          group by 1, 2, 3, 4, 5, 6, 7 having sum(c.n) <> 0;
        return null;
      end $body$;
      create trigger wording_sums_follow_%1$s after %1$s on commitment %2$s for each statement execute function wording_sums_follow_%1$s();
      revoke execute on function instance_sums_follow_%1$s, wording_sums_follow_%1$s from public;
    $sql$, deed.name, deed.tables, deed.rows, deed.moved, deed.opened);
  end loop;
end $make$;

-- Settles what no later day changes, at most so many, for whoever asks on this day or later; answers how many, or -1 where a change is under way.
create function commitment_settle(until date, at_most int) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp
-- What was just found is in memory: it is written where it lies, and the whole table is not read to find it again.
set random_page_cost = 1.1 as $$
declare
  settled int;
  asked int;
begin
  if not pg_try_advisory_xact_lock(8413) then return -1; end if;
  insert into commitment_settling values (until)
    on conflict ((true)) do update set up_to = excluded.up_to where commitment_settling.up_to < excluded.up_to;
  with ready as materialized (
    select i.ctid as line, i.id, i.commitment_id, i.obligor_id, i.due_on, i.delivered_on, i.standing, i.verify_by, i.paused_from,
      i.needs_others and i.delivered_on > i.due_on as may_have_waited
    from commitment_instance i
    where i.settled_as is null and i.commitment_standing = 'agreed' and (i.delivered_on < until or i.delivered_on is null)
      -- What waits for others and was not handed in loses another day tomorrow.
      and (not i.needs_others or i.delivered_on is not null)
      and (i.standing in ('waived', 'cancelled', 'breached')
        or i.due_on < until and case i.standing
          when 'verified' then i.delivered_on is not null
          when 'delivered' then i.delivered_on is not null
            and (coalesce(i.verify_by < until, true) or i.delivered_on > i.due_on and not i.needs_others)
          -- Overdue, or its clock stands still.
          else i.delivered_on is null end)
    limit at_most),
  waits as (
    select w.instance_id, w.holder_id, w.late
    from (select array_agg(id) as ids, array_agg(commitment_id) as commitments, array_agg(obligor_id) as obligors, array_agg(due_on) as due_days,
        array_agg(delivered_on) as last_days from ready where may_have_waited) r
    cross join commitment_late_waits(r.ids, r.commitments, r.obligors, r.due_days, r.last_days, until) w),
  lost as (
    select instance_id, (select sum(upper(span) - lower(span))::int from unnest(range_agg(late)) as span) as days from waits group by 1),
  held as (
    select instance_id, array_agg(holder_id order by holder_id) as holders, array_agg(days order by holder_id) as days
    from (select instance_id, holder_id, sum(upper(late) - lower(late))::int as days from waits group by 1, 2) h group by 1)
  update commitment_instance i set settled_holders = held.holders, settled_days = held.days,
    settled_as = commitment_outcome(r.standing, r.due_on, r.verify_by, r.paused_from is not null,
      greatest(0, coalesce(r.delivered_on, until) - r.due_on - coalesce(lost.days, 0)), until)
  from ready r left join lost on lost.instance_id = r.id left join held on held.instance_id = r.id
  where i.ctid = r.line;
  get diagnostics settled = row_count;
  -- Looking for the rest costs the same however much of it is taken: it is looked for when all of this is settled.
  if settled = at_most then return settled; end if;
  -- Who waits for whom, no day changes. Only where whoever sees the one sees the others; the rest is looked at one by one.
  with told as (
    select i.ctid as line, coalesce(array_agg(distinct e.obligor_id) filter (where e.obligor_id <> i.obligor_id), '{}') as holders
    from commitment_instance i join commitment_dependency d on d.commitment_id = i.commitment_id
    left join commitment_instance e on e.commitment_id = d.prerequisite_id and e.due_on <= i.due_on
      and e.standing in ('not-started', 'in-progress', 'sent-back') and e.commitment_standing = 'agreed'
    where i.standing in ('not-started', 'in-progress', 'sent-back') and i.commitment_standing = 'agreed' and i.needs_others and i.waits_for is null
    group by i.id, i.ctid having bool_and(e.id is null or (e.territory_id, e.is_public) = (i.territory_id, i.is_public))
    limit at_most)
  update commitment_instance i set waits_for = told.holders from told where i.ctid = told.line;
  get diagnostics asked = row_count;
  if asked = at_most then return settled + asked; end if;
  settled := settled + asked;
  with alone as (
    select e.ctid as line from commitment_instance e
    where e.standing in ('not-started', 'in-progress', 'sent-back') and e.commitment_standing = 'agreed' and e.may_be_needed
      and not exists (select from commitment_dependency d join commitment_instance i on i.commitment_id = d.commitment_id
        where d.prerequisite_id = e.commitment_id and i.standing in ('not-started', 'in-progress', 'sent-back') and i.commitment_standing = 'agreed')
    limit at_most)
  update commitment_instance e set may_be_needed = false from alone where e.ctid = alone.line;
  get diagnostics asked = row_count;
  return settled + asked;
end $$;

-- Puts the lines of each key together; what they come to is the same before, meanwhile and after.
create function commitment_gather() returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(8414) then return; end if;
  with many as (
    select array_agg(ctid) as lines from commitment_due_sum
    group by by_line, where_id, territory_id, is_public, thread_id, outcome, first_review, is_waiting, is_published having count(*) > 1),
  gone as (delete from commitment_due_sum where ctid in (select unnest(lines) from many) returning *)
  insert into commitment_due_sum
    select by_line, where_id, territory_id, is_public, thread_id, outcome, first_review, is_waiting, is_published, sum(count), sum(weight)
    from gone group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(count) <> 0 or sum(weight) <> 0;
  with many as (
    select array_agg(ctid) as lines from commitment_held_sum group by where_id, territory_id, thread_id, holder_id having count(*) > 1),
  gone as (delete from commitment_held_sum where ctid in (select unnest(lines) from many) returning *)
  insert into commitment_held_sum
    select where_id, territory_id, thread_id, holder_id, sum(count), sum(days) from gone group by 1, 2, 3, 4 having sum(count) <> 0 or sum(days) <> 0;
  with many as (
    select array_agg(ctid) as lines from commitment_wait_sum group by where_id, territory_id, is_public, obligor_id, holder_id having count(*) > 1),
  gone as (delete from commitment_wait_sum where ctid in (select unnest(lines) from many) returning *)
  insert into commitment_wait_sum
    select where_id, territory_id, is_public, obligor_id, holder_id, sum(count) from gone group by 1, 2, 3, 4, 5 having sum(count) <> 0;
  with many as (
    select array_agg(ctid) as lines from commitment_wording_sum
    group by by_line, where_id, territory_id, is_public, thread_id, standing, quality having count(*) > 1),
  gone as (delete from commitment_wording_sum where ctid in (select unnest(lines) from many) returning *)
  insert into commitment_wording_sum
    select by_line, where_id, territory_id, is_public, thread_id, standing, quality, sum(count) from gone group by 1, 2, 3, 4, 5, 6, 7
    having sum(count) <> 0;
end $$;
revoke execute on function commitment_settle, commitment_gather from public;

-- Due dates added up: by territory, or by line of the strategy where that is asked for, outcome and first review; where that is asked for, how many are
-- overdue by how many days of their own, and the days for which each party held others back.
-- Row security cannot look at each row of sums and indexes. So this asks what the policy asks: whether something is public, belongs to a territory
-- that is overseen, or to one's own commitments; and only insiders are told of lateness that was not published.
-- What is settled is taken from its sums where neither an agreement, nor a party, nor days are asked for. Of one's own commitments, which are seen
-- otherwise than what their sums say to everybody, the settled are taken out of those sums and added as an insider sees them.
-- Executed as text, so that conditions that are not asked for cost nothing.
create function commitment_tally(low int, high int, today date, agreement uuid, owing uuid, thread uuid, from_day date, to_day date, by_line boolean, with_days boolean)
  returns json
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  seen int4multirange := app_overseen_ground();
  own uuid[] := app_own_commitments();
  together uuid[] := case when owing is not null then array(select commitment_id from commitment_co_obligor where holder_id = owing) end;
  from_sums boolean := num_nonnulls(agreement, owing, from_day, to_day) = 0 and exists (select from commitment_settling where up_to <= today);
  quiet int4multirange := (select range_agg(int4range(t.id, t.last_id, '[]')) from quiet_period q join territory t on t.id = q.territory_id
    where today between q.from_day and q.to_day);
  result json;
begin
  execute $sum$
    with due as materialized (
      select i.id, i.commitment_id, i.obligor_id, case when not $12 then i.where_id end as where_id, case when $12 then i.thread_id end as thread_id,
        i.due_on, i.standing, i.first_review, i.weight, i.verify_by, i.paused_from, i.needs_others,
        coalesce(i.delivered_on, $3) as until, greatest(0, coalesce(i.delivered_on, $3) - i.due_on) as days_late,
        $9 @> i.territory_id or i.commitment_id = any ($10) as is_insider,
        i.breach_published_on is not null and not coalesce($14 @> i.where_id or $14 @> i.territory_id, false) as is_published
      from commitment_instance i
      where (not $13 or i.settled_as is null) and not i.is_kept and i.commitment_standing = 'agreed' and i.counts_from < $3
        and i.where_id between $1 and $2 and (i.is_public or $9 @> i.territory_id or i.commitment_id = any ($10))
        and ($4 is null or i.agreement_id = $4) and ($5 is null or i.obligor_id = $5 or i.commitment_id = any ($11))
        and ($6 is null or i.thread_id = $6) and ($7 is null or i.due_on >= $7) and ($8 is null or i.due_on <= $8)),
    waits as materialized (
      select l.id, l.is_insider, l.holder_id, daterange(l.due_on, least(coalesce(l.delivered_on, $3), l.until)) as late
      from (
        select distinct on (i.id, d.prerequisite_id) i.id, i.obligor_id, i.until, i.is_insider, e.obligor_id as holder_id, e.due_on, e.delivered_on,
          e.standing, e.paused_from, e.commitment_standing
        from due i
        -- One by one: those that waited are far fewer than is guessed.
        cross join lateral (select d.prerequisite_id from commitment_dependency d where d.commitment_id = i.commitment_id offset 0) d
        join commitment_instance e on e.commitment_id = d.prerequisite_id and e.due_on <= i.due_on
        where i.needs_others and i.days_late > 0
        order by i.id, d.prerequisite_id, e.due_on desc, e.sequence desc) l
      where l.commitment_standing = 'agreed' and l.holder_id <> l.obligor_id and l.standing not in ('waived', 'cancelled') and l.paused_from is null
        and l.due_on < least(coalesce(l.delivered_on, $3), l.until)),
    lost as (
      select id, case when count(*) = 1 then max(upper(late) - lower(late))
        else (select sum(upper(span) - lower(span))::int from unnest(range_agg(late)) as span) end as days
      from waits group by 1),
    counted as (
      select r.where_id, r.thread_id, r.first_review, r.standing = 'delivered' and r.first_review is null as is_waiting, r.weight, r.own_days,
        case when r.rule in ('late', 'overdue', 'breached') and not (r.is_insider or r.is_published) then 'unpublished' else r.rule end as outcome
      from (
        select o.*, commitment_outcome(o.standing, o.due_on, o.verify_by, o.paused_from is not null, o.own_days, $3) as rule
        from (select due.*, greatest(0, due.days_late - coalesce(lost.days, 0)) as own_days from due left join lost on lost.id = due.id) o) r),
    own_settled as materialized (
      select i.where_id, i.territory_id, i.thread_id, i.settled_as, i.first_review, i.standing = 'delivered' and i.first_review is null as is_waiting,
        i.breach_published_on is not null as is_published, i.is_public, i.weight, i.settled_holders, i.settled_days
      from commitment_instance i
      where $13 and i.commitment_id = any ($10) and i.settled_as is not null and i.where_id between $1 and $2 and ($6 is null or i.thread_id = $6)),
    settled as (
      select s.where_id, s.territory_id, s.thread_id, s.outcome, s.first_review, s.is_waiting, s.is_published, $9 @> s.territory_id as is_insider,
        s.count, s.weight
      from commitment_due_sum s
      where $13 and s.by_line = ($12 or $6 is not null) and s.where_id between $1 and $2 and (s.is_public or $9 @> s.territory_id)
        and ($6 is null or s.thread_id = $6)
      union all select where_id, territory_id, thread_id, settled_as, first_review, is_waiting, is_published, sign = 1, sign, sign * weight
      from own_settled cross join (values (1), (-1)) twice (sign) where sign = 1 or is_public),
    parts as (
      select where_id, thread_id, outcome, first_review, is_waiting, count(*) as count, sum(weight) as weight
      from counted group by 1, 2, 3, 4, 5
      union all
      select case when not $12 then i.where_id end, case when $12 then i.thread_id end, case when i.due_on < $3 then 'kept' else 'not-due' end,
        i.first_review, false, count(*), sum(i.weight)
      from commitment_instance i
      where (not $13 or i.settled_as is null) and i.is_kept and i.commitment_standing = 'agreed' and i.counts_from < $3
        and i.where_id between $1 and $2 and (i.is_public or $9 @> i.territory_id or i.commitment_id = any ($10))
        and ($4 is null or i.agreement_id = $4) and ($5 is null or i.obligor_id = $5 or i.commitment_id = any ($11))
        and ($6 is null or i.thread_id = $6) and ($7 is null or i.due_on >= $7) and ($8 is null or i.due_on <= $8)
      group by 1, 2, 3, 4
      union all
      select case when not $12 then where_id end, case when $12 then thread_id end,
        case when outcome in ('late', 'overdue', 'breached') and not (is_insider or is_published and not coalesce($14 @> where_id or $14 @> territory_id, false))
          then 'unpublished' else outcome end,
        first_review, is_waiting, sum(count), sum(weight)
      from settled group by 1, 2, 3, 4, 5),
    tallies as (
      select where_id, thread_id, outcome, first_review, is_waiting, sum(count) as count, sum(weight) as weight
      from parts group by 1, 2, 3, 4, 5 having sum(count) <> 0),
    days as (
      select own_days as days, count(*) as count from (
        select own_days from counted where outcome = 'overdue'
        union all select $3 - i.due_on from commitment_instance i
        where $13 and i.settled_as = 'overdue' and i.where_id between $1 and $2 and ($6 is null or i.thread_id = $6)
          and ($9 @> i.territory_id or i.commitment_id = any ($10)
            or i.is_public and i.breach_published_on is not null and not coalesce($14 @> i.where_id or $14 @> i.territory_id, false))) o
      where $15 group by 1),
    holders as (
      select holder_id, sum(days) as days, sum(count) as count from (
        select holder_id, sum(upper(late) - lower(late)) as days, count(distinct id) as count from waits where is_insider group by 1
        union all select h.holder_id, sum(h.days), sum(h.count) from commitment_held_sum h
        where $13 and h.where_id between $1 and $2 and $9 @> h.territory_id and ($6 is null or h.thread_id = $6) group by 1
        union all select h.holder_id, sum(h.days), count(*) from own_settled o cross join unnest(o.settled_holders, o.settled_days) h (holder_id, days)
        group by 1) h
      group by 1 having sum(count) <> 0)
    select json_build_object(
      'tallies', (select coalesce(json_agg(t), '[]') from tallies t),
      'days', case when $15 then (select coalesce(json_agg(d order by d.days), '[]') from days d) end,
      'holders', case when $15 then (select coalesce(json_agg(h order by h.holder_id), '[]') from holders h) end)
  $sum$ into result using low, high, today, agreement, owing, thread, from_day, to_day, seen, own, together, by_line, from_sums, quiet, with_days;
  return result;
end $$;
create function commitment_wording_tally(low int, high int, thread uuid, from_day date, to_day date) returns table (quality int, count int)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  seen int4multirange := app_overseen_ground();
  own uuid[] := app_own_commitments();
begin
  if from_day is null and to_day is null then
    return query
      select s.quality::int, sum(s.count)::int from (
        select w.quality, w.count from commitment_wording_sum w
        where w.by_line = (thread is not null) and w.where_id between low and high and (w.is_public or seen @> w.territory_id)
          and (thread is null or w.thread_id = thread)
        union all select c.quality, 1 from unnest(own) o (id) join commitment c on c.id = o.id
        where not c.is_public and c.standing in ('proposed', 'agreed') and c.where_id between low and high
          and (thread is null or c.thread_id = thread)) s
      group by 1 having sum(s.count) <> 0;
    return;
  end if;
  return query execute $sum$
    select c.quality::int, count(*)::int from commitment c
    where c.standing in ('proposed', 'agreed') and c.where_id between $1 and $2 and (c.is_public or $6 @> c.territory_id or c.id = any ($7))
      and ($3 is null or c.thread_id = $3) and ($4 is null or c.due_on >= $4) and ($5 is null or c.due_on <= $5)
    group by 1
  $sum$ using low, high, thread, from_day, to_day, seen, own;
end $$;
-- Parties that wait for one another now, added up: each due date not yet handed in, with each due date before it that it needs and that is not
-- handed in either; both as far as the caller sees them, and late as far as the caller is told. How many wait comes from sums, and from what is
-- not in them; what is late follows from today, and is looked at one by one.
create function commitment_waits_between(low int, high int, today date, party uuid, most int)
  returns table (waiting uuid, waited_on uuid, count int, late int)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  quiet int4multirange := (select range_agg(int4range(t.id, t.last_id, '[]')) from quiet_period q join territory t on t.id = q.territory_id
    where today between q.from_day and q.to_day);
begin
  return query execute $sum$
    with alone as materialized (
      select i.id, i.commitment_id, i.obligor_id, i.due_on from commitment_instance i
      where i.standing in ('not-started', 'in-progress', 'sent-back') and i.commitment_standing = 'agreed' and i.needs_others and i.waits_for is null
        and i.where_id between $1 and $2 and (i.is_public or $6 @> i.territory_id or i.commitment_id = any ($7))
      union all
      select i.* from unnest($7) o (id) cross join lateral (
        select i.id, i.commitment_id, i.obligor_id, i.due_on from commitment_instance i
        where i.commitment_id = o.id and i.standing in ('not-started', 'in-progress', 'sent-back') and i.commitment_standing = 'agreed'
          and i.needs_others and i.waits_for is not null and i.where_id between $1 and $2 and not i.is_public offset 0) i),
    waits (waiting, waited_on, count, late) as (
      select w.obligor_id, w.holder_id, sum(w.count), 0 from commitment_wait_sum w
      where w.where_id between $1 and $2 and (w.is_public or $6 @> w.territory_id) and ($4 is null or $4 in (w.obligor_id, w.holder_id))
      group by 1, 2
      union all
      select i.obligor_id, e.obligor_id, count(distinct i.id), 0
      from alone i
      cross join lateral (select d.prerequisite_id from commitment_dependency d where d.commitment_id = i.commitment_id offset 0) d
      join commitment_instance e on e.commitment_id = d.prerequisite_id and e.due_on <= i.due_on
        and e.standing in ('not-started', 'in-progress', 'sent-back') and e.commitment_standing = 'agreed'
      where i.obligor_id <> e.obligor_id and (e.is_public or $6 @> e.territory_id or e.commitment_id = any ($7))
        and ($4 is null or $4 in (i.obligor_id, e.obligor_id))
      group by 1, 2
      union all
      select i.obligor_id, e.obligor_id, 0, count(distinct i.id)
      from (
        select e.commitment_id, e.obligor_id, e.due_on from commitment_instance e
        where e.standing in ('not-started', 'in-progress', 'sent-back') and e.commitment_standing = 'agreed' and e.may_be_needed
          and e.due_on < $3 and e.paused_from is null
          and ($6 @> e.territory_id or e.commitment_id = any ($7)
            or e.is_public and e.breach_published_on is not null and not coalesce($8 @> e.where_id or $8 @> e.territory_id, false)) offset 0) e
      cross join lateral (select d.commitment_id from commitment_dependency d where d.prerequisite_id = e.commitment_id offset 0) d
      join commitment_instance i on i.commitment_id = d.commitment_id and i.due_on >= e.due_on
        and i.standing in ('not-started', 'in-progress', 'sent-back') and i.commitment_standing = 'agreed'
      where i.where_id between $1 and $2 and i.obligor_id <> e.obligor_id and (i.is_public or $6 @> i.territory_id or i.commitment_id = any ($7))
        and ($4 is null or $4 in (i.obligor_id, e.obligor_id))
      group by 1, 2)
    select waiting, waited_on, sum(count)::int, sum(late)::int from waits group by 1, 2 having sum(count) > 0
    order by 4 desc, 3 desc, 1, 2 limit $5
  $sum$ using low, high, today, party, most, app_overseen_ground(), app_own_commitments(), quiet;
end $$;

-- What late commitments hold back, step by step: from each that is late to what needs it, and on to what needs that; both ends as far as the
-- caller sees them, and late as far as the caller is told.
create function commitment_held_back(low int, high int, today date)
  returns table (dependent uuid, prerequisite uuid, is_late boolean, where_id int)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  quiet int4multirange := (select range_agg(int4range(t.id, t.last_id, '[]')) from quiet_period q join territory t on t.id = q.territory_id
    where today between q.from_day and q.to_day);
begin
  return query execute $held$
    with recursive late as materialized (
      select distinct i.commitment_id as id from commitment_instance i
      where i.standing in ('not-started', 'in-progress', 'sent-back') and i.due_on < $3 and i.commitment_standing = 'agreed' and i.may_be_needed
        and i.paused_from is null and i.where_id between $1 and $2),
    -- Each looked up by itself: how many there are is guessed far too high.
    held as (
      select d.commitment_id, late.id as prerequisite_id
      from late cross join lateral (
        select x.commitment_id from commitment_dependency x where x.prerequisite_id = late.id and exists (
          select from commitment_instance i where i.commitment_id = x.commitment_id
            and i.standing in ('not-started', 'in-progress', 'sent-back') and i.commitment_standing = 'agreed') offset 0) d
      union
      select d.commitment_id, held.commitment_id
      from held cross join lateral (
        select x.commitment_id from commitment_dependency x where x.prerequisite_id = held.commitment_id and exists (
          select from commitment_instance i where i.commitment_id = x.commitment_id
            and i.standing in ('not-started', 'in-progress', 'sent-back') and i.commitment_standing = 'agreed') offset 0) d),
    seen as materialized (
      select c.id, min(i.where_id) as where_id, bool_or(i.is_told) as is_told
      from (select h.commitment_id as id from held h union select h.prerequisite_id from held h) c
      cross join lateral (
        select i.where_id, $4 @> i.territory_id or i.commitment_id = any ($5)
          or i.breach_published_on is not null and not coalesce($6 @> i.where_id or $6 @> i.territory_id, false) as is_told
        from commitment_instance i
        where i.commitment_id = c.id and i.standing in ('not-started', 'in-progress', 'sent-back') and i.commitment_standing = 'agreed'
          and (i.is_public or $4 @> i.territory_id or i.commitment_id = any ($5)) offset 0) i
      group by 1)
    select h.commitment_id, h.prerequisite_id, late.id is not null and p.is_told, d.where_id
    from held h join seen d on d.id = h.commitment_id join seen p on p.id = h.prerequisite_id left join late on late.id = h.prerequisite_id
  $held$ using low, high, today, app_overseen_ground(), app_own_commitments(), quiet;
end $$;
-- The agreements in force that somebody sees: the policy of agreements, said so that one span is asked before all else.
create function agreements_in_force(overseen int4multirange, today date) returns setof agreement language sql stable as $$
  select * from agreement a
  where a.standing in ('in-force', 'suspended', 'under-notice') and a.kind <> 'addendum' and (a.ends_on is null or a.ends_on >= today)
    and (a.is_public or overseen @> a.territory_id
      or app_sees_agreement(a.is_public, a.parties, a.party_territories, a.territory_id, a.commission_structure_id)
      or a.text_hash is not null and app_signs(a.id, a.parties))
$$;
-- The places that an agreement in force names, as far as the caller sees it: each looked for until there is one.
create function agreement_places(low int, high int, today date) returns setof int
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  overseen int4multirange := app_overseen_ground();
begin
  return query
    with recursive place (id) as (
      select (select min(t.place_id) from agreement_territory t where t.place_id between low and high)
      union all
      select (select min(t.place_id) from agreement_territory t where t.place_id > place.id and t.place_id <= high) from place where place.id is not null)
    select place.id from place where place.id is not null and exists (
      select from agreement_territory t join agreements_in_force(overseen, today) a on a.id = t.agreement_id where t.place_id = place.id);
end $$;
-- How many of these territories each line of the strategy reaches: by an agreement, a plan or a commitment that the caller sees.
create function strategy_reach(targets int[], low int, high int, today date) returns table (thread_id uuid, territories int)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  overseen int4multirange := app_overseen_ground();
  own uuid[] := app_own_commitments();
begin
  return query
    with reached (line, place) as materialized (
      select l.thread_id, t.place_id from agreements_in_force(overseen, today) a
        join agreement_line l on l.agreement_id = a.id join agreement_territory t on t.agreement_id = a.id
        where t.place_id between low and high
      union select l.thread_id, p.place_id from plan join plan_action x on x.plan_id = plan.id
        join plan_action_line l on l.action_id = x.id join plan_action_place p on p.action_id = x.id
        where plan.edition > 0 and plan.standing not in ('ended', 'annulled') and x.standing <> 'dropped' and p.place_id between low and high
          and (plan.standing = 'approved' or app_sees_plan_in_work(plan.territory_id, coalesce(plan.organisation_id, plan.structure_id)))
      union select w.thread_id, w.where_id from commitment_wording_sum w
        where w.by_line and w.thread_id is not null and w.standing = 'agreed' and w.where_id between low and high
          and (w.is_public or overseen @> w.territory_id)
        group by 1, 2 having sum(w.count) > 0
      union select c.thread_id, c.where_id from unnest(own) o (id) join commitment c on c.id = o.id
        where not c.is_public and c.standing = 'agreed' and c.thread_id is not null and c.where_id between low and high),
    placed as materialized (
      select p.place, t.id as target from (select distinct place from reached) p join territory t on t.id = any (targets) and p.place between t.id and t.last_id)
    select r.line, count(distinct p.target)::int from reached r join placed p on p.place = r.place group by 1;
end $$;
-- The money in agreements in force that serve each line, by currency, as far as the caller sees them.
create function strategy_money(low int, high int, today date) returns table (thread_id uuid, currency text, amount numeric)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  overseen int4multirange := app_overseen_ground();
begin
  return query
    select l.thread_id, b.currency, sum(b.amount)
    from agreement_budget b join agreements_in_force(overseen, today) a on a.id = b.agreement_id join agreement_line l on l.agreement_id = a.id
    where b.kind = 'cash' and a.territory_id between low and high
    group by 1, 2 order by 1, 2;
end $$;
revoke execute on function app_overseen_ground, app_own_commitments, agreements_in_force, agreement_places, strategy_reach, strategy_money, commitment_tally,
  commitment_wording_tally, commitment_waits_between, commitment_held_back from public;
grant execute on function agreement_places, strategy_reach, strategy_money, commitment_tally, commitment_wording_tally, commitment_waits_between,
  commitment_held_back to articula_app;

-- Who owes follows from the organisation or structure; said twice so that a key can hold it.
create function commitment_co_obligor_holder() returns trigger language plpgsql as $$
begin
  new.holder_id := coalesce(new.organisation_id, new.structure_id);
  return new;
end $$;
create trigger commitment_co_obligor_holder before insert or update on commitment_co_obligor
  for each row execute function commitment_co_obligor_holder();

-- Everyone whom a commitment names, as its arrays hold them: those who owe, who is owed, who verifies, the agreement's parties, its commission.
create function commitment_everyone(commitment_id uuid, obligor uuid, beneficiary uuid, verifier uuid, agreement uuid)
  returns table (obliged uuid[], parties uuid[], party_territories int[])
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with owing (id, place) as (
    select $2, 0 union all
    select holder_id, row_number() over (order by holder_id) from commitment_co_obligor co where co.commitment_id = $1),
  named (id, place) as (
    select id, min(place) from (
      select id, place from owing
      union all select $3, 1000 union all select $4, 1001
      union all select coalesce(p.organisation_id, p.structure_id), 2000 + p.position from agreement_party p
        where p.agreement_id = $5 and p.standing <> 'withdrawn' and p.left_on is null
      union all select a.commission_structure_id, 9000 from agreement a where a.id = $5) as every
    where id is not null group by id),
  placed (id, place, territory) as (
    select n.id, n.place, coalesce(o.territory_id, s.territory_id) from named n
    left join organisation o on o.id = n.id left join structure s on s.id = n.id)
  select (select array_agg(id order by place) from owing), array_agg(id order by place, id), array_agg(territory order by place, id) from placed
$$;

-- When organisations are merged their commitments go along, and what row security reads with them.
create function commitment_parties_follow() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.parties is not distinct from old.parties then
    select e.obliged, e.parties, e.party_territories into new.obliged, new.parties, new.party_territories
    from commitment_everyone(new.id, coalesce(new.obligor_organisation_id, new.obligor_structure_id),
      coalesce(new.beneficiary_organisation_id, new.beneficiary_structure_id),
      coalesce(new.verifier_organisation_id, new.verifier_structure_id), new.agreement_id) e;
  end if;
  return new;
end $$;
create trigger commitment_parties_follow before update of obligor_organisation_id, beneficiary_organisation_id, verifier_organisation_id on commitment
  for each row when (old.obligor_organisation_id is distinct from new.obligor_organisation_id
    or old.beneficiary_organisation_id is distinct from new.beneficiary_organisation_id
    or old.verifier_organisation_id is distinct from new.verifier_organisation_id)
  execute function commitment_parties_follow();

create function commitment_co_obligors_follow() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare changed uuid;
begin
  changed := case when tg_op = 'DELETE' then old.commitment_id else new.commitment_id end;
  update commitment c set (obliged, parties, party_territories) = (
    select e.obliged, e.parties, e.party_territories
    from commitment_everyone(c.id, coalesce(c.obligor_organisation_id, c.obligor_structure_id),
      coalesce(c.beneficiary_organisation_id, c.beneficiary_structure_id),
      coalesce(c.verifier_organisation_id, c.verifier_structure_id), c.agreement_id) e)
  where c.id = changed;
  return null;
end $$;
create trigger commitment_co_obligors_follow after insert or update or delete on commitment_co_obligor
  for each row execute function commitment_co_obligors_follow();

-- The files of its evidence are read by the same people.
create function commitment_files_follow() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update attached_file set parties = new.parties, party_territories = new.party_territories
  where subject_kind = 'evidence' and subject_id in (
    select id from evidence where commitment_id = new.id
    union all select id from commitment_instance where commitment_id = new.id);
  return null;
end $$;
create trigger commitment_files_follow after update of parties on commitment
  for each row when (old.parties is distinct from new.parties) execute function commitment_files_follow();
revoke execute on function commitment_everyone from public;

-- Whether a commitment needs another first, directly or through others, also through those that the caller does not see: a
-- circle is refused whoever closes it.
create function commitment_needs(dependent uuid, prerequisite uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with recursive needed (id) as (
    select prerequisite_id from commitment_dependency where commitment_id = dependent
    union
    select d.prerequisite_id from needed join commitment_dependency d on d.commitment_id = needed.id)
  select exists (select from needed where id = prerequisite);
$$;
revoke execute on function commitment_needs from public;
grant execute on function commitment_needs to articula_app;

grant select, insert, update, delete on commitment, commitment_co_obligor, commitment_dependency, commitment_instance, commitment_act, evidence,
  light_override, calendar_feed to articula_app;
revoke update, delete on commitment_act from articula_app;

do $$
declare t text;
begin
  foreach t in array array['commitment', 'commitment_co_obligor', 'commitment_dependency', 'commitment_instance', 'commitment_act', 'evidence',
    'light_override', 'calendar_feed', 'commitment_due_sum', 'commitment_held_sum', 'commitment_wait_sum', 'commitment_wording_sum',
    'commitment_settling'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
  -- Sums hold what nobody may see row by row: they are read by functions that ask for each place what row security would ask.
  foreach t in array array['commitment_due_sum', 'commitment_held_sum', 'commitment_wait_sum', 'commitment_wording_sum', 'commitment_settling'] loop
    execute format('create policy nobody on %I to articula_app using (false) with check (false)', t);
  end loop;
  foreach t in array array['commitment_co_obligor', 'commitment_dependency'] loop
    execute format('create policy read on %I for select to articula_app using (exists (select from commitment c where c.id = commitment_id))', t);
  end loop;
  foreach t in array array['commitment_co_obligor', 'commitment_dependency', 'evidence'] loop
    execute format('create policy change on %I to articula_app
      using (exists (select from commitment c where c.id = commitment_id and app_is_party_of_commitment(c.parties, c.party_territories, c.territory_id)))
      with check (exists (select from commitment c where c.id = commitment_id and app_is_party_of_commitment(c.parties, c.party_territories, c.territory_id)))', t);
  end loop;
end $$;
create policy read on commitment for select to articula_app
  using (is_public or app_may('see_unpublished', territory_id) or app_is_party_of_commitment(parties, party_territories, territory_id));
create policy change on commitment to articula_app
  using (app_is_party_of_commitment(parties, party_territories, territory_id))
  with check (app_is_party_of_commitment(parties, party_territories, territory_id));
-- The columns are the commitment's own, copied by the triggers before this is asked.
create policy read on commitment_instance for select to articula_app
  using (is_public or app_may('see_unpublished', territory_id) or app_is_party_of_commitment(parties, party_territories, territory_id));
create policy change on commitment_instance to articula_app
  using (app_is_party_of_commitment(parties, party_territories, territory_id))
  with check (app_is_party_of_commitment(parties, party_territories, territory_id));
create policy read on commitment_act for select to articula_app
  using (exists (select from commitment c where c.id = commitment_id and (commitment_act.is_public or app_may('see_unpublished', c.territory_id)
    or app_is_party_of_commitment(c.parties, c.party_territories, c.territory_id))));
create policy add on commitment_act for insert to articula_app
  with check (exists (select from commitment c where c.id = commitment_id and app_is_party_of_commitment(c.parties, c.party_territories, c.territory_id)));
create policy read on evidence for select to articula_app
  using (exists (select from commitment c where c.id = commitment_id and (visibility = 'public'
    or (visibility = 'parties' and app_may('see_unpublished', c.territory_id))
    or app_is_party_of_commitment(c.parties, c.party_territories, c.territory_id))));
create policy read on light_override for select to articula_app using (true);
create policy change on light_override to articula_app
  using (app_may('oversee_agreement', territory_id)) with check (app_may('oversee_agreement', territory_id));
create policy own on calendar_feed to articula_app using (account_id = app_account()) with check (account_id = app_account());

-- What only triggers run is nobody's to call.
revoke execute on function instance_follows_commitment, settling_waits, commitment_is_followed, instance_follows_dependency, commitment_parties_follow, commitment_co_obligors_follow,
  commitment_files_follow from public;
