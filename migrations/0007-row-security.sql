-- Who may see and change which rows. The readable rule is src/domain/access/permissions.ts; a property test compares the two.
grant select, insert, update, delete on all tables in schema public to articula_app;
grant usage on all sequences in schema public to articula_app;

-- Nobody changes the past through the application's role, and what is known of a password is never read by it.
revoke all on setting, backup_record, sign_in_attempt, access_code, mail_outbox, account from articula_app;
revoke insert, update, delete on schema_migration from articula_app;
revoke update, delete on audit_entry from articula_app;
revoke delete on import_run, merge_record, handover from articula_app;
grant insert on mail_outbox to articula_app;
grant insert, delete, update (used_at),
  select (id, account_id, territory_id, organisation_id, purpose, created_by, created_at, expires_at, attempts, used_at) on access_code to articula_app;
revoke execute on function access_roles_of, access_names_taken, access_take_totp_step, access_forget_devices from public;
grant execute on function access_roles_of, access_names_taken, access_take_totp_step, access_forget_devices to articula_app;
grant insert, update, select (id, person_id, username, phone, email, totp_confirmed_at, standing, standing_reason, territory_id,
  organisation_id, language, theme, example, first_entered_at, last_entered_at, signed_out_at, version, created_at, created_by)
  on account to articula_app;

