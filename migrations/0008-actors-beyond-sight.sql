-- What the actors' room must know or move although the caller may not see it: numbers, and the accounts of a merged organisation.

-- How many depend on an organisation, a structure or a person, also where the caller sees nothing: numbers, nothing else,
-- and only to who may change the thing itself. Others are answered nothing, as about what never was.
create function actors_dependents(wanted uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object(
    'people', (select count(*) from person where organisation_id = wanted or merged_into = wanted),
    'accounts', (select count(*) from account where organisation_id = wanted or person_id = wanted),
    'roles', (select count(*) from role_assignment where organisation_id = wanted or structure_id = wanted),
    'handovers', (select count(*) from handover
      where from_organisation_id = wanted or from_person_id = wanted or to_person_id = wanted),
    'merges', (select count(*) from merge_record where undone_at is null and (kept_id = wanted or absorbed_id = wanted)))
  where not app_calls()
    or exists (select from organisation where id = wanted and app_may('edit_organisation', territory_id, id))
    or exists (select from structure where id = wanted and app_may('edit_structure', territory_id, id))
    or exists (select from person where id = wanted
      and (id = app_person() or app_may('edit_person', territory_id, organisation_id)))
$$;

-- Of these people, who has an account; for whoever merges or hands over where they are.
create function actors_with_account(people uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct account.person_id from account join person on person.id = account.person_id
  where account.person_id = any (people)
    and (app_may('merge', person.territory_id) or app_may('hand_over', person.territory_id))
$$;

-- The roles that the accounts of these people hold on a day, for whoever hands over there.
create function actors_roles_of(people uuid[], on_day date)
returns table (id uuid, account_id uuid, person_id uuid, role text, territory_id int, organisation_id uuid, structure_id uuid, valid_to date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select held.id, account.id, account.person_id, held.role, held.territory_id, held.organisation_id, held.structure_id, held.valid_to
  from role_assignment held join account on account.id = held.account_id
  where account.person_id = any (people) and app_may('hand_over', held.territory_id)
    and held.valid_from <= on_day and (held.valid_to is null or held.valid_to > on_day)
$$;

-- Signs out those of these accounts whose last role ended on a day where the caller hands over: nothing that they could do is lost.
create function actors_sign_out_without_role(accounts uuid[], on_day date, moment timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update account set signed_out_at = moment
  where id = any (accounts)
    and exists (select from role_assignment held where held.account_id = account.id and held.valid_to = on_day
      and app_may('hand_over', held.territory_id))
    and not exists (select from role_assignment held where held.account_id = account.id
      and held.valid_from <= on_day and (held.valid_to is null or held.valid_to > on_day))
$$;

-- Merging two organisations takes the people's accounts and roles along; undoing it gives back those that were taken.
-- Whoever may merge both may do this, and answers with the ids of what moved.
create function actors_move_accounts(from_id uuid, to_id uuid, accounts uuid[], roles uuid[]) returns jsonb
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moved_accounts uuid[];
  moved_roles uuid[];
begin
  if (select count(*) from organisation where id in (from_id, to_id) and app_may('merge', territory_id)) <> 2 then
    raise insufficient_privilege using message = 'merging takes the right to both organisations';
  end if;
  with moved as (
    update account set organisation_id = to_id
    where organisation_id = from_id and (accounts is null or id = any (accounts)) returning id)
  select coalesce(array_agg(id), '{}') into moved_accounts from moved;
  with moved as (
    update role_assignment set organisation_id = to_id
    where organisation_id = from_id and (roles is null or id = any (roles)) returning id)
  select coalesce(array_agg(id), '{}') into moved_roles from moved;
  update reminder set organisation_id = to_id where account_id = any (moved_accounts);
  update invitation set organisation_id = to_id where account_id = any (moved_accounts);
  update access_code set organisation_id = to_id where account_id = any (moved_accounts);
  return jsonb_build_object('accounts', moved_accounts, 'roles', moved_roles);
end
$$;

revoke execute on function actors_dependents, actors_with_account, actors_roles_of, actors_sign_out_without_role, actors_move_accounts from public;
grant execute on function actors_dependents, actors_with_account, actors_roles_of, actors_sign_out_without_role, actors_move_accounts to articula_app;
