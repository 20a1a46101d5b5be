import { useEffect } from 'react';
import { redirect } from 'react-router';
import { KeptForm } from '../actors/kept-form.tsx';
import { attempt, call, keyOf, refusedForm, textOf, type Given } from '../api.ts';
import { Button, ButtonLink, Buttons } from '../design/button.tsx';
import { Radios, TextInput } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { Page } from '../design/page.tsx';
import { useDraft } from '../offline/drafts.ts';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/new-account.route';
import { DeliveryOnce, type Delivery } from './delivery-once.tsx';
import { withFieldsOf } from './named-things.ts';
import { requireDeed } from './required-deed.ts';
import { readGrant, roleFieldNames, RoleFields, suggestionsFor } from './role-fields.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  requireDeed(context, request, ['invite']);
  const personId = new URL(request.url).searchParams.get('persona');
  const [suggestions, person] = await Promise.all([
    suggestionsFor(context, request),
    personId ? call(context, 'getPerson', { personId }, request) : null,
  ]);
  return { suggestions, person: person && { id: person.id, name: person.name } };
}

/** The name under which a device keeps what was typed. */
const draft = 'account-new';

const channels = ['link', 'text', 'mail', 'print'] as const;

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const read = await readGrant(context, form);
  if ('refused' in read) return refusedForm(read.refused, form);
  const channel = channels.find((one) => one === textOf(form, 'invite')) ?? null;
  const { grant } = read;
  const body: Given<'createAccount'>['body'] = {
    ...onlyTyped(form, ['personId', 'name', 'username', 'phone', 'email']),
    language: textOf(form, 'language') === 'en' ? 'en' : 'es',
    territory: grant.territory,
    organisationId: grant.organisationId,
    role: grant,
    // The printed sheet is made on the account's own page, where it can be printed at once.
    invite: channel === 'print' ? null : channel,
  };
  const result = await attempt(context, 'createAccount', { body }, keyOf(form));
  if (!result.ok) return refusedForm(withFieldsOf(result.refused, roleFieldNames), form);
  const { account, delivery } = result.answer;
  if (delivery === null || delivery.queued) return redirect(`/administracion/cuentas/${account.id}`);
  return { delivery };
}

function onlyTyped(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, textOf(form, name)]).filter(([, value]) => value !== ''),
  );
}

const crumbs = (say: ReturnType<typeof useSay>) => [
  { to: '/administracion', title: say('shell.administration') },
  { to: '/administracion/cuentas', title: say('accounts.title') },
];

/** An account for one person, with a role, and how they are told. */
export default function NewAccount({
  loaderData: { suggestions, person },
  actionData,
}: Route.ComponentProps) {
  const say = useSay();
  if (actionData && 'delivery' in actionData) {
    return <Made delivery={actionData.delivery} />;
  }
  return (
    <Page title={say('accounts.new')} crumbs={crumbs(say)} lead={say('accounts.new-lead')}>
      <KeptForm draft={draft} labels={labelsOf(say)}>
        {person ? (
          <Notice>
            <p>{say('accounts.for-person', { name: person.name })}</p>
            <input type="hidden" name="personId" value={person.id} />
          </Notice>
        ) : (
          <TextInput
            name="name"
            label={say('accounts.name')}
            help={say('accounts.name-help')}
            autoComplete="off"
            required
          />
        )}
        <FieldGroup legend={say('accounts.names')}>
          <p>{say('accounts.names-lead')}</p>
          <TextInput
            name="username"
            label={say('shell.username')}
            help={say('accounts.username-help')}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
          <TextInput
            name="phone"
            type="tel"
            label={say('accounts.phone')}
            help={say('mine.phone-help')}
            autoComplete="off"
          />
          <TextInput name="email" type="email" label={say('accounts.email')} autoComplete="off" />
        </FieldGroup>
        <RoleFields suggestions={suggestions} />
        <Radios
          name="invite"
          label={say('accounts.how')}
          defaultValue="link"
          options={channels.map((value) => ({
            value,
            label: say(`accounts.how-${value}`),
            help: say(`accounts.how-${value}-help`),
          }))}
        />
        <Radios
          name="language"
          label={say('accounts.language')}
          defaultValue={say.language}
          options={[
            { value: 'es', label: 'Español' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Buttons>
          <Button>{say('accounts.make')}</Button>
        </Buttons>
      </KeptForm>
    </Page>
  );
}

function Made({ delivery }: { delivery: Delivery }) {
  const say = useSay();
  const { discard } = useDraft(draft);
  useEffect(discard, [discard]);
  return (
    <Page title={say('accounts.made', { name: delivery.name })} crumbs={crumbs(say)}>
      <DeliveryOnce delivery={delivery} />
      <Buttons>
        <ButtonLink to={`/administracion/cuentas/${delivery.accountId}`}>{say('accounts.see')}</ButtonLink>
        <ButtonLink to="/administracion/cuentas/nueva">{say('accounts.another')}</ButtonLink>
      </Buttons>
    </Page>
  );
}

function labelsOf(say: ReturnType<typeof useSay>): Record<string, string> {
  return {
    name: say('accounts.name'),
    username: say('shell.username'),
    phone: say('accounts.phone'),
    email: say('accounts.email'),
    role: say('accounts.role'),
    territory: say('accounts.place'),
    organisation: say('accounts.organisation'),
    structure: say('accounts.structure'),
  };
}
