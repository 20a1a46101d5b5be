-- The trail. The text that is hashed is the only thing stored of an entry; what is searched is drawn from it by the
-- database, so that the two can never disagree. The application's role may append and read what it may see: heads,
-- keys and other people's entries are reached through the functions below, which belong to the owner.
create table audit_chain (
  key text primary key,
  organisation_id uuid,
  last_seq bigint not null default 0,
  last_hash text not null
);
comment on table audit_chain is 'One chain per organisation, key = organisation id or "installation". The head is locked by whoever appends.';

create table audit_entry (
  chain text not null references audit_chain,
  seq bigint not null,
  content text not null,
  previous_hash text not null,
  hash text not null,
  at timestamptz not null generated always as (to_timestamp((content::jsonb ->> 'at')::float8 / 1000)) stored,
  account_id uuid generated always as ((content::jsonb ->> 'account')::uuid) stored,
  operation text not null generated always as (content::jsonb ->> 'operation') stored,
  subject_kind text not null generated always as (content::jsonb ->> 'subjectKind') stored,
  subject_id text not null generated always as (content::jsonb ->> 'subject') stored,
  territory_id int not null generated always as ((content::jsonb ->> 'territory')::int) stored,
  organisation_id uuid generated always as ((content::jsonb ->> 'organisation')::uuid) stored,
  primary key (chain, seq)
);
create index audit_entry_subject on audit_entry (subject_kind, subject_id);
create index audit_entry_at on audit_entry (at desc, chain, seq desc);
create index audit_entry_territory on audit_entry (territory_id, at);
create index audit_entry_account on audit_entry (account_id, at);
comment on column audit_entry.content is 'Canonical JSON (domain/audit/canonical.ts). before and after hold plain values for facts, and {"sealed": key id, "value": cipher} for personal values and free text. The hash is over this text, so erasing a key leaves the chain verifiable.';
comment on column audit_entry.hash is 'SHA-256, hex, of previous_hash, chain, seq and content, joined by line feeds.';

create table erasable_key (
  id uuid primary key,
  chain text not null,
  seq bigint not null,
  person_id uuid,
  subject_kind text not null,
  subject_id text not null,
  territory_id int not null,
  key bytea,
  erased_at timestamptz,
  erased_by uuid,
  foreign key (chain, seq) references audit_entry,
  check ((key is null) = (erased_at is not null))
);
create index erasable_key_person on erasable_key (person_id) where person_id is not null;
create index erasable_key_subject on erasable_key (subject_kind, subject_id);
comment on table erasable_key is 'Each entry has its own key for the personal values of one person (person_id) and one for its free text (person_id null). What was sealed is forgotten by erasing the key.';

create table audit_anchor (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  heads jsonb not null,
  previous_hash text not null,
  hash text not null
);
comment on table audit_anchor is 'The heads that moved since the last anchor, {chain: [seq, hash]}, hashed together and chained; also appended to anchors.log in the data folder.';

-- Text as it is searched: lower case, without the accents of Spanish.
create function audit_folded(plain text) returns text language sql immutable parallel safe
  return translate(lower(plain), 'áàäâéèëêíìïîóòöôúùüûñ', 'aaaaeeeeiiiioooouuuun');

-- Whether the caller is the application's role: inside a function of the owner, current_user no longer tells.
create function app_calls() returns boolean language sql stable
  return session_user = 'articula_app' or current_setting('role', true) = 'articula_app';

-- Whoever may audit the territory sees its entries; anybody sees what they did themselves.
create function app_audits(territory int, organisation uuid, account uuid) returns boolean language sql stable parallel safe
  return coalesce(account = app_account(), false) or app_may('read_audit', territory, organisation);

