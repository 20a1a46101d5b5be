import { redirect } from 'react-router';
import { ownTerritories } from '../actors/territory-choices.ts';
import { attempt, keyOf, pageOfRequest, refusedForm, textOf } from '../api.ts';
import { Button, Buttons } from '../design/button.tsx';
import { Checkbox, Select, TextInput } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/new-indicator.route';
import { formChoices } from './form-choices.ts';
import { indicatorBody, wordingBody } from './indicator-body.ts';
import { IndicatorFields, useIndicatorLabels } from './indicator-fields.tsx';
import { addressOfIndicator } from './indicator-shapes.ts';
import { openForm } from './open-form.ts';
import { EnglishWordingFields, useWordingLabels, WordingFields } from './wording-fields.tsx';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { visitor } = pageOfRequest(context);
  const choices = await formChoices(context, request, visitor?.home.reference ?? null);
  openForm(context, request, choices.abilities);
  const territories = await ownTerritories(context, request);
  const mayForAll = visitor?.deeds.includes('manage-installation') ?? false;
  return { ...choices, territories, mayForAll };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const body = {
    code: textOf(form, 'code').toUpperCase(),
    territory: textOf(form, 'territory') || null,
    ...indicatorBody(form),
    ...wordingBody(form),
    isDraft: form.has('isDraft'),
  };
  const made = await attempt(context, 'createIndicator', { body }, keyOf(form));
  return made.ok ? redirect(addressOfIndicator(made.answer.code)) : refusedForm(made.refused, form);
}

export default function NewIndicator({ loaderData }: Route.ComponentProps) {
  const { parts, owners, dimensions, territories, mayForAll } = loaderData;
  const say = useSay();
  const everywhere = { value: '', label: say('indicators.every-country') };
  return (
    <Page
      title={say('indicators.new')}
      lead={say('indicators.new-lead')}
      crumbs={[{ to: '/indicadores', title: say('indicators.title') }]}
    >
      <DataForm labels={{ ...useIndicatorLabels(), ...useWordingLabels() }}>
        <TextInput
          name="code"
          label={say('indicators.code')}
          help={say('indicators.code-help')}
          maxLength={40}
          required
        />
        <Select
          name="territory"
          label={say('indicators.whose')}
          options={[...territories.options, ...(mayForAll ? [everywhere] : [])]}
          defaultValue={territories.chosen}
        />
        <IndicatorFields indicator={null} parts={parts} owners={owners} dimensions={dimensions}>
          <FieldGroup legend={say('indicators.what')}>
            <WordingFields definition={null} />
          </FieldGroup>
        </IndicatorFields>
        <EnglishWordingFields definition={null} />
        <Checkbox name="isDraft" label={say('indicators.save-draft')} help={say('indicators.draft-notice')} />
        <Buttons>
          <Button>{say('indicators.save')}</Button>
        </Buttons>
      </DataForm>
    </Page>
  );
}
