import { periodKinds } from '#domain/indicators/period.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, Select, TextInput, type Option } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import { roleOf, type Layout, type ValueImport } from './layout-of-form.ts';
import { openTexts, type OpenText } from './open-questions.ts';
import { SourceFields } from './source-fields.tsx';

export type MappingChoices = {
  readonly indicators: readonly Option[];
  readonly dimensions: readonly (Option & { readonly categories: readonly Option[] })[];
};

type Parts = { given: ValueImport; layout: Layout; choices: MappingChoices };

/** How a table of figures is read: what each column says, what texts stand for, and what is said of the file as a whole. */
export function ImportMapping({ given, layout, choices }: Parts) {
  const say = useSay();
  return (
    <DataForm name="map">
      <input type="hidden" name="version" value={given.version} />
      <Unknown given={given} layout={layout} choices={choices} />
      <FieldGroup legend={say('value-imports.columns')}>
        <Columns given={given} layout={layout} choices={choices} />
      </FieldGroup>
      <FieldGroup legend={say('value-imports.whole')}>
        <Whole given={given} layout={layout} choices={choices} />
      </FieldGroup>
      <Button look={given.counts.problems > 0 ? 'main' : 'quiet'}>{say('value-imports.map')}</Button>
    </DataForm>
  );
}

function Columns({ given, layout, choices }: Parts) {
  const say = useSay();
  const plain = [
    'place-code',
    'place-name',
    'year',
    'month',
    'period',
    'indicator',
    'value',
    'figure-period',
  ] as const;
  const options: Option[] = [
    ...plain.map((role) => ({ value: role, label: say(`value-imports.role.${role}`) })),
    ...choices.dimensions.map(({ value, label }) => ({
      value: `dimension:${value}`,
      label,
      group: say('value-imports.role.dimension'),
    })),
    ...choices.indicators.map(({ value, label }) => ({
      value: `figure:${value}`,
      label,
      group: say('value-imports.role.figure'),
    })),
  ];
  return given.headers.map((header, index) => {
    const samples = given.sample.map((cells) => cells[index] ?? '').filter((cell) => cell !== '');
    if (header === '') return null;
    return (
      <Select
        key={header}
        name={`column.${index}`}
        label={header}
        help={
          samples.length > 0
            ? say('value-imports.for-example', { texts: samples.slice(0, 3).join(' · ') })
            : undefined
        }
        options={options}
        empty={say('value-imports.role.none')}
        defaultValue={roleOf(layout, header)}
      />
    );
  });
}

function Unknown({ given, layout, choices }: Parts) {
  const say = useSay();
  const { categories, offences } = openTexts(given, layout);
  if (categories.length === 0 && offences.length === 0) return null;
  return (
    <FieldGroup legend={say('value-imports.unknown-texts')}>
      {categories.flatMap(({ header, dimension, texts }) =>
        texts.map((text) => (
          <Select
            key={`${header} ${text}`}
            name={`category.${dimension}=${text}`}
            label={say('value-imports.text-of', { text: text || say('value-imports.blank'), header })}
            options={choices.dimensions.find(({ value }) => value === dimension)?.categories ?? []}
            empty={say('value-imports.choose')}
          />
        )),
      )}
      <Offences offences={offences} indicators={choices.indicators} />
    </FieldGroup>
  );
}

/** What a file calls an offence or an element, and which indicator here counts it. */
export function Offences({
  offences,
  indicators,
}: {
  offences: readonly OpenText[];
  indicators: readonly Option[];
}) {
  const say = useSay();
  const leaveOut = { value: 'leave-out', label: say('value-imports.leave-out') };
  return offences.map(({ key, label, hasNoFigures }) => (
    <Select
      key={key}
      name={`offence=${key}`}
      label={say('value-imports.offence', { text: label })}
      options={hasNoFigures ? [leaveOut] : [leaveOut, ...indicators]}
      empty={say('value-imports.choose')}
    />
  ));
}

function Whole({ given, layout, choices }: Parts) {
  const say = useSay();
  return (
    <>
      {layout.period.kind === 'fixed' && (
        <TextInput
          name="period"
          label={say('value-imports.period')}
          help={say('value-imports.period-help')}
          defaultValue={layout.period.period}
        />
      )}
      {layout.indicator.kind === 'fixed' && (
        <Select
          name="indicator"
          label={say('value-imports.indicator')}
          options={choices.indicators}
          empty={say('value-imports.choose')}
          defaultValue={layout.indicator.code ?? ''}
        />
      )}
      <Select
        name="countBy"
        label={say('value-imports.count-by')}
        options={[...periodKinds, 'as-told' as const].map((kind) => ({
          value: kind,
          label: say(`value-imports.by.${kind}`),
        }))}
        defaultValue={layout.countBy}
      />
      <Select
        name="decimals"
        label={say('value-imports.decimals')}
        options={(['point', 'comma', 'either'] as const).map((one) => ({
          value: one,
          label: say(`value-imports.decimals.${one}`),
        }))}
        defaultValue={layout.decimals}
      />
      <Select
        name="dayOrder"
        label={say('value-imports.day-order')}
        options={(['day-first', 'month-first', 'either'] as const).map((one) => ({
          value: one,
          label: say(`value-imports.day-order.${one}`),
        }))}
        defaultValue={layout.dayOrder}
      />
      <Checkbox
        name="addsRows"
        value="yes"
        label={say('value-imports.adds-rows')}
        defaultChecked={layout.addsRows}
      />
      {given.sheets.length > 1 ? (
        <Select
          name="sheet"
          label={say('value-imports.sheet')}
          options={given.sheets.map(({ name, hidden }) => ({
            value: name,
            label: hidden ? say('value-imports.hidden-sheet', { name }) : name,
          }))}
          defaultValue={given.sheet ?? ''}
        />
      ) : (
        <input type="hidden" name="sheet" value={given.sheet ?? ''} />
      )}
      <TextInput
        name="headerRow"
        label={say('value-imports.header-row')}
        inputMode="numeric"
        defaultValue={String(layout.headerRow)}
      />
      <SourceFields settings={given.settings} />
    </>
  );
}