-- Appends entries of one chain, [{"content": text, "keys": [{"id", "person", "key"}]}], with the keys of what is sealed in
-- them. The head is locked and moved once. Nothing is answered: not even how long the chain is.
create function audit_append(entries jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  chain_key text := coalesce((entries -> 0 ->> 'content')::jsonb ->> 'organisation', 'installation');
  head audit_chain;
  entry jsonb;
  facts jsonb;
  entry_hash text;
begin
  select * into head from audit_chain where key = chain_key for update;
  if not found then
    insert into audit_chain (key, organisation_id, last_hash)
      values (chain_key, nullif(chain_key, 'installation')::uuid, repeat('0', 64)) on conflict do nothing;
    select * into strict head from audit_chain where key = chain_key for update;
  end if;
  for entry in select * from jsonb_array_elements(entries) loop
    facts := (entry ->> 'content')::jsonb;
    if app_calls() and (facts ->> 'account')::uuid is distinct from app_account() then
      raise insufficient_privilege using message = 'an entry is signed by the account that acts';
    end if;
    if coalesce(facts ->> 'organisation', 'installation') <> chain_key then
      raise invalid_parameter_value using message = 'entries of one chain at a time';
    end if;
    head.last_seq := head.last_seq + 1;
    entry_hash := encode(sha256(convert_to(
      concat_ws(E'\n', head.last_hash, chain_key, head.last_seq, entry ->> 'content'), 'UTF8')), 'hex');
    insert into audit_entry (chain, seq, content, previous_hash, hash)
      values (chain_key, head.last_seq, entry ->> 'content', head.last_hash, entry_hash);
    if entry -> 'keys' <> '[]' then
      insert into erasable_key (id, chain, seq, person_id, subject_kind, subject_id, territory_id, key)
        select (sealed ->> 'id')::uuid, chain_key, head.last_seq, (sealed ->> 'person')::uuid, facts ->> 'subjectKind',
          facts ->> 'subject', (facts ->> 'territory')::int, decode(sealed ->> 'key', 'base64')
        from jsonb_array_elements(entry -> 'keys') as sealed;
    end if;
    head.last_hash := entry_hash;
  end loop;
  update audit_chain set last_seq = head.last_seq, last_hash = head.last_hash where key = chain_key;
end $$;

-- The keys of entries that the caller may read. A key stays closed to who may audit but not see private details;
-- what is said about oneself opens for oneself.
create function audit_keys(wanted uuid[]) returns table (id uuid, key bytea, erased boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select erasable.id,
    case when not app_calls() or erasable.person_id = app_person()
        or (app_may('read_audit', entry.territory_id, entry.organisation_id) and (erasable.person_id is null
          or app_may('see_private_contacts', entry.territory_id, entry.organisation_id)))
      then erasable.key end,
    erasable.erased_at is not null
  from erasable_key erasable join audit_entry entry using (chain, seq)
  where erasable.id = any (wanted)
    and (not app_calls() or app_audits(entry.territory_id, entry.organisation_id, entry.account_id))
$$;

-- What the accounts that acted are called today; only of entries that the caller may read.
create function audit_names(wanted uuid[]) returns table (account_id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select account.id, coalesce(person.name, account.username)
  from account left join person on person.id = account.person_id
  where account.id = any (wanted) and (not app_calls() or exists (
    select from audit_entry entry where (entry.account_id = account.id
        or (entry.subject_kind = 'account' and entry.subject_id = account.id::text))
      and app_audits(entry.territory_id, entry.organisation_id, entry.account_id)))
$$;

-- Which accounts go by a name, among those whose entries the caller may read.
create function audit_accounts_called(folded text) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select account.id from account left join person on person.id = account.person_id
  where (audit_folded(person.name) like folded or translate(account.username, '._-', '   ') like folded) and (not app_calls() or exists (
    select from audit_entry entry where entry.account_id = account.id
      and app_audits(entry.territory_id, entry.organisation_id, entry.account_id)))
$$;

-- Forgets every personal value of one person, in every chain. Answers how many keys were erased.
create function audit_erase_person(erased_person uuid) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  erased int;
begin
  if app_calls() and not exists (
    select from person where id = erased_person and app_may('erase', territory_id)) then
    raise insufficient_privilege using message = 'may not erase this person';
  end if;
  update erasable_key set key = null, erased_at = now(), erased_by = app_account()
    where person_id = erased_person and key is not null;
  get diagnostics erased = row_count;
  return erased;
end $$;

-- Forgets the free text of all entries about one subject, for instance where a victim's name was typed by mistake.
create function audit_erase_text(erased_kind text, erased_id text) returns int
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  erased int;
begin
  if app_calls() and (not app_may_somewhere('erase') or exists (
    select from erasable_key where subject_kind = erased_kind and subject_id = erased_id
      and person_id is null and not app_may('erase', territory_id))) then
    raise insufficient_privilege using message = 'may not erase the text of this subject';
  end if;
  update erasable_key set key = null, erased_at = now(), erased_by = app_account()
    where subject_kind = erased_kind and subject_id = erased_id and person_id is null and key is not null;
  get diagnostics erased = row_count;
  return erased;
end $$;
