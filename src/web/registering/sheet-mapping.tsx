import { sheetFields } from '#domain/agreements/sheet-fields.ts';
import type { Answer } from '../api.ts';
import { Button } from '../design/button.tsx';
import { Select, TextInput } from '../design/field.tsx';
import { DataForm } from '../design/form.tsx';
import { Notice } from '../design/notice.tsx';
import { useSay } from '../words/words.tsx';

type Sheet = Answer<'getCommitmentSheet'>;

/** How the columns of a list were told apart, to be corrected. */
export function SheetMapping({ sheet }: { sheet: Sheet }) {
  const say = useSay();
  const { mapping, columns } = sheet;
  if (mapping === null) return <Notice kind="warning" title={say('registering.not-a-list')} />;
  const options = columns
    .filter(({ header, samples }) => header !== '' || samples.length > 0)
    .map(({ index, letters, header, samples }) => ({
      value: String(index),
      label: `${say('registering.column-of', { letters, header: header.slice(0, 40) })}${samples[0] ? ` (${samples[0].slice(0, 30)})` : ''}`,
    }));
  return (
    <DataForm name="map">
      <p>{say(sheet.isRemembered ? 'registering.remembered' : 'registering.columns-help')}</p>
      <input type="hidden" name="version" value={sheet.version} />
      <>
        {sheetFields.map((field) => (
          <Select
            key={field}
            name={`columns.${field}`}
            label={say(`registering.field.${field}`)}
            options={options}
            empty={say('registering.column-none')}
            defaultValue={mapping.columns[field] === null ? '' : String(mapping.columns[field])}
          />
        ))}
      </>
      {sheet.sheets.length > 1 && (
        <Select
          name="sheet"
          label={say('registering.sheet-name')}
          options={sheet.sheets.map(({ name }) => ({ value: name, label: name }))}
          defaultValue={mapping.sheet}
        />
      )}
      {sheet.sheets.length <= 1 && <input type="hidden" name="sheet" value={mapping.sheet} />}
      <TextInput
        name="headerRow"
        label={say('registering.header-row')}
        inputMode="numeric"
        defaultValue={String(mapping.headerRow)}
        required
      />
      <Button look="quiet">{say('registering.map')}</Button>
    </DataForm>
  );
}