do $$
declare t text;
begin
  foreach t in array array[
    'country', 'territory_kind', 'territory', 'territory_closure', 'territory_alias', 'territory_population', 'territory_succession',
    'territory_overlap', 'boundary_layer', 'source', 'actor_norm', 'actor_absence', 'organisation', 'organisation_name',
    'organisation_succession', 'territory_authority', 'structure', 'seat', 'prevention_work', 'person', 'contact_point', 'post', 'seat_term', 'merge_record',
    'handover', 'import_run', 'stored_file', 'account', 'role_assignment', 'invitation', 'access_code', 'session', 'api_token',
    'idempotency_record', 'search_entry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    -- FORCE binds the owner too, who need not be a superuser: what is done before anybody is known is done as the owner.
    execute format('create policy keeper on %I to current_user using (true) with check (true)', t);
  end loop;
  -- Public facts: everyone reads them.
  foreach t in array array[
    'country', 'territory_kind', 'territory', 'territory_closure', 'territory_alias', 'territory_population', 'territory_succession',
    'territory_overlap', 'boundary_layer', 'source', 'actor_norm', 'actor_absence', 'organisation', 'organisation_name',
    'organisation_succession', 'territory_authority', 'structure', 'seat', 'prevention_work', 'post'] loop
    execute format('create policy read on %I for select to articula_app using (true)', t);
  end loop;
  -- What packs bring.
  foreach t in array array['country', 'territory_kind', 'actor_norm'] loop
    execute format('create policy change on %I to articula_app using (app_may_somewhere(''manage_installation'')) with check (app_may_somewhere(''manage_installation''))', t);
  end loop;
end $$;

create policy change on territory to articula_app using (app_may('edit_territory', id)) with check (app_may('edit_territory', id));
create policy change on territory_closure to articula_app
  using (app_may('edit_territory', descendant_id)) with check (app_may('edit_territory', descendant_id));
create policy change on territory_alias to articula_app
  using (app_may('edit_territory', territory_id)) with check (app_may('edit_territory', territory_id));
create policy change on territory_population to articula_app
  using (app_may('edit_territory', territory_id)) with check (app_may('edit_territory', territory_id));
create policy change on territory_succession to articula_app
  using (app_may('edit_territory', predecessor_id) and app_may('edit_territory', successor_id))
  with check (app_may('edit_territory', predecessor_id) and app_may('edit_territory', successor_id));
create policy change on territory_overlap to articula_app
  using (app_may('edit_territory', territory_id)) with check (app_may('edit_territory', territory_id));
-- A layer is the whole country's, so whoever changes it must be able to edit the country, not one district of it.
create policy change on boundary_layer to articula_app
  using (app_may('edit_territory', (select base from country where code = boundary_layer.country)))
  with check (app_may('edit_territory', (select base from country where code = boundary_layer.country)));
create policy add on source for insert to articula_app with check (app_signed_in() or app_may_somewhere('edit_territory'));
create policy change on source to articula_app
  using (app_may_somewhere('edit_territory')) with check (app_may_somewhere('edit_territory'));

create policy change on organisation to articula_app
  using (app_may('edit_organisation', territory_id, id)) with check (app_may('edit_organisation', territory_id, id));
create policy change on organisation_name to articula_app
  using (app_may('edit_organisation', territory_id, organisation_id)) with check (app_may('edit_organisation', territory_id, organisation_id));
create policy change on organisation_succession to articula_app
  using (app_may('edit_organisation', territory_id, predecessor_id)) with check (app_may('edit_organisation', territory_id, predecessor_id));
create policy change on territory_authority to articula_app
  using (app_may('edit_organisation', territory_id)) with check (app_may('edit_organisation', territory_id));
create policy change on prevention_work to articula_app
  using (app_may('describe_work', territory_id, organisation_id)) with check (app_may('describe_work', territory_id, organisation_id));

create policy change on actor_absence to articula_app
  using (app_may('edit_structure', territory_id)) with check (app_may('edit_structure', territory_id));
create policy change on structure to articula_app
  using (app_may('edit_structure', territory_id, id)) with check (app_may('edit_structure', territory_id, id));
create policy change on seat to articula_app
  using (app_may('edit_structure', territory_id, structure_id)) with check (app_may('edit_structure', territory_id, structure_id));

-- That an office exists is public; who holds it shows through the person's own row.
create policy change on post to articula_app
  using (app_may('edit_organisation', territory_id, organisation_id)) with check (app_may('edit_organisation', territory_id, organisation_id));
create policy read on seat_term for select to articula_app using (app_signed_in() or app_may_somewhere('edit_structure'));
create policy change on seat_term to articula_app
  using (app_may('edit_structure', territory_id, structure_id)) with check (app_may('edit_structure', territory_id, structure_id));

-- People and how to reach them: who may see the territory's own or the organisation's own, oneself, or what was opened further.
create policy read on person for select to articula_app using (
  visibility = 'public' or (visibility = 'network' and app_signed_in())
  or app_may('see_private_contacts', territory_id, organisation_id) or id = app_person());
create policy change on person to articula_app
  using (app_may('edit_person', territory_id, organisation_id)) with check (app_may('edit_person', territory_id, organisation_id));
create policy own on person for update to articula_app using (id = app_person()) with check (id = app_person());

create policy read on contact_point for select to articula_app using (
  visibility = 'public' or (visibility = 'network' and app_signed_in())
  or app_may('see_private_contacts', territory_id, coalesce(organisation_id, of_organisation_id)) or person_id = app_person());
create policy change on contact_point to articula_app
  using (case when person_id is null then app_may('edit_organisation', territory_id, organisation_id)
    else app_may('edit_person', territory_id, of_organisation_id) or person_id = app_person() end)
  with check (case when person_id is null then app_may('edit_organisation', territory_id, organisation_id)
    else app_may('edit_person', territory_id, of_organisation_id) or person_id = app_person() end);

create policy scoped on merge_record to articula_app
  using (app_may('merge', territory_id)) with check (app_may('merge', territory_id));
create policy scoped on handover to articula_app
  using (app_may('hand_over', territory_id)) with check (app_may('hand_over', territory_id));
create policy scoped on import_run to articula_app
  using (app_may('import', territory_id) or account_id = app_account()) with check (app_may('import', territory_id));
create policy scoped on stored_file to articula_app
  using (account_id = app_account() or app_may('import', territory_id))
  with check (account_id = app_account() or app_may('import', territory_id));

-- Accounts and roles: one's own, and those of the place whose accounts one sees or manages. A role is given by who holds at least as much.
create policy read on account for select to articula_app using (
  id = app_account() or app_may('see_accounts', territory_id, organisation_id));
create policy invite on account for insert to articula_app with check (app_may('invite', territory_id, organisation_id));
create policy change on account for update to articula_app
  using (id = app_account() or app_may('manage_accounts', territory_id, organisation_id))
  with check (id = app_account() or app_may('manage_accounts', territory_id, organisation_id));
create policy read on role_assignment for select to articula_app using (
  account_id = app_account() or app_may('see_accounts', territory_id, organisation_id));
create policy change on role_assignment to articula_app
  using (app_may('grant_' || replace(role, '-', '_'), territory_id, organisation_id)
    or app_may('grant_' || replace(role, '-', '_'), territory_id, structure_id))
  with check (app_may('grant_' || replace(role, '-', '_'), territory_id, organisation_id)
    or app_may('grant_' || replace(role, '-', '_'), territory_id, structure_id));
create policy scoped on invitation to articula_app
  using (app_may('invite', territory_id, organisation_id)) with check (app_may('invite', territory_id, organisation_id));
create policy own on invitation for update to articula_app using (account_id = app_account()) with check (account_id = app_account());
create policy own_read on invitation for select to articula_app using (account_id = app_account());
create policy scoped on access_code to articula_app
  using (account_id = app_account() or (purpose = 'reset' and app_may('reset_access', territory_id, organisation_id)))
  with check (account_id = app_account()
    or (purpose = 'reset' and app_may('reset_access', territory_id, organisation_id)));
create policy own on session to articula_app using (account_id = app_account()) with check (account_id = app_account());
create policy own on api_token to articula_app using (account_id = app_account()) with check (account_id = app_account());

-- The trail: appended through audit_append, read by those who may, and by anyone for what they did themselves.
-- Without FORCE: the functions of 0005 act as the owner, who need not be a superuser.
alter table audit_entry enable row level security;
create policy read on audit_entry for select to articula_app using (app_audits(territory_id, organisation_id, account_id));
revoke all on audit_chain, audit_anchor, erasable_key from articula_app;
revoke insert on audit_entry from articula_app;
revoke execute on function audit_append, audit_keys, audit_names, audit_accounts_called, audit_erase_person, audit_erase_text from public;
grant execute on function audit_append, audit_keys, audit_names, audit_accounts_called, audit_erase_person, audit_erase_text to articula_app;

create policy own on idempotency_record to articula_app using (account_id = app_account()) with check (account_id = app_account());

create policy read on search_entry for select to articula_app using (
  visibility = 'public' or (visibility = 'network' and app_signed_in())
  or app_may('see_private_contacts', territory_id, organisation_id) or (kind = 'person' and id = app_person()::text));
create policy change on search_entry to articula_app
  using (case kind
    when 'territory' then app_may('edit_territory', territory_id)
    when 'organisation' then app_may('edit_organisation', territory_id, id::uuid)
    when 'structure' then app_may('edit_structure', territory_id, id::uuid)
    else app_may('edit_person', territory_id, organisation_id) or id = app_person()::text end)
  with check (case kind
    when 'territory' then app_may('edit_territory', territory_id)
    when 'organisation' then app_may('edit_organisation', territory_id, id::uuid)
    when 'structure' then app_may('edit_structure', territory_id, id::uuid)
    else app_may('edit_person', territory_id, organisation_id) or id = app_person()::text end);
