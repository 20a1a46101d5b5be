-- Who may see and change which rows. The readable rule is src/domain/access/permissions.ts; a property test compares the two.
grant select on all tables in schema public to articula_app;
grant insert, update, delete on all tables in schema public to articula_app;
grant usage on all sequences in schema public to articula_app;

-- Nobody changes the past through the application's role, and secrets of other people are never read by it.
revoke update, delete on audit_entry from articula_app;
revoke all on setting, backup_record, sign_in_attempt, access_code from articula_app;
revoke delete on import_run, merge_record, handover from articula_app;

-- Public facts: everyone reads; only those whose scope holds the territory write.
do $$
declare t text;
begin
  foreach t in array array['territory', 'territory_alias', 'territory_population'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy read on %I for select to articula_app using (true)', t);
  end loop;
end $$;
create policy change on territory for all to articula_app using (app_writes(id)) with check (app_writes(id));
create policy change on territory_alias for all to articula_app using (app_writes(territory_id)) with check (app_writes(territory_id));
create policy change on territory_population for all to articula_app using (app_writes(territory_id)) with check (app_writes(territory_id));

do $$
declare t text;
begin
  foreach t in array array['organisation', 'territory_authority', 'structure', 'prevention_work'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy read on %I for select to articula_app using (true)', t);
    execute format('create policy change on %I for all to articula_app using (app_writes(territory_id)) with check (app_writes(territory_id))', t);
  end loop;
end $$;
create policy own_organisation on organisation for update to articula_app using (app_organisation(id)) with check (app_organisation(id));
create policy own_work on prevention_work for all to articula_app using (app_organisation(organisation_id)) with check (app_organisation(organisation_id));

alter table seat enable row level security;
alter table seat force row level security;
create policy read on seat for select to articula_app using (true);
create policy change on seat for all to articula_app
  using (app_writes((select territory_id from structure where structure.id = structure_id)))
  with check (app_writes((select territory_id from structure where structure.id = structure_id)));

-- People and how to reach them: the territory's own, the person's own organisation, oneself, or what was opened further.
alter table person enable row level security;
alter table person force row level security;
create policy read on person for select to articula_app using (
  visibility = 'public' or (visibility = 'network' and app_signed_in())
  or app_reads(territory_id) or app_organisation(organisation_id) or id = app_person());
create policy change on person for all to articula_app
  using (app_writes(territory_id) or id = app_person()) with check (app_writes(territory_id) or id = app_person());

alter table contact_point enable row level security;
alter table contact_point force row level security;
create policy read on contact_point for select to articula_app using (
  visibility = 'public' or (visibility = 'network' and app_signed_in())
  or app_reads(territory_id) or app_organisation(organisation_id) or person_id = app_person());
create policy change on contact_point for all to articula_app
  using (app_writes(territory_id) or app_organisation(organisation_id) or person_id = app_person())
  with check (app_writes(territory_id) or app_organisation(organisation_id) or person_id = app_person());

-- That an office exists is public; who holds it shows through the person's own row.
alter table post enable row level security;
alter table post force row level security;
create policy read on post for select to articula_app using (true);
create policy change on post for all to articula_app
  using (app_writes(territory_id) or app_organisation(organisation_id))
  with check (app_writes(territory_id) or app_organisation(organisation_id));

alter table seat_term enable row level security;
alter table seat_term force row level security;
create policy read on seat_term for select to articula_app using (app_signed_in());
create policy change on seat_term for all to articula_app using (app_writes(territory_id)) with check (app_writes(territory_id));

alter table merge_record enable row level security;
alter table merge_record force row level security;
create policy scoped on merge_record for all to articula_app using (app_writes(territory_id)) with check (app_writes(territory_id));
alter table handover enable row level security;
alter table handover force row level security;
create policy scoped on handover for all to articula_app using (app_writes(territory_id)) with check (app_writes(territory_id));
alter table import_run enable row level security;
alter table import_run force row level security;
create policy scoped on import_run for all to articula_app
  using (app_writes(territory_id) or account_id = app_account()) with check (app_writes(territory_id));
alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy scoped on stored_file for all to articula_app
  using (account_id = app_account() or app_reads(territory_id)) with check (account_id = app_account());

-- Accounts and roles: one's own, and those of one's scope for who manages accounts.
alter table account enable row level security;
alter table account force row level security;
create policy read on account for select to articula_app using (
  id = app_account() or (app_may('see-accounts') and app_reads(territory_id)));
create policy change on account for all to articula_app
  using (id = app_account() or (app_may('manage-accounts') and app_writes(territory_id)))
  with check (id = app_account() or (app_may('manage-accounts') and app_writes(territory_id)));
alter table role_assignment enable row level security;
alter table role_assignment force row level security;
create policy read on role_assignment for select to articula_app using (
  account_id = app_account() or (app_may('see-accounts') and app_reads(territory_id)));
create policy change on role_assignment for all to articula_app
  using (app_may('manage-accounts') and app_writes(territory_id)) with check (app_may('manage-accounts') and app_writes(territory_id));
alter table invitation enable row level security;
alter table invitation force row level security;
create policy scoped on invitation for all to articula_app
  using (app_may('manage-accounts') and app_writes(territory_id)) with check (app_may('manage-accounts') and app_writes(territory_id));
alter table session enable row level security;
alter table session force row level security;
create policy own on session for all to articula_app using (account_id = app_account()) with check (account_id = app_account());
alter table api_token enable row level security;
alter table api_token force row level security;
create policy own on api_token for all to articula_app using (account_id = app_account()) with check (account_id = app_account());

-- The trail: appended through audit_append, read by those who may, and by anyone for what they did themselves.
-- Without FORCE: the functions of 0005 act as the owner, who need not be a superuser.
alter table audit_entry enable row level security;
create policy read on audit_entry for select to articula_app using (app_audits(territory_id, account_id));
revoke all on audit_chain, audit_anchor, erasable_key from articula_app;
revoke insert on audit_entry from articula_app;
revoke execute on function audit_append, audit_keys, audit_names, audit_erase_person, audit_erase_text from public;
grant execute on function audit_append, audit_keys, audit_names, audit_erase_person, audit_erase_text to articula_app;

alter table idempotency_record enable row level security;
alter table idempotency_record force row level security;
create policy own on idempotency_record for all to articula_app using (account_id = app_account()) with check (account_id = app_account());

alter table search_entry enable row level security;
alter table search_entry force row level security;
create policy read on search_entry for select to articula_app using (
  visibility = 'public' or (visibility = 'network' and app_signed_in())
  or app_reads(territory_id) or app_organisation(organisation_id));
create policy change on search_entry for all to articula_app
  using (app_writes(territory_id) or app_organisation(organisation_id))
  with check (app_writes(territory_id) or app_organisation(organisation_id));
