-- What somebody must do is worked out from how things stand; kept are only the reminders that went out and how each person wants to be reached.
create table reminder_choice (
  account_id uuid primary key,
  by_mail boolean not null default true,
  digest_weekday smallint not null default 1 check (digest_weekday between 0 and 7),
  quiet_from time not null default '20:00',
  quiet_to time not null default '07:00',
  version int not null default 1,
  updated_at timestamptz not null default now()
);
comment on column reminder_choice.digest_weekday is '1 Monday to 7 Sunday; 0 for no digest.';

create table reminder (
  id uuid primary key,
  account_id uuid not null,
  territory_id int not null references territory,
  organisation_id uuid,
  kind text not null,
  stage text not null,
  subject_kind text not null,
  subject_id uuid not null,
  due_on date,
  standing text not null check (standing in ('waiting', 'sent', 'refused', 'unreachable', 'shown')),
  channel text not null check (channel in ('mail', 'inbox')),
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  problem text,
  -- A day that was set anew is told anew.
  unique nulls not distinct (account_id, kind, stage, subject_id, due_on)
);
create index reminder_account on reminder (account_id, created_at);
create index reminder_unreached on reminder (territory_id) where standing in ('refused', 'unreachable');
comment on table reminder is 'One row a person, subject and stage, so that nobody is told the same twice; who was not reached is seen by the coordination.';

grant select, insert, update, delete on reminder_choice, reminder to articula_app;
revoke delete on reminder from articula_app;
do $$
declare t text;
begin
  foreach t in array array['reminder_choice', 'reminder'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
end $$;
create policy own on reminder_choice to articula_app using (account_id = app_account()) with check (account_id = app_account());
create policy read on reminder for select to articula_app
  using (account_id = app_account() or app_may('see_accounts', territory_id, organisation_id));

-- Each person is told at most once a day: the day on which that was last done.
create table reminder_round (
  account_id uuid primary key,
  told_on date not null
);
comment on table reminder_round is 'The last day on which the installation looked at what somebody has to do and told them.';
alter table reminder_round enable row level security;
alter table reminder_round force row level security;
create policy keeper on reminder_round to current_user using (true) with check (true);
create policy own on reminder_round for select to articula_app using (account_id = app_account());
grant select on reminder_round to articula_app;

-- Several reminders of one morning travel in one mail, and none is sent while its reader wants quiet.
alter table reminder add column mail_id uuid;
create index reminder_mail on reminder (mail_id) where mail_id is not null;
alter table mail_outbox add column quiet_from time, add column quiet_to time, add column time_zone text;

create table mail_attachment (
  mail_id uuid not null references mail_outbox on delete cascade,
  number smallint not null,
  file_name text not null,
  media_type text not null,
  bytes bytea not null,
  primary key (mail_id, number)
);
comment on table mail_attachment is 'Files that travel with a message; they go when it is sent.';
grant insert on mail_attachment to articula_app;
