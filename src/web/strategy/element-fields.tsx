import { ecologicalLevels } from '#domain/diagnosis/vocabulary.ts';
import { inspireStrategies, preventionLevels, preventionTypes } from '#domain/strategy/vocabulary.ts';
import { Checkbox, Select, TextArea, TextInput, type Option } from '../design/field.tsx';
import { FieldGroup } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import { IndicatorFields } from './indicator-fields.tsx';
import { withChosen } from './institutions.ts';
import type { Element } from './strategy-shapes.ts';
import styles from './strategy.module.css';

/** What the fields are called, for the list of faults. */
export function useElementLabels(): Record<string, string> {
  const say = useSay();
  const indicators = Array.from({ length: 12 }, (_none, index) => ({
    [`indicators.${index}.title`]: say('strategies.indicator'),
    [`indicators.${index}.unit`]: say('strategies.unit'),
    [`indicators.${index}.baselineYear`]: say('strategies.baseline-year'),
    [`indicators.${index}.targets`]: say('strategies.targets'),
    [`indicators.${index}.targets.0.year`]: say('strategies.targets'),
  }));
  return {
    ...Object.assign({}, ...indicators),
    code: say('strategy.field.code'),
    title: say('strategy.field.title'),
    description: say('strategy.field.description'),
    roles: say('strategy.field.roles'),
    indicators: say('strategy.field.indicators'),
  };
}

/** The fields of an axis, an objective or a line. */
export function ElementFields({
  element,
  institutions,
}: {
  element: Element | null;
  institutions: readonly Option[];
}) {
  const say = useSay();
  return (
    <>
      <TextInput
        name="code"
        label={say('strategy.field.code')}
        help={say('strategies.code-help')}
        defaultValue={element?.code ?? ''}
        maxLength={30}
      />
      <TextInput
        name="title"
        label={say('strategy.field.title')}
        defaultValue={element?.title}
        maxLength={500}
        required
      />
      <TextArea
        name="description"
        label={say('strategy.field.description')}
        defaultValue={element?.description ?? ''}
      />
      <Institutions element={element} institutions={institutions} />
      <Prevention element={element} />
      <IndicatorFields indicators={element?.indicators ?? []} />
    </>
  );
}

function Institutions({
  element,
  institutions,
}: {
  element: Element | null;
  institutions: readonly Option[];
}) {
  const say = useSay();
  const lead = element?.lead ?? [];
  const support = element?.support ?? [];
  const options = withChosen(institutions, [...lead, ...support]);
  const chooser = (name: 'lead' | 'support', index: number, chosen: string | undefined) => (
    <Select
      key={`${name}-${index}`}
      name={name}
      label={say(name === 'lead' ? 'strategies.lead-word' : 'strategies.support-word')}
      options={options}
      empty={say('strategies.nobody')}
      defaultValue={chosen ?? ''}
    />
  );
  const places = (count: number) => Array.from({ length: count }, (_none, index) => index);
  return (
    <FieldGroup legend={say('strategy.field.roles')}>
      {places(lead.length + 1).map((index) => chooser('lead', index, lead[index]?.id))}
      {places(support.length + 3).map((index) => chooser('support', index, support[index]?.id))}
    </FieldGroup>
  );
}

function Prevention({ element }: { element: Element | null }) {
  const say = useSay();
  return (
    <FieldGroup legend={say('strategies.prevention')}>
      <Select
        name="preventionLevel"
        label={say('strategy.field.preventionLevel')}
        options={preventionLevels.map((value) => ({
          value,
          label: say.dynamic(`strategy.prevention-level.${value}`),
        }))}
        empty={say('strategies.not-said')}
        defaultValue={element?.preventionLevel ?? ''}
      />
      <Choices
        legend={say('strategy.field.preventionTypes')}
        name="type"
        prefix="strategy.prevention-type"
        values={preventionTypes}
        chosen={element?.preventionTypes ?? []}
      />
      <Choices
        legend={say('strategy.field.inspire')}
        name="inspire"
        prefix="strategy.inspire"
        values={inspireStrategies}
        chosen={element?.inspire ?? []}
      />
      <Choices
        legend={say('strategy.field.ecologicalLevels')}
        name="ecological"
        prefix="diagnosis.ecological"
        values={ecologicalLevels}
        chosen={element?.ecologicalLevels ?? []}
      />
    </FieldGroup>
  );
}

type ChoiceParts = {
  readonly legend: string;
  readonly name: string;
  readonly prefix: 'strategy.prevention-type' | 'strategy.inspire' | 'diagnosis.ecological';
  readonly values: readonly string[];
  readonly chosen: readonly string[];
};

function Choices({ legend, name, prefix, values, chosen }: ChoiceParts) {
  const say = useSay();
  return (
    <fieldset className={styles.choices}>
      <legend>{legend}</legend>
      <div className={styles.columns}>
        {values.map((value) => (
          <Checkbox
            key={value}
            name={`${name}-${value}`}
            label={say.dynamic(`${prefix}.${value}`)}
            defaultChecked={chosen.includes(value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
