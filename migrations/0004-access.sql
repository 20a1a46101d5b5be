create table account (
  id uuid primary key,
  person_id uuid not null references person,
  username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{2,60}$'),
  phone text unique check (phone ~ '^\+[0-9]{7,15}$'),
  email text unique check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+$'),
  password_hash text,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint,
  standing text not null default 'invited' check (standing in ('invited', 'active', 'suspended', 'closed')),
  standing_reason text,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  language text not null default 'es',
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  example boolean not null default false,
  signed_out_at timestamptz,
  first_entered_at timestamptz,
  last_entered_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid
);
create index account_person on account (person_id);
create index account_territory on account (territory_id);
comment on column account.signed_out_at is 'Sessions and tokens begun up to this moment are void.';
comment on column account.totp_secret is 'Sealed with the installation''s key; never leaves the database unsealed.';

create table role_assignment (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  role text not null,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  structure_id uuid references structure,
  valid_from date not null default current_date,
  valid_to date,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  check (valid_to is null or valid_to >= valid_from)
);
create index role_assignment_account on role_assignment (account_id);
create index role_assignment_territory on role_assignment (territory_id);

create table session (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  secret_hash bytea not null unique,
  previous_secret_hash bytea,
  second_factor_at timestamptz,
  user_agent text,
  address text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  rotated_at timestamptz not null default now(),
  confirmed_at timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index session_account on session (account_id);
create index session_previous on session (previous_secret_hash);
comment on column session.confirmed_at is 'When the newest secret first came back. Until then the previous one is good: the answer that carried the new one may have been lost.';

create table api_token (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  name text not null,
  secret_hash bytea not null unique,
  may_write boolean not null default false,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);

create table invitation (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  batch_id uuid,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  secret_hash bytea not null unique,
  channel text not null check (channel in ('mail', 'link', 'text', 'print')),
  created_by uuid,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  send_problem text,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index invitation_account on invitation (account_id);

create table access_code (
  id uuid primary key,
  account_id uuid not null references account on delete cascade,
  territory_id int not null references territory,
  organisation_id uuid references organisation,
  purpose text not null check (purpose in ('reset', 'recovery')),
  secret_hash text not null,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  attempts smallint not null default 0,
  used_at timestamptz
);
create index access_code_account on access_code (account_id);
comment on table access_code is 'One-time codes: reset by a coordinator, or recovery codes of the second factor. Hashed with argon2id.';

create table sign_in_attempt (
  key text not null,
  at timestamptz not null default now()
);
create index sign_in_attempt_key on sign_in_attempt (key, at);
comment on table sign_in_attempt is 'Failed attempts by account and by address, kept an hour, for the limits on sign-in.';

-- Every role of an account, also those beyond the caller's places: nobody acts on an account that stands above them.
create function access_roles_of(wanted uuid)
returns table (role text, territory_id int, organisation_id uuid, structure_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select role_assignment.role, role_assignment.territory_id, role_assignment.organisation_id, role_assignment.structure_id
  from role_assignment join account on account.id = role_assignment.account_id
  where account.id = wanted and (role_assignment.valid_to is null or role_assignment.valid_to > current_date - 1)
    and app_may('manage_accounts', account.territory_id, account.organisation_id)
$$;

-- Which of these names to sign in with are taken, in the whole installation: asked by whoever is about to invite.
create function access_names_taken(usernames text[], phones text[], emails text[]) returns table (kind text, value text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select 'username', username from account where username = any (usernames) and app_may_somewhere('invite')
  union all select 'phone', phone from account where phone = any (phones) and app_may_somewhere('invite')
  union all select 'email', email from account where email = any (emails) and app_may_somewhere('invite')
$$;

-- Keeps the step of a second factor's code, of one's own account; false when that step or a later one was used already.
create function access_take_totp_step(own uuid, step bigint) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update account set totp_last_step = step where id = own and own = app_account() and (totp_last_step is null or totp_last_step < step);
  return found;
end $$;

-- Forgets from where an account was used: its sessions, tokens, codes and invitations. Asked when a person is erased.
create function access_forget_devices(erased uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from account where id = erased and app_may('erase', territory_id, organisation_id)) then
    raise insufficient_privilege using message = 'may not erase this account';
  end if;
  delete from session where account_id = erased;
  delete from api_token where account_id = erased;
  delete from access_code where account_id = erased;
  delete from invitation where account_id = erased;
end $$;
