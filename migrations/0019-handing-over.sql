-- Handing over: what carries no dates of its own (who signs, lists in work) passes on the very day, and whoever comes reads the brief.
alter table country add column changeovers jsonb not null default '[]';
comment on column country.changeovers is 'When governments change, as the pack says: [{"levels": ["municipal"], "first": "2024-05-01", "everyYears": 4, "verified": false}].';

alter table handover add column passings jsonb not null default '[]', add column passed_at timestamptz;
comment on column handover.passings is 'Who leaves and who comes, by ids: [{"from": person, "to": person or null}].';
comment on column handover.passed_at is 'When what has no dates passed; null while the day is still to come.';
create index handover_waiting on handover (on_date) where passed_at is null;
-- One that is still to come may be called off: what it had set for the day is taken back, and who leaves and who comes read why.
alter table handover add column changes jsonb not null default '{}', add column cancelled_at timestamptz,
  add column cancelled_by uuid, add column cancel_reason text check (length(cancel_reason) between 3 and 1000),
  add check ((cancelled_at is null) = (cancel_reason is null)), add check (cancelled_at is null or passed_at is null);
comment on column handover.changes is 'What it ended, until when that ran before, and what it began: {"posts": [{"ended", "to", "begun"}], "seats": [...], "roles": [...]}.';
create policy read_by_who_comes on handover for select to articula_app
  using (app_person() is not null and passings @> jsonb_build_array(jsonb_build_object('to', app_person())));
create policy read_by_who_leaves on handover for select to articula_app
  using (app_person() is not null and passed_at is null and passings @> jsonb_build_array(jsonb_build_object('from', app_person())));

-- What only its owner sees and that somebody else has to go on with: lists of commitments, and evidence sent but not handed in.
-- For whoever hands over where it belongs, or where its owner does.
create function handover_kept(people uuid[])
returns table (kind text, id uuid, title text, account_id uuid, person_id uuid, territory_id int, home_id int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select 'sheet', s.id, s.file_name, s.account_id, a.person_id, s.territory_id, a.territory_id
  from commitment_sheet s join account a on a.id = s.account_id
  where a.person_id = any (people) and s.standing in ('open', 'applied')
    and (app_may('hand_over', s.territory_id) or app_may('hand_over', a.territory_id))
  union all
  select 'file', f.id, f.name, f.account_id, a.person_id, f.territory_id, a.territory_id
  from attached_file f join account a on a.id = f.account_id join commitment_instance i on i.id = f.subject_id
  where a.person_id = any (people) and f.subject_kind = 'evidence'
    and (app_may('hand_over', f.territory_id) or app_may('hand_over', a.territory_id))
    and not exists (select from evidence e where e.file_id = f.id)
  order by 1 desc, 2
$$;

-- Puts each of these things into another account's hands, and lets that account read the layouts that its former owner taught. How many passed.
create function handover_pass_kept(things uuid[], accounts uuid[]) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  sheets int;
  files int;
begin
  insert into sheet_layout (account_id, signature, columns, kept_at)
    select p.account, l.signature, l.columns, l.kept_at
    from (select distinct s.account_id as former, p.account from unnest(things, accounts) as p (thing, account)
      join commitment_sheet s on s.id = p.thing) p
    join sheet_layout l on l.account_id = p.former join account a on a.id = p.former
    where app_may('hand_over', a.territory_id)
    on conflict do nothing;
  update commitment_sheet s set account_id = p.account, version = s.version + 1
    from unnest(things, accounts) as p (thing, account), account a
    where s.id = p.thing and a.id = s.account_id and (app_may('hand_over', s.territory_id) or app_may('hand_over', a.territory_id));
  get diagnostics sheets = row_count;
  update attached_file f set account_id = p.account
    from unnest(things, accounts) as p (thing, account), account a
    where f.id = p.thing and a.id = f.account_id and f.subject_kind = 'evidence'
      and not exists (select from evidence e where e.file_id = f.id)
      and (app_may('hand_over', f.territory_id) or app_may('hand_over', a.territory_id));
  get diagnostics files = row_count;
  return sheets + files;
end
$$;
revoke execute on function handover_kept, handover_pass_kept from public;
grant execute on function handover_kept, handover_pass_kept to articula_app;

-- Whoever has a list in hand may take it back, also when somebody before them brought it in: who brought it in stays written.
drop policy scoped on import_run;
create policy scoped on import_run to articula_app
  using (app_may('import', territory_id) or account_id = app_account()
    or exists (select from commitment_sheet s where s.import_run_id = import_run.id and s.account_id = app_account()))
  with check (app_may('import', territory_id)
    or (kind = 'commitments' and app_may_somewhere('act_for_party') and (account_id = app_account()
      or exists (select from commitment_sheet s where s.import_run_id = import_run.id and s.account_id = app_account()))));

-- Having sent a file is no reason to go on reading it once one may do nothing any more.
drop policy read on attached_file;
create policy read on attached_file for select to articula_app
  using (visibility = 'public' or (account_id = app_account() and (app_may_somewhere('act_for_party') or app_may_somewhere('edit_plan')))
    or app_may_for('act_for_party', parties, party_territories)
    or app_may('oversee_agreement', territory_id) or (visibility = 'parties' and app_may('see_unpublished', territory_id)));
