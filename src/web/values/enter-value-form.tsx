import { storedStates } from '#domain/values/figure.ts';
import { textOf } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, DateField, Radios, Select, TextArea, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Section } from '../design/page.tsx';
import { useSay } from '../words/words.tsx';
import type { Dimension, Series } from './value-shapes.ts';

/** Enters or corrects one figure. Whether there is a value, and why not, is always asked: nothing is left to an empty field. */
export function EnterValueForm({ series, dimensions }: { series: Series; dimensions: readonly Dimension[] }) {
  const say = useSay();
  const labels = {
    territory: say('figures.territory-code'),
    period: say('figures.period'),
    value: say('figures.number'),
    state: say('figures.what-is-known'),
    reason: say('figures.reason'),
  };
  return (
    <Section title={say('figures.enter')}>
      <p>{say('figures.enter-lead')}</p>
      <DataForm name="value" labels={labels}>
        <TextInput
          name="territory"
          label={labels.territory}
          defaultValue={series.territory.reference}
          required
        />
        <TextInput name="period" label={labels.period} help={say('figures.period-help')} required />
        {dimensions.map((one) => (
          <Select
            key={one.code}
            name={`part-${one.code}`}
            label={say.language === 'en' ? one.titleEn : one.title}
            options={one.categories.map((category) => ({
              value: category.code,
              label: say.language === 'en' ? category.titleEn : category.title,
            }))}
            required
          />
        ))}
        <Radios
          name="state"
          label={labels.state}
          options={storedStates.map((value) => ({ value, label: say(`figures.known.${value}`) }))}
        />
        <TextInput name="value" label={labels.value} help={say('figures.number-help')} inputMode="decimal" />
        <DateField name="cutoffOn" label={say('figures.cutoff')} help={say('figures.cutoff-help')} />
        <Select
          name="status"
          label={say('figures.status')}
          options={(['provisional', 'final'] as const).map((value) => ({
            value,
            label: say(`figures.status.${value}`),
          }))}
          defaultValue="provisional"
        />
        <TextArea name="reason" label={labels.reason} help={say('figures.reason-help')} required />
        <Checkbox name="confirmText" label={say('figures.confirm-text')} />
        <Button>{say('figures.save-figure')}</Button>
      </DataForm>
    </Section>
  );
}

/** What stands in the form, as a list of one. A comma is as good as a point. */
export function readEntered(form: FormData) {
  const typed = textOf(form, 'value').trim().replace(',', '.');
  const parts = [...form.entries()].flatMap(([key, value]) =>
    key.startsWith('part-') && typeof value === 'string' ? [[key.slice('part-'.length), value] as const] : [],
  );
  return {
    reason: textOf(form, 'reason'),
    cutoffOn: textOf(form, 'cutoffOn') || null,
    status: textOf(form, 'status') === 'final' ? ('final' as const) : ('provisional' as const),
    confirmText: form.has('confirmText'),
    values: [
      {
        territory: textOf(form, 'territory').toUpperCase(),
        period: textOf(form, 'period'),
        parts: Object.fromEntries(parts),
        state: textOf(form, 'state') as (typeof storedStates)[number],
        value: typed === '' ? null : Number(typed),
      },
    ],
  };
}
