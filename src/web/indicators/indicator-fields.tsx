import type { ReactNode } from 'react';
import {
  compositions,
  countingUnits,
  denominators,
  directions,
  topics,
} from '#domain/indicators/vocabulary.ts';
import { periodKinds } from '#domain/indicators/period.ts';
import { Checkbox, Radios, Select, TextInput, type Option } from '../design/field.tsx';
import { FieldGroup, fieldId, useForm } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import type { Dimensions } from './group-words.ts';
import { titleIn, type Indicator } from './indicator-shapes.ts';
import styles from './indicators.module.css';

type Given = { readonly indicator: Indicator | null };

/** What the fields are called, for the list of faults and for comparing two versions. */
export function useIndicatorLabels(): Record<string, string> {
  const say = useSay();
  return {
    code: say('indicators.code'),
    territory: say('indicators.whose'),
    title: say('indicators.name'),
    titleEn: say('indicators.name-en'),
    topic: say('indicators.topic-label'),
    composition: say('indicators.composition-label'),
    unit: say('indicators.unit'),
    unitEn: say('indicators.unit-en'),
    decimals: say('indicators.decimals'),
    direction: say('indicators.direction-label'),
    countingUnit: say('indicators.counting-unit-label'),
    numerator: say('indicators.numerator'),
    denominatorKind: say('indicators.denominator-kind'),
    denominator: say('indicators.denominator'),
    whole: say('indicators.whole'),
    multiplier: say('indicators.per'),
    finestPeriod: say('indicators.period-label'),
    lowBound: say('indicators.low-bound'),
    highBound: say('indicators.high-bound'),
    framework: say('indicators.framework-label'),
    sdgCodes: say('indicators.sdg'),
    iccsCodes: say('indicators.iccs'),
    dimensions: say('indicators.dimensions-label'),
    organisationId: say('indicators.owner'),
  };
}

/** A list as choices, in the language of the page. */
function useOptions(prefix: string, values: readonly string[]): Option[] {
  const say = useSay();
  return values.map((value) => ({ value, label: say.dynamic(`indicators.${prefix}.${value}`) }));
}

/** The fields of an indicator besides its definition, in the order in which people tell it. */
export function IndicatorFields({
  indicator,
  parts,
  owners,
  dimensions,
  children,
}: Given & {
  parts: readonly Option[];
  owners: readonly Option[];
  dimensions: Dimensions;
  children?: ReactNode;
}) {
  const say = useSay();
  return (
    <>
      <TextInput
        name="title"
        label={say('indicators.name')}
        defaultValue={indicator?.title}
        maxLength={300}
        required
      />
      <Select
        name="topic"
        label={say('indicators.topic-label')}
        options={useOptions('topic', topics)}
        empty={say('shared.choose')}
        defaultValue={indicator?.topic ?? ''}
        required
      />
      {children}
      <Told indicator={indicator} wholes={parts} />
      <Ratio indicator={indicator} parts={parts} />
      <DimensionChoices indicator={indicator} dimensions={dimensions} />
      <Others indicator={indicator} owners={owners} />
    </>
  );
}

function Told({ indicator, wholes }: Given & { wholes: readonly Option[] }) {
  const say = useSay();
  const known = compositions.filter((one) => one !== 'computed' || indicator?.composition === 'computed');
  return (
    <FieldGroup legend={say('indicators.how')}>
      <Radios
        name="composition"
        label={say('indicators.composition-label')}
        options={known.map((value) => ({
          value,
          label: say.dynamic(`indicators.composition.${value}`),
          help: say.dynamic(`indicators.composition-help.${value}`),
        }))}
        defaultValue={indicator?.composition ?? 'count'}
      />
      <TextInput
        name="unit"
        label={say('indicators.unit')}
        help={say('indicators.unit-help')}
        defaultValue={indicator?.unit}
        maxLength={60}
        required
      />
      <Select
        name="countingUnit"
        label={say('indicators.counting-unit-label')}
        options={useOptions('counting-unit', countingUnits)}
        empty={say('shared.choose')}
        defaultValue={indicator?.countingUnit ?? ''}
      />
      <Select
        name="direction"
        label={say('indicators.direction-label')}
        options={useOptions('direction', directions)}
        defaultValue={indicator?.direction ?? 'none'}
        required
      />
      <Checkbox
        name="countsPeople"
        label={say('indicators.counts-people')}
        help={say('indicators.counts-people-help')}
        defaultChecked={indicator?.countsPeople ?? true}
      />
      <Select
        name="whole"
        label={say('indicators.whole')}
        help={say('indicators.whole-help')}
        options={wholes.filter(({ value }) => value !== indicator?.code)}
        empty={say('indicators.no-part')}
        defaultValue={indicator?.whole?.code ?? ''}
      />
    </FieldGroup>
  );
}

