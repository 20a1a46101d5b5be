import { redirect } from 'react-router';
import { openForm } from '../actors/may-edit.ts';
import { attempt, call, keyOf, refusedForm, textOf, type Refused } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, DateField, Select, TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Page, Section } from '../design/page.tsx';
import { SideBySide } from '../design/side-by-side.tsx';
import { InPlace, useSay } from '../words/words.tsx';
import type { Route } from './+types/correct-territory.route';
import { addressOfTerritory, crumbsOf, type Territory } from './territory-shapes.ts';

export async function loader({ context, params: { reference }, request }: Route.LoaderArgs) {
  const territory = await call(context, 'getTerritory', { reference }, request);
  openForm(context, request, territory.abilities.includes('edit-territory'));
  return { territory };
}

type Context = Route.ActionArgs['context'];

export async function action({ context, params: { reference }, request }: Route.ActionArgs) {
  const form = await request.formData();
  const result = await change(context, reference, form);
  return result.ok ? redirect(addressOfTerritory(reference)) : refusedForm(result.refused, form);
}

/** Each form of the page is one deed. */
function change(context: Context, reference: string, form: FormData) {
  const version = Number(textOf(form, 'version'));
  const key = keyOf(form);
  switch (textOf(form, '_form')) {
    case 'rename': {
      const body = {
        name: textOf(form, 'name'),
        keepFormerName: form.has('keepFormerName'),
        reason: textOf(form, 'reason'),
      };
      return attempt(context, 'renameTerritory', { reference, version, body }, key);
    }
    case 'alias':
      return attempt(
        context,
        'addTerritoryAlias',
        { reference, body: { name: textOf(form, 'name'), kind: 'alias' as const } },
        key,
      );
    case 'population': {
      const body = {
        year: Number(textOf(form, 'year')),
        people: Number(textOf(form, 'people').replaceAll(/[\s.,]/g, '') || Number.NaN),
        method: textOf(form, 'method') as 'census',
        source: { title: textOf(form, 'source') },
      };
      return attempt(context, 'recordPopulation', { reference, body }, key);
    }
    default: {
      const successor = textOf(form, 'successor').toUpperCase();
      const body = {
        on: textOf(form, 'on'),
        successors: successor ? [{ reference: successor, kind: 'merged' as const }] : [],
        note: textOf(form, 'note'),
      };
      return attempt(context, 'endTerritory', { reference, version, body }, key);
    }
  }
}

export default function CorrectTerritory({ loaderData: { territory }, actionData }: Route.ComponentProps) {
  const say = useSay();
  return (
    <InPlace country={territory.country}>
      <Page
        title={`${say('places.edit')}: ${territory.name}`}
        crumbs={[
          ...crumbsOf(territory, say.language),
          { to: addressOfTerritory(territory.reference), title: territory.name },
        ]}
      >
        <Conflict refused={actionData?.refused} typed={actionData?.typed} />
        <Rename territory={territory} />
        <OtherName />
        <Population />
        <Ending territory={territory} />
      </Page>
    </InPlace>
  );
}

function Conflict({
  refused,
  typed,
}: {
  refused?: Refused | undefined;
  typed?: Record<string, string> | undefined;
}) {
  const say = useSay();
  if (refused?.status !== 412 || typeof refused.current !== 'object' || refused.current === null) return null;
  const theirs = refused.current as { name?: string };
  return (
    <SideBySide
      mine={{ name: typed?.['name'] ?? '' }}
      theirs={{ name: theirs.name ?? '' }}
      labels={{ name: say('places.name') }}
    />
  );
}

function Rename({ territory }: { territory: Territory }) {
  const say = useSay();
  return (
    <Section title={say('places.rename')}>
      <DataForm name="rename" labels={{ name: say('places.name'), reason: say('places.reason') }}>
        <input type="hidden" name="version" value={territory.version} />
        <TextInput name="name" label={say('places.name')} defaultValue={territory.name} required />
        <Checkbox name="keepFormerName" label={say('places.keep-former')} defaultChecked />
        <TextInput name="reason" label={say('places.reason')} />
        <Button>{say('places.save')}</Button>
      </DataForm>
    </Section>
  );
}

function OtherName() {
  const say = useSay();
  return (
    <Section title={say('places.add-name')}>
      <DataForm name="alias" labels={{ name: say('places.name') }}>
        <TextInput name="name" label={say('places.name')} help={say('places.add-name-help')} required />
        <Button look="plain">{say('places.save')}</Button>
      </DataForm>
    </Section>
  );
}

function Population() {
  const say = useSay();
  const methods = (['census', 'estimate', 'derived'] as const).map((value) => ({
    value,
    label: say(`places.method-${value}`),
  }));
  return (
    <Section title={say('places.record-population')}>
      <DataForm
        name="population"
        labels={{
          year: say('places.year'),
          people: say('places.people'),
          'source.title': say('places.source-title'),
        }}
      >
        <TextInput name="year" label={say('places.year')} inputMode="numeric" required />
        <TextInput name="people" label={say('places.people')} inputMode="numeric" required />
        <Select name="method" label={say('places.method')} options={methods} required />
        <TextInput
          name="source"
          label={say('places.source-title')}
          help={say('places.source-help')}
          required
        />
        <Button look="plain">{say('places.save')}</Button>
      </DataForm>
    </Section>
  );
}

function Ending({ territory }: { territory: Territory }) {
  const say = useSay();
  if (territory.level === 0 || territory.validTo !== null) return null;
  return (
    <Section title={say('places.end')}>
      <DataForm name="end" labels={{ on: say('places.end-on'), successors: say('places.successor') }}>
        <input type="hidden" name="version" value={territory.version} />
        <DateField name="on" label={say('places.end-on')} required />
        <TextInput name="successor" label={say('places.successor')} help={say('places.successor-help')} />
        <TextArea name="note" label={say('places.reason')} />
        <Button look="danger">{say('places.end')}</Button>
      </DataForm>
    </Section>
  );
}
