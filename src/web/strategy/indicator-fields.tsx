import { writeTargets } from '#domain/strategy/targets.ts';
import { indicatorDirections } from '#domain/strategy/vocabulary.ts';
import { Select, TextInput } from '../design/field.tsx';
import { FieldGroup, useForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import type { Element } from './strategy-shapes.ts';

type Indicator = Element['indicators'][number];

/** The indicators of an element, and room for one more. One without a name and a unit is left out. */
export function IndicatorFields({ indicators }: { indicators: readonly Indicator[] }) {
  const { typed } = useForm();
  const count = Math.max(indicators.length + 1, Number(typed['indicatorCount'] ?? 0));
  return (
    <>
      <input type="hidden" name="indicatorCount" value={count} />
      {Array.from({ length: count }, (_none, index) => (
        <OneIndicator key={index} index={index} indicator={indicators[index]} />
      ))}
    </>
  );
}

function OneIndicator({ index, indicator }: { index: number; indicator: Indicator | undefined }) {
  const say = useSay();
  const name = (field: string) => `indicators.${index}.${field}`;
  return (
    <FieldGroup legend={say('strategies.indicator-number', { number: index + 1 })}>
      <TextInput
        name={name('title')}
        label={say('strategies.indicator')}
        help={say('strategies.indicator-help')}
        defaultValue={indicator?.title ?? ''}
      />
      <TextInput name={name('unit')} label={say('strategies.unit')} defaultValue={indicator?.unit ?? ''} />
      <Select
        name={name('direction')}
        label={say('strategies.direction')}
        options={indicatorDirections.map((value) => ({
          value,
          label: say.dynamic(`strategy.direction.${value}`),
        }))}
        defaultValue={indicator?.direction ?? 'up'}
      />
      <TextInput
        name={name('source')}
        label={say('strategies.measured-by')}
        defaultValue={indicator?.source ?? ''}
      />
      <TextInput
        name={name('baselineValue')}
        label={say('strategies.baseline')}
        inputMode="decimal"
        defaultValue={indicator?.baselineValue?.toString() ?? ''}
      />
      <TextInput
        name={name('baselineYear')}
        label={say('strategies.baseline-year')}
        inputMode="numeric"
        defaultValue={indicator?.baselineYear?.toString() ?? ''}
      />
      <TextInput
        name={name('targets')}
        label={say('strategies.targets')}
        help={say('strategies.targets-help')}
        defaultValue={writeTargets(indicator?.targets ?? [])}
      />
    </FieldGroup>
  );
}