function Ratio({ indicator, parts }: Given & { parts: readonly Option[] }) {
  const say = useSay();
  return (
    <FieldGroup legend={say('indicators.ratio')}>
      <p>{say('indicators.ratio-help')}</p>
      <Select
        name="numerator"
        label={say('indicators.numerator')}
        options={parts}
        empty={say('indicators.no-part')}
        defaultValue={indicator?.numerator?.code ?? ''}
      />
      <Select
        name="denominatorKind"
        label={say('indicators.denominator-kind')}
        options={denominators.map((value) => ({ value, label: say(`indicators.by-${value}`) }))}
        empty={say('indicators.no-part')}
        defaultValue={indicator?.denominatorKind ?? ''}
      />
      <Select
        name="denominator"
        label={say('indicators.denominator')}
        options={parts}
        empty={say('indicators.no-part')}
        defaultValue={indicator?.denominator?.code ?? ''}
      />
      <TextInput
        name="multiplier"
        label={say('indicators.per')}
        inputMode="decimal"
        defaultValue={indicator?.multiplier ?? 1}
      />
    </FieldGroup>
  );
}

function DimensionChoices({ indicator, dimensions }: Given & { dimensions: Dimensions }) {
  const say = useSay();
  const { id } = useForm();
  const chosen = new Set(indicator?.dimensions.map(({ dimension }) => dimension));
  return (
    <fieldset className={styles.choices} id={fieldId(id, 'dimensions')}>
      <legend>{say('indicators.dimensions-label')}</legend>
      <div className={styles.columns}>
        {dimensions.map((one) => (
          <Checkbox
            key={one.code}
            name="dimensions"
            value={one.code}
            label={titleIn(say, one)}
            defaultChecked={chosen.has(one.code)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Others({ indicator, owners }: Given & { owners: readonly Option[] }) {
  const say = useSay();
  const owner = indicator?.organisation;
  const isThere = !owner || owners.some(({ value }) => value === owner.id);
  const choices = isThere ? owners : [{ value: owner.id, label: owner.name }, ...owners];
  const number = (name: 'decimals' | 'lowBound' | 'highBound', label: string) => (
    <TextInput name={name} label={label} inputMode="decimal" defaultValue={indicator?.[name] ?? ''} />
  );
  return (
    <FieldGroup legend={say('indicators.more')}>
      <Select
        name="finestPeriod"
        label={say('indicators.period-label')}
        options={useOptions('period', periodKinds)}
        defaultValue={indicator?.finestPeriod ?? 'year'}
        required
      />
      {number('decimals', say('indicators.decimals'))}
      {number('lowBound', say('indicators.low-bound'))}
      {number('highBound', say('indicators.high-bound'))}
      <TextInput
        name="framework"
        label={say('indicators.framework-label')}
        help={say('indicators.framework-help')}
        defaultValue={indicator?.framework ?? ''}
      />
      <TextInput
        name="sdgCodes"
        label={say('indicators.sdg')}
        help={say('indicators.codes-help')}
        defaultValue={indicator?.sdgCodes.join(', ') ?? ''}
      />
      <TextInput
        name="iccsCodes"
        label={say('indicators.iccs')}
        help={say('indicators.codes-help')}
        defaultValue={indicator?.iccsCodes.join(', ') ?? ''}
      />
      <TextInput name="titleEn" label={say('indicators.name-en')} defaultValue={indicator?.titleEn ?? ''} />
      <TextInput name="unitEn" label={say('indicators.unit-en')} defaultValue={indicator?.unitEn ?? ''} />
      <Select
        name="organisationId"
        label={say('indicators.owner')}
        options={choices}
        empty={say('indicators.no-part')}
        defaultValue={owner?.id ?? ''}
      />
    </FieldGroup>
  );
}
