import { redirect } from 'react-router';
import { periodKinds } from '#domain/indicators/period.ts';
import { attempt, call, keyOf, refusedForm, textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, Select, TextInput } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import { Page } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Route } from './+types/new-series.route';
import { openForm } from './open-form.ts';
import { seriesChoices } from './series-choices.ts';
import { readSeriesFields, SeriesFields } from './series-fields.tsx';
import styles from './values.module.css';
import { addressOfSeries } from './value-shapes.ts';

export async function loader({ context, request }: Route.LoaderArgs) {
  const { abilities } = await call(context, 'listSeries', { limit: 1 }, request);
  openForm(context, request, abilities.includes('edit-indicator'));
  const { items } = await call(context, 'listDimensions', {}, request);
  const indicator = new URL(request.url).searchParams.get('indicador') ?? '';
  return { dimensions: items, indicator, choices: await seriesChoices(context, request) };
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData();
  const address = textOf(form, 'sourceAddress');
  const publisher = textOf(form, 'sourcePublisher');
  const body = {
    indicator: textOf(form, 'indicator'),
    territory: textOf(form, 'territory'),
    source: {
      title: textOf(form, 'sourceTitle'),
      ...(publisher ? { publisher } : {}),
      ...(address ? { address } : {}),
    },
    periodKind: textOf(form, 'periodKind') as 'month',
    level: Number(textOf(form, 'level')),
    grain: [...form.keys()]
      .filter((key) => key.startsWith('grain-'))
      .map((key) => key.slice('grain-'.length)),
    ...readSeriesFields(form),
  };
  const result = await attempt(context, 'createSeries', { body }, keyOf(form));
  return result.ok ? redirect(addressOfSeries(result.answer.id)) : refusedForm(result.refused, form);
}

/** Begins a series: what one source says of one indicator, how finely and how often. */
export default function NewSeriesPage({ loaderData }: Route.ComponentProps) {
  const { choices, dimensions, indicator } = loaderData;
  const say = useSay();
  return (
    <Page
      title={say('figures.new-series')}
      lead={say('figures.new-series-lead')}
      crumbs={[{ to: '/indicadores', title: say('figures.indicators') }]}
    >
      <DataForm>
        <FieldGroup legend={say('figures.what-is-told')}>
          <Select
            name="indicator"
            label={say('figures.indicator')}
            options={choices.indicators}
            defaultValue={indicator}
            required
          />
          <Select
            name="territory"
            label={say('figures.where')}
            options={choices.territories}
            defaultValue={choices.place}
            required
          />
          <Select name="level" label={say('figures.level')} options={choices.levels} defaultValue="2" />
          <Select
            name="periodKind"
            label={say('figures.period')}
            options={periodKinds.map((value) => ({
              value,
              label: say.dynamic(`indicators.period.${value}`),
            }))}
            defaultValue="month"
          />
          <details>
            <summary>{say('figures.grain')}</summary>
            <fieldset className={styles.choices}>
              <legend>{say('figures.grain-help')}</legend>
              {dimensions.map((one) => (
                <Checkbox
                  key={one.code}
                  name={`grain-${one.code}`}
                  label={say.language === 'en' ? one.titleEn : one.title}
                />
              ))}
            </fieldset>
          </details>
        </FieldGroup>
        <FieldGroup legend={say('figures.source')}>
          <TextInput name="sourceTitle" label={say('figures.source-title')} required />
          <TextInput name="sourcePublisher" label={say('figures.source-publisher')} />
          <TextInput name="sourceAddress" label={say('figures.source-address')} type="url" />
        </FieldGroup>
        <FieldGroup legend={say('figures.how-shown')}>
          <SeriesFields />
        </FieldGroup>
        <Button>{say('figures.begin-series')}</Button>
      </DataForm>
    </Page>
  );
}
