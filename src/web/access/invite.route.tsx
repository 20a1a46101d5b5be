import { address, attempt, call, keyOf, pageOfRequest, refusedForm, textOf, type Answer } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { FileField, Radios, Select } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/invite.route';
import { Invited } from './invite-done.tsx';
import { InvitePreview } from './invite-preview.tsx';
import { requireDeed } from './required-deed.ts';
import { askedOf, channels, fileOf, maximumTable } from './invite-table.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  requireDeed(context, request, ['invite']);
  const { items } = await call(context, 'listCountries', {}, request);
  const mine = pageOfRequest(context).visitor?.country;
  return {
    countries: items.map(({ code, name }) => ({ code, name })),
    mine: mine ?? items[0]?.code ?? '',
    template: address(context, 'getInvitationTemplate', {}),
  };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const file = await fileOf(form);
  const asked = askedOf(form);
  if (textOf(form, '_form') === 'create') {
    const result = await attempt(context, 'inviteFromTable', { ...asked, ...file }, keyOf(form));
    return result.ok ? { invited: result.answer } : refusedForm(result.refused, form);
  }
  const result = await attempt(context, 'previewInvitations', { ...asked, ...file });
  if (!result.ok) return refusedForm(result.refused, form);
  // The file travels with the page, so that what was looked at is what is created, with or without script.
  const kept = Buffer.from(file.bytes).toString('base64');
  return { preview: result.answer, asked, file: { base64: kept, mediaType: file.mediaType } };
}

/** A whole country in one table: choose, look at every problem, and only then create, all or nothing. */
export default function Invite({
  loaderData: { countries, mine, template },
  actionData,
}: Route.ComponentProps) {
  const say = useSay();
  const crumbs = [
    { to: '/administracion', title: say('shell.administration') },
    { to: '/administracion/cuentas', title: say('accounts.title') },
  ];
  if (actionData && 'invited' in actionData) {
    return (
      <Page title={say('accounts.invited', { count: actionData.invited.invited })} crumbs={crumbs}>
        <Invited done={actionData.invited} />
      </Page>
    );
  }
  const looked = actionData && 'preview' in actionData ? actionData : null;
  return (
    <InPlace country={looked?.asked.country ?? mine}>
      <Page title={say('accounts.invite-many')} crumbs={crumbs} lead={say('accounts.invite-many-lead')}>
        {looked && <InvitePreview {...looked} />}
        <Section title={looked ? say('accounts.another-file') : say('accounts.file')}>
          <TableForm countries={countries} mine={mine} template={template} />
        </Section>
      </Page>
    </InPlace>
  );
}

type Country = { readonly code: string; readonly name: Answer<'listCountries'>['items'][number]['name'] };

function TableForm({
  countries,
  mine,
  template,
}: {
  countries: readonly Country[];
  mine: string;
  template: string;
}) {
  const say = useSay();
  return (
    <>
      <p>{say('accounts.template-lead')}</p>
      <Buttons>
        <ButtonLink to={template} file icon="download">
          {say('accounts.template')}
        </ButtonLink>
      </Buttons>
      <DataForm
        name="preview"
        encType="multipart/form-data"
        labels={{ file: say('accounts.file'), channel: say('accounts.how') }}
      >
        <FileField
          name="file"
          label={say('accounts.file')}
          help={say('accounts.file-help')}
          maximumBytes={maximumTable}
          accept=".xlsx,.csv"
          required
        />
        {countries.length > 1 ? (
          <Select
            name="country"
            label={say('accounts.country')}
            defaultValue={mine}
            required
            options={countries.map(({ code, name }) => ({ value: code, label: name[say.language] }))}
          />
        ) : (
          <input type="hidden" name="country" value={mine} />
        )}
        <Radios
          name="channel"
          label={say('accounts.how')}
          defaultValue="print"
          options={channels.map((value) => ({
            value,
            label: say(`accounts.how-${value}`),
            help: say(`accounts.how-${value}-help`),
          }))}
        />
        <Buttons>
          <Button>{say('accounts.preview')}</Button>
        </Buttons>
      </DataForm>
    </>
  );
}
