create table idempotency_record (
  account_id uuid not null,
  key text not null,
  operation text not null,
  request_hash text not null,
  seen_under text not null,
  done_at timestamptz,
  response text,
  created_at timestamptz not null default now(),
  primary key (account_id, key)
);
comment on column idempotency_record.seen_under is 'A mark of what the person could see when the answer was made; it is given again only under the same.';
comment on column idempotency_record.done_at is 'Set in the transaction of the deed itself: done is done, even if the answer was never kept.';
create index idempotency_record_created on idempotency_record (created_at);

create table import_run (
  id uuid primary key,
  kind text not null,
  country text references country,
  territory_id int not null,
  file_id uuid references stored_file,
  file_name text not null,
  standing text not null check (standing in ('previewed', 'applied', 'refused', 'revoked')),
  report jsonb not null,
  changes jsonb,
  account_id uuid,
  created_at timestamptz not null default now(),
  applied_at timestamptz,
  revoked_at timestamptz
);
comment on column import_run.changes is 'What the import created or changed, with the values before, so that it can be taken back.';

create table backup_record (
  id uuid primary key,
  made_at timestamptz not null default now(),
  reason text not null check (reason in ('daily', 'before-migration', 'asked', 'restored')),
  file text not null,
  bytes bigint not null,
  sha256 text not null,
  tested_at timestamptz,
  test_result text,
  removed_at timestamptz
);

create table search_entry (
  kind text not null check (kind in ('territory', 'organisation', 'structure', 'person')),
  id text not null,
  country text not null,
  territory_id int not null,
  organisation_id uuid,
  title text not null,
  folded text not null,
  visibility text not null check (visibility in ('territory', 'network', 'public')),
  primary key (kind, id)
);
create index search_entry_folded on search_entry using gin (folded gin_trgm_ops);
comment on column search_entry.folded is 'Title and other names, lower case, without accents, by domain fold().';

create table mail_outbox (
  id uuid primary key,
  kind text not null,
  reference_id uuid,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null default now(),
  attempts smallint not null default 0,
  next_attempt_at timestamptz not null default now(),
  problem text
);
create index mail_outbox_next on mail_outbox (next_attempt_at);
comment on table mail_outbox is 'Messages to send, written in the transaction of the deed that causes them and removed once sent: they hold one-time links.';
