import { redirect } from 'react-router';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { DateField, Radios, TextArea } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { InPlace, useSay, useToday } from '../words/words.tsx';
import type { Route } from './+types/close-organisation.route';
import { addressOfOrganisation, countryOf, crumbOf, type Organisation } from './actor-shapes.ts';
import { chosenOrganisation } from './choose.ts';
import { Chooser } from './chooser.tsx';
import { Conflict } from './conflict.tsx';
import { EndForm, MistakeForm } from './leaving-forms.tsx';
import { openForm } from './may-edit.ts';
import { optionsOf } from './options.ts';

export async function loader({ context, params: { id }, request }: Route.LoaderArgs) {
  const organisation = await call(context, 'getOrganisation', { organisationId: id }, request);
  openForm(context, request, organisation.abilities.includes('edit-organisation'));
  return { organisation };
}

export async function action({ context, params: { id }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const at = { organisationId: id, version: Number(textOf(form, 'version')) };
  const key = keyOf(form);
  const reason = textOf(form, 'reason');
  switch (textOf(form, '_form')) {
    case 'delete': {
      const gone = await attempt(context, 'deleteOrganisation', at, key);
      return gone.ok ? redirect('/actores') : refusedForm(gone.refused, form);
    }
    case 'annul': {
      const annulled = await attempt(context, 'annulOrganisation', { ...at, body: { reason } }, key);
      return annulled.ok ? redirect(addressOfOrganisation(id)) : refusedForm(annulled.refused, form);
    }
    case 'succeed':
      return succeed(context, at, form);
    default: {
      const body = { on: textOf(form, 'on'), reason };
      const ended = await attempt(context, 'endOrganisation', { ...at, body }, key);
      return ended.ok ? redirect(addressOfOrganisation(id)) : refusedForm(ended.refused, form);
    }
  }
}

async function succeed(
  context: Route.ActionArgs['context'],
  at: { organisationId: string; version: number },
  form: FormData,
) {
  const successor = await chosenOrganisation(context, form, 'successorId', textOf(form, 'country'));
  if (!successor.ok) return successor.answer;
  const body = {
    successorId: successor.id ?? '',
    on: textOf(form, 'on'),
    kind: textOf(form, 'kind') as 'succeeded',
    note: textOf(form, 'note') || null,
  };
  const done = await attempt(context, 'succeedOrganisation', { ...at, body }, keyOf(form));
  return done.ok ? redirect(addressOfOrganisation(at.organisationId)) : refusedForm(done.refused, form);
}

export default function CloseOrganisation({ loaderData: { organisation } }: Route.ComponentProps) {
  const say = useSay();
  const here = addressOfOrganisation(organisation.id);
  return (
    <InPlace country={countryOf(organisation.territory.reference)}>
      <Page
        title={say('actor-pages.close-of', { name: organisation.name })}
        lead={say('actor-pages.close-lead')}
        crumbs={[crumbOf(organisation.territory), { to: here, title: organisation.name }]}
      >
        <Conflict labels={{ name: say('actor-pages.name') }} />
        <Succeed organisation={organisation} />
        <EndForm
          version={organisation.version}
          title={say('actor-pages.end')}
          lead={say('actor-pages.end-organisation-lead')}
        />
        <MistakeForm
          version={organisation.version}
          dependents={organisation.dependents}
          words={{ name: organisation.name }}
        />
      </Page>
    </InPlace>
  );
}

function Succeed({ organisation }: { organisation: Organisation }) {
  const say = useSay();
  const today = useToday();
  const labels = {
    successorId: say('actor-pages.successor'),
    on: say('actor-pages.on'),
    kind: say('actor-pages.how'),
    note: say('actor-pages.note'),
  };
  return (
    <Section title={say('actor-pages.succeed')}>
      <p>{say('actor-pages.succeed-lead')}</p>
      <DataForm name="succeed" labels={labels}>
        <input type="hidden" name="version" value={organisation.version} />
        <input type="hidden" name="country" value={countryOf(organisation.territory.reference)} />
        <Chooser name="successorId" label={labels.successorId} required />
        <Radios
          name="kind"
          label={labels.kind}
          options={optionsOf(say, 'succession')}
          defaultValue="succeeded"
        />
        <DateField name="on" label={labels.on} defaultValue={today} required />
        <TextArea name="note" label={labels.note} rows={2} />
        <Button look="plain">{say('actor-pages.succeed')}</Button>
      </DataForm>
    </Section>
  );
}
