import { redirect } from 'react-router';
import { partyRoles, type PartyRole } from '#domain/agreements/vocabulary.ts';
import { attempt, call, keyOf, pageOfRequest, refusedForm, textOf } from '../api.ts';
import { openFormTo } from '../actors/may-edit.ts';
import { findPlace, territoryChoices } from '../actors/territory-choices.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, DateField, FileField, Select, TextArea, TextInput } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { findPrioritisers, prioritiserOptions } from '../diagnosis/prioritisers.ts';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/register.route';
import { sentPaper } from './sent-paper.ts';

const partyCount = 4;
const maximumBytes = 25_000_000;

export async function loader({ context, request }: Route.LoaderArgs) {
  openFormTo(context, request, 'act-for-party');
  const page = pageOfRequest(context);
  const home = page.visitor?.home.reference ?? '';
  const wanted = new URL(request.url).searchParams.get('territorio') ?? home;
  const asked = wanted === home ? null : await findPlace(context, wanted, request);
  const country = wanted.slice(0, 2);
  const [territories, actors, needs, templates] = await Promise.all([
    territoryChoices(context, home, asked, request),
    findPrioritisers(context, wanted, request),
    call(context, 'listNeeds', { territory: wanted, limit: 100 }, request),
    call(context, 'listTemplates', {}, request),
  ]);
  const instruments = templates.items
    .filter((one) => one.isEngine)
    .toSorted((one, other) => Number(other.country === country) - Number(one.country === country))
    .map(({ id, title }) => ({ value: id, label: title[page.language] }));
  return { territories, territory: wanted, actors, needs: needs.items, instruments };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = bodyOf(form);
  const done = await attempt(context, 'registerAgreement', { body }, keyOf(form));
  if (!done.ok) return refusedForm(done.refused, form);
  const agreementId = done.answer.id;
  const paper = await sentPaper(form);
  if (paper === null) return redirect(`/convenios/${agreementId}?registrado=si`);
  const isPublic = form.has('filePublic') ? 'yes' : 'no';
  const kept = await attempt(context, 'attachRegisteredFile', { agreementId, isPublic, ...paper });
  return redirect(
    kept.ok
      ? `/convenios/${agreementId}?registrado=si`
      : `/convenios/${agreementId}/papel?motivo=${kept.refused.code}`,
  );
}

function bodyOf(form: FormData) {
  const or = (name: string) => textOf(form, name) || null;
  const parties = Array.from({ length: partyCount }, (_, index) => index).flatMap((index) => {
    const [kind = '', id = ''] = textOf(form, `parties.${index}`).split(':');
    if (id === '') return [];
    return [
      {
        organisationId: kind === 'organisation' ? id : null,
        structureId: kind === 'structure' ? id : null,
        role: textOf(form, `parties.${index}.role`) as PartyRole,
        representativeOffice: or(`parties.${index}.office`),
      },
    ];
  });
  return {
    territory: textOf(form, 'territory'),
    templateId: textOf(form, 'templateId'),
    title: textOf(form, 'title'),
    number: or('number'),
    object: or('object'),
    parties,
    territories: [textOf(form, 'territory')],
    needs: form.getAll('needs').filter((one) => typeof one === 'string'),
    noNeedReason: or('noNeedReason'),
    signedOn: textOf(form, 'signedOn'),
    effectiveOn: or('effectiveOn'),
    endsOn: or('endsOn'),
    registryNumber: or('registryNumber'),
    isPublic: form.has('isPublic'),
    confirmNew: form.has('confirmNew'),
    confirmText: form.has('confirmText'),
  };
}

/** An agreement that is already in force on paper, registered as it stands. */
export default function RegisterAgreement({ loaderData, actionData }: Route.ComponentProps) {
  const { territories, territory, instruments } = loaderData;
  const say = useSay();
  const code = actionData && 'refused' in actionData ? actionData.refused.code : null;
  return (
    <Page
      title={say('registering.title')}
      lead={say('registering.lead')}
      crumbs={[{ to: '/convenios', title: say('registering.agreements') }]}
    >
      <DataForm encType="multipart/form-data" labels={labelsOf(say)}>
        <FieldGroup legend={say('registering.what')}>
          <Select
            name="territory"
            label={say('registering.territory')}
            options={territories}
            defaultValue={territory}
            required
          />
          <Select
            name="templateId"
            label={say('registering.template')}
            help={say('registering.template-help')}
            options={instruments}
            required
          />
          <TextInput name="title" label={say('registering.name')} required />
          <TextInput name="number" label={say('registering.number')} />
          <TextArea name="object" label={say('registering.object')} />
        </FieldGroup>
        <Parties actors={loaderData.actors} />
        <FieldGroup legend={say('registering.dates')}>
          <DateField name="signedOn" label={say('registering.signed-on')} required />
          <DateField name="effectiveOn" label={say('registering.effective-on')} />
          <DateField name="endsOn" label={say('registering.ends-on')} help={say('registering.ends-help')} />
          <TextInput name="registryNumber" label={say('registering.registry-number')} />
        </FieldGroup>
        <FieldGroup legend={say('registering.why')}>
          {loaderData.needs.map(({ id, problem }) => (
            <Checkbox key={id} name="needs" value={id} label={problem} />
          ))}
          <TextInput name="noNeedReason" label={say('registering.no-need-reason')} />
        </FieldGroup>
        <FieldGroup legend={say('registering.paper')}>
          <FileField
            name="file"
            label={say('registering.file')}
            help={say('registering.file-help')}
            maximumBytes={maximumBytes}
            accept="application/pdf,image/jpeg,image/png"
          />
          <Checkbox name="filePublic" label={say('registering.file-public')} />
          <Checkbox name="isPublic" label={say('registering.is-public')} defaultChecked />
        </FieldGroup>
        {code === 'registering.looks-alike' && (
          <Checkbox name="confirmNew" label={say('registering.confirm-new')} />
        )}
        {code === 'actors.personal-in-text' && (
          <Checkbox name="confirmText" label={say('registering.do.confirm-text')} />
        )}
        <Button>{say('registering.register')}</Button>
      </DataForm>
    </Page>
  );
}

function Parties({ actors }: { actors: Awaited<ReturnType<typeof findPrioritisers>> }) {
  const say = useSay();
  const options = prioritiserOptions(actors, null, {
    structures: say('registering.structures'),
    organisations: say('registering.organisations'),
  });
  const roles = partyRoles.map((role) => ({ value: role, label: say(`documents.party-role.${role}`) }));
  return (
    <FieldGroup legend={say('registering.parties')}>
      {Array.from({ length: partyCount }, (_, index) => (
        <FieldGroup key={index} legend={say('registering.party', { number: index + 1 })}>
          <Select
            name={`parties.${index}`}
            label={say('registering.party-name')}
            options={options}
            empty={say('registering.party-none')}
            required={index < 2}
          />
          <Select
            name={`parties.${index}.role`}
            label={say('registering.role')}
            options={roles}
            defaultValue={index === 0 ? 'lead' : 'obligor'}
          />
          <TextInput name={`parties.${index}.office`} label={say('registering.office')} />
        </FieldGroup>
      ))}
    </FieldGroup>
  );
}

function labelsOf(say: ReturnType<typeof useSay>): Record<string, string> {
  return {
    title: say('registering.name'),
    signedOn: say('registering.signed-on'),
    effectiveOn: say('registering.effective-on'),
    endsOn: say('registering.ends-on'),
    noNeedReason: say('registering.no-need-reason'),
    file: say('registering.file'),
  };
}
