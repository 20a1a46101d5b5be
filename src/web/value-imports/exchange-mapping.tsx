import { Fragment } from 'react';
import { periodKinds } from '#domain/indicators/period.ts';
import { Button } from '../design/button.tsx';
import { Checkbox, Select, type Option } from '../design/field.tsx';
import { DataForm, FieldGroup } from '../design/form.tsx';
import { useSay } from '../words/words.tsx';
import { Offences, type MappingChoices } from './import-mapping.tsx';
import type { Layout, ValueImport } from './layout-of-form.ts';
import { openTexts, type OpenText } from './open-questions.ts';
import { SourceFields } from './source-fields.tsx';

/** How a file of another system is read: which indicator each element is, and which groups each of its crossings. */
export function ExchangeMapping({
  given,
  layout,
  choices,
}: {
  given: ValueImport;
  layout: Layout;
  choices: MappingChoices;
}) {
  const say = useSay();
  const { crossings, offences } = openTexts(given, layout);
  return (
    <DataForm name="map">
      <input type="hidden" name="version" value={given.version} />
      {offences.length > 0 && (
        <FieldGroup legend={say('value-imports.elements')}>
          <Offences offences={offences} indicators={choices.indicators} />
        </FieldGroup>
      )}
      {crossings.length > 0 && (
        <FieldGroup legend={say('value-imports.crossings')}>
          <Crossings crossings={crossings} dimensions={choices.dimensions} />
        </FieldGroup>
      )}
      <FieldGroup legend={say('value-imports.whole')}>
        <Select
          name="countBy"
          label={say('value-imports.count-by')}
          options={(['as-told', ...periodKinds] as const).map((kind) => ({
            value: kind,
            label: say(`value-imports.by.${kind}`),
          }))}
          defaultValue={layout.countBy}
        />
        <Checkbox
          name="addsRows"
          value="yes"
          label={say('value-imports.adds-rows')}
          defaultChecked={layout.addsRows}
        />
        <SourceFields settings={given.settings} />
      </FieldGroup>
      <Button look={given.counts.problems > 0 ? 'main' : 'quiet'}>{say('value-imports.map')}</Button>
    </DataForm>
  );
}

function Crossings({
  crossings,
  dimensions,
}: {
  crossings: readonly (OpenText & { header: string })[];
  dimensions: MappingChoices['dimensions'];
}) {
  const say = useSay();
  const groups: Option[] = dimensions.flatMap(({ value, label, categories }) =>
    categories.map((category) => ({
      value: `${value}=${category.value}`,
      label: category.label,
      group: label,
    })),
  );
  const plain = [
    { value: 'whole', label: say('value-imports.whole-crossing') },
    { value: 'leave-out', label: say('value-imports.leave-out') },
  ];
  return crossings.map(({ key, label, header }) => (
    <Fragment key={`${header} ${key}`}>
      <Select
        name={`crossing.${header}=${key}`}
        label={say('value-imports.offence', { text: label })}
        options={[...plain, ...groups]}
        empty={say('value-imports.choose')}
      />
      <Select
        name={`and.${header}=${key}`}
        label={say('value-imports.and-also', { text: label })}
        options={groups}
        empty={say('value-imports.nothing-else')}
      />
    </Fragment>
  ));
}
