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
  at timestamptz not null,
  account_id uuid,
  actor text not null,
  request_id text not null,
  operation text not null,
  subject_kind text not null,
  subject_id text not null,
  territory_id int not null,
  organisation_id uuid,
  before jsonb,
  after jsonb,
  previous_hash text not null,
  hash text not null,
  primary key (chain, seq)
);
create index audit_entry_subject on audit_entry (subject_kind, subject_id);
create index audit_entry_at on audit_entry (at);
create index audit_entry_territory on audit_entry (territory_id, at);
create index audit_entry_account on audit_entry (account_id, at);
comment on table audit_entry is 'before and after hold plain values for facts, and {"sealed": key id, "value": cipher} for personal values and free text. The hash is over what is stored, so erasing a key leaves the chain verifiable.';

create table erasable_key (
  id uuid primary key,
  person_id uuid,
  subject_kind text not null,
  subject_id text not null,
  territory_id int,
  key bytea,
  erased_at timestamptz,
  erased_by uuid,
  erased_reason text,
  check ((key is null) = (erased_at is not null))
);
create index erasable_key_person on erasable_key (person_id);
create index erasable_key_subject on erasable_key (subject_kind, subject_id);

create table audit_anchor (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  heads jsonb not null,
  previous_hash text not null,
  hash text not null
);
comment on table audit_anchor is 'The heads of all chains, hashed together and chained; also appended to anchors.log in the data folder.';
